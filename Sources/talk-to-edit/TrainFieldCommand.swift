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

    @Option(help: "Steps against the judge in latent space, before those through the generator.")
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

    @Flag(help: "Go on from the fields that are there, through the generator only.")
    var resume = false

    func run() throws {
        Compute.setThreads(options.threads)
        let sight = try options.sight()
        let pool = try LatentPool(contentsOf: options.path("pool.safetensors"))
        var judge: (sight: LatentJudge, error: Double)?
        if !resume {
            let schedule = TrainingSchedule(steps: 2000, batch: 64, learningRate: 1e-3, weightDecay: 0.05, seed: seed)
            let trainer = LatentJudgeTrainer(pool, hidden: 384)
            let sight = try LatentJudge(trainer.configuration, try trainer.train(schedule, progress: report))
            let errors = trainer.heldOutErrors(sight).values
            let error = errors.reduce(0, +) / Double(errors.count)
            print(String(format: "the judge in latent space errs by %.3f degrees on faces it was not shown", error))
            judge = (sight, error)
        }
        for attribute in attribute { try train(attribute, sight: sight, judge: judge, pool: pool) }
    }

    private func train(
        _ attribute: Attribute, sight: GeneratorSight, judge: (sight: LatentJudge, error: Double)?, pool: LatentPool
    ) throws {
        print(attribute.rawValue)
        let trainer = FieldTrainer(
            attribute: attribute, generator: sight.generator, space: options.space, pool: pool,
            weights: FieldLossWeights(identity: identityWeight, discriminator: discriminatorWeight, length: lengthWeight))
        let name = ModelManifest.Role.field(attribute).rawValue
        let path = options.path(name + ".safetensors")
        var field: Parameters
        if let judge {
            field = try trainer.train(
                from: SemanticField.initialParameters(width: sight.generator.configuration.wDimension, seed: seed),
                TrainingSchedule(steps: warmSteps, batch: 64, learningRate: 5e-4, seed: seed), sight: judge.sight, checkpoint: nil,
                progress: report)
        } else {
            field = Parameters(try SafeTensorsFile(path: path).tensors().mapValues { $0.copied() })
        }
        if steps > 0 {
            field = try trainer.train(
                from: field, TrainingSchedule(steps: steps, batch: batch, learningRate: rate, seed: seed &+ 1), sight: sight,
                checkpoint: nil, progress: report)
        }
        try writeSafeTensors(field.tensors, to: path)
        try writeRecord(
            data: "\(pool.count) random faces of the generator", seed: seed, steps: steps,
            scores: judge.map { ["latent_judge_mean_error": $0.error] } ?? [:], to: options.path(name + ".json"))
    }
}

extension Attribute: ExpressibleByArgument {}
