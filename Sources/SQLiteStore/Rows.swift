import Dialog
import Editing
import FaceAttributes
import Foundation
import GRDB
import Sessions

extension FaceLatent {
    /// The latent as columns.
    init(w: Data, wPlus: Data, noiseSeed: Int64) {
        self.init(w: [Float](littleEndian: w), wPlus: [Float](littleEndian: wPlus), noiseSeed: UInt64(bitPattern: noiseSeed))
    }
}

extension [Float] {
    init(littleEndian data: Data) {
        self = data.withUnsafeBytes { bytes in
            (0..<bytes.count / 4).map {
                Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)))
            }
        }
    }

    var littleEndianData: Data {
        var data = Data(capacity: 4 * count)
        for value in self { Swift.withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) } }
        return data
    }
}

/// A row type whose columns are its properties in snake_case, structured ones as JSON text.
protocol StoredRow: Codable, FetchableRecord, PersistableRecord {}

extension StoredRow {
    static var databaseColumnDecodingStrategy: DatabaseColumnDecodingStrategy { .convertFromSnakeCase }
    static var databaseColumnEncodingStrategy: DatabaseColumnEncodingStrategy { .convertToSnakeCase }
}

/// A row of `images`.
struct ImageRow: StoredRow {
    static let databaseTableName = "images"
    var sha256: String
    var bytes: Data

    init(_ image: ImageRecord) {
        sha256 = image.sha256
        bytes = Data(image.bytes)
    }

    var image: ImageRecord { ImageRecord(sha256: sha256, bytes: Array(bytes)) }
}

/// A row of `faces`.
struct FaceRow: StoredRow {
    static let databaseTableName = "faces"
    var sessionId: String
    var turn: Int
    var parent: Int?
    var w: Data
    var wPlus: Data
    var noiseSeed: Int64
    /// Empty for a face that nothing has read.
    var degrees: [Double]
    var picture: String

    init(_ face: FaceRecord, session: SessionID) {
        sessionId = session.description
        turn = face.turn
        parent = face.parent
        w = face.latent.w.littleEndianData
        wPlus = face.latent.wPlus.littleEndianData
        noiseSeed = Int64(bitPattern: face.latent.noiseSeed)
        degrees = face.degrees?.values ?? []
        picture = face.picture
    }

    /// - Throws: `DatabaseError` when the row is not one that this program wrote.
    func face() throws -> FaceRecord {
        guard [0, Attribute.allCases.count].contains(degrees.count) else { throw corrupt("face \(turn) of session \(sessionId)") }
        return FaceRecord(
            turn: turn, parent: parent, latent: FaceLatent(w: w, wPlus: wPlus, noiseSeed: noiseSeed),
            degrees: degrees.isEmpty ? nil : Degrees(degrees), picture: picture)
    }
}

/// A row of `sessions`.
struct SessionRow: StoredRow {
    static let databaseTableName = "sessions"
    var id: String
    var model: String
    var seed: Int64
    var dialog: DialogState
    var reply: Reply
    var head: Int
    var ended: Bool
    var version: Int
    var createdAt: Int64
    var updatedAt: Int64

    init(_ session: Session) {
        id = session.id.description
        model = session.model
        seed = Int64(bitPattern: session.seed)
        dialog = session.dialog
        reply = session.reply
        head = session.face.turn
        ended = session.hasEnded
        version = session.version
        createdAt = session.createdAt.milliseconds
        updatedAt = session.updatedAt.milliseconds
    }

    /// - Throws: `DatabaseError` when the row is not one that this program wrote.
    func session(face: FaceRow?) throws -> Session {
        guard let id = SessionID(id), let face else { throw corrupt("session \(id)") }
        return Session(
            id: id, model: model, seed: UInt64(bitPattern: seed), dialog: dialog, reply: reply, face: try face.face(), version: version,
            createdAt: Timestamp(milliseconds: createdAt), updatedAt: Timestamp(milliseconds: updatedAt))
    }
}

/// A row of `turns`.
struct TurnRow: StoredRow {
    static let databaseTableName = "turns"
    var sessionId: String
    var number: Int
    var status: TurnStatus
    var request: TurnRequest
    var attempts: Int
    var understanding: Understanding?
    var decision: Decision?
    var outcome: EditConclusion?
    var walks: [WalkRecord]
    var degreesBefore: Degrees
    var degreesAfter: Degrees?
    var sideEffects: [SideEffect]
    var identityDistance: Double?
    var progress: TurnProgress
    var reply: Reply?
    var dialog: DialogState?
    var picture: String?
    var failure: TurnFailure?
    var createdAt: Int64
    var startedAt: Int64?
    var finishedAt: Int64?

    init(_ turn: Turn) {
        sessionId = turn.key.session.description
        number = turn.key.number
        status = turn.status
        request = turn.request
        attempts = turn.attempts
        understanding = turn.understanding
        decision = turn.decision
        outcome = turn.outcome
        walks = turn.walks
        degreesBefore = turn.degreesBefore
        degreesAfter = turn.degreesAfter
        sideEffects = turn.sideEffects
        identityDistance = turn.identityDistance
        progress = turn.progress
        reply = turn.reply
        dialog = turn.dialog
        picture = turn.picture
        failure = turn.failure
        createdAt = turn.createdAt.milliseconds
        startedAt = turn.startedAt?.milliseconds
        finishedAt = turn.finishedAt?.milliseconds
    }

    /// - Throws: `DatabaseError` when the row is not one that this program wrote.
    func turn() throws -> Turn {
        guard let session = SessionID(sessionId) else { throw corrupt("turn of session \(sessionId)") }
        return Turn(
            key: TurnKey(session: session, number: number), status: status, request: request, attempts: attempts,
            understanding: understanding, decision: decision, outcome: outcome, walks: walks, degreesBefore: degreesBefore,
            degreesAfter: degreesAfter, sideEffects: sideEffects, identityDistance: identityDistance, progress: progress, reply: reply,
            dialog: dialog, picture: picture, failure: failure, createdAt: Timestamp(milliseconds: createdAt),
            startedAt: startedAt.map(Timestamp.init), finishedAt: finishedAt.map(Timestamp.init))
    }
}

/// A row of `steps` without the latent code.
struct PointRow: StoredRow {
    static let databaseTableName = "steps"
    static var databaseSelection: [any SQLSelectable] {
        ["turn", "sequence", "attribute", "target", "step", "latent_norm", "degrees", "identity_distance"].map { Column($0) }
    }
    var turn: Int
    var sequence: Int
    var attribute: Attribute
    var target: Double
    var step: Int
    var latentNorm: Double
    var degrees: Degrees
    var identityDistance: Double

    var point: TrajectoryPoint {
        TrajectoryPoint(
            turn: turn, sequence: sequence, request: EditRequest(attribute: attribute, target: target), index: step,
            latentNorm: latentNorm, degrees: degrees, identityDistance: identityDistance)
    }
}

/// A whole row of `steps`.
struct StepRow: StoredRow {
    static let databaseTableName = "steps"
    var sessionId: String
    var turn: Int
    var sequence: Int
    var attribute: Attribute
    var target: Double
    var step: Int
    var latentNorm: Double
    var degrees: Degrees
    var identityDistance: Double
    var w: Data
    var wPlus: Data
    var noiseSeed: Int64

    init(_ step: TrajectoryStep, session: SessionID) {
        let point = step.point
        sessionId = session.description
        turn = point.turn
        sequence = point.sequence
        attribute = point.request.attribute
        target = point.request.target
        self.step = point.index
        latentNorm = point.latentNorm
        degrees = point.degrees
        identityDistance = point.identityDistance
        w = step.latent.w.littleEndianData
        wPlus = step.latent.wPlus.littleEndianData
        noiseSeed = Int64(bitPattern: step.latent.noiseSeed)
    }

    var trajectoryStep: TrajectoryStep {
        let point = TrajectoryPoint(
            turn: turn, sequence: sequence, request: EditRequest(attribute: attribute, target: target), index: step,
            latentNorm: latentNorm, degrees: degrees, identityDistance: identityDistance)
        return TrajectoryStep(point: point, latent: FaceLatent(w: w, wPlus: wPlus, noiseSeed: noiseSeed))
    }
}

private func corrupt(_ what: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(what) is not as this program stores it")
}
