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
    /// A change of the picture counts from here on, in degrees of a requested attribute; below it the Talk module says
    /// that nothing changed, so nothing is changed.
    static let visibleChange = 0.1

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

    /// From so far off its degree, a wish is walked to again after the others of its turn, which have moved it; in degrees.
    private static let displacement = 0.35

    /// Walks to the targets one after the other; a cancelled walk ends all.
    ///
    /// - Parameter holding: the attributes that are only to be brought back, should another walk have moved them.
    func walk(
        _ requests: [EditRequest], holding: [Attribute], from start: FaceRecord, png: ImageRecord, turn: Int, live: LiveTurn
    ) throws -> Walked {
        guard let degrees = start.degrees else { throw ServiceError.unreadFace }
        let picture = try decodePNG(png.bytes)
        var walked = Walked(face: Face(latent: start.latent, degrees: degrees, picture: picture))
        /// - Returns: nil if it was cancelled.
        func outcome(of request: EditRequest) throws -> (outcome: EditOutcome, report: EditReport)? {
            let before = walked.face.degrees
            if live.isCancelled { walked.isCancelled = true }
            guard !walked.isCancelled else { return nil }
            let outcome = try model.editor.edit(walked.face, request: request) { _ in
                live.advance()
                return !live.isCancelled
            }
            for step in outcome.steps {
                walked.steps.append(TrajectoryStep(turn: turn, sequence: walked.steps.count, request: request, step: step))
            }
            if outcome.reason == .cancelled {
                walked.isCancelled = true
                return nil
            }
            let report = Self.report(request, outcome: outcome, before: before)
            if report.degreesAfter != before { walked.face = outcome.face }
            return (outcome, report)
        }
        for request in requests {
            // Nothing has moved what is to stay if nothing has moved.
            if holding.contains(request.attribute), walked.face.latent == start.latent { continue }
            guard let (outcome, report) = try outcome(of: request) else { break }
            walked.walks.append(
                WalkRecord(
                    report: report, reason: outcome.reason, identityDistance: outcome.identityDistance,
                    generatorPasses: outcome.generatorPasses))
        }
        // What a later walk has moved away from where it was wanted is walked to once more, and told as it is in the end.
        for index in walked.walks.indices.dropLast() {
            let report = walked.walks[index].report
            let attribute = report.request.attribute
            let shown = walked.face.degrees[attribute]
            guard report.conclusion == .reached, abs(shown - report.degreesAfter[attribute]) >= Self.displacement,
                abs(shown - report.request.target) >= Self.displacement
            else { continue }
            guard let (outcome, _) = try outcome(of: report.request) else { break }
            walked.walks[index].identityDistance += outcome.identityDistance
            walked.walks[index].generatorPasses += outcome.generatorPasses
        }
        for index in walked.walks.indices { walked.walks[index].report.tell(walked.face.degrees, within: Self.displacement) }
        if let last = walked.walks.indices.last { walked.walks[last].report.degreesAfter = walked.face.degrees }
        if !walked.isCancelled, walked.face.latent != start.latent { walked.image = try ImageRecord(encoding: walked.face.picture) }
        return walked
    }

    /// How the walk went; one whose effect nobody could see counts as none.
    private static func report(_ request: EditRequest, outcome: EditOutcome, before: Degrees) -> EditReport {
        let after = outcome.face.degrees
        let isVisible = abs(after[request.attribute] - before[request.attribute]) >= visibleChange
        let conclusion: EditConclusion =
            switch outcome.conclusion {
            case .reached where !isVisible: .alreadyThere
            case .partial where !isVisible: .unreachable
            case let conclusion: conclusion
            }
        let changed = conclusion == .reached || conclusion == .partial
        return EditReport(request: request, conclusion: conclusion, degreesBefore: before, degreesAfter: changed ? after : before)
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

extension EditReport {
    /// Tells of the degree that the attribute has after all walks of the turn.
    fileprivate mutating func tell(_ final: Degrees, within tolerance: Double) {
        guard conclusion == .reached || conclusion == .partial else { return }
        let attribute = request.attribute
        guard final[attribute] != degreesAfter[attribute] else { return }
        degreesAfter[attribute] = final[attribute]
        if abs(final[attribute] - request.target) > tolerance { conclusion = .partial }
    }
}
