import Dialog
import Editing
import FaceAttributes
import ImageCodecs

/// The walks of one turn, one after the other, and where they have led so far.
struct TurnWalks {
    /// A change of the picture counts from here on, in degrees of a requested attribute; below it the Talk module says
    /// that nothing changed, so nothing is changed.
    static let visibleChange = 0.1
    /// From so far off its degree, a wish is walked to again after the others of its turn, which have moved it; in degrees.
    private static let displacement = 0.35

    private let start: Face
    private let editor: any FaceEditor
    private let turn: Int
    private let live: LiveTurn
    private var walked: TurnRunner.Walked

    init(from face: Face, editor: any FaceEditor, turn: Int, live: LiveTurn) {
        start = face
        self.editor = editor
        self.turn = turn
        self.live = live
        walked = TurnRunner.Walked(face: face)
    }

    /// - Parameter holding: the attributes that are only to be brought back, should another walk have moved them.
    mutating func walk(to requests: [EditRequest], holding: [Attribute]) throws {
        for request in requests {
            // Nothing has moved what is to stay if nothing has moved.
            if holding.contains(request.attribute), walked.face.latent == start.latent { continue }
            guard let (outcome, report) = try walk(to: request) else { return }
            walked.walks.append(
                WalkRecord(
                    report: report, reason: outcome.reason, identityDistance: outcome.identityDistance,
                    generatorPasses: outcome.generatorPasses))
        }
    }

    /// What a later walk has moved away from where it was wanted is walked to once more.
    mutating func returnToDisplaced() throws {
        for index in walked.walks.indices.dropLast() {
            let report = walked.walks[index].report
            let attribute = report.request.attribute
            let shown = walked.face.degrees[attribute]
            guard report.conclusion == .reached, abs(shown - report.degreesAfter[attribute]) >= Self.displacement,
                abs(shown - report.request.target) >= Self.displacement
            else { continue }
            guard let (outcome, _) = try walk(to: report.request) else { return }
            walked.walks[index].identityDistance += outcome.identityDistance
            walked.walks[index].generatorPasses += outcome.generatorPasses
        }
    }

    /// The walks, each told as it is in the end, and the picture if it has changed.
    func told() throws -> TurnRunner.Walked {
        var walked = walked
        for index in walked.walks.indices { walked.walks[index].report.tell(walked.face.degrees, within: Self.displacement) }
        if let last = walked.walks.indices.last { walked.walks[last].report.degreesAfter = walked.face.degrees }
        if !walked.isCancelled, walked.face.latent != start.latent { walked.image = try ImageRecord(encoding: walked.face.picture) }
        return walked
    }

    /// - Returns: nil if it was cancelled.
    private mutating func walk(to request: EditRequest) throws -> (outcome: EditOutcome, report: EditReport)? {
        let before = walked.face.degrees
        if live.isCancelled { walked.isCancelled = true }
        guard !walked.isCancelled else { return nil }
        let live = live
        let outcome = try editor.edit(walked.face, request: request) { _ in
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
