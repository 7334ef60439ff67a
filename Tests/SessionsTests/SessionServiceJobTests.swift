import Dialog
import Editing
import FaceAttributes
@testable import Sessions
import SessionsTestSupport
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(2))) struct SessionServiceJobTests {
    let world: TestWorld
    let gate = Gate()

    init() throws { world = try TestWorld() }

    var gated: StraightEditor { StraightEditor { [gate] _ in gate.pass() } }

    @Test("a second sentence while one is carried out is refused and leaves no trace")
    func busy() async throws {
        let service = try await world.startedService(editor: gated)
        let session = try await service.createSession(seed: 0)
        let first = try await service.submit(.text("smile to 2"), to: session.id)
        await gate.arrival()
        await #expect(throws: ServiceError.busy(turn: 1)) { try await service.submit(.text("bangs to 2"), to: session.id) }
        let other = try await service.createSession(seed: 1)
        let talk = try await service.talk("hello", in: other.id)
        #expect(talk.status == .succeeded)
        gate.open()
        #expect(try await service.turn(first.key, waiting: .seconds(60)).status == .succeeded)
        #expect(try await service.turns(of: session.id, limit: 10).count == 1)
        #expect(try await service.talk("bangs to 2", in: session.id).key.number == 2)
    }

    @Test("of many sentences at once exactly one is taken")
    func race() async throws {
        let service = try await world.startedService(editor: gated)
        let session = try await service.createSession(seed: 0)
        let taken = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask { (try? await service.submit(.text("smile to 2"), to: session.id)) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(taken == 1)
        gate.open()
    }

    @Test("progress is seen while the walk goes on")
    func progress() async throws {
        let service = try await world.startedService(editor: gated)
        let session = try await service.createSession(seed: 0)
        let turn = try await service.submit(.text("smile to 2"), to: session.id)
        await gate.arrival()
        #expect(try await service.turn(turn.key).status == .running)
        #expect(try await service.turn(turn.key).progress == TurnProgress(step: 0, of: 20))
        gate.step()
        await gate.arrival()
        #expect(try await service.turn(turn.key).progress == TurnProgress(step: 1, of: 20))
        #expect(try await service.turns(of: session.id, limit: 5).first?.progress.step == 1)
        gate.open()
        #expect(try await service.turn(turn.key, waiting: .seconds(60)).progress == TurnProgress(step: 5, of: 20))
    }

    @Test("a walk is cancelled between two steps; face, dialog and reply stay, and the steps are kept")
    func cancelRunning() async throws {
        let service = try await world.startedService(editor: gated)
        let session = try await service.createSession(seed: 0)
        let turn = try await service.submit(.text("smile to 2"), to: session.id)
        await gate.arrival()
        gate.step()
        await gate.arrival()
        async let cancelling = service.cancel(turn.key, waiting: .seconds(60))
        while service.liveTurn(turn.key)?.isCancelled == false { await Task.yield() }
        gate.open()
        let cancelled = try await cancelling
        #expect(cancelled.status == .cancelled)
        #expect(cancelled.picture == session.face.picture)
        let after = try await service.session(session.id)
        #expect(after.face == session.face)
        #expect(after.dialog == session.dialog)
        #expect(after.reply == session.reply)
        #expect(try await service.trajectory(of: session.id, limit: 10).count == 2)
        await #expect(throws: ServiceError.turnFinished) { try await service.cancel(turn.key) }
        #expect(try await service.talk("smile to 2", in: session.id).status == .succeeded)
    }

    @Test("a waiting turn is cancelled at once")
    func cancelQueued() async throws {
        let service = try await world.startedService(editor: gated, workers: 1)
        let first = try await service.createSession(seed: 0)
        let second = try await service.createSession(seed: 1)
        _ = try await service.submit(.text("smile to 2"), to: first.id)
        await gate.arrival()
        let waiting = try await service.submit(.text("smile to 2"), to: second.id)
        #expect(try await service.turn(waiting.key).status == .queued)
        #expect(try await service.cancel(waiting.key, waiting: .seconds(60)).status == .cancelled)
        gate.open()
    }

    @Test("when the queue is full a sentence is refused and leaves no trace")
    func full() async throws {
        let service = try await world.startedService(editor: gated, workers: 1, waiting: 1)
        let sessions = try await [service.createSession(seed: 0), service.createSession(seed: 1), service.createSession(seed: 2)]
        _ = try await service.submit(.text("smile to 2"), to: sessions[0].id)
        await gate.arrival()
        let second = try await service.submit(.text("smile to 2"), to: sessions[1].id)
        await #expect(throws: ServiceError.queueFull) { try await service.submit(.text("smile to 2"), to: sessions[2].id) }
        await #expect(throws: ServiceError.queueFull) { try await service.createSession(seed: 3) }
        #expect(try await service.turns(of: sessions[2].id, limit: 5).isEmpty)
        gate.open()
        #expect(try await service.turn(second.key, waiting: .seconds(60)).status == .succeeded)
        #expect(try await service.talk("smile to 2", in: sessions[2].id).status == .succeeded)
    }

    @Test("an editor that throws fails the turn with a reason and leaves the session as it was")
    func failing() async throws {
        let breaker = Breaker()
        let service = try await world.startedService(editor: StraightEditor { _ in try breaker.check() })
        let session = try await service.createSession(seed: 0)
        let turn = try await service.talk("smile to 2", in: session.id)
        #expect(turn.status == .failed)
        #expect(turn.failure?.code == "edit_failed")
        #expect(turn.picture == session.face.picture)
        #expect(try await service.session(session.id).face == session.face)
        breaker.mend()
        #expect(try await service.talk("smile to 2", in: session.id).status == .succeeded)
    }

    @Test("the work goes on when the one who asked is gone")
    func callerGone() async throws {
        let service = try await world.startedService(editor: gated)
        let session = try await service.createSession(seed: 0)
        let asking = Task { try await service.talk("smile to 2", in: session.id) }
        await gate.arrival()
        asking.cancel()
        _ = await asking.result
        gate.open()
        let key = TurnKey(session: session.id, number: 1)
        #expect(try await service.turn(key, waiting: .seconds(60)).status == .succeeded)
    }

    @Test("waiting ends with the time given, the turn goes on")
    func deadline() async throws {
        let service = try await world.startedService(editor: gated)
        let session = try await service.createSession(seed: 0)
        let turn = try await service.submit(.text("smile to 2"), to: session.id)
        #expect(try await service.turn(turn.key, waiting: .milliseconds(1)).status.isFinal == false)
        gate.open()
        #expect(try await service.turn(turn.key, waiting: .seconds(60)).status == .succeeded)
    }

    @Test("deleting a session cancels what runs in it")
    func deleteRunning() async throws {
        let service = try await world.startedService(editor: gated)
        let session = try await service.createSession(seed: 0)
        let turn = try await service.submit(.text("smile to 2"), to: session.id)
        await gate.arrival()
        async let deleting: Void = service.deleteSession(session.id)
        while service.liveTurn(turn.key)?.isCancelled == false { await Task.yield() }
        gate.open()
        try await deleting
        await #expect(throws: ServiceError.sessionNotFound) { try await service.session(session.id) }
        await #expect(throws: ServiceError.imageNotFound) { try await service.image(session.face.picture) }
    }

    @Test("before the start and after the stop nothing is taken")
    func notReady() async throws {
        let service = try world.service()
        #expect(!service.isReady)
        await #expect(throws: ServiceError.notReady) { try await service.createSession(seed: 0) }
        try await service.start()
        #expect(service.isReady)
        await service.drain()
        #expect(!service.isReady)
        await #expect(throws: ServiceError.notReady) { try await service.parse("hello", in: DialogContext(kind: .start)) }
    }
}

/// Throws until it is mended.
final class Breaker: Sendable {
    private let isBroken = Mutex(true)
    func check() throws { if isBroken.withLock({ $0 }) { throw StraightEditor.Broken() } }
    func mend() { isBroken.withLock { $0 = false } }
}
