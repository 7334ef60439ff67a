public import Foundation

/// Runs the real curl.
public enum Curl {
    /// How a run ended.
    public struct Result: Sendable {
        /// curl's exit status.
        public let status: Int32
        public let output: String
        /// What `-v` and `-sS` print.
        public let log: String
    }

    /// Runs curl with these arguments and this standard input.
    public static func run(_ arguments: String..., input: Data? = nil) async throws -> Result { try await run(arguments, input: input) }

    /// Runs curl with these arguments and this standard input.
    public static func run(_ arguments: [String], input: Data? = nil) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("curl-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["in", "out", "log"].map { folder.appendingPathComponent($0) }
        for file in files { try (file == files[0] ? input ?? Data() : Data()).write(to: file) }

        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["curl", "-sS", "--noproxy", "*", "--max-time", "60"] + arguments
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        return Result(
            status: process.terminationStatus, output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
            log: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }
}
