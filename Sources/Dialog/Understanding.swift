public import FaceAttributes

/// What the user's sentence does in the talk.
public enum Act: String, Codable, Sendable, CaseIterable {
    case request, yes, no
    case yesRequest = "yes_request"
    case noRequest = "no_request"
    case end
    case yesEnd = "yes_end"
    case noEnd = "no_end"
    case more, less, undo, redo, question, unsupported, smalltalk
}

/// How a wish states its amount (section 4.1 of the paper).
public enum RequestType: String, Codable, Sendable, CaseIterable {
    /// Names the degree to reach.
    case target
    /// Names direction and amount of change.
    case definite
    /// Names the direction only.
    case indefinite
}

/// One wish of a sentence: the editing encoding e_r of equation 1.
public struct EditWish: Codable, Sendable, Hashable {
    public var attribute: Attribute
    public var type: RequestType
    public var direction: Direction?
    /// Degrees to change by, 0…5, for `definite`; fractions allowed from structured requests.
    public var amount: Double?
    /// Degree to reach, 0…5, for `target`.
    public var target: Double?

    public init(attribute: Attribute, type: RequestType, direction: Direction? = nil, amount: Double? = nil, target: Double? = nil) {
        self.attribute = attribute
        self.type = type
        self.direction = direction
        self.amount = amount
        self.target = target
    }
}

/// What was understood of one sentence.
public struct Understanding: Codable, Sendable, Hashable {
    public var act: Act
    public var edits: [EditWish]
    /// What is to stay as it is, from now on; nil for nothing.
    public var keep: [Attribute]?
    /// For `undo`: all the way back to the first picture; nil or false for the last change only.
    public var toStart: Bool?
    /// The encoder's probability of this reading, 0…1.
    public var confidence: Double

    public init(act: Act, edits: [EditWish] = [], keep: [Attribute]? = nil, toStart: Bool? = nil, confidence: Double = 1) {
        self.act = act
        self.edits = edits
        self.keep = keep
        self.toStart = toStart
        self.confidence = confidence
    }
}

/// The kind of the last thing the system said; it decides which act head of the encoder is read.
public enum ContextKind: String, Codable, Sendable, CaseIterable {
    case start, suggestion
    case whetherEnough = "whether_enough"
    case whatsNext = "whats_next"
}

/// The edit that "more" and "no, not enough" refer to.
public struct LastEdit: Codable, Sendable, Hashable {
    public var attribute: Attribute
    public var direction: Direction
    /// Degrees it moved by, 0…5.
    public var amount: Double

    public init(attribute: Attribute, direction: Direction, amount: Double) {
        self.attribute = attribute
        self.direction = direction
        self.amount = amount
    }
}

/// In the light of what a sentence is to be understood.
public struct DialogContext: Codable, Sendable, Hashable {
    public var kind: ContextKind
    /// The attribute the system's last utterance was about.
    public var attribute: Attribute?
    public var lastEdit: LastEdit?

    public init(kind: ContextKind, attribute: Attribute? = nil, lastEdit: LastEdit? = nil) {
        self.kind = kind
        self.attribute = attribute
        self.lastEdit = lastEdit
    }
}

/// Turns sentences into editing encodings; shared by all workers.
public protocol LanguageUnderstanding: Sendable {
    /// - Parameter text: any string; length is limited by the caller.
    func understand(_ text: String, in context: DialogContext) -> Understanding
}
