public import Dialog
import FaceModels
public import Foundation
import Tensor

/// How the utterance encoder is trained.
public struct UtteranceTraining: Sendable {
    public var configuration = UtteranceConfiguration()
    /// Sentences drawn of each language; each is seen once, disturbed.
    public var shares: [UtteranceShare] = UtteranceLanguage.allCases.map { UtteranceShare($0, grammar: 400_000) }
    public var batch = 96
    public var learningRate: Float = 2.5e-3
    public var seed: UInt64 = 1
    /// An encoder of one network to go on from: its sizes hold, and the words it knows keep their vectors.
    public var start: UtteranceFiles?

    public init() {}
}

/// Trains the utterance encoder on sentences of grammars and corpora: cross-entropy of all heads, Adam.
///
/// - Parameters:
///   - folder: where `language.safetensors` and `vocabulary.json` are written.
///   - checkpoint: a file to resume from and to write now and then.
///   - progress: called about every ten seconds.
/// - Returns: steps, sentences, words and parameters.
public func trainUtteranceEncoder(
    _ training: UtteranceTraining, to folder: URL, checkpoint: String?, progress: (TrainingProgress) -> Void
) throws -> [String: Double] {
    let known = training.start?.committee.members.first
    let configuration = known?.configuration ?? training.configuration
    let lesson = UtteranceLesson(configuration, shares: training.shares, batch: training.batch, seed: training.seed)
    let words = lesson.vocabulary.words
    var fresh = UtteranceNetwork.initialTensors(configuration, words: words.count, seed: training.seed)
    if let known, var learnt = training.start?.tensors.first, let vectors = fresh["words"], let old = learnt["words"] {
        learnt["words"] = vectors.takingRows(of: known.words, from: old, where: words)
        fresh.merge(learnt) { $1 }
    }
    let schedule = TrainingSchedule(
        steps: lesson.steps, batch: training.batch, learningRate: training.learningRate, weightDecay: 0.01, seed: training.seed)
    var run = try TrainingRun(Parameters(fresh), schedule, checkpoint: checkpoint, tables: UtteranceNetwork.tables)
    try run.run(progress: progress) { step, parameters in
        try lesson.loss(step: step) { (name, shape) throws(WeightFileError) in try parameters.tensor(name, shape) }
    }
    let tensors = run.parameters.tensors
    let others = training.shares[0].language.grammar(.heldOut).sentences(count: 1500, seed: training.seed &+ 99)
    var vocabulary = lesson.vocabulary
    vocabulary.temperatures = try lesson.temperatures(of: tensors, on: others)
    try UtteranceFiles(committee: UtteranceCommittee([vocabulary]), tensors: [tensors]).write(to: folder)
    return [
        "steps": Double(lesson.steps), "sentences": Double(lesson.count), "words": Double(words.count),
        "parameters": Double(tensors.values.reduce(0) { $0 + $1.count }),
    ]
}

extension Tensor {
    /// The rows of a table of word vectors, those of known words replaced by what another table holds for them.
    fileprivate func takingRows(of known: [String], from old: Tensor, where words: [String]) -> Tensor {
        let places = Dictionary(zip(known, 0...), uniquingKeysWith: { first, _ in first })
        let both = Tensor.concatenated([self, old], axis: 0)
        return both.gatheringRows(words.enumerated().map { row, word in places[word].map { words.count + $0 } ?? row })
    }
}
