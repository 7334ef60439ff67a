/// The words that one network of the utterance encoder knows, with its configuration.
public struct UtteranceVocabulary: Codable, Sendable, Hashable {
    public var configuration: UtteranceConfiguration
    /// Row of the embedding → word; row 0 stands for all unknown ones.
    public var words: [String]
    /// What the logits of a head are divided by before the softmax, > 0; 1 if absent.
    public var temperatures: [String: Double]

    public init(configuration: UtteranceConfiguration, words: [String], temperatures: [String: Double] = [:]) {
        self.configuration = configuration
        self.words = words
        self.temperatures = temperatures
    }

    /// The tokens that occur at least `minimum` times, the most frequent first, behind the unknown one and those of the contexts.
    public init(configuration: UtteranceConfiguration, sentences: some Sequence<MarkedUtterance>, minimum: Int) {
        var counts: [String: Int] = [:]
        for sentence in sentences {
            for token in sentence.tokens { counts[token, default: 0] += 1 }
        }
        self.init(
            configuration: configuration,
            words: ["<unknown>"] + DialogContext.allTokens
                + counts.filter { $0.value >= minimum }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key))
    }
}

/// Tokens → rows of the tables.
struct UtteranceIndex: Sendable {
    /// A token as rows: its own, 0 if it is unknown, and those of its pieces.
    struct Entry: Sendable, Hashable {
        var word: Int
        var pieces: [Int]
    }

    private let rows: [String: Int]
    private let buckets: Int
    private let spelling: SpellingRepair

    init(_ vocabulary: UtteranceVocabulary) {
        rows = Dictionary(vocabulary.words.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        buckets = vocabulary.configuration.pieces
        spelling = SpellingRepair(vocabulary.words)
    }

    /// The known word that an unknown one was meant to be; nil if there is none.
    func repaired(_ token: String) -> String? { rows[token] == nil ? spelling.repaired(token) : nil }

    func knows(_ token: String) -> Bool { rows[token] != nil }

    /// - Parameter hidden: treats a known word as unknown, so that its pieces have to carry it.
    func entry(_ token: String, hidden: Bool = false) -> Entry {
        if token.hasPrefix("<") { return Entry(word: rows[token] ?? 0, pieces: []) }
        let token = repaired(token) ?? token
        return Entry(word: hidden ? 0 : rows[token] ?? 0, pieces: Self.pieces(token, buckets))
    }

    /// Three to five letters in a row of the word between "<" and ">", hashed (FNV-1a).
    static func pieces(_ token: String, _ buckets: Int) -> [Int] {
        let letters = Array("<\(token)>".utf8)
        var rows: [Int] = []
        for length in 3...5 where letters.count >= length {
            for start in 0...letters.count - length {
                var hash: UInt32 = 2_166_136_261
                for letter in letters[start..<start + length] { hash = (hash ^ UInt32(letter)) &* 16_777_619 }
                rows.append(Int(hash % UInt32(buckets)))
            }
        }
        return rows
    }
}
