import Checksums
import FaceAttributes
import FaceModels
import Foundation
import Tensor

/// A model folder with random weights and few channels: 1024 px pictures, judges that see 64.
struct LargeModel {
    static let resolution = 1024
    private static let width = 16
    private let folder: URL
    private var files: [ModelManifest.Role: ModelManifest.File] = [:]

    /// Writes the folder; it says the same every time.
    static func write(named name: String, to folder: URL, roles: Set<ModelManifest.Role>) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var model = LargeModel(folder: folder)
        try model.add(.generator, generatorTensors(), configuration: generatorConfiguration)
        let trunk = TrunkConfiguration(resolution: 64, stem: 8, widths: [8, 8, 8], features: 16)
        if roles.contains(.predictor) {
            let configuration = PredictorConfiguration(trunk: trunk, headWidth: 8)
            let parameters = AttributePredictor.initialParameters(configuration, seed: 2)
            try model.add(.predictor, parameters.tensors, configuration: json(configuration))
        }
        if roles.contains(.identity) {
            let configuration = IdentityConfiguration(trunk: trunk, embedding: 8)
            try model.add(
                .identity, IdentityNetwork.initialParameters(configuration, seed: 3).tensors, configuration: json(configuration))
        }
        for attribute in Attribute.allCases where roles.contains(.field(attribute)) {
            try model.add(.field(attribute), SemanticField.initialParameters(width: width, seed: 4).tensors, configuration: nil)
        }
        let manifest = ModelManifest(
            name: name, summary: "Random weights.", space: .wPlus(layers: 8), noise: .session, precision: "fp32", files: model.files,
            training: [:])
        try JSONEncoder().encode(manifest).write(to: folder.appending(path: "manifest.json"))
    }

    private init(folder: URL) { self.folder = folder }

    private mutating func add(_ role: ModelManifest.Role, _ tensors: [String: Tensor], configuration: String?) throws {
        let name = "\(role.rawValue).safetensors"
        let path = folder.appending(path: name).path
        try writeSafeTensors(tensors, metadata: configuration.map { ["configuration": $0] } ?? [:], to: path)
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        files[role] = ModelManifest.File(name: name, bytes: size, sha256: try sha256Hex(ofFile: path))
    }

    private static func json(_ configuration: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(configuration), as: UTF8.self)
    }

    private static let resolutions = Array(sequence(first: 4) { $0 * 2 }.prefix { $0 <= resolution })

    private static func channels(_ resolution: Int) -> Int { resolution <= 64 ? 16 : 8 }

    private static var generatorConfiguration: String {
        let list = resolutions.map { "\"\($0)\": \(channels($0))" }.joined(separator: ", ")
        return """
            {"resolution": \(resolution), "z_dimension": \(width), "w_dimension": \(width), "mapping_layers": 2,
             "mapping_final_activation": true, "channels": {\(list)}}
            """
    }

    private static func generatorTensors() -> [String: Tensor] {
        var random = RandomSource(seed: 1)
        var tensors = ["w_average": Tensor([width])]
        func linear(_ name: String, _ output: Int, bias: Float = 0) {
            tensors[name + ".weight"] = random.normal([output, width], deviation: 0.25)
            tensors[name + ".bias"] = Tensor([output], repeating: bias)
        }
        for layer in 0..<2 { linear("mapping.\(layer)", width) }
        tensors["synthesis.constant"] = random.normal([4, 4, channels(4)], deviation: 1)
        var (previous, convolutions) = (channels(4), 0)
        for (index, resolution) in resolutions.enumerated() {
            let count = channels(resolution)
            for input in resolution > 4 ? [previous, count] : [count] {
                let name = "synthesis.conv.\(convolutions)"
                convolutions += 1
                tensors[name + ".weight"] = random.normal([3, 3, input, count], deviation: 0.1)
                tensors[name + ".bias"] = Tensor([count])
                tensors[name + ".noise_strength"] = Tensor([1], repeating: 0.05)
                tensors[name + ".noise"] = Tensor([resolution, resolution])
                linear(name + ".style", input, bias: 1)
            }
            tensors["synthesis.rgb.\(index).weight"] = random.normal([count, 3], deviation: 0.1)
            tensors["synthesis.rgb.\(index).bias"] = Tensor([3])
            linear("synthesis.rgb.\(index).style", count, bias: 1)
            previous = count
        }
        return tensors
    }
}
