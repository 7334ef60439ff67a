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
        let latent = latents[Int(seed)]
        let picture = try editor.picture(of: latent)
        return Face(latent: latent, degrees: try editor.networks.judge(picture).degrees, picture: picture)
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
        let configuration = model.generator.configuration
        let known = rows.compactMap { row in codes.codes[row.key].map { (row, $0.values) } }
        guard !known.isEmpty, model.space != .z, known.allSatisfy({ $0.1.count == configuration.wDimension }) else {
            throw ModelError.configuration("the codes of the records do not fit the held-out pictures or the model \(model.manifest.name)")
        }
        let (networks, judge) = (ModelNetworks(model), try model.judge())
        groups = try [SynthFacesRow.Sex.female, .male].flatMap { sex in
            try [true, false].map { withGlasses in
                let members = known.filter { row, _ in
                    row.sex == sex && (row.labels[Attribute.eyeglasses.index] > 0) == withGlasses
                }.prefix(people)
                let latents = members.map { member in
                    FaceLatent(
                        w: member.1, wPlus: Array(repeatElement(member.1, count: configuration.wPlusLayers).joined()), noiseSeed: 0)
                }
                let faces = RecordedFaces(editor: FieldEditor(networks: networks), latents: Array(latents))
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
