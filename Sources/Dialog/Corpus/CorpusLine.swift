import FaceAttributes

/// One line of a corpus: words with alternatives, some of which end a wish or name what is to stay.
struct CorpusLine: Sendable {
    /// Words and what their end means, if it means anything.
    struct Part: Sendable {
        var pattern: Pattern
        var label: WishLabel?
        var isKeep = false
    }

    var heading: CorpusHeading
    var parts: [Part]
    /// The line as written.
    let source: String

    /// How often the line is drawn: what can be said in many ways oftener, but by far not in proportion.
    var weight: Double {
        parts.reduce(1) { min(100, $0 * Double($1.pattern.variety)) }.squareRoot()
    }

    var wishes: [WishLabel] { parts.compactMap { $0.isKeep ? nil : $0.label } }

    /// Whether the wishes say themselves what they are about.
    var isSelfContained: Bool { parts.allSatisfy { $0.label?.topic != .same } }

    /// - Throws: a reason in words; see Corpora/README.md for the format.
    init(_ source: Substring, under heading: CorpusHeading) throws(CorpusError.Reason) {
        self.heading = heading
        self.source = String(source)
        parts = []
        var rest = source
        while let open = rest.firstIndex(of: "<") {
            guard let close = rest[open...].firstIndex(of: ">") else { throw .init("a tag has no end") }
            let words = rest[..<open]
            guard !words.allSatisfy(\.isWhitespace) else { throw .init("a tag follows no word") }
            guard words.filter({ $0 == "[" }).count == words.filter({ $0 == "]" }).count else {
                throw .init("a tag stands inside of brackets")
            }
            parts.append(try Self.part(words, tag: rest[rest.index(after: open)..<close], act: heading.act))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.allSatisfy(\.isWhitespace) { parts.append(Part(pattern: Pattern(String(rest)), label: nil)) }
        if heading.act.isAdjustment, parts.allSatisfy({ $0.label == nil }), let last = parts.indices.last {
            parts[last].label = WishLabel(topic: .same, type: .indefinite, sense: .either)
        }
        let expected = heading.act.carriesWish
        guard expected == !wishes.isEmpty else { throw .init(expected ? "there is no wish" : "there is a wish") }
    }

    private static func part(_ words: Substring, tag: Substring, act: UtteranceAct) throws(CorpusError.Reason) -> Part {
        let pattern = Pattern(String(words))
        if act.isAdjustment {
            guard let amount = Int(tag), (1...5).contains(amount) else { throw .init("the tag \(tag) is no amount") }
            return Part(pattern: pattern, label: WishLabel(topic: .same, type: .definite, sense: .either, amount: amount))
        }
        guard let letter = tag.first, let topic = topics[letter] else { throw .init("the tag \(tag) names no attribute") }
        var rest = tag.dropFirst()
        switch rest.popFirst() {
        case "!" where rest.isEmpty: return Part(pattern: pattern, label: WishLabel(topic: topic), isKeep: true)
        case "=":
            let isAtLeast = rest.last == "^"
            guard let target = Int(isAtLeast ? rest.dropLast() : rest), (0...5).contains(target) else {
                throw .init("the tag \(tag) has no degree")
            }
            return Part(
                pattern: pattern, label: WishLabel(topic: topic, type: .target, sense: isAtLeast ? .increase : .either, target: target))
        case let sign? where sign == "+" || sign == "-":
            let sense: Sense = sign == "+" ? .increase : .decrease
            if rest.isEmpty { return Part(pattern: pattern, label: WishLabel(topic: topic, type: .indefinite, sense: sense)) }
            guard let amount = Int(rest), (1...5).contains(amount) else { throw .init("the tag \(tag) has no amount") }
            return Part(pattern: pattern, label: WishLabel(topic: topic, type: .definite, sense: sense, amount: amount))
        default: throw .init("the tag \(tag) is not known")
        }
    }

    private static let topics: [Character: Topic] = ["b": .bangs, "g": .eyeglasses, "d": .beard, "s": .smiling, "a": .age, "x": .same]

    /// One of its sentences, with nothing joined to it.
    func sentence(random: inout DialogRandom) -> MarkedUtterance {
        var draft = UtteranceDraft(context: heading.context(&random))
        draft.act = heading.act
        add(to: &draft, random: &random)
        return draft.utterance
    }

    /// Writes one of its sentences.
    func add(to draft: inout UtteranceDraft, random: inout DialogRandom) {
        for part in parts {
            let text = part.pattern.sentence(random: &random)
            let opensWithComma = part.pattern.source.drop(while: \.isWhitespace).hasPrefix(",")
            draft.add(opensWithComma && !text.hasPrefix(",") ? ", " + text : text, part.label, isKeep: part.isKeep)
        }
    }
}

extension UtteranceAct {
    /// Goes on with, or takes back part of, the last change.
    var isAdjustment: Bool { act == .more || act == .less }
}

/// What is wrong with a corpus, and where.
public struct CorpusError: Error, CustomStringConvertible {
    struct Reason: Error { let text: String; init(_ text: String) { self.text = text } }

    public let line: Int
    public let reason: String

    public var description: String { "line \(line): \(reason)" }
}
