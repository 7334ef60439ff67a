import FaceModels
import Foundation
import Tensor

/// How long and how fast a network is trained.
public struct TrainingSchedule: Sendable {
    public var steps: Int
    public var batch: Int
    /// The peak of the learning rate: it rises over the first 3 % of the steps and falls along a half cosine.
    public var learningRate: Float
    public var weightDecay: Float
    public var seed: UInt64

    public init(steps: Int, batch: Int, learningRate: Float, weightDecay: Float = 0, seed: UInt64) {
        self.steps = steps
        self.batch = batch
        self.learningRate = learningRate
        self.weightDecay = weightDecay
        self.seed = seed
    }

    /// Random numbers of one step, so that an interrupted run draws what an uninterrupted one would.
    func random(at step: Int) -> RandomSource { RandomSource(seed: seed &+ UInt64(step) &* 0x9E37) }

    func learningRate(at step: Int) -> Float {
        let warm = max(1, steps * 3 / 100)
        guard step >= warm else { return learningRate * Float(step + 1) / Float(warm) }
        return learningRate * 0.5 * (1 + cos(.pi * Float(step - warm) / Float(max(1, steps - warm))))
    }
}

/// A line of progress, about every ten seconds.
public struct TrainingProgress: Sendable, CustomStringConvertible {
    public let step, steps: Int
    public let loss: Float
    public let stepsPerSecond: Double

    public var description: String {
        let left = Double(steps - step) / max(stepsPerSecond, 1e-9)
        return String(format: "step %d of %d, loss %.4f, %.2f steps/s, %.0f s left", step, steps, loss, stepsPerSecond, left)
    }
}

/// Optimises named weights step by step, with checkpoints from which an interrupted run goes on.
struct TrainingRun {
    private(set) var parameters: Parameters
    private let schedule: TrainingSchedule
    private let checkpoint: String?
    private var adam: Adam
    private let checkpointInterval: Double

    /// - Parameters:
    ///   - parameters: fresh weights, replaced by those of the checkpoint if there is one.
    ///   - checkpoint: a file to write now and then, and to resume from.
    ///   - checkpointInterval: seconds between checkpoints.
    ///   - tables: the names of weights of which a step needs few rows.
    init(
        _ parameters: Parameters, _ schedule: TrainingSchedule, checkpoint: String?, checkpointInterval: Double = 120,
        tables: Set<String> = []
    ) throws {
        self.checkpointInterval = checkpointInterval
        self.parameters = parameters
        self.schedule = schedule
        self.checkpoint = checkpoint
        let names = parameters.trainableNames
        adam = Adam(
            names.map { parameters[$0]! }, learningRate: schedule.learningRate, beta2: 0.99, weightDecay: schedule.weightDecay, clipNorm: 5,
            tables: Set(names.indices.filter { tables.contains(names[$0]) }))
        if let checkpoint, FileManager.default.fileExists(atPath: checkpoint) { try resume(from: checkpoint) }
    }

    /// Runs to the end of the schedule.
    ///
    /// - Parameter loss: the loss of one step, from the step's number and weights that are leaves of a graph.
    mutating func run(progress: (TrainingProgress) -> Void, loss: (Int, Parameters) throws -> Tensor) throws {
        Compute.keepIdleMemory(upTo: 4 << 30)
        let clock = ContinuousClock()
        var reported = clock.now
        var saved = clock.now
        var reportedStep = adam.step
        var sum: Float = 0
        while adam.step < schedule.steps {
            let (tracked, leaves) = parameters.tracked()
            let value = try loss(adam.step, tracked)
            adam.learningRate = schedule.learningRate(at: adam.step)
            adam.update(parameters.trainableNames.map { parameters[$0]! }, with: gradients(of: value, for: leaves))
            sum += value.scalar
            let now = clock.now
            let elapsed = (now - reported) / .seconds(1)
            if elapsed > 10 || adam.step == schedule.steps {
                let steps = adam.step - reportedStep
                progress(
                    TrainingProgress(
                        step: adam.step, steps: schedule.steps, loss: sum / Float(steps), stepsPerSecond: Double(steps) / max(elapsed, 1e-9)
                    ))
                (reported, reportedStep, sum) = (now, adam.step, 0)
            }
            if (now - saved) / .seconds(1) > checkpointInterval {
                try save()
                saved = now
            }
        }
        try save()
    }

    private func save() throws {
        guard let checkpoint else { return }
        var tensors = parameters.tensors
        for (name, state) in zip(stateNames, adam.state) { tensors[name] = state }
        try writeSafeTensors(tensors, metadata: ["step": String(adam.step)], to: checkpoint)
    }

    private mutating func resume(from path: String) throws {
        let file = try SafeTensorsFile(path: path)
        for (name, tensor) in parameters.tensors {
            let stored = try file.tensor(name, tensor.shape)
            tensor.updateInPlace { target in stored.withValues { source in _ = target.update(fromContentsOf: source) } }
        }
        adam.restore(try stateNames.map { try file.tensor($0) }, step: Int(file.metadata["step"] ?? "") ?? 0)
    }

    private var stateNames: [String] {
        parameters.trainableNames.flatMap { ["optimizer.first.\($0)", "optimizer.second.\($0)"] }
    }
}
