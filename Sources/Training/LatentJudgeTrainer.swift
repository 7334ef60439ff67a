public import FaceAttributes
public import FaceModels
import Tensor

/// Distils a judge in latent space from a labelled pool of codes.
public struct LatentJudgeTrainer {
    public let configuration: LatentJudgeConfiguration
    private let pool: LatentPool
    /// Weight of the squared distance of the embeddings beside the cross-entropies of the degrees.
    private static let embeddingWeight: Float = 2

    /// The tenth of the pool at its end is kept to measure with.
    public init(_ pool: LatentPool, hidden: Int = 768) {
        self.pool = pool
        configuration = LatentJudgeConfiguration(
            width: pool.walkers.shape[1], hidden: hidden, embedding: pool.embeddings.shape[1])
    }

    private var shown: Int { pool.count - pool.count / 10 }

    public func train(
        _ schedule: TrainingSchedule, checkpoint: String? = nil, progress: (TrainingProgress) -> Void
    ) throws -> Parameters {
        var run = try TrainingRun(
            LatentJudge.initialParameters(configuration, seed: schedule.seed), schedule, checkpoint: checkpoint)
        try run.run(progress: progress) { step, parameters in
            var random = schedule.random(at: step)
            let indices = (0..<schedule.batch).map { _ in Int.random(in: 0..<shown, using: &random) }
            let reading = try LatentJudge(configuration, parameters)(pool.walkers.gatheringRows(indices))
            let degrees = zip(reading.logits, pool.probabilities).map { $0.crossEntropy($1.gatheringRows(indices)) }
            let apart = (reading.embedding - pool.embeddings.gatheringRows(indices)).squared().sum() * (1 / Float(schedule.batch))
            return degrees.dropFirst().reduce(degrees[0], +) + apart * Self.embeddingWeight
        }
        return run.parameters
    }

    /// The mean |expected degree − predictor's| of every attribute over the codes that were not shown.
    public func heldOutErrors(_ judge: LatentJudge) -> [Attribute: Double] {
        let rows = Array(shown..<pool.count)
        let read = judge.degrees(judge(pool.walkers.gatheringRows(rows)))
        var errors: [Attribute: Double] = [:]
        for attribute in Attribute.allCases {
            let sum = zip(read, rows).reduce(0.0) { $0 + abs($1.0[attribute] - pool.degrees[$1.1][attribute]) }
            errors[attribute] = sum / Double(max(1, rows.count))
        }
        return errors
    }
}
