import ArgumentParser
import Checkpoints
import FaceAttributes
import FaceModels
import Foundation
import Tensor

/// `talk-to-edit import`: other people's checkpoints → a model folder.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Turn a checkpoint into a model folder, or add it to one.",
        discussion: """
            Reads PyTorch files, pickles of the StyleGAN2-ADA and StyleGAN3 repositories, and safetensors, without running anything that \
            is in them. What a file holds is recognised from its tensors. Nothing is written unless all of it fits.
            """)

    @Argument(help: "The file: .pt, .pth, .pkl or .safetensors.")
    var checkpoint: String

    @Option(help: ArgumentHelp("The model folder to write, or to add to.", valueName: "folder"))
    var to: String

    @Option(help: "How weights are stored: fp32 or fp16.")
    var precision = WeightPrecision.float32

    @Option(help: "For a semantic field: whose it is.")
    var attribute: Attribute?

    @Option(help: ArgumentHelp("For a language encoder: its words, JSON.", valueName: "file"))
    var vocabulary: String?

    @Option(help: "How many layers of w+ the fields move; 8 up to 128 pixels and 10 above when left out.")
    var layers: Int?

    func validate() throws {
        guard layers.map({ (1...18).contains($0) }) ?? true else { throw ValidationError("--layers takes 1 to 18") }
    }

    func run() throws {
        Compute.setThreads(ProcessInfo.processInfo.activeProcessorCount)
        let options = CheckpointImport.Options(
            precision: precision, attribute: attribute, vocabulary: vocabulary.map { URL(fileURLWithPath: $0) }, layers: layers)
        let rows = try CheckpointImport(try CheckpointFile(path: checkpoint), options: options).write(to: URL(fileURLWithPath: to))
        print("network        tensors   parameters        bytes  file")
        for row in rows {
            print(
                row.role.rawValue.padding(toLength: 14, withPad: " ", startingAt: 0)
                    + String(format: "%8d %12d %12d  ", row.tensors, row.parameters, row.bytes) + row.file)
            print("  \(row.summary)")
        }
        print("\(to) is written.")
    }
}
