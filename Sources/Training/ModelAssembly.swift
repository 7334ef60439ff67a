import Checksums
public import FaceModels
public import Foundation
public import Tensor

/// Gathers trained networks into a model folder: half precision, checksums, and the record of how each was trained.
public struct ModelAssembly {
    /// Holds `<role>.safetensors` and `<role>.json` (a `TrainingRecord`) for every network, and the language side's files.
    private let networks: URL

    public init(networks: URL) { self.networks = networks }

    public func write(
        name: String, summary: String, space: EditingSpace, precision: WeightPrecision, to folder: URL
    ) throws -> ModelManifest {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var files: [ModelManifest.Role: ModelManifest.File] = [:]
        var training: [ModelManifest.Role: TrainingRecord] = [:]
        for role in ModelManifest.Role.allCases {
            let file = role == .vocabulary ? "vocabulary.json" : "\(role.rawValue).safetensors"
            let source = networks.appendingPathComponent(file)
            guard FileManager.default.fileExists(atPath: source.path) else { continue }
            let target = folder.appendingPathComponent(file)
            if role == .vocabulary {
                try Data(contentsOf: source).write(to: target, options: .atomic)
            } else {
                let weights = try SafeTensorsFile(path: source.path)
                try writeSafeTensors(try weights.tensors(), metadata: weights.metadata, precision: precision, to: target.path)
            }
            let size = try FileManager.default.attributesOfItem(atPath: target.path)[.size] as? Int ?? 0
            files[role] = ModelManifest.File(name: file, bytes: size, sha256: try sha256Hex(ofFile: target.path))
            if role != .vocabulary, let record = try? Data(contentsOf: networks.appendingPathComponent("\(role.rawValue).json")) {
                training[role] = try JSONDecoder().decode(TrainingRecord.self, from: record)
            }
        }
        let manifest = ModelManifest(
            name: name, summary: summary, space: space, noise: .stored, precision: precision.rawValue, files: files, training: training)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(manifest).write(to: folder.appendingPathComponent("manifest.json"), options: .atomic)
        return manifest
    }
}
