public import ArgumentParser
public import FaceAttributes
import FaceModels
import Foundation
import Tensor
import Training

/// Where the networks that a field is trained with lie, and the space it walks in.
struct FieldTrainingOptions: ParsableArguments {
    @Option(help: "The folder with generator, discriminator, predictor and identity network; the result is written there too.")
    var networks = "out/networks"

    @Option(help: "How many layers of w+ the field moves; 0 walks in Z instead.")
    var layers = 8

    @Option(help: "Threads.")
    var threads = 2

    var space: EditingSpace { EditingSpace(layers: layers) }

    func path(_ file: String) -> String { (networks as NSString).appendingPathComponent(file) }

    func sight() throws -> GeneratorSight {
        GeneratorSight(
            generator: try Generator(contentsOf: path("generator.safetensors")),
            predictor: try AttributePredictor(contentsOf: path("predictor.safetensors")),
            identity: try IdentityNetwork(contentsOf: path("identity.safetensors")),
            discriminator: try Discriminator(contentsOf: path("discriminator.safetensors")), space: space)
    }
}

struct TrainPool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pool", abstract: "Draw and label the random faces that the fields are trained on.")

    @OptionGroup var options: FieldTrainingOptions

    @Option(help: "Faces.")
    var count = 4000

    @Option(help: "Seed of the faces.")
    var seed: UInt64 = 1_000_003

    func run() throws {
        Compute.setThreads(options.threads)
        let pool = try LatentPool.draw(count: count, seed: seed, through: try options.sight()) { done, total in
            if done % 160 == 0 { Terminal.line("\(done) of \(total) faces") }
        }
        try pool.write(to: options.path("pool.safetensors"))
        for attribute in Attribute.allCases { print("\(attribute.rawValue): \(pool.histogram(attribute))") }
    }
}

struct TrainField: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "field", abstract: "Train semantic fields.")

    @OptionGroup var options: FieldTrainingOptions

    @Option(help: "bangs, eyeglasses, beard, smiling or age; may be given several times; all when left out.")
    var attribute: [Attribute] = Attribute.allCases

    @Option(
        help:
            "Curves in W along which only one attribute changes (Training/true_edits.py); fields are fitted to them first and held to them."
    )
    var trueEdits: String?

    @Option(help: "Steps against the true edits, or else a judge in latent space, before those through the generator.")
    var warmSteps = 1500

    @Option(help: "Steps through the generator.")
    var steps = 100

    @Option(help: "Faces a step through the generator.")
    var batch = 16

    @Option(help: "Peak learning rate through the generator.")
    var rate: Float = 2e-4

    @Option(help: "Weight of the identity loss (λ_id of equation 9).")
    var identityWeight: Float = 0.1

    @Option(help: "Weight of the discriminator loss (λ_disc of equation 9).")
    var discriminatorWeight: Float = 0.1

    @Option(help: "Weight of the step's squared length.")
    var lengthWeight: Float = 2

    @Option(help: "Seed of weights and batches.")
    var seed: UInt64 = 1

    @Flag(help: "Go on from the fields that are there.")
    var resume = false

    @Option(help: "Weight of the distance to the true edits.")
    var trueWeight: Float = 4

    @Option(help: "How far beside the true edits points are learned at most, in spreads of the codes.")
    var reach: Float = 0.25

    func validate() throws {
        guard reach >= 0 else { throw ValidationError("--reach must not be negative") }
        guard trueEdits == nil || options.space != .z else { throw ValidationError("true edits lie in W: --layers must not be 0") }
    }

    func run() throws {
        Compute.setThreads(options.threads)
        let sight = try options.sight()
        let pool = try LatentPool(contentsOf: options.path("pool.safetensors"))
        let judge = resume || trueEdits != nil ? nil : try latentJudge(of: pool)
        for attribute in attribute { try train(attribute, sight: sight, judge: judge, pool: pool) }
    }

    /// A judge in latent space distilled from the pool, and by how many degrees it errs.
    private func latentJudge(of pool: LatentPool) throws -> (sight: LatentJudge, error: Double) {
        let schedule = TrainingSchedule(steps: 2000, batch: 64, learningRate: 1e-3, weightDecay: 0.05, seed: seed)
        let trainer = LatentJudgeTrainer(pool, hidden: 384)
        let sight = try LatentJudge(trainer.configuration, try trainer.train(schedule, progress: report))
        let errors = trainer.heldOutErrors(sight).values
        let error = errors.reduce(0, +) / Double(errors.count)
        print(String(format: "the judge in latent space errs by %.3f degrees on faces it was not shown", error))
        return (sight, error)
    }

    private func train(
        _ attribute: Attribute, sight: GeneratorSight, judge: (sight: LatentJudge, error: Double)?, pool: LatentPool
    ) throws {
        print(attribute.rawValue)
        let known = try trueEdits.map { try TrueEdits(contentsOf: $0, of: attribute, reach: reach) }
        let trainer = FieldTrainer(
            attribute: attribute, generator: sight.generator, space: options.space, pool: pool,
            weights: FieldLossWeights(
                identity: identityWeight, discriminator: discriminatorWeight, length: lengthWeight, trueEdits: trueWeight),
            trueEdits: known)
        let name = ModelManifest.Role.field(attribute).rawValue
        let path = options.path(name + ".safetensors")
        var scores = judge.map { ["latent_judge_mean_error": $0.error] } ?? [:]
        var field: Parameters
        if resume {
            field = try weightsToGoOnFrom(path)
        } else {
            field = SemanticField.initialParameters(width: sight.generator.configuration.wDimension, seed: seed)
        }
        let warmUp = TrainingSchedule(steps: warmSteps, batch: 64, learningRate: 5e-4, seed: seed)
        if let known {
            field = try trainer.fit(to: known, from: field, warmUp, progress: report)
        } else if let judge {
            field = try trainer.train(from: field, warmUp, sight: judge.sight, checkpoint: nil, progress: report)
        }
        if let known {
            print(String(format: "off the true edits by %.3f of their squared length", try trainer.heldOutError(field, on: known)))
        }
        if steps > 0 {
            field = try trainer.train(
                from: field, TrainingSchedule(steps: steps, batch: batch, learningRate: rate, seed: seed &+ 1), sight: sight,
                checkpoint: nil, progress: report)
        }
        if let known {
            let error = try trainer.heldOutError(field, on: known)
            print(String(format: "and by %.3f after the steps through the generator", error))
            scores["true_edits_squared_error"] = error
        }
        try writeSafeTensors(field.tensors, to: path)
        let data = "\(pool.count) random faces of the generator" + (known == nil ? "" : ", true edits of training people")
        try writeRecord(
            data: data, seed: seed, steps: steps + (known == nil && judge == nil ? 0 : warmSteps), scores: scores,
            to: options.path(name + ".json"))
    }
}

extension Attribute: ExpressibleByArgument {}
