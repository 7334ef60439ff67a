import ArgumentParser
import Dialog
import Foundation
import Tensor
import Training

/// `talk-to-edit train language`: the language encoder, on requests of our own grammar.
struct TrainLanguage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language", abstract: "Train the language encoder on generated requests; no data needed.")

    @Option(help: "Width of the LSTM's state.")
    var hidden = LanguageTraining().configuration.hidden

    @Option(help: "Requests drawn for each epoch.")
    var sentences = LanguageTraining().sentences

    @Option(help: "Epochs.")
    var epochs = LanguageTraining().epochs

    @Option(help: "Requests a step.")
    var batch = LanguageTraining().batch

    @Option(help: "Peak learning rate.")
    var rate = LanguageTraining().learningRate

    @Option(help: "Seed of weights, requests and batches.")
    var seed: UInt64 = 1

    @Option(help: "Threads.")
    var threads = 2

    @Option(name: .shortAndLong, help: "The folder to write language.safetensors, vocabulary.json and their record to.")
    var output = "out/networks"

    func validate() throws {
        guard hidden > 0, hidden <= 4096, sentences > 1, epochs > 0, batch > 1, rate > 0, threads > 0 else {
            throw ValidationError("hidden (at most 4096), sentences, epochs, batch, rate and threads must be positive")
        }
    }

    func run() throws {
        Compute.setThreads(threads)
        var training = LanguageTraining()
        training.configuration.hidden = hidden
        (training.sentences, training.epochs, training.batch) = (sentences, epochs, batch)
        (training.learningRate, training.seed) = (rate, seed)
        let folder = URL(fileURLWithPath: output)
        let scores = try trainLanguageEncoder(training, to: folder, progress: report)
        for (name, value) in scores.flat.sorted(by: { $0.key < $1.key }) { print(String(format: "%@: %.4f", name, value)) }
        try writeRecord(
            data: "\(scores.sentences) generated requests, \(scores.templates) templates", seed: seed, steps: scores.steps,
            scores: scores.flat, to: folder.appendingPathComponent("language.json").path)
    }
}
