import Dialog
import Editing
import FaceAttributes
import Foundation
import GRDB
import Sessions
import SessionsTestSupport
import Testing

@testable import SQLiteStore

@Suite struct SQLiteStoreTests {
    let world: TestWorld
    let store: any SessionStore
    let ids = SessionIDSource(randomBits: { 0 })

    init() throws {
        world = try TestWorld()
        store = try world.store()
    }

    private let picture = ImageRecord(sha256: String(repeating: "a", count: 64), bytes: [0, 255, 1, 0])
    private let other = ImageRecord(sha256: String(repeating: "b", count: 64), bytes: [9])

    private func latent(_ value: Float) -> FaceLatent {
        FaceLatent(w: [value, -0.0, .leastNonzeroMagnitude, 1 / 3], wPlus: (0..<24).map { value / Float($0 + 1) }, noiseSeed: .max - 1)
    }

    private func session(seed: UInt64 = 7) -> Session {
        var dialog = DialogState(seed: seed)
        let degrees = Degrees([0.1, 1.0 / 3, 2, 3.75, 5])
        let reply = dialog.opening(degrees: degrees)
        let time = Timestamp(milliseconds: 1_000)
        return Session(
            id: ids.next(at: time), model: "straight", seed: seed, dialog: dialog, reply: reply,
            face: FaceRecord(turn: 0, parent: nil, latent: latent(1), degrees: degrees, picture: picture.sha256), version: 1,
            createdAt: time,
            updatedAt: time)
    }

    private func stored(seed: UInt64 = 7) async throws -> Session {
        let session = session(seed: seed)
        try await store.create(session, image: picture)
        return session
    }

    /// A turn with every field set, and the session and steps that go with it.
    private func finished(_ begun: Turn, in session: Session) -> (turn: Turn, session: Session, steps: [TrajectoryStep]) {
        var turn = begun
        var session = session
        let request = EditRequest(attribute: .smiling, target: 4.25)
        turn.status = .succeeded
        turn.understanding = Understanding(
            act: .noRequest, edits: [EditWish(attribute: .smiling, type: .definite, direction: .increase, amount: 0.5)], confidence: 0.75)
        turn.decision = .edit([request])
        turn.outcome = .partial
        var after = session.face.degrees!
        after[.smiling] = 4.2
        let report = EditReport(request: request, conclusion: .partial, degreesBefore: session.face.degrees!, degreesAfter: after)
        turn.walks = [WalkRecord(report: report, reason: .oscillating, identityDistance: 0.125, generatorPasses: 3)]
        turn.degreesAfter = after
        turn.sideEffects = [SideEffect(attribute: .age, change: -0.5)]
        turn.identityDistance = 0.125
        turn.progress = TurnProgress(step: 3, of: 20)
        turn.startedAt = Timestamp(milliseconds: 2_000)
        turn.finishedAt = Timestamp(milliseconds: 3_000)
        let decision = session.dialog.decide(turn.understanding!, degrees: session.face.degrees!)
        session.reply = session.dialog.reply(after: decision, understanding: turn.understanding!, reports: [report], degrees: after)
        turn.reply = session.reply
        turn.dialog = session.dialog
        turn.picture = other.sha256
        session.face = FaceRecord(
            turn: turn.key.number, parent: session.face.turn, latent: latent(2), degrees: after, picture: other.sha256)
        session.updatedAt = Timestamp(milliseconds: 3_000)
        let steps = (0..<3).map { index in
            TrajectoryStep(
                point: TrajectoryPoint(
                    turn: turn.key.number, sequence: index, request: request, index: index, latentNorm: 1.5, degrees: after,
                    identityDistance: 0.1), latent: latent(Float(index)))
        }
        return (turn, session, steps)
    }

    @Test("a session comes back as it was stored, to the last bit")
    func sessionRoundTrip() async throws {
        let session = try await stored(seed: Session.seeds.upperBound)
        #expect(try await store.session(session.id) == session)
        #expect(try await store.image(picture.sha256) == picture)
        #expect(try await store.face(of: session.id, turn: 0) == session.face)
        #expect(try await store.session(ids.next(at: Timestamp(milliseconds: 5))) == nil)
        #expect(try await store.image("missing") == nil)
    }

    @Test("a finished turn comes back as it was stored, with steps, picture, face and session")
    func turnRoundTrip() async throws {
        let session = try await stored()
        let queued = try await store.append(.text("smile, \"please\" 🙂"), to: session.id, at: Timestamp(milliseconds: 1_500))
        #expect(queued.status == .queued)
        #expect(queued.key.number == 1)
        #expect(queued.degreesBefore == session.face.degrees)
        let begun = try await store.begin(queued.key)
        #expect(begun.status == .running)
        #expect(begun.attempts == 1)
        let (turn, after, steps) = finished(begun, in: session)
        try await store.finish(turn, session: after, steps: steps, image: other)
        #expect(try await store.turn(turn.key) == turn)
        #expect(try await store.steps(of: turn.key) == steps)
        #expect(try await store.trajectory(of: session.id, after: nil, limit: 9) == steps.map(\.point))
        #expect(try await store.trajectory(of: session.id, after: TrajectoryPosition(turn: 1, sequence: 0), limit: 1) == [steps[1].point])
        #expect(try await store.image(other.sha256) == other)
        var expected = after
        expected.version = 2
        #expect(try await store.session(session.id) == expected)
        #expect(try await store.face(of: session.id, turn: 1) == after.face)
        #expect(try await store.unfinishedTurns().isEmpty)
    }

    @Test("latents are little-endian Float32 in the file")
    func latentBytes() async throws {
        let session = try await stored()
        let database = try DatabaseQueue(path: world.databasePath)
        let w = try await database.read { try Data.fetchOne($0, sql: "SELECT w FROM faces") }
        #expect(w?.count == 4 * session.face.latent.w.count)
        #expect(w?.prefix(4) == Data([0x00, 0x00, 0x80, 0x3F]))
    }

    @Test(
        "every kind of request comes back",
        arguments: [
            TurnRequest.text("x"), .answer(.less), .wish(EditWish(attribute: .age, type: .target, target: 2.5)),
        ])
    func requests(request: TurnRequest) async throws {
        let session = try await stored()
        let turn = try await store.append(request, to: session.id, at: Timestamp(milliseconds: 0))
        #expect(try await store.turn(turn.key)?.request == request)
    }

    @Test("only one turn of a session is queued or running")
    func oneActive() async throws {
        let session = try await stored()
        let turn = try await store.append(.text("a"), to: session.id, at: Timestamp(milliseconds: 0))
        await #expect(throws: StoreError.busy(turn: 1)) {
            try await store.append(.text("b"), to: session.id, at: Timestamp(milliseconds: 0))
        }
        _ = try await store.begin(turn.key)
        await #expect(throws: StoreError.busy(turn: 1)) {
            try await store.append(.text("b"), to: session.id, at: Timestamp(milliseconds: 0))
        }
        await #expect(throws: StoreError.busy(turn: 1)) { try await store.delete(session.id) }
        try await store.requeue(turn.key)
        #expect(try await store.turn(turn.key)?.attempts == 0)
        #expect(try await store.turn(turn.key)?.status == .queued)
        await #expect(throws: StoreError.sessionNotFound) {
            try await store.append(.text("b"), to: ids.next(at: Timestamp(milliseconds: 9)), at: Timestamp(milliseconds: 0))
        }
    }

    @Test("a turn ends once")
    func endsOnce() async throws {
        let session = try await stored()
        var turn = try await store.append(.text("a"), to: session.id, at: Timestamp(milliseconds: 0))
        turn.status = .cancelled
        try await store.finish(turn, session: session, steps: [], image: nil)
        await #expect(throws: StoreError.turnNotActive) { try await store.finish(turn, session: session, steps: [], image: nil) }
        await #expect(throws: StoreError.turnNotActive) { try await store.begin(turn.key) }
        await #expect(throws: StoreError.turnNotActive) { try await store.requeue(turn.key) }
    }

    @Test("an end that fails halfway leaves nothing behind")
    func atomicEnd() async throws {
        let session = try await stored()
        let begun = try await store.begin(store.append(.text("a"), to: session.id, at: Timestamp(milliseconds: 0)).key)
        let (turn, after, steps) = finished(begun, in: session)
        // The same step twice breaks the transaction after the picture, the face and the turn were written.
        await #expect(throws: DatabaseError.self) { try await store.finish(turn, session: after, steps: steps + steps, image: other) }
        #expect(try await store.turn(turn.key) == begun)
        #expect(try await store.session(session.id) == session)
        #expect(try await store.image(other.sha256) == nil)
        #expect(try await store.face(of: session.id, turn: 1) == nil)
        // A face whose picture is not there is refused at the end of the transaction.
        await #expect(throws: DatabaseError.self) { try await store.finish(turn, session: after, steps: steps, image: nil) }
        #expect(try await store.session(session.id) == session)
    }

    @Test("what was acknowledged is there when the file is opened again without having been closed")
    func crash() async throws {
        let session = try await stored()
        let begun = try await store.begin(store.append(.text("a"), to: session.id, at: Timestamp(milliseconds: 0)).key)
        let (turn, after, steps) = finished(begun, in: session)
        try await store.finish(turn, session: after, steps: steps, image: other)
        let interrupted = try await store.append(.text("b"), to: session.id, at: Timestamp(milliseconds: 0))

        let reopened = try world.store()
        #expect(try await reopened.turn(turn.key) == turn)
        #expect(try await reopened.steps(of: turn.key) == steps)
        #expect(try await reopened.unfinishedTurns() == [interrupted])
    }

    @Test("lists come in pages, sessions from the newest, turns from the first")
    func pages() async throws {
        var all: [Session] = []
        for seed in 1...5 as ClosedRange<UInt64> { all.insert(try await stored(seed: seed), at: 0) }
        #expect(try await store.sessions(after: nil, limit: 2) == Array(all[..<2]))
        #expect(try await store.sessions(after: all[1].id, limit: 9) == Array(all[2...]))
        for _ in 0..<3 {
            var turn = try await store.append(.text("a"), to: all[0].id, at: Timestamp(milliseconds: 0))
            turn.status = .cancelled
            try await store.finish(turn, session: all[0], steps: [], image: nil)
        }
        #expect(try await store.turns(of: all[0].id, after: 0, limit: 2).map(\.key.number) == [1, 2])
        #expect(try await store.turns(of: all[0].id, after: 2, limit: 2).map(\.key.number) == [3])
        #expect(try await store.turns(of: all[1].id, after: 0, limit: 2).isEmpty)
    }

    @Test("a removed session takes its turns, steps and faces with it, and the pictures that no other session shows")
    func delete() async throws {
        let kept = try await stored(seed: 1)
        let session = try await stored(seed: 2)
        let begun = try await store.begin(store.append(.text("a"), to: session.id, at: Timestamp(milliseconds: 0)).key)
        let (turn, after, steps) = finished(begun, in: session)
        try await store.finish(turn, session: after, steps: steps, image: other)
        #expect(try await store.delete(session.id))
        #expect(try await store.delete(session.id) == false)
        #expect(try await store.session(session.id) == nil)
        #expect(try await store.turn(turn.key) == nil)
        #expect(try await store.steps(of: turn.key).isEmpty)
        #expect(try await store.image(other.sha256) == nil)
        #expect(try await store.image(picture.sha256) == picture)
        #expect(try await store.session(kept.id) == kept)
    }

    @Test("a write goes through although its task was cancelled")
    func cancelledCaller() async throws {
        let session = session()
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            try await store.create(session, image: picture)
        }
        task.cancel()
        try await task.value
        #expect(try await store.session(session.id) == session)
    }

    @Test("a commit is on the disk before it is acknowledged")
    func synchronous() throws {
        let store = try #require(world.store() as? SQLiteStore)
        // 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous
        #expect(try store.database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    }
}
