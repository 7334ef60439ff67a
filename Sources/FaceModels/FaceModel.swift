import Checksums
public import FaceAttributes
public import Foundation

/// The networks of one model folder, loaded once and shared by all workers.
///
/// Only the generator has to be there; what else is missing is missed where it is needed: see `requireEditing`.
public struct FaceModel: Sendable {
    public let manifest: ModelManifest
    public let folder: URL
    public let generator: Generator
    /// Without it faces can be drawn, but neither read nor edited.
    public let predictor: AttributePredictor?
    /// Without it walks know no limit of identity.
    public let identity: IdentityNetwork?
    /// Of the attributes that can be edited.
    public let fields: [Attribute: SemanticField]
    public let space: EditingSpace
    /// What walks look ahead with; nil in a model that has none.
    public let latentJudge: LatentJudge?

    /// - Parameter folder: holds `manifest.json` and the files that it names.
    /// - Throws: `ModelError` or a weight-file error, in one sentence.
    public init(folder: URL) throws {
        self.folder = folder
        manifest = try ModelManifest(folder: folder)
        let paths = try manifest.verifiedPaths(in: folder)
        guard let path = paths[.generator] else { throw ModelError.missing(.generator, model: manifest.name) }
        let generator = try Generator(contentsOf: path)
        self.generator = generator
        predictor = try paths[.predictor].map { try AttributePredictor(contentsOf: $0) }
        identity = try paths[.identity].map { try IdentityNetwork(contentsOf: $0) }
        var fields: [Attribute: SemanticField] = [:]
        for attribute in Attribute.allCases {
            guard let path = paths[.field(attribute)] else { continue }
            fields[attribute] = try SemanticField(contentsOf: path, width: generator.configuration.wDimension)
        }
        self.fields = fields
        latentJudge = try paths[.latentJudge].map { try LatentJudge(contentsOf: $0) }
        space = manifest.space ?? .wPlus(layers: generator.configuration.wPlusLayers)
        try checkSizes()
    }

    /// The judges take pictures of their own size, or larger ones in whole multiples of it.
    private func checkSizes() throws(ModelError) {
        if let width = latentJudge?.configuration.width, width != generator.configuration.wDimension {
            throw .configuration("the latent judge of model \(manifest.name) reads codes of \(width) numbers, not this generator's")
        }
        let resolution = generator.configuration.resolution
        for size in [predictor?.configuration.trunk.resolution, identity?.configuration.trunk.resolution] {
            guard let size else { continue }
            guard resolution % size == 0 else {
                throw .configuration(
                    "the model \(manifest.name) draws \(resolution) pixels, no multiple of the \(size) that its judges see")
            }
        }
    }

    /// The noise maps of a session.
    public func noise(seed: UInt64) -> NoiseMaps {
        switch manifest.noise {
        case .stored: generator.synthesis.storedNoise
        case .session: generator.synthesis.noise(seed: seed)
        }
    }

    /// The second predictor, which no walk sees: the folder's own, or that in the folder of the same name under `training` beside it.
    public func judge() throws -> AttributePredictor {
        let beside = Self.trainingFolder(of: folder).appendingPathComponent("judge.safetensors").path
        let hasOwn = manifest.files[.judge] != nil || !FileManager.default.fileExists(atPath: beside)
        return try AttributePredictor(contentsOf: hasOwn ? try path(of: .judge) : beside)
    }

    /// Where networks lie that only training and evaluation ask for.
    public static func trainingFolder(of folder: URL) -> URL {
        folder.deletingLastPathComponent().appending(path: "training").appending(path: folder.lastPathComponent)
    }

    /// Where a file of the model lies.
    public func path(of role: ModelManifest.Role) throws -> String {
        guard let file = manifest.files[role] else { throw ModelError.missing(role, model: manifest.name) }
        return folder.appendingPathComponent(file.name).path
    }
}

extension ModelManifest {
    /// Reads `manifest.json`.
    public init(folder: URL) throws {
        let url = folder.appendingPathComponent("manifest.json")
        guard let data = try? Data(contentsOf: url) else { throw ModelError.notFound(url.path) }
        do {
            self = try JSONDecoder().decode(ModelManifest.self, from: data)
        } catch {
            throw ModelError.configuration("\(url.path) is not a model manifest")
        }
    }

    /// The path of every file, once size and checksum are those of the manifest.
    func verifiedPaths(in folder: URL) throws -> [Role: String] {
        var paths: [Role: String] = [:]
        for (role, file) in files {
            guard !file.name.contains("/"), !file.name.hasPrefix(".") else {
                throw ModelError.configuration("the manifest names \(file.name), which is not a file of its folder")
            }
            let path = folder.appendingPathComponent(file.name).path
            guard FileManager.default.fileExists(atPath: path) else { throw ModelError.notFound(path) }
            guard try sha256Hex(ofFile: path) == file.sha256 else {
                throw ModelError.damaged("\(path) is not the file that the manifest describes: its SHA-256 differs")
            }
            paths[role] = path
        }
        return paths
    }
}
