public import FaceModels
public import Foundation
public import Tensor

/// Gathers trained networks into a model folder: half precision, checksums, and the record of how each was trained.
///
/// What only training and evaluation ask for goes to `FaceModel.trainingFolder`, its record into the manifest like all others.
public struct ModelAssembly {
    /// Holds `<role>.safetensors` and `<role>.json` (a `TrainingRecord`) for every network, and the language side's files.
    private let networks: URL

    public init(networks: URL) { self.networks = networks }

    public func write(
        name: String, summary: String, space: EditingSpace, precision: WeightPrecision, to folder: URL
    ) throws -> ModelManifest {
        var files: [ModelManifest.Role: ModelManifest.File] = [:]
        var training: [ModelManifest.Role: TrainingRecord] = [:]
        for role in ModelManifest.Role.allCases {
            guard let file = try place(role, precision: precision, in: folder) else { continue }
            if !role.isForTraining { files[role] = file }
            training[role] = try record(of: role)
        }
        let manifest = ModelManifest(
            name: name, summary: summary, space: space, noise: .stored, precision: precision.rawValue, files: files, training: training)
        try manifest.write(to: folder)
        return manifest
    }

    /// Puts one more network into a model folder, or another in its place; all other files stay as they are.
    ///
    /// - Throws: if there is no such network, or no model in the folder.
    public func add(_ role: ModelManifest.Role, to folder: URL) throws -> ModelManifest {
        var manifest = try ModelManifest(folder: folder)
        let precision = WeightPrecision(rawValue: manifest.precision) ?? .float32
        guard let file = try place(role, precision: precision, in: folder) else {
            throw ModelError.notFound(networks.appendingPathComponent("\(role.rawValue).safetensors").path)
        }
        if !role.isForTraining { manifest.files[role] = file }
        manifest.training[role] = try record(of: role)
        try manifest.write(to: folder)
        return manifest
    }

    /// Writes a network's file into the folder, or the one for training; nil if there is none.
    private func place(_ role: ModelManifest.Role, precision: WeightPrecision, in folder: URL) throws -> ModelManifest.File? {
        let file = role == .vocabulary ? "vocabulary.json" : "\(role.rawValue).safetensors"
        let source = networks.appendingPathComponent(file)
        guard FileManager.default.fileExists(atPath: source.path) else { return nil }
        let folder = role.isForTraining ? FaceModel.trainingFolder(of: folder) : folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let target = folder.appendingPathComponent(file)
        if role == .vocabulary {
            try Data(contentsOf: source).write(to: target, options: .atomic)
        } else {
            let weights = try SafeTensorsFile(path: source.path)
            try writeSafeTensors(try weights.tensors(), metadata: weights.metadata, precision: precision, to: target.path)
        }
        return try ModelManifest.File(named: file, in: folder)
    }

    private func record(of role: ModelManifest.Role) throws -> TrainingRecord? {
        guard role != .vocabulary, let record = try? Data(contentsOf: networks.appendingPathComponent("\(role.rawValue).json")) else {
            return nil
        }
        return try JSONDecoder().decode(TrainingRecord.self, from: record)
    }
}
