/// The words an encoder knows, with its configuration: the JSON file beside the weights.
public struct LanguageVocabulary: Codable, Sendable, Hashable {
    public static let padding = "<NULL>"
    public static let unknown = "<UNK>"
    /// The first entries of every vocabulary.
    public static let special = [padding, "<START>", "<END>", unknown]

    public var configuration: LanguageConfiguration
    /// Row of the embedding → word.
    public var words: [String]
    /// What each head's logits are divided by before the softmax, > 0, so that its probabilities can be believed; 1 if absent.
    public var temperatures: [String: Double]
    /// How sentences are cut into words; nil: `standard`.
    public var tokenization: Tokenization?

    /// How sentences are cut into words.
    public enum Tokenization: String, Codable, Sendable {
        case standard
        /// As the published encoder counts them.
        case published
    }

    public init(
        configuration: LanguageConfiguration, words: [String], temperatures: [String: Double] = [:], tokenization: Tokenization? = nil
    ) {
        self.configuration = configuration
        self.words = words
        self.temperatures = temperatures
        self.tokenization = tokenization
    }

    /// The words of a sentence, of which there are at most `Tokenizer.maximumWords`.
    func words(of text: String) -> [String] {
        switch tokenization ?? .standard {
        case .standard: Tokenizer.words(text)
        case .published: Tokenizer.publishedWords(text)
        }
    }

    /// The words that occur at least `minimum` times in the texts, in code-point order after the special entries.
    public init(configuration: LanguageConfiguration, texts: some Sequence<String>, minimum: Int = 2) {
        var counts: [String: Int] = [:]
        for text in texts {
            for word in Tokenizer.words(text) { counts[word, default: 0] += 1 }
        }
        self.init(configuration: configuration, words: Self.special + counts.filter { $0.value >= minimum }.keys.sorted())
    }
}

/// Words → rows of the embedding.
public struct WordIndex: Sendable {
    private let rows: [String: Int]
    /// The row of words that are not in the vocabulary.
    public let unknown: Int

    public init(_ vocabulary: LanguageVocabulary) {
        rows = Dictionary(vocabulary.words.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        unknown = rows[LanguageVocabulary.unknown] ?? 0
    }

    public func row(_ word: String) -> Int { rows[word] ?? unknown }

    /// Whether the word is in the vocabulary.
    public func knows(_ word: String) -> Bool { rows[word] != nil }
}
