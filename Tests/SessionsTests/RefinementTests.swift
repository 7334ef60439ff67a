import Dialog
import FaceAttributes
import SessionsTestSupport
import Synchronization
import Testing

@testable import Sessions

/// Answers what it is told to, and waits for its cancellation when told nothing.
final class ScriptedRefiner: Refiner {
    /// What it was asked, the statements without their words.
    let asked = Mutex<[String]>([])
    private let reading: Understanding?
    private let words: (@Sendable (String) -> String?)?
    private let waits: Bool
    private let arrivals: AsyncStream<Void>
    private let announce: AsyncStream<Void>.Continuation

    init(reading: Understanding? = nil, words: (@Sendable (String) -> String?)? = nil, waits: Bool = false) {
        self.reading = reading
        self.words = words
        self.waits = waits
        (arrivals, announce) = AsyncStream.makeStream()
    }

    func parse(_ utterance: String, degrees: Degrees) async -> Understanding? {
        asked.withLock { $0.append("parse \(utterance)") }
        if let reading { return reading }
        await wait()
        return nil
    }

    func reword(_ statement: String) async -> String? {
        asked.withLock { $0.append("reword") }
        if let words { return words(statement) }
        await wait()
        return nil
    }

    private func wait() async {
        guard waits else { return }
        announce.yield()
        try? await Task.sleep(for: .seconds(3600))
    }

    /// Returns when it has been asked something that it will not answer.
    func isAsked() async { for await _ in arrivals { return } }
}

@Suite(.timeLimit(.minutes(2))) struct RefinementTests {
    let world: TestWorld
    let smile = Understanding(act: .request, edits: [EditWish(attribute: .smiling, type: .target, target: 2)], confidence: 0)

    init() throws { world = try TestWorld() }

    private func service(_ refiner: ScriptedRefiner, workers: Int = 1) async throws -> SessionService {
        try await world.startedService(language: UnsureWordList(), workers: workers, refiner: refiner)
    }

    @Test("only sentences that are not understood for sure are read elsewhere")
    func whenUnsure() async throws {
        let refiner = ScriptedRefiner(reading: smile)
        let service = try await service(refiner)
        let session = try await service.createSession(seed: 0)
        _ = try await service.talk("beard up 1", in: session.id)
        _ = try await service.talk(.wish(EditWish(attribute: .bangs, type: .target, target: 1)), in: session.id)
        _ = try await service.talk(.answer(.undo), in: session.id)
        _ = try await service.talk("mumble", in: session.id)
        #expect(refiner.asked.withLock { $0.filter { $0 != "reword" } } == ["parse mumble"])
        #expect(try await service.session(session.id).face.degrees?[.smiling] == 2)
    }

    @Test("a reading from elsewhere counts as just sure enough, whatever it says of itself", arguments: [0, 1])
    func confidence(_ stated: Double) async throws {
        var reading = smile
        reading.confidence = stated
        let service = try await service(ScriptedRefiner(reading: reading))
        let turn = try await service.talk("mumble", in: try await service.createSession(seed: 0).id)
        #expect(turn.outcome == .reached)
        #expect(turn.understanding?.confidence == SessionService.outsideConfidence)
    }

    @Test("words from elsewhere are shown if they pass, and the stored reply is the one that was shown")
    func wording() async throws {
        let service = try await service(ScriptedRefiner { "Well then! " + $0 })
        let session = try await service.createSession(seed: 0)
        let turn = try await service.talk("smile to 2", in: session.id)
        #expect(turn.reply?.text.hasPrefix("Well then! ") == true)
        #expect(try await service.session(session.id).reply == turn.reply)
        #expect(try await world.store().turn(turn.key)?.reply == turn.reply)
    }

    @Test("who waits for help holds up nobody else")
    func independent() async throws {
        let refiner = ScriptedRefiner(words: { _ in nil }, waits: true)
        let service = try await service(refiner, workers: 1)
        let slow = try await service.submit(.text("mumble"), to: try await service.createSession(seed: 0).id)
        await refiner.isAsked()
        let other = try await service.createSession(seed: 1)
        #expect(try await service.talk("smile to 2", in: other.id).status == .succeeded)
        #expect(try await service.turn(slow.key).status.isFinal == false)
        await service.drain()
    }

    @Test("a turn that waits for help is cancelled at once")
    func cancel() async throws {
        let refiner = ScriptedRefiner(waits: true)
        let service = try await service(refiner)
        let turn = try await service.submit(.text("mumble"), to: try await service.createSession(seed: 0).id)
        await refiner.isAsked()
        #expect(try await service.cancel(turn.key, waiting: .seconds(60)).status == .cancelled)
    }

    @Test("the service stops while help is awaited, and goes on by itself with what it has", arguments: ["mumble", "smile to 2"])
    func stop(_ sentence: String) async throws {
        let refiner = ScriptedRefiner(waits: true)
        let service = try await service(refiner)
        let session = try await service.createSession(seed: 0)
        let turn = try await service.submit(.text(sentence), to: session.id)
        await refiner.isAsked()
        await service.drain()
        let ended = try #require(try await world.store().turn(turn.key))
        #expect(ended.status == .succeeded)
        #expect(ended.reply?.text.isEmpty == false)
        #expect(ended.outcome == (sentence == "mumble" ? .noEdit : .reached))
        #expect(refiner.asked.withLock { $0.count } == 1, "nothing more is asked on the way out")
    }
}
