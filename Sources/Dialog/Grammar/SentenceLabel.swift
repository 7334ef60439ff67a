public import FaceAttributes

/// What a request is about: an attribute, or the one the talk is about already ("make it longer").
public enum Topic: String, CaseIterable, Codable, Sendable, Hashable {
    case bangs, eyeglasses, beard, smiling, age, same

    /// The attribute named; nil for `same`.
    public var attribute: Attribute? { Attribute(rawValue: rawValue) }
}

/// Which way a request points. A target has `either`, or a direction where it means "at least": "add glasses".
public enum Sense: String, CaseIterable, Codable, Sendable, Hashable {
    case decrease, increase, either

    /// The direction named; nil for `either`.
    public var direction: Direction? { Direction(rawValue: rawValue) }
}

/// Everything the heads of the encoder are to say about one sentence; nil where a head has nothing to say.
public struct SentenceLabel: Codable, Sendable, Hashable {
    public var act: Act
    public var topic: Topic?
    public var type: RequestType?
    public var sense: Sense?
    /// Degrees of a definite change, 1…5.
    public var amount: Int?
    /// Degree of a target, 0…5.
    public var target: Int?

    public init(
        act: Act, topic: Topic? = nil, type: RequestType? = nil, sense: Sense? = nil, amount: Int? = nil, target: Int? = nil
    ) {
        self.act = act
        self.topic = topic
        self.type = type
        self.sense = sense
        self.amount = amount
        self.target = target
    }
}

/// A sentence with its label, as the encoder learns it.
public struct LabelledSentence: Codable, Sendable, Hashable {
    public var text: String
    public var context: ContextKind
    public var label: SentenceLabel

    public init(text: String, context: ContextKind, label: SentenceLabel) {
        self.text = text
        self.context = context
        self.label = label
    }
}
