/// One way to put a request, with what it means.
///
/// How amounts are read, everywhere alike: "a bit", "slightly" = 1 degree; "somewhat", "rather", "noticeably" = 2;
/// "much", "a lot", "way" = 3; "very much", "far", "hugely" = 4; a plain comparative names no amount; "as … as possible"
/// is the end of the scale; counted steps ("two degrees", "five steps") count, and so do decades of age.
public struct RequestTemplate: Sendable, Hashable {
    /// How the words fit into a sentence; written as the first character of a template's source.
    public enum Form: Character, Sendable {
        /// "make her smile"
        case imperative = "!"
        /// "her bangs should be longer"
        case clause = "."
        /// "longer bangs", after "i want", "give her" and the like
        case nounPhrase = "~"
        /// "older", "in her thirties", after "make him", "she should look"
        case adjective = "^"
        /// "smile more", after "make her", "she should", "let him"
        case verb = ">"
    }

    public let form: Form
    public let pattern: Pattern
    public let topic: Topic
    public let type: RequestType
    public let sense: Sense
    /// Degree for targets; nil for changes, whose amount the pattern's `{amount}`, `{byAmount}`, `{steps}`, `{years}` slots state.
    public let target: Int?

    /// The amounts the pattern can state, in degrees: words go up to four, counted steps up to five; nil where it names none.
    public let amounts: ClosedRange<Int>?

    init(_ source: String, topic: Topic, type: RequestType, sense: Sense, target: Int? = nil, amount: Int? = nil) {
        guard let mark = source.first, let form = Form(rawValue: mark) else {
            preconditionFailure("RequestTemplate: \"\(source)\" does not begin with a form mark")
        }
        self.form = form
        pattern = Pattern(String(source.dropFirst()))
        self.topic = topic
        self.type = type
        self.sense = sense
        self.target = target
        let counted = source.contains("{steps}") || source.contains("{years}")
        amounts = type != .definite ? nil : amount.map { $0...$0 } ?? (counted ? 1...5 : 1...4)
    }

    /// The templates of one cell.
    static func cell(_ topic: Topic, target: Int, atLeast: Bool = false, _ sources: [String]) -> [RequestTemplate] {
        sources.map { RequestTemplate($0, topic: topic, type: .target, sense: atLeast ? .increase : .either, target: target) }
    }

    static func cell(_ topic: Topic, _ type: RequestType, _ sense: Sense, amount: Int? = nil, _ sources: [String]) -> [RequestTemplate] {
        sources.map { RequestTemplate($0, topic: topic, type: type, sense: sense, amount: amount) }
    }

    /// All of them, over five attributes and what the talk is about.
    public static let all = bangs + eyeglasses + beard + smiling + age + same
}
