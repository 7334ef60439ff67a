import FaceAttributes

/// A reply of which a part may be said in other words, and the rules those words are held to.
///
/// From its first question on a reply stays word for word, for the next "yes" or "no" is understood by that question. What
/// stands before it may be put otherwise, as long as it tells the same of the face. The rules cannot know what a sentence
/// means, a dropped "not" passes them; they see to it that nothing is shown that the reply did not speak of.
public struct Rewording: Sendable, Hashable {
    /// The most characters of a statement, in its old words and in the new ones.
    public static let longest = 400

    /// What may be said in other words: fixed phrases with the words for attributes and degrees, and no question.
    public let statement: String
    /// The question and what follows it; empty for a reply that asks nothing.
    private let rest: String

    /// - Parameter text: a reply of the Talk module.
    /// - Returns: nil for a reply that is nothing but a question, or whose statement is too long.
    public init?(of text: String) {
        var end = text.endIndex
        if let mark = text.firstIndex(of: "?") {
            // The sentence of the question begins after the last stop before it.
            let stop = text[..<mark].lastIndex { ".!".contains($0) }
            end = stop.map(text.index(after:)) ?? text.startIndex
        }
        statement = String(text[..<end])
        rest = String(text[end...].drop(while: \.isWhitespace))
        guard !statement.isEmpty, statement.count <= Self.longest else { return nil }
    }

    /// The reply with its statement in other words.
    ///
    /// - Parameter words: any text.
    /// - Returns: nil when the words break a rule: one paragraph of at most `longest` characters, whole sentences, plain
    ///   punctuation, no question, no number and no attribute that the statement lacks, and all it says of degrees and
    ///   directions in the same terms and order.
    public func reply(saying words: String) -> String? {
        let words = words.split(separator: " ").joined(separator: " ")
        guard words.count <= Self.longest, words.last == "." || words.last == "!", Self.isPlain(words),
            Self.numbers(in: words).isSubset(of: Self.numbers(in: statement)),
            Self.attributes(in: words).isSubset(of: Self.attributes(in: statement)),
            Self.facts(in: words) == Self.facts(in: statement)
        else { return nil }
        return rest.isEmpty ? words : words + " " + rest
    }

    // MARK: Rules

    /// Letters of Latin script, digits and the marks of plain prose: no line breaks, no markup, no addresses.
    private static func isPlain(_ text: String) -> Bool {
        var followsStop = false
        for scalar in text.unicodeScalars {
            let isWord = scalar.value < 0x250 && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            guard isWord || " .,;:!()-–—'’\"“”„".unicodeScalars.contains(scalar) else { return false }
            // "example.com", "localhost:80": in prose a space follows.
            if isWord && followsStop { return false }
            followsStop = scalar == "." || scalar == ":"
        }
        return true
    }

    private static func words(of text: String) -> [Substring] { text.lowercased().split { !$0.isLetter && !$0.isNumber } }

    private static func numbers(in text: String) -> Set<Substring> {
        Set(words(of: text).filter { spelledNumbers.contains($0) || $0.contains(where: \.isNumber) })
    }

    private static func attributes(in text: String) -> Set<Attribute> {
        let words = words(of: text)
        return Set(stems.filter { stem in words.contains { $0.hasPrefix(stem.word) } }.map(\.attribute))
    }

    /// The phrases for degrees, changes and directions, as they follow one another; of two at the same place the longer.
    private static func facts(in text: String) -> [String] {
        var facts: [String] = []
        var rest = text.lowercased()[...]
        while !rest.isEmpty {
            let found = phrases.first { rest.hasPrefix($0.words) && rest.dropFirst($0.words.count).first?.isLetter != true }
            if let found { facts.append(found.fact) }
            rest = found.map { rest.dropFirst($0.words.count) } ?? rest.drop(while: \.isLetter)
            rest = rest.drop { !$0.isLetter }
        }
        return facts
    }

    // MARK: Words

    /// What the Talk module says of degrees and changes in all languages, the longest first; `fact` is the same in every case of a noun.
    private static let phrases: [(words: String, fact: String)] = {
        var phrases: [String: String] = [:]
        for wording in UtteranceLanguage.allCases.map(\.wording) {
            for term in terms(wording) {
                for form in term.forms.values { phrases[form.lowercased()] = term.plain.lowercased() }
            }
        }
        return phrases.map { (words: $0.key, fact: $0.value) }.sorted { ($0.words.count, $0.words) > ($1.words.count, $1.words) }
    }()

    private static func terms(_ wording: any Wording.Type) -> [Term] {
        Attribute.allCases.flatMap { attribute in
            (0...5).flatMap { [wording.level(attribute, $0), wording.detail(attribute, $0)] }
                + [Direction.increase, .decrease].flatMap { direction in
                    [0, 2.5, 5].map { wording.change(attribute, direction, from: $0) }
                        + [wording.about(attribute, direction)["comparative"]].compactMap(\.self)
                }
        }
    }

    /// How words begin that speak of an attribute.
    private static let stems: [(attribute: Attribute, word: String)] = [
        (.bangs, "bangs fringe forehead hair pony stirn haar"),
        (.eyeglasses, "glasses eyeglass sunglass frame rimless spectacle lens brille sonnenbrille gestell gläser"),
        (.beard, "beard stubble moustache mustache whisker chin cheek bart vollbart dreitagebart stoppel schnurr kinn wangen"),
        (.smiling, "smil laugh grin teeth tooth mouth lips läch lach grins zähne mund lippen"),
        (.age, "age old young year child kid teen thirties forties fifties sixties alte älter jung jüng jahre kinder"),
    ].flatMap { attribute, words in words.split(separator: " ").map { (attribute, String($0)) } }

    /// One is missing, being more often a pronoun or an article.
    private static let spelledNumbers = Set(
        """
        two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred \
        twenties thirties forties fifties sixties seventies eighties nineties zwei drei vier fünf sechs sieben acht neun zehn elf \
        zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert
        """.split(separator: " "))
}
