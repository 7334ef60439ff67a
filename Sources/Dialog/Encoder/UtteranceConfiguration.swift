import FaceAttributes

/// The sizes of the utterance encoder.
public struct UtteranceConfiguration: Codable, Sendable, Hashable {
    /// Width of a word vector.
    public var embedding: Int
    /// Rows of the table that pieces of words are hashed to.
    public var pieces: Int
    /// Width of the state of each layer and direction.
    public var hidden: Int
    /// LSTM layers, each in both directions.
    public var layers: Int
    /// Width of the hidden layer of each head.
    public var headWidth: Int

    public init(embedding: Int = 80, pieces: Int = 8192, hidden: Int = 128, layers: Int = 2, headWidth: Int = 96) {
        self.embedding = embedding
        self.pieces = pieces
        self.hidden = hidden
        self.layers = layers
        self.headWidth = headWidth
    }

    /// Whether the sizes can be built.
    var isSound: Bool {
        [embedding, hidden, headWidth].allSatisfy { (1...2048).contains($0) } && (1...8).contains(layers) && (1...1 << 20).contains(pieces)
    }
}

/// What the whole sentence does: the acts, with what "undo" goes back to.
public struct UtteranceAct: Sendable, Hashable {
    public var act: Act
    /// For `undo`: all the way to the first picture.
    public var toStart: Bool

    public init(_ act: Act, toStart: Bool = false) {
        self.act = act
        self.toStart = toStart
    }

    /// Whether a sentence of this kind holds the end of a wish; for "more" that is how much.
    var carriesWish: Bool { [.request, .yesRequest, .noRequest, .more, .less].contains(act) }

    /// The act that comes to the same thing: a wish is carried out and a talk ended whether "yes" or "no" stands before it or not.
    var outcome: UtteranceAct {
        switch act {
        case .yesRequest, .noRequest: UtteranceAct(.request)
        case .yesEnd, .noEnd: UtteranceAct(.end)
        default: self
        }
    }

    /// The classes of the act head, in order.
    static let all: [UtteranceAct] = Act.allCases.map { UtteranceAct($0) } + [UtteranceAct(.undo, toStart: true)]
}

/// What a token ends.
enum UtteranceMark: Int, CaseIterable, Sendable {
    case none, wish, keep
}

/// The questions that are asked about the end of a wish, and their classes.
enum WishHead: String, CaseIterable, Sendable {
    case topic, type, sense, amount, target

    var classes: [String] {
        switch self {
        case .topic: Topic.allCases.map(\.rawValue)
        case .type: RequestType.allCases.map(\.rawValue)
        case .sense: Sense.allCases.map(\.rawValue)
        case .amount: (1...5).map(String.init)
        case .target: (0...5).map(String.init)
        }
    }

    /// The answer of a label, nil where it has none.
    func answer(_ label: WishLabel) -> Int? {
        let answer: String? =
            switch self {
            case .topic: label.topic.rawValue
            case .type: label.type?.rawValue
            case .sense: label.sense?.rawValue
            case .amount: label.amount.map(String.init)
            case .target: label.target.map(String.init)
            }
        return answer.flatMap(classes.firstIndex)
    }
}

/// Everything the encoder is to say about one wish, or about something that is to stay (only the topic then).
public struct WishLabel: Sendable, Hashable {
    public var topic: Topic
    public var type: RequestType?
    public var sense: Sense?
    /// Degrees of a definite change, 1…5.
    public var amount: Int?
    /// Degree of a target, 0…5.
    public var target: Int?

    public init(topic: Topic, type: RequestType? = nil, sense: Sense? = nil, amount: Int? = nil, target: Int? = nil) {
        self.topic = topic
        self.type = type
        self.sense = sense
        self.amount = amount
        self.target = target
    }
}

/// A sentence with what it means, for training and measuring.
public struct MarkedUtterance: Sendable, Hashable {
    /// The end of a wish, or of what is to stay, in `tokens`.
    public struct End: Sendable, Hashable {
        public var position: Int
        public var label: WishLabel
        public var isKeep: Bool
    }

    public var tokens: [String]
    public var context: DialogContext
    public var act: UtteranceAct
    public var ends: [End]
}

extension DialogContext {
    /// What the encoder is told of the talk, as tokens before the sentence: the kind of the system's utterance, what it was about, what
    /// was changed last and which way.
    var tokens: [String] {
        let last = lastEdit.map { "<last:\($0.attribute.rawValue):\($0.direction.rawValue)>" } ?? "<last:none>"
        return ["<\(kind.rawValue)>", "<about:\(attribute?.rawValue ?? "none")>", last]
    }

    /// All tokens that contexts can have.
    static let allTokens: [String] =
        ContextKind.allCases.map { "<\($0.rawValue)>" } + ["<about:none>", "<last:none>"]
        + Attribute.allCases.flatMap { attribute in
            ["<about:\(attribute.rawValue)>"]
                + [Direction.increase, .decrease].map { "<last:\(attribute.rawValue):\($0.rawValue)>" }
        }
}
