public import Tensor

/// Sentences of all languages in batches, and the loss of the network on one: what training needs of the encoder.
public struct UtteranceLesson: Sendable {
    private let noises: [UtteranceNoise]
    private let languages: [Int]
    private let order: [[Int]]
    private let seed: UInt64
    private let all: [MarkedUtterance]
    public let vocabulary: UtteranceVocabulary
    private let index: UtteranceIndex

    /// Batches whose sentences are sorted by length together.
    private static let group = 8

    /// - Parameters:
    ///   - shares: what is drawn of each language.
    ///   - batch: sentences a step.
    public init(_ configuration: UtteranceConfiguration, shares: [UtteranceShare], batch: Int, seed: UInt64) {
        let sentences = shares.enumerated().flatMap { language, share in
            share.sentences(seed: seed).map { (sentence: $0, language: language) }
        }
        self.init(configuration, sentences, noises: shares.map { $0.language.noise($0.spellings) }, minimum: 4, batch: batch, seed: seed)
    }

    /// The same few sentences over and over, undisturbed.
    init(_ configuration: UtteranceConfiguration, sentences: [MarkedUtterance], epochs: Int, batch: Int, seed: UInt64) {
        let all = (0..<epochs).flatMap { _ in sentences.map { (sentence: $0, language: 0) } }
        self.init(configuration, all, noises: [], minimum: 1, batch: batch, seed: seed)
    }

    private init(
        _ configuration: UtteranceConfiguration, _ sentences: [(sentence: MarkedUtterance, language: Int)], noises: [UtteranceNoise],
        minimum: Int, batch: Int, seed: UInt64
    ) {
        self.noises = noises
        self.seed = seed
        var random = DialogRandom(seed: seed ^ 0x5EED)
        var drawn = sentences.filter { !$0.sentence.tokens.isEmpty }
        drawn.shuffle(using: &random)
        all = drawn.map(\.sentence)
        languages = drawn.map(\.language)
        vocabulary = UtteranceVocabulary(configuration: configuration, sentences: all, minimum: minimum)
        index = UtteranceIndex(vocabulary)
        var order: [[Int]] = []
        let size = max(2, batch)
        for start in stride(from: 0, to: drawn.count, by: size * Self.group) {
            let group = start..<min(start + size * Self.group, drawn.count)
            let sorted = group.sorted { (drawn[$0].sentence.tokens.count, $0) < (drawn[$1].sentence.tokens.count, $1) }
            var batches = stride(from: 0, to: sorted.count, by: size).map { Array(sorted[$0..<min($0 + size, sorted.count)]) }
            batches.shuffle(using: &random)
            order += batches.filter { $0.count > 1 }
        }
        self.order = order
    }

    /// Steps until every sentence was seen once.
    public var steps: Int { order.count }
    public var count: Int { all.count }

    /// The mean of the heads' cross-entropies on one batch, its sentences disturbed.
    public func loss(step: Int, tensor: (String, [Int]) throws(WeightFileError) -> Tensor) throws(WeightFileError) -> Tensor {
        var random = DialogRandom(seed: seed &+ UInt64(step) &* 0x9E37_79B9)
        let batch = order[step].map { noises.isEmpty ? all[$0] : noises[languages[$0]].disturbed(all[$0], random: &random) }
        let network = try UtteranceNetwork(vocabulary.configuration, words: vocabulary.words.count, tensor: tensor)
        return loss(network, batch, hiding: noises.isEmpty ? 0 : 0.15, keeping: noises.isEmpty ? 1 : 0.85, random: &random)
    }

    /// - Parameter hiding: how often a known word has to be understood by its pieces.
    private func loss(
        _ network: UtteranceNetwork, _ batch: [MarkedUtterance], hiding: Double, keeping: Float, random: inout DialogRandom
    ) -> Tensor {
        var masks = RandomSource(seed: random.next())
        let entries = batch.map { sentence in
            sentence.context.tokens.map { index.entry($0) }
                + sentence.tokens.prefix(UtteranceTokenizer.maximumTokens).map { index.entry($0, hidden: random.unit() < hiding) }
        }
        let before = DialogContext(kind: .start).tokens.count
        let logits = network.logits(entries, keeping: keeping, random: &masks)
        let acts = batch.map { UtteranceAct.all.firstIndex(of: $0.act) }
        var marks = [Int?](repeating: nil, count: logits.marks.shape[0])
        var rows: [Int] = []
        var labels: [WishLabel] = []
        for (i, sentence) in batch.enumerated() {
            for t in before..<entries[i].count { marks[t * batch.count + i] = UtteranceMark.none.rawValue }
            for end in sentence.ends where before + end.position < entries[i].count {
                let row = (before + end.position) * batch.count + i
                marks[row] = (end.isKeep ? UtteranceMark.keep : .wish).rawValue
                rows.append(row)
                labels.append(end.label)
            }
        }
        var total = logits.acts.crossEntropy(acts, smoothing: 0.03) + logits.marks.crossEntropy(marks, smoothing: 0.01) * 4
        if !rows.isEmpty {
            for (head, logits) in zip(WishHead.allCases, network.wishes(logits, at: rows)) {
                let answers = labels.map(head.answer)
                if answers.contains(where: { $0 != nil }) { total = total + logits.crossEntropy(answers, smoothing: 0.02) }
            }
        }
        return total
    }

    /// For each head the temperature, of a few, at which its probabilities fit other sentences best; disturbed ones.
    public func temperatures(of tensors: [String: Tensor], on others: [MarkedUtterance]) throws(WeightFileError) -> [String: Double] {
        let network = try UtteranceNetwork(vocabulary.configuration, words: vocabulary.words.count) {
            (name, shape) throws(WeightFileError) in
            guard let tensor = tensors[name] else { throw .missing(tensor: name) }
            return tensor
        }
        var random = DialogRandom(seed: seed)
        var masks = RandomSource(seed: 1)
        let batch = others.prefix(1200).map { noises.first?.disturbed($0, random: &random) ?? $0 }
        let entries = batch.map { ($0.context.tokens + $0.tokens.prefix(UtteranceTokenizer.maximumTokens)).map { index.entry($0) } }
        let logits = network.logits(entries, random: &masks)
        let acts = batch.map { UtteranceAct.all.firstIndex(of: $0.act) }
        let best = [0.6, 0.7, 0.8, 0.9, 1, 1.25, 1.5, 2].min { a, b in
            (logits.acts * Float(1 / a)).crossEntropy(acts).scalar < (logits.acts * Float(1 / b)).crossEntropy(acts).scalar
        }
        return ["act": best ?? 1]
    }
}
