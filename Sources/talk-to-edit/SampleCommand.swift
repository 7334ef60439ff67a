import ArgumentParser
import Editing
import Foundation
import ImageCodecs
import Tensor

/// `talk-to-edit sample`: what the generator makes.
struct Sample: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Draw faces of consecutive seeds into one picture.")

    @OptionGroup var model: ModelOption

    @Option(help: "Faces.")
    var count = 16

    @Option(help: "The first seed.")
    var seed: UInt64 = 0

    @Option(help: "Truncation ψ: 1 leaves the faces as they are, 0 gives the mean face.")
    var truncation: Float = 1

    @Option(help: "Faces in a row; as many as make a square when left out.")
    var columns: Int?

    @Option(name: .shortAndLong, help: "The picture to write, PNG.")
    var output: String

    @Option(help: "Threads.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard (1...10_000).contains(count) else { throw ValidationError("--count takes 1 to 10000") }
        guard columns.map({ $0 > 0 }) ?? true else { throw ValidationError("--columns must be positive") }
        guard seed <= UInt64.max - UInt64(count) else { throw ValidationError("--seed is too large") }
    }

    func run() throws {
        Compute.setThreads(threads)
        let networks = ModelNetworks(try model.load(), truncation: truncation)
        var pictures: [RGBImage] = []
        for index in 0..<count {
            pictures.append(try networks.picture(of: networks.latent(seed: seed + UInt64(index))))
            Terminal.progress("\(pictures.count) of \(count) faces")
        }
        Terminal.progress(nil)
        let columns = columns ?? Int(Double(count).squareRoot().rounded(.up))
        try Terminal.write(RGBImage.grid(of: pictures, columns: columns), to: output)
        print(output)
    }
}
