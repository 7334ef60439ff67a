import Dialog
import Editing
import FaceModels
import Foundation
import Sessions

extension LoadedModel {
    /// A model folder as the service uses it.
    ///
    /// - Parameters:
    ///   - editor: what draws and edits; nil for the model's own.
    ///   - fallback: understands sentences where the model has no language network.
    init(_ model: FaceModel, editor: (any FaceEditor)? = nil, fallback: (any LanguageUnderstanding)?) throws {
        self.init(
            description: ModelDescription(model), editor: editor ?? FieldEditor(model),
            language: try LanguageFiles.open(model) ?? fallback)
    }

    /// Draws a face, and reads it where the model can: weights are packed at their first use.
    func warmUp() throws {
        if editor.readsDegrees { _ = try editor.face(seed: 0) } else { _ = try editor.drawing(seed: 0) }
    }

    /// Model folders, the default first: the first that has a language network lends it to those that have none.
    ///
    /// - Throws: what is wrong with the first folder that cannot be loaded.
    static func load(_ folders: [URL]) throws -> [LoadedModel] {
        let models = try folders.map { try FaceModel(folder: $0) }
        let language = try models.first(where: \.hasLanguage).flatMap { try LanguageFiles.open($0) }
        var loaded: [LoadedModel] = []
        for model in models {
            let model = try LoadedModel(model, fallback: language)
            if let other = loaded.first(where: { $0.name == model.name }) {
                throw ConfigurationError("Two of the models call themselves \(other.name).")
            }
            loaded.append(model)
        }
        return loaded
    }
}

extension LanguageFiles {
    /// The language side of a model; nil where it has none.
    static func open(_ model: FaceModel) throws -> (any LanguageUnderstanding)? {
        guard model.hasLanguage else { return nil }
        return try open(
            weightsAt: URL(fileURLWithPath: try model.path(of: .language)),
            vocabularyAt: URL(fileURLWithPath: try model.path(of: .vocabulary)))
    }

    /// The language side of a model folder whose other networks are not needed; nil where there is none.
    static func open(in folder: URL) throws -> (any LanguageUnderstanding)? {
        guard let manifest = try? ModelManifest(folder: folder), let weights = manifest.files[.language],
            let vocabulary = manifest.files[.vocabulary]
        else { return nil }
        return try open(weightsAt: folder.appending(path: weights.name), vocabularyAt: folder.appending(path: vocabulary.name))
    }
}

extension ModelDescription {
    init(_ model: FaceModel) {
        let space: String? =
            switch model.space {
            case _ where model.fields.isEmpty: nil
            case .z: "z"
            case .wPlus: "w_plus"
            }
        self.init(
            name: model.manifest.name, summary: model.manifest.summary, resolution: model.generator.configuration.resolution,
            space: space, noise: model.manifest.noise.rawValue, precision: model.manifest.precision, parts: model.parts.map(\.rawValue))
    }
}
