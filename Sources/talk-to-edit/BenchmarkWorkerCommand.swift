import ArgumentParser
import Foundation
import Tensor

/// `talk-to-edit benchmark-worker`: one engine of `Benchmarks/generator` and `Benchmarks/networks`.
///
/// It keeps its network loaded and answers requests on standard input, one JSON object a line: `run COUNT` runs the pass that
/// often and answers the milliseconds of each run, `save PATH` runs it once and writes what it computed as raw float32,
/// `report` answers the peak of its memory. The first line says that it is ready; it ends with its input.
struct BenchmarkWorker: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark-worker", abstract: "Run one network for the benchmarks.", shouldDisplay: false)

    @Argument(help: "generator, predictor, identity, field or language.")
    var network: BenchmarkPass.Network

    @Option(help: "The network's weights, safetensors.")
    var weights: String

    @Option(help: "What goes in, safetensors: input, and target for an inversion step.")
    var inputs: String

    @Option(name: .customLong("pass"), help: "forward or inversion_step.")
    var kind = BenchmarkPass.Kind.forward

    @Option(help: "Threads.")
    var threads = 1

    func validate() throws {
        guard (1...1024).contains(threads) else { throw ValidationError("--threads takes 1 to 1024") }
        guard kind == .forward || network == .generator else { throw ValidationError("only the generator has an inversion step") }
    }

    func run() throws {
        Compute.setThreads(threads)
        let pass = try BenchmarkPass(network, kind, weights: weights, inputs: inputs)
        try answer(["ready": true])
        while let line = readLine() {
            let request = line.split(separator: " ", maxSplits: 1).map(String.init)
            switch (request.first, request.count) {
            case ("run", 2):
                guard let count = Int(request[1]), (1...1_000_000).contains(count) else { throw ValidationError("run takes 1 to 1000000") }
                try answer(["milliseconds": (0..<count).map { _ in milliseconds(of: pass) }])
            case ("save", 2):
                let values = pass.run().flatMap(\.values)
                try values.withUnsafeBytes { try Data($0).write(to: URL(fileURLWithPath: request[1])) }
                try answer(["count": values.count])
            case ("report", 1): try answer(["peak_rss_mb": try peakMegabytes()])
            default: throw ValidationError("unknown request: \(line)")
            }
        }
    }

    private func milliseconds(of pass: BenchmarkPass) -> Double {
        let time = ContinuousClock().measure { _ = pass.run() }
        return time / .milliseconds(1)
    }

    /// The most memory the process has had resident, as the kernel counts it.
    private func peakMegabytes() throws -> Double {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Double($0) })
        else { throw ValidationError("the kernel does not say how much memory was used") }
        return kilobytes / 1024
    }

    private func answer(_ value: [String: Any]) throws {
        try FileHandle.standardOutput.write(contentsOf: JSONSerialization.data(withJSONObject: value) + Data("\n".utf8))
    }
}
