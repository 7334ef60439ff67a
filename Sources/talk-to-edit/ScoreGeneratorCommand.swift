import ArgumentParser
import FaceModels
import Foundation
import Tensor
import Training

/// `talk-to-edit score-generator`: random faces beside the data.
struct ScoreGenerator: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure how near random faces come to held-out pictures, beside what is aimed at.",
        discussion: "Training/score_generator calls this with the codes that the training gives to the held-out pictures.")

    @OptionGroup var model: ModelOption

    @Option(help: "The folder of the rendered, labelled faces.")
    var data = "../shared/data/synthfaces"

    @Option(help: "Random faces.")
    var count = 2000

    @Option(help: "The first seed.")
    var seed: UInt64 = 500_000

    @Option(help: "The codes of held-out pictures' records, as python3 -m Training.score writes them.")
    var records: String?

    @Option(help: "Write the result to this file, JSON.")
    var json: String?

    @Option(help: "Threads.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard (2...100_000).contains(count) else { throw ValidationError("--count takes 2 to 100000") }
    }

    func run() throws {
        Compute.setThreads(threads)
        let model = try model.load()
        let faces = SynthFaces(folder: data)
        let score = try GeneratorEvaluation(model).score(
            count: count, seed: seed, training: try faces.load(["studio"]), heldOut: try faces.load(["studio_heldout"]),
            records: try records.map { try RecordCodes(contentsOf: $0) }
        ) { Terminal.progress("\($0) of \(count) faces") }
        Terminal.progress(nil)
        print(score.table)
        if let json { try score.json().write(to: URL(fileURLWithPath: json), options: .atomic) }
    }
}
