import Checksums
public import Foundation

extension ModelManifest {
    /// Writes `manifest.json`.
    public func write(to folder: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: folder.appendingPathComponent("manifest.json"), options: .atomic)
    }
}

extension ModelManifest.File {
    /// A file that lies in a model folder.
    public init(named name: String, in folder: URL) throws {
        let path = folder.appendingPathComponent(name).path
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        self.init(name: name, bytes: size, sha256: try sha256Hex(ofFile: path))
    }
}
