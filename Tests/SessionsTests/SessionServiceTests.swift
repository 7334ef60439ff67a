import Dialog
import Editing
import FaceAttributes
import Sessions
import SessionsTestSupport
import Testing

@Suite(.timeLimit(.minutes(2))) struct SessionServiceTests {
    let world: TestWorld

    init() throws { world = try TestWorld() }

    @Test("a session starts with the face of its seed, a picture and an opening question")
    func start() async throws {
        let service = try await world.startedService()
        let session = try await service.createSession(seed: 7)
        #expect(session.seed == 7)
        #expect(session.face.degrees == (try StraightEditor().face(seed: 7).degrees))
        #expect(session.dialog.phase == .start)
        #expect(!session.reply.text.isEmpty)
        #expect(session.hasEnded == false)
        #expect(try await service.session(session.id) == session)
        let png = try await service.image(session.face.picture)
        #expect(png.bytes.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
    }

    @Test("without a seed a session gets one that JSON can carry")
    func randomSeed() async throws {
        let service = try await world.startedService()
        let seeds = try await [service.createSession().seed, service.createSession().seed]
        #expect(seeds.allSatisfy(Session.seeds.contains))
        #expect(seeds[0] != seeds[1])
        await #expect(throws: ServiceError.seedOutOfRange) { try await service.createSession(seed: 1 << 53) }
    }

    @Test("a sentence edits the face, and everything about the turn is kept")
    func edit() async throws {
        let store = try world.store()
        let service = try await world.startedService(store: store)
        let session = try await service.createSession(seed: 0)
        let turn = try await service.talk("beard up 2", in: session.id)
        #expect(turn.status == .succeeded)
        #expect(turn.key.number == 1)
        #expect(turn.outcome == .reached)
        #expect(turn.stopReason == .reached)
        #expect(turn.understanding?.act == .request)
        #expect(turn.requested == [EditRequest(attribute: .beard, target: 2)])
        #expect(turn.degreesBefore[.beard] == 0)
        #expect(turn.degreesAfter?[.beard] == 2)
        #expect(turn.sideEffects == [SideEffect(attribute: .age, change: 0.5)])
        #expect(turn.identityDistance == 0.2)
        #expect(turn.progress == TurnProgress(step: 5, of: 20))
        #expect(turn.attempts == 1)
        #expect(turn.queuedMilliseconds != nil)
        #expect(turn.computeMilliseconds != nil)
        #expect(turn.reply?.text.isEmpty == false)

        let after = try await service.session(session.id)
        #expect(after.version > session.version)
        #expect(after.face.turn == 1)
        #expect(after.face.parent == 0)
        #expect(after.face.degrees == turn.degreesAfter)
        #expect(after.face.picture == turn.picture)
        #expect(after.reply == turn.reply)
        #expect(after.dialog == turn.dialog)

        let steps = try await store.steps(of: turn.key)
        #expect(steps.count == 5)
        #expect(steps.map(\.point.degrees[.beard]) == [0, 0.5, 1, 1.5, 2])
        #expect(steps.last?.latent == after.face.latent)
        #expect(try await service.trajectory(of: session.id, limit: 10) == steps.map(\.point))
    }

    @Test("a wish in the terms of the editing encoding reaches fractions of degrees")
    func structured() async throws {
        let service = try await world.startedService()
        let session = try await service.createSession(seed: 0)
        let turn = try await service.talk(.wish(EditWish(attribute: .smiling, type: .target, target: 2.3)), in: session.id)
        #expect(turn.degreesAfter?[.smiling] == 2.3)
        let less = try await service.talk(
            .wish(EditWish(attribute: .smiling, type: .definite, direction: .decrease, amount: 0.8)), in: session.id)
        #expect(abs((less.degreesAfter?[.smiling] ?? 0) - 1.5) < 1e-9)
    }

    @Test("two wishes of one sentence are walked to one after the other")
    func twoWishes() async throws {
        let service = try await world.startedService()
        let session = try await service.createSession(seed: 0)
        let turn = try await service.talk("smile to 2 and bangs to 1", in: session.id)
        #expect(turn.walks.count == 2)
        #expect(turn.outcome == .reached)
        #expect(turn.degreesAfter?[.smiling] == 2)
        #expect(turn.degreesAfter?[.bangs] == 1)
        #expect(turn.progress == TurnProgress(step: 8, of: 60))
        #expect(try await service.trajectory(of: session.id, limit: 100).map(\.sequence) == Array(0..<8))
    }

    @Test("a turn that asks for nothing leaves the face alone and still has a number, a picture and a reply")
    func smalltalk() async throws {
        let service = try await world.startedService()
        let session = try await service.createSession(seed: 3)
        let turn = try await service.talk("hello there", in: session.id)
        #expect(turn.status == .succeeded)
        #expect(turn.outcome == .noEdit)
        #expect(turn.picture == session.face.picture)
        #expect(turn.reply != nil)
        #expect(turn.progress == TurnProgress(step: 0, of: 0))
        #expect(try await service.session(session.id).face == session.face)
    }

    @Test("what cannot be reached is said so, and nothing changes")
    func unreachable() async throws {
        let service = try await world.startedService()
        let session = try await service.createSession(seed: 4 << 6)
        #expect(session.face.degrees?[.beard] == 4)
        let turn = try await service.talk("beard up 1", in: session.id)
        #expect(turn.outcome == .unreachable)
        #expect(turn.stopReason == .stalled)
        #expect(turn.degreesAfter == turn.degreesBefore)
        #expect(try await service.session(session.id).face == session.face)
        #expect(try await service.talk("undo", in: session.id).outcome == .noEdit)
    }

    @Test("undo goes back change by change, past turns that changed nothing, to the first face and no further")
    func undo() async throws {
        let service = try await world.startedService()
        let session = try await service.createSession(seed: 0)
        let first = try await service.talk("smile to 2", in: session.id)
        _ = try await service.talk("hello", in: session.id)
        _ = try await service.talk("bangs to 3", in: session.id)
        let back = try await service.talk(.answer(.undo), in: session.id)
        #expect(back.outcome == .reached)
        #expect(back.picture == first.picture)
        #expect(try await service.session(session.id).face.turn == 1)
        let more = try await service.talk("age to 1", in: session.id)
        #expect(more.degreesAfter?[.bangs] == 0)
        #expect(try await service.session(session.id).face.parent == 1)
        _ = try await service.talk("undo", in: session.id)
        let start = try await service.talk("undo", in: session.id)
        #expect(start.degreesAfter == session.face.degrees)
        #expect(start.picture == session.face.picture)
        let nothing = try await service.talk("undo", in: session.id)
        #expect(nothing.outcome == .noEdit)
        #expect(nothing.picture == session.face.picture)
        await #expect(throws: ServiceError.nothingToUndo) { try await service.undo(session.id) }
    }

    @Test("what was taken back can be made again, and the first picture is a step from which one can return")
    func history() async throws {
        let service = try await world.startedService()
        let session = try await service.createSession(seed: 0)
        let first = try await service.talk("smile to 2", in: session.id)
        let second = try await service.talk("bangs to 3", in: session.id)
        await #expect(throws: ServiceError.nothingToRedo) { try await service.redo(session.id) }
        _ = try await service.talk("undo", in: session.id)
        #expect(try await service.talk("undo", in: session.id).picture == session.face.picture)
        #expect(try await service.talk("redo", in: session.id).picture == first.picture)
        #expect(try await service.talk(.answer(.redo), in: session.id).picture == second.picture)
        let start = try await service.talk("restart", in: session.id)
        #expect(start.outcome == .reached && start.picture == session.face.picture && start.degreesAfter == session.face.degrees)
        #expect(try await service.talk("undo", in: session.id).picture == second.picture)
        #expect(try await service.talk("redo", in: session.id).picture == session.face.picture)
    }

    @Test("what is to stay is walked back to, and is no part of the outcome")
    func keeping() async throws {
        let service = try await world.startedService()
        let session = try await service.createSession(seed: 0)
        _ = try await service.talk("smile to 2", in: session.id)
        _ = try await service.talk("keep smile", in: session.id)
        #expect(try await service.session(session.id).dialog.keeping == [.smiling])
        let turn = try await service.talk("age to 4", in: session.id)
        #expect(turn.outcome == .reached && turn.degreesAfter?[.smiling] == 2 && turn.walks.count == 2)
        #expect(turn.reply?.text.contains("already") == false)
        _ = try await service.talk("smile to 4", in: session.id)
        #expect(try await service.session(session.id).dialog.keeping.isEmpty)
    }

    @Test("more and less answer the system's question without a sentence")
    func answers() async throws {
        let service = try await world.startedService()
        let session = try await service.createSession(seed: 0)
        _ = try await service.talk("smile up 1", in: session.id)
        #expect(try await service.talk(.answer(.more), in: session.id).degreesAfter?[.smiling] == 2)
        #expect(try await service.talk(.answer(.less), in: session.id).degreesAfter?[.smiling] == 1)
        let enough = try await service.talk(.answer(.enough), in: session.id)
        #expect(enough.status == .succeeded)
        #expect(enough.degreesAfter?[.smiling] == 1)
    }

    @Test("a wish that a later one of the same sentence has moved is walked to again")
    func movedByAnother() async throws {
        let service = try await world.startedService()
        let session = try await service.createSession(seed: 0)
        // A beard takes the age along, here by a whole degree.
        let turn = try await service.talk("age to 3 and beard to 4", in: session.id)
        let after = try #require(turn.degreesAfter)
        #expect(abs(after[.age] - 3) < 0.01 && abs(after[.beard] - 4) < 0.01)
        #expect(turn.walks.map(\.report.conclusion) == [.reached, .reached] && turn.outcome == .reached)
        #expect(turn.walks.map { $0.report.degreesAfter[.age] }.allSatisfy { abs($0 - 3) < 0.01 })
        #expect(turn.sideEffects.isEmpty)
    }

    @Test("what is to stay is not walked to in a turn that changed nothing")
    func heldForNothing() async throws {
        let service = try await world.startedService()
        let session = try await service.createSession(seed: 0)
        _ = try await service.talk("keep smile", in: session.id)
        let turn = try await service.talk("beard to 0", in: session.id)
        #expect(turn.outcome == .alreadyThere && turn.walks.count == 1)
    }

    @Test("after goodbye a new wish opens the talk again")
    func ended() async throws {
        let service = try await world.startedService()
        let session = try await service.createSession(seed: 0)
        let turn = try await service.talk("bye", in: session.id)
        #expect(turn.reply?.kind == .farewell)
        #expect(try await service.session(session.id).hasEnded)
        #expect(try await service.talk("smile to 2", in: session.id).degreesAfter?[.smiling] == 2)
        #expect(try await service.session(session.id).hasEnded == false)
    }

    @Test("twenty rounds in a row stay sane")
    func twentyRounds() async throws {
        let store = try world.store()
        let service = try await world.startedService(store: store)
        let session = try await service.createSession(seed: 42)
        let sentences = ["smile up 1", "less", "hello", "bangs to 3.5", "more", "undo", "glasses down 1", "yes", "no", "beard to 3"]
        for round in 1...20 {
            let before = try await service.session(session.id)
            let turn = try await service.talk(sentences[round % sentences.count], in: session.id)
            let after = try await service.session(session.id)
            guard turn.status == .succeeded, !after.hasEnded else {
                // A plain "no" to "what next?" says goodbye.
                #expect(after.hasEnded)
                break
            }
            #expect(turn.key.number == round)
            #expect(turn.degreesBefore == before.face.degrees)
            #expect(turn.degreesAfter == after.face.degrees)
            #expect(turn.picture == after.face.picture)
            #expect(after.version == before.version + 1)
            #expect(after.updatedAt > before.updatedAt)
            #expect(after.face.degrees?.values.allSatisfy(Degrees.range.contains) == true)
            #expect(turn.outcome != .reached || after.face != before.face)
            #expect(turn.reply?.text.isEmpty == false)
        }
        #expect(try await store.unfinishedTurns().isEmpty)
    }

    @Test("twenty edits in a row keep their numbers, faces and steps")
    func twentyEdits() async throws {
        let service = try await world.startedService()
        let session = try await service.createSession(seed: 0)
        for round in 1...20 {
            let turn = try await service.talk("smile to \(round % 2 == 1 ? 3 : 1)", in: session.id)
            #expect(turn.key.number == round)
            #expect(turn.outcome == .reached)
            #expect(try await service.session(session.id).face.parent == round - 1)
        }
        for _ in 1...20 { _ = try await service.talk(.answer(.undo), in: session.id) }
        #expect(try await service.session(session.id).face == session.face)
        #expect(try await service.turns(of: session.id, limit: 100).count == 40)
    }
}
