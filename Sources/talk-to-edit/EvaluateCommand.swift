import ArgumentParser
import Editing
import FaceAttributes
import FaceModels
import Foundation
import ImageCodecs
import Tensor
import Training

/// `talk-to-edit evaluate`: do edits reach what was asked, as a judge sees it that no walk was steered by?
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Edit faces that no training saw, every attribute up and down by two degrees, and let a second predictor judge.",
        discussion: "With --counterfactual, invert rendered pictures, edit to each other degree and compare with the true picture there.")

    @OptionGroup var model: ModelOption

    @Flag(help: "50 faces instead of 500.")
    var quick = false

    @Option(help: "The first seed; training draws its faces elsewhere.")
    var seed: UInt64 = 9_000_000

    @Flag(help: "Instead, edit every attribute in turn and compare how far the person moves with what each edit does alone.")
    var inARow = false

    @Flag(help: "Compare edits of rendered faces with the true pictures of the other degrees.")
    var counterfactual = false

    @Option(
        help: ArgumentHelp(
            "Edit held-out people drawn from these codes of their records (Training/score.py): women and men, with glasses and without.",
            valueName: "file"))
    var records: String?

    @Option(help: "How many people: of the 30 with --counterfactual, of each group with --records.")
    var people = 30

    @Option(help: "The folder of the rendered, labelled faces, for --counterfactual and --records.")
    var data = "../shared/data/synthfaces"

    @Option(help: ArgumentHelp("Without another mode: walks end this near to the wanted degree.", valueName: "degrees"))
    var within: Double?

    @Option(help: ArgumentHelp("Without another mode: walks to the top of a scale aim here.", valueName: "degree"))
    var highestAim: Double?

    @Option(help: "Write every edit and the summary to this file, JSON.")
    var json: String?

    @Option(help: "Write the first faces before and after every edit to this file, PNG.")
    var grid: String?

    @Option(help: "Faces in the grid, 8; people, 2, with --counterfactual.")
    var gridFaces: Int?

    @Option(help: "Walks at a time.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    private var rules: WalkRules {
        var rules = WalkRules()
        if let within { rules.tolerance = within }
        if let highestAim { rules.highestAim = highestAim }
        return rules
    }

    private var seeds: [UInt64] { (0..<(quick ? 50 : 500)).map { seed + UInt64($0) } }

    func validate() throws {
        guard threads > 0, people > 0, gridFaces ?? 0 >= 0 else {
            throw ValidationError("--threads, --people and --grid-faces must be positive")
        }
        guard within ?? 1 > 0, Degrees.range.contains(highestAim ?? 5) else {
            throw ValidationError("--within must be positive, --highest-aim a degree from 0 to 5")
        }
        guard seed <= UInt64.max - 500 else { throw ValidationError("--seed is too large") }
    }

    func run() throws {
        let model = try model.load()
        try model.requireEditing()
        if inARow { return try judgeRows(model) }
        if let records { return try judgePeople(model, try RecordCodes(contentsOf: records)) }
        if counterfactual { try compareWithTruth(model) } else { try judgeEdits(model) }
    }

    private func judgeEdits(_ model: FaceModel) throws {
        // One walk a thread, each on its own.
        Compute.setThreads(1)
        let judge = try model.judge()
        let report = try EditEvaluation(editor: FieldEditor(model, rules: rules), judge: judge).run(
            seeds: seeds, threads: threads, picturesOf: grid == nil ? 0 : gridFaces ?? 8
        ) { Terminal.progress("\($0) of \(seeds.count) faces") }
        try write(report.table, report.json(), report.grid)
    }

    private func judgeRows(_ model: FaceModel) throws {
        Compute.setThreads(1)
        let editor = FieldEditor(model)
        let rows = try EditEvaluation(editor: editor, judge: try model.judge()).inARow(
            seeds: seeds, threads: threads,
            distance: { try editor.networks.judge($0).identityDistance(to: editor.networks.judge($1)) },
            progress: { Terminal.progress("\($0) of \(seeds.count) faces") })
        Terminal.progress(nil)
        print(EditsInARow.summary(of: rows) ?? "no faces")
        if let json { try JSONEncoder().encode(rows).write(to: URL(fileURLWithPath: json), options: .atomic) }
    }

    private func judgePeople(_ model: FaceModel, _ codes: RecordCodes) throws {
        Compute.setThreads(1)
        let rows = try SynthFaces(folder: data).load(["studio_heldout"]).rows
        let report = try EditsByPeople(model, codes: codes, rows: rows, people: people, threads: threads) {
            Terminal.progress("\($0) of \(people) people of a group")
        }
        Terminal.progress(nil)
        print(report.table)
    }

    private func compareWithTruth(_ model: FaceModel) throws {
        let subset = try SynthFaces(folder: data).load(["studio_counterfactual"], keepingUndrawnFringes: true)
        Compute.setThreads(threads)
        let evaluation = try CounterfactualEvaluation(model) { Terminal.progress("\($0) of \($1) random faces") }
        Compute.setThreads(1)
        let report = try evaluation.run(on: subset, people: people, threads: threads, picturesOf: grid == nil ? 0 : gridFaces ?? 2) {
            Terminal.progress("\($0) of \($1) people and attributes")
        }
        try write(report.table, report.json(), report.grid)
    }

    private func write(_ table: String, _ document: Data, _ picture: RGBImage?) throws {
        Terminal.progress(nil)
        print(table)
        if let json { try document.write(to: URL(fileURLWithPath: json), options: .atomic) }
        if let grid, let picture { try Terminal.write(picture, to: grid) }
    }
}
