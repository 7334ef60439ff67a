import ArgumentParser
import Dialog
import Editing
import FaceAttributes
import FaceModels
import Foundation
import ImageCodecs
import Sessions
import Synchronization
import Tensor

/// `talk-to-edit edit`: one round without a conversation.
struct Edit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Edit the face of a seed by one sentence.")

    @OptionGroup var model: ModelOption

    @Option(help: "The seed of the face.")
    var seed: UInt64

    @Option(help: "What you want, in your own words.")
    var text: String

    @Option(name: .shortAndLong, help: "The picture to write, PNG.")
    var output: String

    @Option(help: "Also write the pictures along the walk, side by side, PNG.")
    var strip: String?

    @Option(help: "Threads the walk may use.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard !text.allSatisfy(\.isWhitespace), text.utf8.count <= 2000 else { throw ValidationError("--text takes 1 to 2000 bytes") }
    }

    func run() async throws {
        Compute.setThreads(threads)
        let model = try model.load()
        try model.requireEditing()
        let editor = RecordingEditor(FieldEditor(model))
        var talk = try await LocalTalk.begin(model: model, editor: editor, seed: seed, database: nil, cores: threads)
        let turn = try await talk.say(text)
        if let failure = turn.failure {
            Terminal.line(failure.message)
            throw ExitCode.failure
        }
        try Terminal.write(try await talk.picture(), to: output)
        print(output)
        if let strip {
            let pictures = try editor.latents.map { try editor.picture(of: $0) }
            if pictures.isEmpty {
                print("nothing was walked, so there is no strip")
            } else {
                try Terminal.write(RGBImage.strip(of: pictures), to: strip)
                print(strip)
            }
        }
        if let degrees = turn.degreesAfter { print(turn.degreesBefore.description(changedTo: degrees)) }
        print(talk.session.reply.text)
    }
}

extension Degrees {
    /// Every attribute with its degree, and the new one where it moved.
    func description(changedTo after: Degrees) -> String {
        Attribute.allCases.map { attribute in
            let (old, new) = (self[attribute], after[attribute])
            return abs(new - old) < 0.05
                ? String(format: "%@ %.1f", attribute.rawValue, new) : String(format: "%@ %.1f → %.1f", attribute.rawValue, old, new)
        }.joined(separator: ", ")
    }
}

/// Passes everything on and remembers the codes along the walks.
private final class RecordingEditor: FaceEditor {
    private let editor: any FaceEditor
    private let walked = Mutex<[FaceLatent]>([])

    init(_ editor: any FaceEditor) { self.editor = editor }

    /// The codes of every walk so far, in order, the starts included.
    var latents: [FaceLatent] { walked.withLock { $0 } }

    var modelName: String { editor.modelName }
    var stepBudget: Int { editor.stepBudget }
    var readsDegrees: Bool { editor.readsDegrees }
    var judgesIdentity: Bool { editor.judgesIdentity }
    var attributes: [Attribute] { editor.attributes }
    func face(seed: UInt64) throws -> Face { try editor.face(seed: seed) }
    func picture(of latent: FaceLatent) throws -> RGBImage { try editor.picture(of: latent) }

    func edit(_ face: Face, request: EditRequest, onStep: (WalkStep) -> Bool) throws -> EditOutcome {
        let outcome = try editor.edit(face, request: request, onStep: onStep)
        walked.withLock { $0 += outcome.steps.map(\.latent) }
        return outcome
    }
}
