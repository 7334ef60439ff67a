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

    @Option(
        help: ArgumentHelp(
            "Sentences that the grammar makes of each language, and sentences drawn from its corpus.", valueName: "en:n+n,de:n+n"))
    var sentences = "en:600000+600000,de:300000+300000"

    @Option(help: ArgumentHelp("The folder with a folder of written utterances for each language.", valueName: "folder"))
    var corpora: String?

    @Option(help: "Sentences a step.")
    var batch = UtteranceTraining().batch

    @Option(help: "Peak learning rate.")
    var rate = UtteranceTraining().learningRate

    @Option(help: "Seed of weights, sentences and batches.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The folder of an encoder to go on from, with its width and words.", valueName: "folder"))
    var from: String?

    @Option(help: "Which of its networks, counted from 0, if it is a committee.")
    var member = 0

    @Option(help: "Threads.")
    var threads = 2

    @Option(help: "A file to resume from and to write now and then.")
    var checkpoint: String?

    @Option(name: .shortAndLong, help: "The folder to write language.safetensors, vocabulary.json and their record to.")
    var output = "out/networks"

    func validate() throws {
        guard try parsedShares().allSatisfy({ $0.grammar + $0.written > 1 }), hidden > 0, hidden <= 2048, batch > 1, rate > 0, threads > 0
        else { throw ValidationError("hidden (at most 2048), sentences, batch, rate and threads must be positive") }
    }

    /// The languages and how many sentences of each, without the corpora.
    private func parsedShares() throws -> [UtteranceShare] {
        try sentences.split(separator: ",").map { part in
            let parts = part.split(separator: ":")
            let counts = (parts.last ?? "").split(separator: "+").map { Int($0) }
            guard parts.count == 2, let language = UtteranceLanguage(rawValue: String(parts[0])), (1...2).contains(counts.count),
                let grammar = counts[0], let written = counts.count == 2 ? counts[1] : 0, grammar >= 0, written >= 0
            else { throw ValidationError("--sentences takes for instance en:600000+600000,de:300000") }
            return UtteranceShare(language, grammar: grammar, written: written)
        }
    }

    /// The same with what the files of each language hold.
    private func shares() throws -> [UtteranceShare] {
        let folder = try corpora.map { URL(fileURLWithPath: $0) } ?? ProjectFolder.find().corpora
        return try parsedShares().map { share in
            var share = share
            try share.read(folder: folder.appending(path: share.language.rawValue))
            return share
        }
    }

    func run() throws {
        Compute.setThreads(threads)
        var training = UtteranceTraining()
        training.configuration.hidden = hidden
        training.shares = try shares()
        (training.batch, training.learningRate, training.seed) = (batch, rate, seed)
        training.start = try from.map { folder in
            guard let network = try UtteranceFiles(folder: URL(fileURLWithPath: folder)).member(member) else {
                throw ValidationError("the encoder in \(folder) has no network \(member)")
            }
            return network
        }
        let folder = URL(fileURLWithPath: output)
        let scores = try trainUtteranceEncoder(training, to: folder, checkpoint: checkpoint, progress: report)
        for (name, value) in scores.sorted(by: { $0.key < $1.key }) { print("\(name): \(Int(value))") }
        try writeRecord(
            data: "\(Int(scores["sentences"] ?? 0)) generated sentences", seed: seed, steps: Int(scores["steps"] ?? 0), scores: scores,
            to: folder.appendingPathComponent("language.json").path)
    }
}
