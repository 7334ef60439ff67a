/// How many training sentences of one language are drawn, and from what.
public struct UtteranceShare: Sendable {
    public var language: UtteranceLanguage
    /// Sentences that the grammar makes.
    public var grammar: Int
    /// Sentences drawn from the corpus.
    public var written: Int
    public var corpus: UtteranceCorpus?
    /// How the sentences of both may be misspelt.
    public var spellings = UtteranceSpellings()

    public init(_ language: UtteranceLanguage, grammar: Int, written: Int = 0, corpus: UtteranceCorpus? = nil) {
        self.language = language
        self.grammar = grammar
        self.written = written
        self.corpus = corpus
    }

    /// Equal seeds give equal sentences.
    func sentences(seed: UInt64) -> [MarkedUtterance] {
        language.grammar().sentences(count: grammar, seed: seed) + (corpus?.sentences(count: written, seed: seed) ?? [])
    }
}
