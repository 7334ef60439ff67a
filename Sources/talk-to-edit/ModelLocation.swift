import ArgumentParser
import FaceModels
import Foundation

/// Which model a command works with.
struct ModelOption: ParsableArguments {
    @Option(help: "A model's name under Models, or the path of its folder; else the default of the settings.")
    var model: String?

    func load() throws -> FaceModel { try FaceModel(folder: try folder()) }

    /// The model's folder.
    func folder() throws -> URL {
        guard let model else { return try Self.defaultFolder() }
        return model.contains("/") ? URL(fileURLWithPath: model) : try ProjectFolder.find().models.appending(path: model)
    }

    /// The folder of the first model of the settings.
    static func defaultFolder() throws -> URL {
        let environment = ProcessInfo.processInfo.environment
        let folder = try ProjectFolder.find(environment: environment)
        return try Configuration(folder: folder, environment: environment, flags: [:]).modelFolders[0]
    }
}
