import ArgumentParser
import FaceModels
import Foundation

/// Which model a command works with.
struct ModelOption: ParsableArguments {
    @Option(help: "A model's name under Models, or the path of its folder.")
    var model = "synthfaces-128"

    func load() throws -> FaceModel {
        try FaceModel(folder: model.contains("/") ? URL(fileURLWithPath: model) : try ProjectFolder.find().models.appending(path: model))
    }
}
