import ArgumentParser
import Dialog
import Foundation
import Tensor
import Training

/// `talk-to-edit train utterance`: the utterance encoder, on sentences of our own grammars.
struct TrainUtterance: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "utterance", abstract: "Train the utterance encoder on generated sentences; no data needed.")

    @Option(help: "Width of the LSTMs' states.")
    var hidden = UtteranceConfiguration().hidden

    @Option(help: ArgumentHelp("Sentences drawn of each language.", valueName: "en:n,de:n"))
    var sentences = "en:900000,de:450000"

    @Option(help: "Sentences a step.")
    var batch = UtteranceTraining().batch

    @Option(help: "Peak learning rate.")
    var rate = UtteranceTraining().learningRate

    @Option(help: "Seed of weights, sentences and batches.")
    var seed: UInt64 = 1

    @Option(help: "Threads.")
    var threads = 2

    @Option(help: "A file to resume from and to write now and then.")
    var checkpoint: String?

    @Option(name: .shortAndLong, help: "The folder to write language.safetensors, vocabulary.json and their record to.")
    var output = "out/networks"

    func validate() throws {
        guard try shares().allSatisfy({ $0.count > 1 }), hidden > 0, hidden <= 2048, batch > 1, rate > 0, threads > 0 else {
            throw ValidationError("hidden (at most 2048), sentences, batch, rate and threads must be positive")
        }
    }

    /// The languages and how many sentences of each.
    private func shares() throws -> [(language: UtteranceLanguage, count: Int)] {
        try sentences.split(separator: ",").map { part in
            let parts = part.split(separator: ":")
            guard parts.count == 2, let language = UtteranceLanguage(rawValue: String(parts[0])), let count = Int(parts[1]) else {
                throw ValidationError("--sentences takes for instance en:900000,de:450000")
            }
            return (language, count)
        }
    }

    func run() throws {
        Compute.setThreads(threads)
        var training = UtteranceTraining()
        training.configuration.hidden = hidden
        training.shares = try shares()
        (training.batch, training.learningRate, training.seed) = (batch, rate, seed)
        let folder = URL(fileURLWithPath: output)
        let scores = try trainUtteranceEncoder(training, to: folder, checkpoint: checkpoint, progress: report)
        for (name, value) in scores.sorted(by: { $0.key < $1.key }) { print("\(name): \(Int(value))") }
        try writeRecord(
            data: "\(Int(scores["sentences"] ?? 0)) generated sentences", seed: seed, steps: Int(scores["steps"] ?? 0), scores: scores,
            to: folder.appendingPathComponent("language.json").path)
    }
}
