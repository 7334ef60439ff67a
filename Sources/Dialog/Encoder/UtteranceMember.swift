import Tensor

/// One network of an utterance encoder, with the words it knows.
struct UtteranceMember: Sendable {
    private let vocabulary: UtteranceVocabulary
    private let network: UtteranceNetwork
    private let index: UtteranceIndex

    init(_ vocabulary: UtteranceVocabulary, tensor: (String, [Int]) throws(WeightFileError) -> Tensor) throws(WeightFileError) {
        network = try UtteranceNetwork(vocabulary.configuration, words: vocabulary.words.count, tensor: tensor)
        self.vocabulary = vocabulary
        index = UtteranceIndex(vocabulary)
    }

    /// What the network makes of one sentence, in probabilities.
    struct Opinion {
        /// [acts]
        let acts: [Float]
        /// [tokens · marks]
        let marks: [Float]
        /// For each head of wishes the probabilities of its classes at some tokens, [rows · classes].
        fileprivate let heads: ([Int]) -> [[Float]]

        func wishes(at rows: [Int]) -> [[Float]] { heads(rows) }
    }

    /// - Parameter tokens: those of the context, then those of the sentence.
    func opinion(on tokens: [String]) -> Opinion {
        var random = RandomSource(seed: 0)
        let logits = network.logits([tokens.map { index.entry($0) }], random: &random)
        return Opinion(acts: probabilities(logits.acts, "act"), marks: probabilities(logits.marks, "mark")) { rows in
            zip(WishHead.allCases, network.wishes(logits, at: rows)).map { probabilities($1, $0.rawValue) }
        }
    }

    private func probabilities(_ logits: Tensor, _ head: String) -> [Float] {
        let temperature = vocabulary.temperatures[head] ?? 1
        return (temperature.isFinite && temperature > 0 ? logits * Float(1 / temperature) : logits).softmax().values
    }
}
