public import Dialog
import FaceAttributes
import FaceModels
public import Foundation
import Tensor

/// How the language encoder is trained.
public struct LanguageTraining: Sendable {
    public var configuration = LanguageConfiguration(hidden: 192)
    /// Requests drawn anew for every epoch.
    public var sentences = 20_000
    public var epochs = 8
    public var batch = 128
    /// Requests of each evaluation set; those that training saw are left out of it.
    public var evaluationSentences = 4000
    public var learningRate: Float = 2e-3
    public var seed: UInt64 = 1

    public init() {}
}

/// How often an encoder is right on one set of sentences.
public struct LanguageAccuracy: Codable, Sendable {
    public var sentences = 0
    /// By head; "act" stands for the act heads of the four contexts together.
    public var heads: [String: Double] = [:]
    /// Share of sentences of which everything is read as meant.
    public var all = 0.0
    /// Share of the sentences that ask for no edit at which an edit is understood with confidence.
    public var unaskedEdits = 0.0
    /// Share of the sentences that ask for an edit whose reading is below the threshold of confidence.
    public var unsure = 0.0
}

/// What came of a training run.
public struct LanguageScores: Codable, Sendable {
    public var seed: UInt64
    public var steps: Int
    public var sentences: Int
    public var vocabulary: Int
    public var parameters: Int
    public var templates: Int
    public var seconds: Double
    /// Fresh sentences of the templates of training.
    public var validation, test: LanguageAccuracy
    /// Sentences of templates that training never saw.
    public var heldOutTemplates: LanguageAccuracy

    /// The numbers under one name each.
    public var flat: [String: Double] {
        var numbers: [String: Double] = [:]
        for (name, score) in [("validation", validation), ("test", test), ("held_out_templates", heldOutTemplates)] {
            for (head, accuracy) in score.heads { numbers["\(name).\(head)"] = accuracy }
            numbers["\(name).all"] = score.all
            numbers["\(name).unasked_edits"] = score.unaskedEdits
            numbers["\(name).unsure"] = score.unsure
        }
        return numbers
    }
}

/// Trains the language encoder on requests of the grammar (section 4.6 of the paper: cross-entropy of all heads, Adam).
///
/// - Parameters:
///   - folder: where `language.safetensors` and `vocabulary.json` are written.
///   - progress: called about every ten seconds.
/// - Returns: the accuracies on sentences training did not see.
public func trainLanguageEncoder(
    _ training: LanguageTraining, to folder: URL, progress: (TrainingProgress) -> Void
) throws -> LanguageScores {
    let clock = ContinuousClock()
    let start = clock.now
    let grammar = RequestGrammar(.training)
    let epochs = max(1, training.epochs)
    let drawn = grammar.sentences(count: training.sentences * epochs, seed: training.seed)
    let vocabulary = LanguageVocabulary(configuration: training.configuration, texts: drawn.map(\.text), minimum: 3)
    let noise = LanguageNoise(vocabulary)
    let batches = LanguageBatches(drawn, batch: training.batch, noise: noise, seed: training.seed)

    let fresh = LanguageNetwork.initialTensors(training.configuration, words: vocabulary.words.count, seed: training.seed)
    let schedule = TrainingSchedule(
        steps: batches.count, batch: training.batch, learningRate: training.learningRate, weightDecay: 0.01, seed: training.seed)
    var run = try TrainingRun(Parameters(fresh), schedule, checkpoint: nil)
    try run.run(progress: progress) { step, parameters in
        let network = try LanguageNetwork(training.configuration, words: vocabulary.words.count) { (name, shape) throws(WeightFileError) in
            try parameters.tensor(name, shape)
        }
        let samples = batches[step]
        // Batches are alike in length, so their statistics differ from those of all sentences: the last part of training
        // normalises by the running averages, as serving does.
        let ownStatistics = step < schedule.steps * 3 / 5
        let losses = network.logits(samples.map(\.words), training: ownStatistics).enumerated().map { head, logits in
            logits.crossEntropy(samples.map { $0.classes[head] })
        }
        return losses.dropFirst().reduce(losses[0], +) * (1 / Float(losses.count))
    }

    let tensors = run.parameters.tensors
    let seen = Set(drawn.map(sentenceKey))
    func unseen(_ portion: RequestGrammar.Portion, _ offset: UInt64) -> [LabelledSentence] {
        let sentences = RequestGrammar(portion).sentences(count: training.evaluationSentences, seed: training.seed &+ offset)
        return sentences.filter { !seen.contains(sentenceKey($0)) }
    }
    let validation = unseen(.training, 1_000_001)
    var calibrated = vocabulary
    calibrated.temperatures = try temperatures(vocabulary, tensors, validation, noise: noise, seed: training.seed)
    let encoder = try LanguageEncoder(calibrated, tensors: tensors)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try writeSafeTensors(tensors, to: folder.appendingPathComponent(LanguageEncoder.weightsName).path)
    let json = JSONEncoder()
    json.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try json.encode(calibrated).write(to: folder.appendingPathComponent(LanguageEncoder.vocabularyName), options: .atomic)
    return LanguageScores(
        seed: training.seed, steps: schedule.steps, sentences: drawn.count, vocabulary: vocabulary.words.count,
        parameters: tensors.values.reduce(0) { $0 + $1.count }, templates: Set(RequestTemplate.all.map(\.pattern.source)).count,
        seconds: (clock.now - start) / .seconds(1), validation: accuracy(of: encoder, on: validation),
        test: accuracy(of: encoder, on: unseen(.training, 2_000_003)),
        heldOutTemplates: accuracy(of: encoder, on: unseen(.heldOut, 3_000_017)))
}

private func sentenceKey(_ sentence: LabelledSentence) -> String {
    sentence.context.rawValue + " " + Tokenizer.words(sentence.text).joined(separator: " ")
}

/// The sentences of all epochs in batches, disturbed and roughly sorted by length, so that little padding is computed.
private struct LanguageBatches {
    private let sentences: [LabelledSentence]
    private let noise: LanguageNoise
    private let seed: UInt64
    /// Batches whose sentences are sorted by length together.
    private static let group = 8

    let count: Int
    private let order: [[Int]]

    init(_ sentences: [LabelledSentence], batch: Int, noise: LanguageNoise, seed: UInt64) {
        let size = max(2, batch)
        self.sentences = sentences
        self.noise = noise
        self.seed = seed
        var random = DialogRandom(seed: seed ^ 0x5EED)
        let lengths = sentences.map { Tokenizer.words($0.text).count }
        var order: [[Int]] = []
        let width = size * Self.group
        for start in stride(from: 0, to: sentences.count, by: width) {
            // The sentences are independent draws, so their order is random as it is.
            let sorted = (start..<min(start + width, sentences.count)).sorted { (lengths[$0], $0) < (lengths[$1], $1) }
            var batches = stride(from: 0, to: sorted.count, by: size).map { Array(sorted[$0..<min($0 + size, sorted.count)]) }
            batches.shuffle(using: &random)
            order += batches.filter { $0.count > 1 }
        }
        self.order = order
        count = order.count
    }

    subscript(step: Int) -> [LanguageSample] {
        var random = DialogRandom(seed: seed &+ UInt64(step) &* 0x9E37_79B9)
        return order[step].compactMap { noise.disturbed(sentences[$0], random: &random) }
    }
}

/// For each head the temperature, of a few, at which its probabilities fit disturbed sentences best.
private func temperatures(
    _ vocabulary: LanguageVocabulary, _ tensors: [String: Tensor], _ sentences: [LabelledSentence], noise: LanguageNoise, seed: UInt64
) throws -> [String: Double] {
    let network = try LanguageNetwork(vocabulary.configuration, words: vocabulary.words.count) { (name, shape) throws(WeightFileError) in
        try Parameters(tensors).tensor(name, shape)
    }
    var random = DialogRandom(seed: seed)
    let samples = sentences.prefix(1500).compactMap { noise.disturbed($0, random: &random) }
    guard !samples.isEmpty else { return [:] }
    let logits = network.logits(samples.map(\.words))
    var chosen: [String: Double] = [:]
    for (index, head) in vocabulary.configuration.heads.enumerated() {
        let labels = samples.map { $0.classes[index] }
        let candidates: [Float] = [1, 1.25, 1.5, 1.75, 2, 2.5, 3]
        let best = candidates.min { logits[index].scaledLoss(labels, $0) < logits[index].scaledLoss(labels, $1) }
        chosen[head.name] = Double(best ?? 1)
    }
    return chosen
}

extension Tensor {
    fileprivate func scaledLoss(_ labels: [Int?], _ temperature: Float) -> Float { (self * (1 / temperature)).crossEntropy(labels).scalar }
}

/// Compares what an encoder understands with what was meant.
public func accuracy(of encoder: LanguageEncoder, on sentences: [LabelledSentence]) -> LanguageAccuracy {
    var right: [String: (right: Int, of: Int)] = [:]
    var (all, unasked, asked, unsure) = (0, 0, 0, 0)
    for sentence in sentences {
        let answers = encoder.classes(sentence.text)
        var complete = true
        for (head, expected) in zip(encoder.configuration.heads, encoder.configuration.classes(of: sentence.label, in: sentence.context)) {
            guard let expected else { continue }
            let name = head.name == sentence.context.rawValue ? "act" : head.name
            let hit = answers[head.name] == head.classes[expected]
            right[name, default: (0, 0)].of += 1
            if hit { right[name, default: (0, 0)].right += 1 } else { complete = false }
        }
        if complete { all += 1 }
        let context = DialogContext(kind: sentence.context, attribute: .smiling)
        let understanding = encoder.understand(sentence.text, in: context)
        let sure = understanding.confidence >= DialogState.confidenceThreshold
        let requests: Set<Act> = [.request, .yesRequest, .noRequest]
        if requests.contains(sentence.label.act) {
            asked += 1
            if !sure { unsure += 1 }
        } else if requests.contains(understanding.act), sure {
            unasked += 1
        }
    }
    return LanguageAccuracy(
        sentences: sentences.count, heads: right.mapValues { Double($0.right) / Double(max(1, $0.of)) },
        all: Double(all) / Double(max(1, sentences.count)), unaskedEdits: Double(unasked) / Double(max(1, sentences.count - asked)),
        unsure: Double(unsure) / Double(max(1, asked)))
}
