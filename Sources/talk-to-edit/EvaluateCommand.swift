import ArgumentParser
import Editing
import FaceModels
import Foundation
import ImageCodecs
import Tensor
import Training

/// `talk-to-edit evaluate`: do edits reach what was asked, as a judge sees it that no walk was steered by?
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Edit faces that no training saw, every attribute up and down by two degrees, and let a second predictor judge.")

    @OptionGroup var model: ModelOption

    @Flag(help: "50 faces instead of 500.")
    var quick = false

    @Option(help: "The first seed; training draws its faces elsewhere.")
    var seed: UInt64 = 9_000_000

    @Option(help: "Write every edit and the summary to this file, JSON.")
    var json: String?

    @Option(help: "Write the first faces before and after every edit to this file, PNG.")
    var grid: String?

    @Option(help: "Faces in the grid.")
    var gridFaces = 8

    @Option(help: "Walks at a time.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard threads > 0, gridFaces >= 0 else { throw ValidationError("--threads and --grid-faces must be positive") }
        guard seed <= UInt64.max - 500 else { throw ValidationError("--seed is too large") }
    }

    func run() throws {
        // One walk a thread, each on its own.
        Compute.setThreads(1)
        let model = try model.load()
        try model.requireEditing()
        let judge = try model.judge()
        let seeds = (0..<(quick ? 50 : 500)).map { seed + UInt64($0) }
        let report = try EditEvaluation(editor: FieldEditor(model), judge: judge).run(
            seeds: seeds, threads: threads, picturesOf: grid == nil ? 0 : gridFaces
        ) { Terminal.progress("\($0) of \(seeds.count) faces") }
        Terminal.progress(nil)
        print(report.table)
        if let json { try report.json().write(to: URL(fileURLWithPath: json), options: .atomic) }
        if let grid, let picture = report.grid { try Terminal.write(try pngData(picture), to: grid) }
    }
}
