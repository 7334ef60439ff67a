public import FaceAttributes

/// The four states of the dialog (section 4.6 of the paper, figure 7).
public enum DialogPhase: String, Codable, Sendable {
    case start, editing
    case noEdit = "no_edit"
    case end
}

/// The kinds of things the system says.
public enum ReplyKind: String, Codable, Sendable {
    case whetherEnough = "whether_enough"
    case suggestion
    case whatsNext = "whats_next"
    case clarify, unsupported, farewell
}

/// One utterance of the system.
public struct Reply: Codable, Sendable, Hashable {
    public var kind: ReplyKind
    public var attribute: Attribute?
    public var text: String

    public init(kind: ReplyKind, attribute: Attribute? = nil, text: String) {
        self.kind = kind
        self.attribute = attribute
        self.text = text
    }
}

/// How the edit of one attribute went, in the terms the Talk module speaks of.
public struct EditReport: Codable, Sendable, Hashable {
    public var request: EditRequest
    public var conclusion: EditConclusion
    public var degreesBefore: Degrees
    public var degreesAfter: Degrees

    public init(request: EditRequest, conclusion: EditConclusion, degreesBefore: Degrees, degreesAfter: Degrees) {
        self.request = request
        self.conclusion = conclusion
        self.degreesBefore = degreesBefore
        self.degreesAfter = degreesAfter
    }
}

/// What a turn is to do.
public enum Decision: Codable, Sendable, Hashable {
    /// Walk to these targets, one after the other. Never empty.
    case edit([EditRequest])
    /// Take back the last edit.
    case undo
    /// Make what was taken back last so again.
    case redo
    /// Go back to the first picture; that can be taken back as well.
    case startOver
    /// Leave the picture as it is.
    case noEdit
    /// The user is content.
    case end
}
