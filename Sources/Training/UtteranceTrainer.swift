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

    public init() {}
}

/// Trains the utterance encoder on sentences of the grammars: cross-entropy of all heads, Adam.
///
/// - Parameters:
///   - folder: where `language.safetensors` and `vocabulary.json` are written.
///   - checkpoint: a file to resume from and to write now and then.
///   - progress: called about every ten seconds.
/// - Returns: steps, sentences, words and parameters.
public func trainUtteranceEncoder(
    _ training: UtteranceTraining, to folder: URL, checkpoint: String?, progress: (TrainingProgress) -> Void
) throws -> [String: Double] {
    let lesson = UtteranceLesson(training.configuration, shares: training.shares, batch: training.batch, seed: training.seed)
    let words = lesson.vocabulary.words.count
    let fresh = UtteranceNetwork.initialTensors(training.configuration, words: words, seed: training.seed)
    let schedule = TrainingSchedule(
        steps: lesson.steps, batch: training.batch, learningRate: training.learningRate, weightDecay: 0.01, seed: training.seed)
    var run = try TrainingRun(Parameters(fresh), schedule, checkpoint: checkpoint)
    try run.run(progress: progress) { step, parameters in
        try lesson.loss(step: step) { (name, shape) throws(WeightFileError) in try parameters.tensor(name, shape) }
    }
    let tensors = run.parameters.tensors
    let others = training.shares[0].language.grammar(.heldOut).sentences(count: 1500, seed: training.seed &+ 99)
    var vocabulary = lesson.vocabulary
    vocabulary.temperatures = try lesson.temperatures(of: tensors, on: others)
    try UtteranceFiles(committee: UtteranceCommittee([vocabulary]), tensors: [tensors]).write(to: folder)
    return [
        "steps": Double(lesson.steps), "sentences": Double(lesson.count), "words": Double(words),
        "parameters": Double(tensors.values.reduce(0) { $0 + $1.count }),
    ]
}
