import ArgumentParser
import FaceAttributes
import FaceModels
import Foundation
import Tensor
import Training

/// `talk-to-edit train latent-judge`: what walks look ahead with, distilled from the networks of a model folder.
struct TrainLatentJudge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "latent-judge", abstract: "Distil a judge of degrees in latent space from a model's own networks.")

    @OptionGroup var model: ModelOption

    @Option(help: "Faces to draw and label; a tenth of them is kept to measure with.")
    var count = 40_000

    @Option(help: "The faces, drawn once and kept in this file.")
    var pool = "out/networks/walks.safetensors"

    @Option(help: "Training steps.")
    var steps = 6000

    @Option(help: "Codes a step.")
    var batch = 256

    @Option(help: "Width of the two hidden layers.")
    var hidden = 768

    @Option(help: "Peak learning rate.")
    var rate: Float = 1e-3

    @Option(help: "Decoupled weight decay.")
    var decay: Float = 0.05

    @Option(help: "Seed of faces, weights and batches; evaluations draw their faces elsewhere.")
    var seed: UInt64 = 3_000_017

    @Option(help: "Threads.")
    var threads = 2

    @Option(help: "A file to write checkpoints to and to resume from.")
    var checkpoint: String?

    @Option(name: .shortAndLong, help: "The weight file to write.")
    var output = "out/networks/latent_judge.safetensors"

    func validate() throws {
        guard count >= 100, steps > 0, batch > 1, hidden > 0, threads > 0, rate > 0 else {
            throw ValidationError("--count takes at least 100; steps, batch, hidden, rate and threads must be positive")
        }
    }

    func run() throws {
        Compute.setThreads(threads)
        let pool = try faces()
        let trainer = LatentJudgeTrainer(pool, hidden: hidden)
        let schedule = TrainingSchedule(steps: steps, batch: batch, learningRate: rate, weightDecay: decay, seed: seed)
        let parameters = try trainer.train(schedule, checkpoint: checkpoint, progress: report)
        let errors = trainer.heldOutErrors(try LatentJudge(trainer.configuration, parameters))
        var scores: [String: Double] = [:]
        for (attribute, error) in errors.sorted(by: { $0.key.index < $1.key.index }) {
            print(String(format: "%@: errs by %.3f degrees on faces it was not shown", attribute.rawValue, error))
            scores["\(attribute.rawValue)_mean_error"] = error
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let json = String(decoding: try encoder.encode(trainer.configuration), as: UTF8.self)
        try writeSafeTensors(parameters.tensors, metadata: ["configuration": json], to: output)
        try writeRecord(
            data: "\(pool.count) faces of the generator, three in four moved along the fields", seed: seed, steps: steps, scores: scores,
            to: (output as NSString).deletingPathExtension + ".json")
    }

    private func faces() throws -> LatentPool {
        if FileManager.default.fileExists(atPath: pool) { return try LatentPool(contentsOf: pool) }
        let model = try model.load()
        let sight = GeneratorSight(
            generator: model.generator, predictor: try model.requiredPredictor(), identity: try model.requiredIdentity(),
            discriminator: nil, space: model.space)
        let drawn = try LatentPool.draw(count: count, seed: seed, through: sight, along: model.fields) { done, total in
            if done % 1600 == 0 { Terminal.line("\(done) of \(total) faces") }
        }
        try FileManager.default.createDirectory(
            at: URL(fileURLWithPath: pool).deletingLastPathComponent(), withIntermediateDirectories: true)
        try drawn.write(to: pool)
        return drawn
    }
}
