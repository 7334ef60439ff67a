import Foundation
import Synchronization
import Testing

/// The real program, serving in a process of its own on a port of its own.
final class Program: Sendable {
    /// `http://host:port`.
    let address: String
    private let process: Process
    private let ended: AsyncStream<Int32>

    static let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    /// The release that Scripts/test has built, or else what lies beside the tests.
    static var executable: URL {
        if let path = ProcessInfo.processInfo.environment["TALK_TO_EDIT_PROGRAM"] { return URL(filePath: path) }
        return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "talk-to-edit")
    }

    /// Foundation can free a process and its pipes while their handlers run; kept here, they are never freed.
    private static let kept = Mutex<[Kept]>([])
    private struct Kept: @unchecked Sendable {
        let process: Process
        let output: Pipe
    }

    private init(address: String, process: Process, ended: AsyncStream<Int32>) {
        self.address = address
        self.process = process
        self.ended = ended
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// Starts serving from a database and returns when requests are answered.
    static func serve(database: URL, settings: [String: String] = [:]) async throws -> Program {
        let process = Process()
        process.executableURL = executable
        process.arguments = ["serve", "--port", "0", "--database", database.path, "--log-level", "error"]
        process.environment = ProcessInfo.processInfo.environment
            .merging(["TALK_TO_EDIT_HOME": repository.path]) { $1 }.merging(settings) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        let (ended, end) = AsyncStream<Int32>.makeStream()
        process.terminationHandler = { process in
            end.yield(process.terminationStatus)
            end.finish()
        }
        let (lines, line) = AsyncStream<String>.makeStream()
        let text = Mutex("")
        output.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            if data.isEmpty {
                handle.readabilityHandler = nil
                return line.finish()
            }
            text.withLock { text in
                text += String(decoding: data, as: UTF8.self)
                while let end = text.firstIndex(of: "\n") {
                    line.yield(String(text[..<end]))
                    text = String(text[text.index(after: end)...])
                }
            }
        }
        kept.withLock { $0.append(Kept(process: process, output: output)) }
        try process.run()
        for await line in lines {
            guard let range = line.range(of: "Listening on ") else { continue }
            return Program(address: String(line[range.upperBound...]), process: process, ended: ended)
        }
        throw Ended()
    }

    /// The program ended before it served; what it said stands in the tests' own output.
    struct Ended: Error {}

    /// Ends it as a power cut would.
    func kill9() async {
        kill(process.processIdentifier, SIGKILL)
        for await _ in ended {}
    }

    /// Asks it to stop, as `kill` does or as Ctrl-C does; its exit status.
    func terminate(_ signal: Int32 = SIGTERM) async -> Int32? {
        kill(process.processIdentifier, signal)
        var status: Int32?
        for await code in ended { status = code }
        return status
    }
}
