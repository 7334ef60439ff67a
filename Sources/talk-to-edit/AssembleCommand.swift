public import ArgumentParser
public import FaceModels
import Foundation
public import Tensor
import Training

/// `talk-to-edit assemble`: trained networks → a model folder.
struct Assemble: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Gather trained networks into a model folder with manifest and checksums.")

    @Option(help: "The folder with the trained networks and their records.")
    var networks = "out/networks"

    @Option(help: "The model's name.")
    var name = "synthfaces-128"

    @Option(help: "One sentence about the model.")
    var summary = "128 px faces learned from rendered, licence-clean heads; five attributes in six degrees."

    @Option(help: "How many layers of w+ the fields move; 0 when they walk in Z.")
    var layers = 8

    @Option(help: "fp16 or fp32.")
    var precision = WeightPrecision.float16

    @Option(help: "Only put this network into the model folder that is there, for instance latent_judge.")
    var add: ModelManifest.Role?

    @Option(help: "The model folder to write.")
    var to: String

    func run() throws {
        let folder = URL(fileURLWithPath: to)
        let assembly = ModelAssembly(networks: URL(fileURLWithPath: networks))
        let manifest =
            if let add {
                try assembly.add(add, to: folder)
            } else {
                try assembly.write(
                    name: name, summary: summary, space: EditingSpace(layers: layers), precision: precision, to: folder)
            }
        for (role, file) in manifest.files.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            print("\(role.rawValue): \(file.name), \(file.bytes) bytes, \(file.sha256)")
        }
        print("in all \(manifest.files.values.reduce(0) { $0 + $1.bytes }) bytes in \(folder.path)")
        _ = try FaceModel(folder: folder)
    }
}

extension WeightPrecision: ExpressibleByArgument {}
extension ModelManifest.Role: ExpressibleByArgument {}
