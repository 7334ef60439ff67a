import FaceAttributes
import FaceModels
import Foundation
import Tensor
import Testing

@testable import Training

private let tinyGenerator = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/tiny-generator/generator.safetensors").path

@Suite struct TrainingRunTests {
    private let schedule = TrainingSchedule(steps: 30, batch: 4, learningRate: 0.05, seed: 3)

    private func train(_ schedule: TrainingSchedule, checkpoint: String?, until stop: Int = .max) throws -> [Float] {
        struct Interrupted: Error {}
        var random = RandomSource(seed: 1)
        var run = try TrainingRun(Parameters(["x": random.normal([4, 3])]), schedule, checkpoint: checkpoint, checkpointInterval: 0)
        try? run.run(progress: { _ in }) { step, parameters in
            if step == stop { throw Interrupted() }
            var random = RandomSource(seed: UInt64(step))
            return (try parameters.tensor("x", [4, 3]) - random.normal([4, 3])).squared().sum()
        }
        return run.parameters["x"]!.values
    }

    @Test func `training lowers its loss and is the same for the same seed`() throws {
        let first = try train(schedule, checkpoint: nil)
        #expect(first == (try train(schedule, checkpoint: nil)))
        let norm = first.reduce(0) { $0 + $1 * $1 }
        var random = RandomSource(seed: 1)
        #expect(norm < random.normal([4, 3]).squared().sum().scalar)
    }

    @Test func `a run that goes on from its checkpoint ends where an uninterrupted one does`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString).safetensors").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try train(schedule, checkpoint: path, until: 17)
        #expect(try train(schedule, checkpoint: path) == train(schedule, checkpoint: nil))
    }

    @Test func `the learning rate rises, peaks and falls to nothing`() {
        let schedule = TrainingSchedule(steps: 100, batch: 1, learningRate: 1, seed: 0)
        #expect(schedule.learningRate(at: 0) < 0.5)
        #expect(schedule.learningRate(at: 3) == 1)
        #expect(schedule.learningRate(at: 50) < 1 && schedule.learningRate(at: 50) > 0.4)
        #expect(schedule.learningRate(at: 99) < 0.01)
    }
}

@Suite struct JudgeTrainingTests {
    @Test(arguments: [(0.3, [1.0, 0, 0, 0, 0, 0]), (1.25, [0, 0.75, 0.25, 0, 0, 0]), (5.0, [0, 0, 0, 0, 0, 1])])
    func `class targets have the continuous degree as their mean, and nothing shows below one half`(degree: Double, expected: [Double]) {
        let values = classTargets([degree], hiddenBelow: 0.5).values
        #expect(zip(values, expected).allSatisfy { abs(Double($0) - $1) < 1e-6 })
    }

    @Test func `the contrast is small when partners coincide and large when they are strangers`() {
        let together = Tensor([4, 2], [1, 0, 0, 1, 1, 0, 0, 1])
        let apart = Tensor([4, 2], [1, 0, 0, 1, 0, 1, 1, 0])
        #expect(IdentityTrainer.contrast(together, pairs: 2).scalar < 0.01)
        #expect(IdentityTrainer.contrast(apart, pairs: 2).scalar > 5)
    }
}

/// A landscape without pictures: the degree of each attribute is a linear function of the code, squeezed into 0…5.
private struct LinearSight: FaceSight {
    /// [5, width]
    let directions: Tensor

    func look(walker: Tensor, base: Tensor) -> FaceReading {
        let count = walker.shape[0]
        let degrees = walker.matmul(directions, transposeOther: true).sigmoid() * 5
        let logits = Attribute.allCases.map { attribute in
            // −2·(c − d)², up to what is the same for all classes: 4·c·d − 2·c².
            let degree = degrees.slice(axis: 1, attribute.index..<attribute.index + 1)
            let classes = Tensor([1, 6], (0..<6).map { 4 * Float($0) })
            return degree.matmul(classes).addingToChannels(Tensor([6], (0..<6).map { -2 * Float($0 * $0) }))
        }
        return FaceReading(logits: logits, embedding: walker.slice(axis: 1, 8..<12).normalizedRows(), realism: Tensor([count, 1]))
    }
}

@Suite struct FieldTrainingTests {
    private func pool(_ sight: LinearSight, count: Int) throws -> LatentPool {
        var random = RandomSource(seed: 8)
        let walkers = random.normal([count, 16])
        let reading = sight.look(walker: walkers, base: walkers)
        return LatentPool(
            walkers: walkers, bases: walkers, probabilities: reading.logits.map { $0.softmax() }, embeddings: reading.embedding)
    }

    private func landscape() -> LinearSight {
        var values = [Float](repeating: 0, count: 5 * 16)
        for attribute in 0..<5 { values[attribute * 16 + attribute] = 1 }
        return LinearSight(directions: Tensor([5, 16], values))
    }

    @Test(arguments: [EditingSpace.wPlus(layers: 4), .z])
    func `a trained field raises its attribute, lowers it backwards, and leaves the others`(space: EditingSpace) throws {
        Compute.setThreads(1)
        let generator = try Generator(contentsOf: tinyGenerator)
        let sight = landscape()
        let pool = try pool(sight, count: 400)
        let trainer = FieldTrainer(
            attribute: .smiling, generator: generator, space: space, pool: pool,
            weights: FieldLossWeights(identity: 0.05, discriminator: 0.1))
        let parameters = try trainer.train(
            from: SemanticField.initialParameters(width: 16, seed: 2), TrainingSchedule(steps: 500, batch: 32, learningRate: 3e-3, seed: 4),
            sight: sight, checkpoint: nil, progress: { _ in })
        let field = try SemanticField(width: 16, parameters)
        let offset = generator.step(field, at: pool.walkers, in: space)
        var change = [Double](repeating: 0, count: 5)
        for sign in [Float(1), -1] {
            let moved = pool.walkers + offset * sign
            let after = LatentPool.expected(sight.look(walker: moved, base: pool.bases).logits.map { $0.softmax() })
            for (before, after) in zip(pool.degrees, after) {
                for attribute in Attribute.allCases {
                    change[attribute.index] += Double(sign) * (after[attribute] - before[attribute]) / Double(2 * pool.count)
                }
            }
        }
        #expect(change[Attribute.smiling.index] > 0.5)
        for other in Attribute.allCases where other != .smiling { #expect(abs(change[other.index]) < 0.15) }
    }

    @Test func `a field fitted to true edits follows the curves of people whom it was not shown`() throws {
        Compute.setThreads(1)
        let generator = try Generator(contentsOf: tinyGenerator)
        var random = RandomSource(seed: 12)
        var curves: [Tensor] = []
        for _ in 0..<80 {
            // One more degree moves everybody along the first axis, and along the second by as much as the third says.
            let person = random.normal([1, 16])
            for degree in 0..<6 {
                var moved = person.values
                moved[0] += 0.3 * Float(degree)
                moved[1] += 0.1 * Float(degree) * person.values[2]
                curves.append(Tensor([1, 16], moved))
            }
        }
        let edits = TrueEdits(curves: Tensor.concatenated(curves, axis: 0))
        let trainer = FieldTrainer(
            attribute: .age, generator: generator, space: .wPlus(layers: 4), pool: try pool(landscape(), count: 20),
            weights: FieldLossWeights(), trueEdits: edits)
        let fresh = SemanticField.initialParameters(width: 16, seed: 2)
        #expect(try trainer.heldOutError(fresh, on: edits) > 0.8)
        let fitted = try trainer.fit(to: edits, from: fresh, TrainingSchedule(steps: 600, batch: 64, learningRate: 3e-3, seed: 4)) { _ in }
        let after = try trainer.heldOutError(fitted, on: edits)
        #expect(after < 0.3, "off by \(after)")
    }

    @Test func `a judge in latent space learns what the pool was labelled with`() throws {
        Compute.setThreads(1)
        let pool = try pool(landscape(), count: 600)
        let trainer = LatentJudgeTrainer(pool, hidden: 128)
        let parameters = try trainer.train(
            TrainingSchedule(steps: 300, batch: 64, learningRate: 2e-3, seed: 1), progress: { _ in })
        let errors = trainer.heldOutErrors(try LatentJudge(trainer.configuration, parameters))
        #expect(errors.count == Attribute.allCases.count)
        #expect(errors.values.allSatisfy { $0 < 0.5 })
        #expect(errors.values.reduce(0, +) / Double(errors.count) < 0.4)
    }

    @Test func `a pool comes back from its file`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("pool-\(UUID().uuidString).safetensors").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let pool = try pool(landscape(), count: 20)
        try pool.write(to: path)
        let again = try LatentPool(contentsOf: path)
        #expect(again.walkers.values == pool.walkers.values && again.degrees == pool.degrees)
    }
}
