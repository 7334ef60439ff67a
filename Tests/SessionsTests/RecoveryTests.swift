import Dialog
import Editing
import FaceAttributes
@testable import Sessions
import SessionsTestSupport
import Testing

/// A crash leaves a file that nobody has closed, with a turn that is queued or running.
@Suite(.timeLimit(.minutes(2))) struct RecoveryTests {
    let world: TestWorld

    init() throws { world = try TestWorld() }

    /// One worker, held by the gate in the walk of one turn, and another turn behind it.
    private func busyService() async throws -> (gate: Gate, service: SessionService, running: Turn, waiting: Turn) {
        let gate = Gate()
        let service = try await world.startedService(editor: StraightEditor { _ in gate.pass() }, workers: 1)
        let sessions = try await [service.createSession(seed: 0), service.createSession(seed: 8)]
        let running = try await service.submit(.text("smile to 2"), to: sessions[0].id)
        await gate.arrival()
        return (gate, service, running, try await service.submit(.text("smile to 2"), to: sessions[1].id))
    }

    @Test("after a crash every finished turn is there, the interrupted one runs again, and the talk goes on")
    func runsAgain() async throws {
        let gate = Gate()
        let crashed = try await world.startedService(editor: StraightEditor { request in if request.attribute == .bangs { gate.pass() } })
        let session = try await crashed.createSession(seed: 0)
        let finished = try await crashed.talk("smile to 2", in: session.id)
        let interrupted = try await crashed.submit(.text("bangs to 2"), to: session.id)
        await gate.arrival()

        let service = try await world.startedService()
        #expect(try await service.turn(finished.key) == finished)
        let again = try await service.turn(interrupted.key, waiting: .seconds(60))
        #expect(again.status == .succeeded)
        #expect(again.attempts == 2)
        #expect(again.degreesAfter?[.bangs] == 2)
        #expect(try await service.session(session.id).face.parent == 1)
        #expect(try await service.talk("age to 1", in: session.id).key.number == 3)

        // The process that was left behind cannot end the turn a second time.
        gate.open()
        await crashed.drain()
        #expect(try await service.turn(interrupted.key) == again)
    }

    @Test("a turn that was interrupted twice is reported failed, with the reason, and the talk goes on")
    func givesUp() async throws {
        let store = try world.store()
        let session = try await world.startedService(store: store).createSession(seed: 0)
        let turn = try await store.append(.text("bangs to 2"), to: session.id, at: Timestamp(milliseconds: 0))
        _ = try await store.begin(turn.key)
        _ = try await store.begin(turn.key)

        let service = try await world.startedService()
        let failed = try await service.turn(turn.key)
        #expect(failed.status == .failed)
        #expect(failed.failure?.code == "interrupted")
        #expect(failed.picture == session.face.picture)
        #expect(try await service.session(session.id).face == session.face)
        #expect(try await service.talk("bangs to 2", in: session.id).status == .succeeded)
    }

    @Test("a turn that only waited is not to blame for crashes")
    func waited() async throws {
        let (gate, crashed, running, waiting) = try await busyService()
        let store = try world.store()
        // Read, put back, waiting for the one worker.
        while crashed.walkers.waiting < 1 { await Task.yield() }
        #expect(try await store.turn(running.key)?.attempts == 1)
        #expect(try await store.turn(waiting.key)?.attempts == 0)
        gate.open()
        await crashed.drain()
    }

    @Test("a turn that had only been queued runs after the start")
    func queued() async throws {
        let store = try world.store()
        let session = try await world.startedService(store: store).createSession(seed: 0)
        let turn = try await store.append(.text("bangs to 2"), to: session.id, at: Timestamp(milliseconds: 0))
        let service = try await world.startedService()
        #expect(try await service.turn(turn.key, waiting: .seconds(60)).status == .succeeded)
    }

    @Test("more interrupted turns than the queue holds are all taken up")
    func many() async throws {
        let store = try world.store()
        let creator = try await world.startedService(store: store)
        var keys: [TurnKey] = []
        for seed in 0..<12 as Range<UInt64> {
            let session = try await creator.createSession(seed: seed << 9)
            keys.append(try await store.append(.text("smile to 2.5"), to: session.id, at: Timestamp(milliseconds: 0)).key)
        }
        let service = try await world.startedService(workers: 1, waiting: 1)
        for key in keys { #expect(try await service.turn(key, waiting: .seconds(60)).status == .succeeded) }
    }

    @Test("a stop lets the walk that runs end and leaves the waiting one to the next start")
    func drain() async throws {
        let (gate, service, running, waiting) = try await busyService()
        async let drained: Void = service.drain()
        while service.isReady { await Task.yield() }
        gate.open()
        await drained
        #expect(try await service.turn(running.key).status == .succeeded)
        let left = try await service.turn(waiting.key)
        #expect(left.status == .queued)
        #expect(left.attempts == 0)

        let next = try await world.startedService()
        #expect(try await next.turn(waiting.key, waiting: .seconds(60)).status == .succeeded)
    }

    @Test("an interrupted turn of a model that is not loaded is reported failed, and its session can be read")
    func otherModel() async throws {
        let store = try world.store()
        let session = try await world.startedService(store: store).createSession(seed: 0)
        let turn = try await store.append(.text("bangs to 2"), to: session.id, at: Timestamp(milliseconds: 0))
        let service = try await world.startedService(editor: StraightEditor(modelName: "other"))
        #expect(try await service.turn(turn.key).failure?.code == "model_not_loaded")
        await #expect(throws: ServiceError.modelNotLoaded("straight")) { try await service.submit(.text("hello"), to: session.id) }
    }

    @Test("when the end of a turn cannot be stored, it is seen as failed, and the next sentence is taken")
    func fullDisk() async throws {
        let store = FragileStore(try world.store())
        let service = try await world.startedService(store: store)
        let session = try await service.createSession(seed: 0)
        store.isBroken = true
        let turn = try await service.submit(.text("smile to 2"), to: session.id)
        let failed = try await service.turn(turn.key, waiting: .seconds(60))
        #expect(failed.status == .failed)
        #expect(failed.failure?.code == "storage_failed")
        store.isBroken = false
        #expect(try await service.talk("smile to 2", in: session.id).status == .succeeded)
        #expect(try await service.turn(turn.key).status == .failed)
    }
}
