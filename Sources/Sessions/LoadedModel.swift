public import Dialog
public import Editing
public import FaceAttributes

/// A model as the service uses it: what draws and edits, what understands, and what is told of it.
public struct LoadedModel: Sendable {
    public let description: ModelDescription
    public let editor: any FaceEditor
    /// Nil where no sentence can be understood; edits then have to name their attribute.
    public let language: (any LanguageUnderstanding)?

    public init(description: ModelDescription, editor: any FaceEditor, language: (any LanguageUnderstanding)?) {
        self.description = description
        self.editor = editor
        self.language = language
    }

    public var name: String { editor.modelName }
    /// The attributes that can be edited.
    public var attributes: [Attribute] { editor.readsDegrees ? editor.attributes : [] }
    /// Whether the distances of turns and steps say something.
    public var judgesIdentity: Bool { editor.judgesIdentity }
    /// The most generator passes of one walk.
    public var stepBudget: Int { editor.stepBudget }

    /// Holds a request against what the model can do.
    ///
    /// - Throws: `ServiceError.modelCannotEdit`, `.attributeNotEditable`, `.noLanguage`.
    func check(_ request: TurnRequest) throws(ServiceError) {
        switch request {
        case .answer(.undo), .answer(.redo): return
        case .text where language == nil: throw .noLanguage(name)
        default: break
        }
        guard !attributes.isEmpty else { throw .modelCannotEdit(name) }
        if case .wish(let wish) = request, !attributes.contains(wish.attribute) {
            throw .attributeNotEditable(wish.attribute, among: attributes)
        }
    }
}
