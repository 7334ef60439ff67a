import Dialog
import Editing
import FaceAttributes
import ImageCodecs

/// The computing part of a turn: what was meant, where the face is to go, the walks, what is said of them.
///
/// No storage; the methods that compute are called on workers' threads.
struct TurnRunner: Sendable {
    /// A change of an attribute nobody asked for counts from here on, in degrees.
    static let sideEffectThreshold = 0.25

    let model: LoadedModel

    /// What a turn is to do, and the dialog that has decided so.
    struct Plan: Sendable {
        var understanding: Understanding
        var decision: Decision
        var dialog: DialogState
    }

    /// What the walks of a turn brought.
    struct Walked: Sendable {
        var face: Face
        /// The PNG of `face`, when the picture changed.
        var image: ImageRecord?
        var walks: [WalkRecord] = []
        var steps: [TrajectoryStep] = []
        var isCancelled = false
    }

    /// What is asked for, by the model's own language side.
    ///
    /// - Throws: `ServiceError.noLanguage`; requests are held against the model before they are taken.
    func understand(_ request: TurnRequest, session: Session) throws(ServiceError) -> Understanding {
        let context = session.dialog.context
        switch request {
        case .text(let text):
            guard let language = model.language else { throw .noLanguage(model.name) }
            return language.understand(text, in: context)
        case .wish(let wish): return Understanding(act: .request, edits: [wish])
        case .answer(let answer): return Understanding(act: answer.act(in: context.kind))
        }
    }

    /// What the dialog makes of it; takes no time.
    ///
    /// - Throws: `ServiceError.unreadFace`; requests are held against the face before they are taken.
    func plan(_ understanding: Understanding, session: Session) throws(ServiceError) -> Plan {
        guard let degrees = session.face.degrees else { throw .unreadFace }
        var dialog = session.dialog
        dialog.editable = model.attributes
        let decision = dialog.decide(understanding, degrees: degrees)
        return Plan(understanding: understanding, decision: decision, dialog: dialog)
    }

    /// Walks to the targets one after the other; a cancelled walk ends all.
    ///
    /// - Parameter holding: the attributes that are only to be brought back, should another walk have moved them.
    func walk(
        _ requests: [EditRequest], holding: [Attribute], from start: FaceRecord, png: ImageRecord, turn: Int, live: LiveTurn
    ) throws -> Walked {
        guard let degrees = start.degrees else { throw ServiceError.unreadFace }
        let face = Face(latent: start.latent, degrees: degrees, picture: try decodePNG(png.bytes))
        var walks = TurnWalks(from: face, editor: model.editor, turn: turn, live: live)
        try walks.walk(to: requests, holding: holding)
        try walks.returnToDisplaced()
        return try walks.told()
    }

    /// How several walks ended, in one word.
    static func conclusion(of walks: [WalkRecord]) -> EditConclusion {
        let conclusions = Set(walks.map(\.report.conclusion))
        if let only = conclusions.first, conclusions.count == 1 { return only }
        if conclusions.isSubset(of: [.reached, .alreadyThere]) { return .reached }
        return conclusions.isDisjoint(with: [.reached, .partial]) ? .unreachable : .partial
    }

    /// The most walks that `walk` takes for so many requests.
    static func mostWalks(_ requests: Int) -> Int { max(1, 2 * requests - 1) }

    /// The attributes that moved although nobody asked for it.
    static func sideEffects(of requests: [EditRequest], before: Degrees, after: Degrees) -> [SideEffect] {
        let asked = Set(requests.map(\.attribute))
        return Attribute.allCases.compactMap { attribute in
            let change = after[attribute] - before[attribute]
            guard !asked.contains(attribute), abs(change) >= sideEffectThreshold else { return nil }
            return SideEffect(attribute: attribute, change: change)
        }
    }
}
