public import ArgumentParser
import FaceAttributes
import FaceModels
import Foundation
import Tensor
public import Training

/// `talk-to-edit train …`: every network of a model but the generator.
struct Train: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Train a network on the rendered faces.",
        subcommands: [
            TrainPredictor.self, TrainIdentity.self, TrainPool.self, TrainField.self, TrainLatentJudge.self, TrainLanguage.self,
            TrainUtterance.self, TrainCommittee.self,
        ])
}

/// Options that every training command takes.
struct TrainingOptions: ParsableArguments {
    @Option(help: "The folder of the rendered, labelled faces.")
    var data = "../shared/data/synthfaces"

    @Option(help: "Subsets or shards to train on, separated by commas.")
    var subsets = "studio,train"

    @Option(help: "Training steps.")
    var steps = 2500

    @Option(help: "Pictures a step.")
    var batch = 64

    @Option(help: "Peak learning rate.")
    var rate: Float = 2e-3

    @Option(help: "Decoupled weight decay.")
    var decay: Float = 0.02

    @Option(help: "Seed of weights and batches.")
    var seed: UInt64 = 1

    @Option(help: "Threads.")
    var threads = 2

    @Option(help: "A file to write checkpoints to and to resume from.")
    var checkpoint: String?

    @Option(name: .shortAndLong, help: "The weight file to write.")
    var output: String

    var schedule: TrainingSchedule {
        TrainingSchedule(steps: steps, batch: batch, learningRate: rate, weightDecay: decay, seed: seed)
    }

    func faces() -> SynthFaces { SynthFaces(folder: data) }

    func names() -> [String] { subsets.split(separator: ",").map(String.init) }

    func validate() throws {
        guard steps > 0, batch > 1, threads > 0, rate > 0 else { throw ValidationError("steps, batch, rate and threads must be positive") }
    }
}

/// Progress goes to the error stream, line by line even into a file.
func report(_ progress: TrainingProgress) {
    Terminal.line("\(progress)")
}

/// Writes a network with its configuration, and beside it the record of how it was trained.
func writeNetwork(
    _ parameters: Parameters, configuration: some Encodable, options: TrainingOptions, scores: [String: Double]
) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let json = String(decoding: try encoder.encode(configuration), as: UTF8.self)
    try writeSafeTensors(parameters.tensors, metadata: ["configuration": json], to: options.output)
    try writeRecord(
        data: "synthfaces: \(options.subsets)", seed: options.seed, steps: options.steps, scores: scores,
        to: (options.output as NSString).deletingPathExtension + ".json")
}

/// Writes the record of a training run; the command is this process's own, without the paths of its files.
func writeRecord(data: String, seed: UInt64, steps: Int, scores: [String: Double], to path: String) throws {
    let words = CommandLine.arguments.dropFirst().map { word in
        word.contains("/") ? (word as NSString).lastPathComponent : word
    }
    let record = TrainingRecord(
        command: (["talk-to-edit"] + words).joined(separator: " "), data: data, seed: seed, steps: steps, scores: scores)
    try write(record, to: path)
}

func write(_ record: TrainingRecord, to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    try encoder.encode(record).write(to: URL(fileURLWithPath: path), options: .atomic)
}

/// Weights of a file as training can change them in place: a mapped file is never written.
func weightsToGoOnFrom(_ path: String) throws -> Parameters {
    Parameters(try SafeTensorsFile(path: path).tensors().mapValues { $0.copied() })
}

struct TrainPredictor: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "predictor", abstract: "Train the fine-grained attribute predictor.")

    @OptionGroup var options: TrainingOptions

    @Option(help: "Train on the people with even or odd numbers only, so that a second predictor can judge independently.")
    var half = PeopleHalf.all

    @Option(help: ArgumentHelp("The weight file of a predictor to go on from.", valueName: "file"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "Codes with their degrees (Training/labelled_codes.py); half of every batch is what --generator draws of them.",
            valueName: "file"))
    var drawn: String?

    @Option(help: ArgumentHelp("The weight file of the generator that draws.", valueName: "file"))
    var generator: String?

    func validate() throws {
        guard (drawn == nil) == (generator == nil) else { throw ValidationError("--drawn and --generator go together") }
    }

    func run() throws {
        Compute.setThreads(options.threads)
        let faces = options.faces()
        let configuration = PredictorConfiguration()
        let start = try from.map { try startingWeights($0, configuration, seed: options.seed) }
        let trainer = try PredictorTrainer(try faces.load(options.names()), half: half, drawn: try drawnFaces())
        let parameters = try trainer.train(configuration, from: start, options.schedule, checkpoint: options.checkpoint, progress: report)
        let predictor = try AttributePredictor(configuration, parameters)
        var scores: [String: Double] = [:]
        for subset in ["studio_heldout", "heldout"] {
            let accuracy = try PredictorTrainer.accuracy(predictor, on: try faces.load([subset]))
            for attribute in Attribute.allCases {
                guard let score = accuracy[attribute] else { continue }
                scores["\(subset).\(attribute.rawValue).exact"] = score.exact
                scores["\(subset).\(attribute.rawValue).within_one"] = score.withinOne
                scores["\(subset).\(attribute.rawValue).mean_error"] = score.meanError
                print(
                    String(
                        format: "%@ %@: exact %.1f %%, within one %.1f %%, mean error %.2f", subset, attribute.rawValue,
                        100 * score.exact, 100 * score.withinOne, score.meanError))
            }
        }
        try writeNetwork(parameters, configuration: configuration, options: options, scores: scores)
    }

    private func startingWeights(_ path: String, _ configuration: PredictorConfiguration, seed: UInt64) throws -> Parameters {
        let stored = try weightsToGoOnFrom(path)
        let shapes = AttributePredictor.initialParameters(configuration, seed: seed).tensors
        return Parameters(try Dictionary(uniqueKeysWithValues: shapes.map { ($0, try stored.tensor($0, $1.shape)) }))
    }

    private func drawnFaces() throws -> DrawnFaces? {
        guard let drawn, let generator else { return nil }
        return try DrawnFaces(codes: drawn, half: half, generator: Generator(contentsOf: generator)) { done, total in
            if done % 1600 == 0 { Terminal.line("\(done) of \(total) faces drawn") }
        }
    }
}

struct TrainIdentity: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "identity", abstract: "Train the identity network.")

    @OptionGroup var options: TrainingOptions

    func run() throws {
        Compute.setThreads(options.threads)
        let faces = options.faces()
        let configuration = IdentityConfiguration()
        let trainer = try IdentityTrainer(try faces.load(options.names(), keepingUndrawnFringes: true))
        let parameters = try trainer.train(configuration, options.schedule, checkpoint: options.checkpoint, progress: report)
        let network = try IdentityNetwork(configuration, parameters)
        var scores: [String: Double] = [:]
        for subset in ["studio_heldout", "heldout"] {
            let score = try IdentityTrainer.score(network, on: try faces.load([subset], keepingUndrawnFringes: true))
            scores["\(subset).same_nearer"] = score.sameNearer
            scores["\(subset).mean_distance_same_person"] = score.samePerson
            scores["\(subset).mean_distance_different_people"] = score.differentPeople
            print(String(format: "%@: same person nearer in %.2f %% of pairs", subset, 100 * score.sameNearer))
        }
        try writeNetwork(parameters, configuration: configuration, options: options, scores: scores)
    }
}

extension PeopleHalf: ExpressibleByArgument {}
