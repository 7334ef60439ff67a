import Editing
import FaceAttributes
public import FaceModels
import Foundation
import ImageCodecs
import Tensor

/// Faces of known people instead of random ones: seed n is the n-th of them.
struct RecordedFaces<Networks: EditingNetworks>: FaceEditor {
    let editor: FieldEditor<Networks>
    let latents: [FaceLatent]

    var modelName: String { editor.modelName }
    var stepBudget: Int { editor.stepBudget }
    var attributes: [Attribute] { editor.attributes }

    func face(seed: UInt64) throws -> Face {
        try editor.face(of: latents[Int(seed)])
    }

    func picture(of latent: FaceLatent) throws -> RGBImage { try editor.picture(of: latent) }

    func edit(_ face: Face, request: EditRequest, onStep: (WalkStep) -> Bool) throws -> EditOutcome {
        try editor.edit(face, request: request, onStep: onStep)
    }
}

/// Whether edits serve everybody alike: held-out people, drawn from their records, so that it is known who is who.
public struct EditsByPeople: Sendable {
    public struct Group: Sendable {
        public var name: String
        public var people: Int
        /// nil without any edit.
        public var edits: EvaluationReport.Summary?
    }

    public let groups: [Group]

    /// - Parameters:
    ///   - model: its fields walk in W or W+.
    ///   - codes: of the records of the people.
    ///   - rows: who they are.
    ///   - people: the first so many of each group.
    /// - Throws: `ModelError.configuration` if the codes fit neither rows nor model.
    public init(
        _ model: FaceModel, codes: RecordCodes, rows: [SynthFacesRow], people: Int, threads: Int, progress: @Sendable (_ done: Int) -> Void
    ) throws {
        guard model.space != .z else {
            throw ModelError.configuration("codes w of records are no places to walk from in Z, as the fields of \(model.manifest.name) do")
        }
        let known = try codes.known(of: rows, for: model).map { rows[$0] }
        let (networks, judge) = (ModelNetworks(model), try model.judge())
        groups = try [SynthFacesRow.Sex.female, .male].flatMap { sex in
            try [true, false].map { withGlasses in
                let members = known.filter { row in
                    row.sex == sex && (row.labels[Attribute.eyeglasses.index] > 0) == withGlasses
                }.prefix(people)
                let latents = members.compactMap { codes.codes[$0.key] }.map { w in
                    FaceLatent(w: w.values, wPlus: model.generator.wPlus(w).values, noiseSeed: 0)
                }
                let faces = RecordedFaces(editor: FieldEditor(networks: networks), latents: latents)
                let report = try EditEvaluation(editor: faces, judge: judge).run(
                    seeds: latents.indices.map(UInt64.init), threads: threads, progress: progress)
                return Group(
                    name: (sex == .female ? "women" : "men") + (withGlasses ? " with glasses" : " without"), people: members.count,
                    edits: report.total)
            }
        }
    }

    /// A table for people.
    public var table: String {
        let lines = groups.map { group in
            let name = group.name.padding(toLength: 19, withPad: " ", startingAt: 0)
            guard let edits = group.edits else { return name + String(format: "%6d       0", group.people) }
            return name
                + String(
                    format: "%6d %7d %7.0f%% %6.0f%% %6.2f %9.2f %7.2f", group.people, edits.edits, 100 * edits.reached,
                    100 * edits.reachedClosely, edits.error, edits.identityDistance, edits.sideEffect)
        }
        return (["held-out people    people   edits  reached    ±0.3  error  identity  others"] + lines).joined(separator: "\n")
    }
}
