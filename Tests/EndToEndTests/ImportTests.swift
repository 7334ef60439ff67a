import Foundation
import Testing

extension EndToEnd {
    /// `import` and `synthesize` as a user runs them.
    @Suite struct ImportTests {
        private static let fixtures = Program.repository.appending(path: "Tests/Fixtures/checkpoints")

        private struct Run {
            var status: Int32
            var output: String
        }

        private func run(_ arguments: [String], in folder: URL) async throws -> Run {
            let process = Process()
            process.executableURL = Program.executable
            process.arguments = arguments
            process.environment = ProcessInfo.processInfo.environment.merging(["TALK_TO_EDIT_HOME": Program.repository.path]) { $1 }
            let log = folder.appending(path: "log")
            try Data().write(to: log)
            let handle = try FileHandle(forWritingTo: log)
            process.standardOutput = handle
            process.standardError = handle
            process.standardInput = FileHandle.nullDevice
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                process.terminationHandler = { _ in continuation.resume() }
                do { try process.run() } catch { continuation.resume(throwing: error) }
            }
            return Run(status: process.terminationStatus, output: String(decoding: try Data(contentsOf: log), as: UTF8.self))
        }

        private func inFolder(_ body: (URL) async throws -> Void) async throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            try await body(folder)
        }

        /// A NumPy file of float32 numbers.
        private func npy(_ shape: String, _ values: [Float]) -> Data {
            var header = "{'descr': '<f4', 'fortran_order': False, 'shape': \(shape), }"
            header += String(repeating: " ", count: 127 - 10 - header.utf8.count) + "\n"
            let magic: [UInt8] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, UInt8(header.utf8.count), 0]
            return Data(magic) + Data(header.utf8) + values.withUnsafeBufferPointer { Data(buffer: $0) }
        }

        @Test func `a checkpoint becomes a model, and its pictures come as an array and as a picture`() async throws {
            try await inFolder { folder in
                let model = folder.appending(path: "mine").path
                let imported = try await run(["import", Self.fixtures.appending(path: "official.pkl").path, "--to", model], in: folder)
                #expect(imported.status == 0, "\(imported.output)")
                #expect(imported.output.contains("StyleGAN2 generator (StyleGAN2-ADA), 32 px, 2 mapping layers"))
                let codes = folder.appending(path: "z.npy")
                try npy("(2, 16)", (0..<32).map { Float($0 % 7) - 3 }).write(to: codes)
                let array = folder.appending(path: "out.npy")
                let drawn = try await run(["synthesize", "--model", model, "--z", codes.path, "-o", array.path], in: folder)
                #expect(drawn.status == 0, "\(drawn.output)")
                let bytes = try Data(contentsOf: array)
                #expect(String(decoding: bytes[10..<128], as: UTF8.self).contains("'shape': (2, 3, 32, 32)"))
                let values = 2 * 3 * 32 * 32
                #expect(bytes.count == 128 + 4 * values)
                let picture = folder.appending(path: "out.png")
                #expect(
                    try await run(["synthesize", "--model", model, "--z", codes.path, "--noise", "none", "-o", picture.path], in: folder)
                        .status == 0)
                #expect(try Data(contentsOf: picture).starts(with: [0x89, 0x50, 0x4e, 0x47]))
            }
        }

        @Test func `what cannot be read gets one sentence and writes nothing`() async throws {
            try await inFolder { folder in
                let bytes = try Data(contentsOf: Self.fixtures.appending(path: "ported.pt"))
                let cut = folder.appending(path: "cut.pt")
                try bytes.prefix(bytes.count / 2).write(to: cut)
                let evil = folder.appending(path: "evil.pkl")
                let protocolTwo: [UInt8] = [0x80, 2]
                try Data(protocolTwo + Array("cos\nsystem\n(S'touch /tmp/x'\ntR.".utf8)).write(
                    to: evil)
                for (file, words) in [(cut, "cut off or damaged"), (evil, "os.system, which is not data")] {
                    let result = try await run(["import", file.path, "--to", folder.appending(path: "mine").path], in: folder)
                    #expect(result.status != 0 && result.output.contains(words), "\(result.output)")
                    #expect(result.output.split(separator: "\n").count == 1)
                }
                #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "mine").path))
            }
        }

        @Test func `codes of another shape are refused with the shape that fits`() async throws {
            try await inFolder { folder in
                let model = folder.appending(path: "mine").path
                #expect(
                    try await run(
                        ["import", Self.fixtures.appending(path: "ported.pt").path, "--to", model, "--precision", "fp16"], in: folder
                    ).status == 0)
                let codes = folder.appending(path: "w.npy")
                try npy("(1, 5)", [1, 2, 3, 4, 5]).write(to: codes)
                let result = try await run(["synthesize", "--model", model, "--w", codes.path, "-o", folder.path + "/out.npy"], in: folder)
                #expect(result.status != 0 && result.output.contains("[N, 16] or [N, 8, 16]"), "\(result.output)")
            }
        }
    }
}
