import ArgumentParser
import Editing
import FaceAttributes
import FaceModels
import Foundation
import ImageCodecs
import Tensor

/// `talk-to-edit strips`: what a model makes of faces from one end of every scale to the other.
struct Strips: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Edit faces to every degree of every attribute: a picture a seed, a row an attribute, degrees 0 to 5 from left to right.")

    @OptionGroup var model: ModelOption

    @Option(help: "Faces.")
    var count = 10

    @Option(help: "The first seed.")
    var seed: UInt64 = 0

    @Option(name: .shortAndLong, help: "The pictures to write, with # for the seed, for instance strips/#.png; JPEG where it ends in .jpg.")
    var output: String

    @Option(help: "Threads.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard (1...1000).contains(count) else { throw ValidationError("--count takes 1 to 1000") }
        guard seed <= UInt64.max - UInt64(count) else { throw ValidationError("--seed is too large") }
        guard count == 1 || output.contains("#") else { throw ValidationError("--output needs a # for the seed") }
    }

    func run() throws {
        Compute.setThreads(threads)
        let model = try model.load()
        try model.requireEditing()
        let editor = FieldEditor(model)
        for seed in seed..<seed + UInt64(count) {
            let face = try editor.face(seed: seed)
            var pictures: [RGBImage] = []
            for attribute in editor.attributes {
                var reached: [String] = []
                for degree in 0...5 {
                    let outcome = try editor.edit(face, request: EditRequest(attribute: attribute, target: Double(degree))) { _ in true }
                    pictures.append(outcome.face.picture)
                    reached.append(String(format: "%.1f", outcome.face.degrees[attribute]))
                }
                print(
                    "\(seed) \(attribute.rawValue) \(face.degrees[attribute].formatted(.number.precision(.fractionLength(1)))): "
                        + reached.joined(separator: " "))
            }
            try Terminal.write(RGBImage.grid(of: pictures, columns: 6), to: output.replacing("#", with: String(seed)))
        }
    }
}
