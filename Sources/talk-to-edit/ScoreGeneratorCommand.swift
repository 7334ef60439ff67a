import ArgumentParser
import FaceAttributes
import FaceModels
import Foundation
import Tensor
import Training

/// `talk-to-edit score-generator`: random faces beside the data.
struct ScoreGenerator: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure the distance of random faces to held-out pictures, and which degrees come up.")

    @OptionGroup var model: ModelOption

    @Option(help: "The folder of the rendered, labelled faces.")
    var data = "../shared/data/synthfaces"

    @Option(help: "Random faces.")
    var count = 1000

    @Option(help: "The first seed.")
    var seed: UInt64 = 500_000

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
        let predictor = try model.requiredPredictor()
        let faces = SynthFaces(folder: data)
        let score = try GeneratorEvaluation(generator: model.generator, predictor: predictor).score(
            count: count, seed: seed, training: try faces.load(["studio-00"]), heldOut: try faces.load(["studio_heldout"])
        ) { Terminal.progress("\($0) of \(count) faces") }
        Terminal.progress(nil)
        print(String(format: "kernel distance to held-out pictures: random faces %.4f", score.kernelDistance))
        print(String(format: "kernel distance to held-out pictures: training pictures %.4f", score.kernelDistanceOfData))
        for attribute in Attribute.allCases {
            let (random, data) = (score.histogram[attribute.rawValue] ?? [], score.histogramOfData[attribute.rawValue] ?? [])
            print("\(attribute.rawValue): random \(random), data \(data)")
        }
        if let json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
            try encoder.encode(score).write(to: URL(fileURLWithPath: json), options: .atomic)
        }
    }
}
