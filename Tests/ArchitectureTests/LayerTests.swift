import Foundation
import Testing

/// The house of many rooms: a target may depend only on targets of lower layers, or on those named here beside it.
@Suite struct LayerTests {
    static let layers: [String: Int] = [
        "COpenBLAS": 0, "COpenSSL": 0, "CPNG": 0, "CTurboJPEG": 0, "CImageCodecs": 1, "CLinux": 0, "CKernels": 0,
        "FaceAttributes": 2, "Checksums": 2, "Tensor": 2, "ImageCodecs": 2, "HTTPWire": 2,
        "FaceModels": 3, "Dialog": 3, "HTTPServer": 3,
        "Editing": 4, "Checkpoints": 4,
        "Sessions": 5, "Training": 5,
        "SQLiteStore": 6, "API": 6, "ChatRefinement": 6,
        "talk-to-edit": 7,
    ]

    struct Package: Decodable {
        struct Target: Decodable {
            let name: String
            let type: String
            let dependencies: [[String: [Name?]]]
        }

        /// A name, or the conditions that stand beside it.
        enum Name: Decodable {
            case text(String)
            case other

            init(from decoder: any Decoder) throws {
                self = (try? decoder.singleValueContainer().decode(String.self)).map(Name.text) ?? .other
            }
        }

        let targets: [Target]
    }

    /// The manifest as SwiftPM reads it; in a scratch folder of its own, since the one of these tests is locked while they run.
    private func manifest() async throws -> Data {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("layers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let output = scratch.appendingPathComponent("package.json")
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["swift", "package", "--package-path", root.path, "--scratch-path", scratch.path, "dump-package"]
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in ended.resume() }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        return try Data(contentsOf: output)
    }

    @Test func `dependencies point downward only`() async throws {
        let json = try await manifest()
        let package = try JSONDecoder().decode(Package.self, from: json)
        #expect(package.targets.count > Self.layers.count)
        for target in package.targets where target.type != "test" {
            guard let layer = Self.layers[target.name] else {
                // Support code of tests stands outside the house.
                #expect(target.name.hasSuffix("TestSupport"), "the layer of \(target.name) is not known")
                continue
            }
            for dependency in target.dependencies {
                guard case .text(let name)?? = dependency["byName"]?.first, let below = Self.layers[name] else { continue }
                #expect(below < layer, "\(target.name) must not depend on \(name)")
            }
        }
    }
}
