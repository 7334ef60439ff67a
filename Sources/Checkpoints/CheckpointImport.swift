import Dialog
public import FaceAttributes
public import FaceModels
public import Foundation
public import Tensor

/// Turns a checkpoint into a model folder, or adds it to one.
public struct CheckpointImport: Sendable {
    /// What the command line adds to what the file says.
    public struct Options: Sendable {
        public var precision: WeightPrecision
        /// Whose field it is: a field does not know its attribute.
        public var attribute: Attribute?
        /// The words of a language encoder, JSON.
        public var vocabulary: URL?
        /// How many layers of w+ the fields move; nil: 8 up to 128 pixels, 10 above, as published.
        public var layers: Int?

        public init(precision: WeightPrecision = .float32, attribute: Attribute? = nil, vocabulary: URL? = nil, layers: Int? = nil) {
            self.precision = precision
            self.attribute = attribute
            self.vocabulary = vocabulary
            self.layers = layers
        }
    }

    /// One line of the table: what was found and where it went.
    public struct Row: Sendable {
        public var role: ModelManifest.Role
        public var summary: String
        public var tensors: Int
        public var parameters: Int
        public var file: String
        public var bytes: Int
    }

    /// Every layout that is known.
    static let layouts: [any CheckpointLayout.Type] = [
        PortedGeneratorLayout.self, OfficialGeneratorLayout.self, OwnGeneratorLayout.self, PublishedPredictorLayout.self,
        PublishedIdentityLayout.self, PublishedFieldLayout.self, PublishedLanguageLayout.self, PortedDiscriminatorLayout.self,
    ]
    /// Groups of a checkpoint in the order in which they are looked at; training states hold the same network several times.
    private static let order = ["g_ema", "G_ema", "state_dict", "", "d", "D"]

    private let networks: [ConvertedNetwork]
    private let options: Options

    /// Recognises what a checkpoint holds and checks every shape; writes nothing.
    ///
    /// - Throws: `CheckpointError`, in one sentence.
    public init(_ checkpoint: CheckpointFile, options: Options = Options()) throws(CheckpointError) {
        var networks: [ConvertedNetwork] = []
        for name in Self.order {
            guard let group = checkpoint.groups[name] else { continue }
            for layout in Self.layouts {
                guard var network = try layout.convert(group) else { continue }
                network.role = network.role ?? options.attribute.map(ModelManifest.Role.field)
                guard let role = network.role else {
                    throw .unreadable("the file holds a semantic field, which does not know its attribute: name it with --attribute")
                }
                if role == .language, options.vocabulary == nil {
                    throw .unreadable(
                        "the file holds a language encoder, whose words lie in a file of their own: name it with --vocabulary")
                }
                if !networks.contains(where: { $0.role == role }) { networks.append(network) }
                break
            }
        }
        guard !networks.isEmpty else {
            throw .unreadable("the file holds none of the networks that are known, by the names and shapes of its tensors")
        }
        self.networks = networks
        self.options = options
    }

    /// Writes the model folder, all or nothing.
    ///
    /// - Throws: if there is already something else, in one sentence.
    public func write(to folder: URL) throws -> [Row] {
        let files = FileManager.default
        let contents = try? files.contentsOfDirectory(atPath: folder.path)
        let exists = contents.map { !$0.isEmpty } ?? files.fileExists(atPath: folder.path)
        guard !exists || files.fileExists(atPath: folder.appending(path: "manifest.json").path) else {
            throw CheckpointError.unreadable("\(folder.path) is there and is no model folder: it has no manifest.json")
        }
        var manifest = try exists ? ModelManifest(folder: folder) : Self.fresh(folder.lastPathComponent, options.precision)
        for network in networks {
            guard let role = network.role else { continue }
            guard manifest.files[role] == nil else {
                throw CheckpointError.unreadable("\(folder.path) already has a \(role.rawValue)")
            }
        }
        guard exists || networks.contains(where: { $0.role == .generator }) else {
            throw CheckpointError.unreadable("a model begins with a generator: import one to \(folder.path) first")
        }
        let staging = folder.deletingLastPathComponent().appendingPathComponent(".\(folder.lastPathComponent).\(UUID().uuidString)")
        try files.createDirectory(at: staging, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: staging) }
        let rows = try networks.map { try place($0, in: staging, &manifest) }
        if networks.contains(where: { $0.role?.rawValue.hasPrefix("field_") ?? false }), manifest.space == nil {
            manifest.space = .wPlus(layers: try options.layers ?? Self.publishedLayers(folder))
        }
        try manifest.write(to: staging)
        let written = try files.contentsOfDirectory(atPath: staging.path)
        try checkTogether(staging, with: exists ? folder : nil, manifest)
        if exists {
            // The manifest comes last: until then the folder is the model it was, whatever lies beside it.
            for name in written.filter({ $0 != "manifest.json" }) + ["manifest.json"] {
                guard rename(staging.appending(path: name).path, folder.appending(path: name).path) == 0 else {
                    throw CheckpointError.unreadable("\(name) cannot be put into \(folder.path): \(String(cString: strerror(errno)))")
                }
            }
        } else {
            if contents != nil { try files.removeItem(at: folder) }
            try files.moveItem(at: staging, to: folder)
        }
        return rows
    }

    /// Opens the model as it is going to be: networks that do not fit each other are not brought together.
    private func checkTogether(_ staging: URL, with folder: URL?, _ manifest: ModelManifest) throws {
        for file in manifest.files.values {
            let path = staging.appending(path: file.name)
            guard let folder, !FileManager.default.fileExists(atPath: path.path) else { continue }
            try FileManager.default.createSymbolicLink(at: path, withDestinationURL: folder.appending(path: file.name))
        }
        do {
            _ = try FaceModel(folder: staging)
        } catch {
            throw CheckpointError.unreadable("the network does not fit the model: \(error)")
        }
    }

    private func place(_ network: ConvertedNetwork, in folder: URL, _ manifest: inout ModelManifest) throws -> Row {
        guard let role = network.role else { throw CheckpointError.damaged }
        let name = "\(role.rawValue).safetensors"
        try checkNumbers(network)
        try writeSafeTensors(
            network.parameters.tensors, metadata: ["configuration": network.configuration], precision: options.precision,
            to: folder.appendingPathComponent(name).path)
        // What cannot be loaded is not written: `checkTogether` opens all that serves, which this does not.
        if role == .discriminator { _ = try Discriminator(contentsOf: folder.appendingPathComponent(name).path) }
        let file = try ModelManifest.File(named: name, in: folder)
        manifest.files[role] = file
        if role == .language, let words = options.vocabulary {
            let vocabulary = try PublishedVocabulary(contentsOf: words).vocabulary(for: network)
            try JSONEncoder().encode(vocabulary).write(to: folder.appendingPathComponent(LanguageEncoder.vocabularyName))
            manifest.files[.vocabulary] = try ModelManifest.File(named: LanguageEncoder.vocabularyName, in: folder)
            _ = try LanguageEncoder(folder: folder)
        }
        return Row(
            role: role, summary: network.summary, tensors: network.parameters.tensors.count,
            parameters: network.parameters.tensors.values.reduce(0) { $0 + $1.count }, file: name, bytes: file.bytes)
    }

    /// Weights that are no numbers, or too large for half precision, would only show as black pictures.
    private func checkNumbers(_ network: ConvertedNetwork) throws(CheckpointError) {
        let limit: Float = options.precision == .float16 ? 65_504 : .greatestFiniteMagnitude
        for (name, tensor) in network.parameters.tensors.sorted(by: { $0.key < $1.key }) {
            guard tensor.withValues({ $0.allSatisfy { abs($0) <= limit } }) else {
                throw .unreadable("tensor \(name) holds values that are not finite, or too large for \(options.precision.rawValue)")
            }
        }
    }

    private static func fresh(_ name: String, _ precision: WeightPrecision) -> ModelManifest {
        ModelManifest(
            name: name, summary: "Imported; how it was trained is not known here.", space: nil, noise: .stored,
            precision: precision.rawValue, files: [:], training: [:])
    }

    private static func publishedLayers(_ folder: URL) throws -> Int {
        let generator = try Generator(contentsOf: folder.appendingPathComponent("generator.safetensors").path)
        return generator.configuration.resolution <= 128 ? 8 : 10
    }
}
