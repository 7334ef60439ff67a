import Dialog
import Editing
import FaceModels
import Foundation
import Sessions

/// What the service needs of a model folder; every worker shares it.
struct ServedModel: Sendable {
    let editor: any FaceEditor
    let language: any LanguageUnderstanding
    let description: ModelDescription

    init(folder: URL) throws {
        let model = try FaceModel(folder: folder)
        editor = FieldEditor(model)
        language = try LanguageEncoder(model)
        description = ModelDescription(model)
    }
}
