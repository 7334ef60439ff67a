/// The sizes of the language encoder and what its heads tell apart (section 4.6 of the paper: 300-d words, two LSTM layers).
public struct LanguageConfiguration: Codable, Sendable, Hashable {
    /// One question the network answers about a sentence.
    public struct Head: Codable, Sendable, Hashable {
        public var name: String
        public var classes: [String]

        public init(name: String, classes: [String]) {
            self.name = name
            self.classes = classes
        }
    }

    /// Width of a word vector.
    public var embedding: Int
    /// Width of each LSTM layer's state; the paper has 1024.
    public var hidden: Int
    public var layers: Int
    /// Width of the hidden layer of each head.
    public var headWidth: Int
    /// The act heads are named after the contexts (`ContextKind`); one of them is read, chosen by the system's last utterance.
    public var heads: [Head]

    public init(embedding: Int = 300, hidden: Int = 256, layers: Int = 2, headWidth: Int = 256, heads: [Head] = Self.standardHeads) {
        self.embedding = embedding
        self.hidden = hidden
        self.layers = layers
        self.headWidth = headWidth
        self.heads = heads
    }

    public static let topicHead = "attribute"
    public static let typeHead = "request_type"
    public static let senseHead = "direction"
    public static let amountHead = "amount"
    public static let targetHead = "target"

    /// One act head a context, then the heads of the editing encoding (equation 1).
    public static let standardHeads: [Head] =
        ContextKind.allCases.map { Head(name: $0.rawValue, classes: Act.allCases.map(\.rawValue)) } + [
            Head(name: topicHead, classes: Topic.allCases.map(\.rawValue)),
            Head(name: typeHead, classes: RequestType.allCases.map(\.rawValue)),
            Head(name: senseHead, classes: Sense.allCases.map(\.rawValue)),
            Head(name: amountHead, classes: (1...5).map(String.init)),
            Head(name: targetHead, classes: (0...5).map(String.init)),
        ]

    /// Whether the sizes can be built: all positive and of a size a weight file can hold.
    var isSound: Bool {
        [embedding, hidden, headWidth].allSatisfy { (1...4096).contains($0) } && (1...8).contains(layers)
            && heads.allSatisfy { (1...256).contains($0.classes.count) } && Set(heads.map(\.name)).count == heads.count
    }

    /// What each head should answer for a label, as class indices; nil where it has nothing to say.
    public func classes(of label: SentenceLabel, in context: ContextKind) -> [Int?] {
        heads.map { head in
            let answer: String? =
                switch head.name {
                case context.rawValue: label.act.rawValue
                case Self.topicHead: label.topic?.rawValue
                case Self.typeHead: label.type?.rawValue
                case Self.senseHead: label.sense?.rawValue
                case Self.amountHead: label.amount.map(String.init)
                case Self.targetHead: label.target.map(String.init)
                default: nil
                }
            return answer.flatMap(head.classes.firstIndex)
        }
    }
}
