public import Dialog
public import Editing
public import FaceAttributes

/// Which turn of which session.
public struct TurnKey: Sendable, Hashable {
    public var session: SessionID
    /// 1, 2, 3… in the order in which the sentences came.
    public var number: Int

    public init(session: SessionID, number: Int) {
        self.session = session
        self.number = number
    }
}

/// How far a turn has come.
public enum TurnStatus: String, Codable, Sendable, CaseIterable {
    /// Waits for a worker; next: running, cancelled, failed.
    case queued
    /// A worker is at it; next: succeeded, cancelled, failed, and queued when the service stops.
    case running
    /// Ended and kept.
    case succeeded
    /// Ended without effect on the session, by an error.
    case failed
    /// Ended without effect on the session, by the user's wish.
    case cancelled

    public var isFinal: Bool { self != .queued && self != .running }
}

/// Why a turn failed.
public struct TurnFailure: Codable, Sendable, Hashable {
    /// A stable word for programs.
    public var code: String
    /// A sentence for people.
    public var message: String

    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}

/// The degree of an attribute that nobody asked to change, changed.
public struct SideEffect: Codable, Sendable, Hashable {
    public var attribute: Attribute
    /// Degrees, negative downwards.
    public var change: Double

    public init(attribute: Attribute, change: Double) {
        self.attribute = attribute
        self.change = change
    }
}

/// One walk of a turn, without its steps.
public struct WalkRecord: Codable, Sendable, Hashable {
    public var report: EditReport
    public var reason: StopReason
    public var identityDistance: Double
    public var generatorPasses: Int

    public init(report: EditReport, reason: StopReason, identityDistance: Double, generatorPasses: Int) {
        self.report = report
        self.reason = reason
        self.identityDistance = identityDistance
        self.generatorPasses = generatorPasses
    }
}

/// How far the walks of a turn have come, in generator passes.
public struct TurnProgress: Codable, Sendable, Hashable {
    public var step: Int
    /// The most that the turn may take; 0 where nothing is walked.
    public var of: Int

    public init(step: Int, of: Int) {
        self.step = step
        self.of = of
    }
}

/// One exchange: what the user said, what was made of it, and what the system answered.
public struct Turn: Sendable, Hashable {
    public let key: TurnKey
    public var status: TurnStatus
    public let request: TurnRequest
    /// How often a worker has begun with it.
    public var attempts: Int
    public var understanding: Understanding?
    public var decision: Decision?
    public var outcome: EditConclusion?
    /// One entry per edited attribute, in the order of the walks.
    public var walks: [WalkRecord]
    public var degreesBefore: Degrees
    public var degreesAfter: Degrees?
    public var sideEffects: [SideEffect]
    /// Distance of the identity network's embedding to the face before: of one walk as it was measured, of several
    /// their sum, which bounds it from above; nil where nothing was walked.
    public var identityDistance: Double?
    public var progress: TurnProgress
    public var reply: Reply?
    /// The dialog as this turn left it.
    public var dialog: DialogState?
    /// SHA-256 of the PNG of the session's picture after this turn.
    public var picture: String?
    public var failure: TurnFailure?
    public let createdAt: Timestamp
    public var startedAt: Timestamp?
    public var finishedAt: Timestamp?

    public init(
        key: TurnKey, status: TurnStatus, request: TurnRequest, attempts: Int = 0, understanding: Understanding? = nil,
        decision: Decision? = nil, outcome: EditConclusion? = nil, walks: [WalkRecord] = [], degreesBefore: Degrees,
        degreesAfter: Degrees? = nil, sideEffects: [SideEffect] = [], identityDistance: Double? = nil,
        progress: TurnProgress = TurnProgress(step: 0, of: 0), reply: Reply? = nil, dialog: DialogState? = nil, picture: String? = nil,
        failure: TurnFailure? = nil, createdAt: Timestamp, startedAt: Timestamp? = nil, finishedAt: Timestamp? = nil
    ) {
        self.key = key
        self.status = status
        self.request = request
        self.attempts = attempts
        self.understanding = understanding
        self.decision = decision
        self.outcome = outcome
        self.walks = walks
        self.degreesBefore = degreesBefore
        self.degreesAfter = degreesAfter
        self.sideEffects = sideEffects
        self.identityDistance = identityDistance
        self.progress = progress
        self.reply = reply
        self.dialog = dialog
        self.picture = picture
        self.failure = failure
        self.createdAt = createdAt
        self.startedAt = startedAt
        self.finishedAt = finishedAt
    }

    /// The degrees the turn was to reach; empty where it asked for no edit.
    public var requested: [EditRequest] {
        if case .edit(let requests) = decision { requests } else { [] }
    }

    /// Why the walk ended; of several walks, the first reason that is not success.
    public var stopReason: StopReason? {
        walks.first { $0.reason != .reached && $0.reason != .alreadyThere }?.reason ?? walks.first?.reason
    }

    /// Milliseconds from the request to the start of the work.
    public var queuedMilliseconds: Int? { startedAt.map { $0.millisecondsSince(createdAt) } }

    /// Milliseconds from the start of the work to its end.
    public var computeMilliseconds: Int? {
        guard let startedAt, let finishedAt else { return nil }
        return finishedAt.millisecondsSince(startedAt)
    }
}
