public import Dialog
import Editing
import FaceAttributes
import ImageCodecs
public import Logging
import Synchronization

/// The sessions of the models that are loaded: takes what users say, has it carried out by the workers, and keeps what came of it.
///
/// A sentence becomes a queued turn in the store before it is answered; then understanding, decision, walks and reply
/// follow outside the caller's task, and end in one transaction. All members may be called concurrently.
public final class SessionService: Sendable {
    /// How often a turn is begun before an interruption counts as its failure.
    static let attempts = 2

    /// The models that are loaded; new sessions get the first unless they ask for another.
    public let models: [LoadedModel]
    let store: any SessionStore
    /// Help with sentences from outside; nil for none.
    let refiner: (any Refiner)?
    let shares: CoreShares
    let sources: ServiceSources
    let logger: Logger
    /// One walk per thread.
    let walkers: WorkerPool
    /// One thread for what takes milliseconds, so that a talk does not wait for other users' walks.
    let readers: WorkerPool
    private let ids: SessionIDSource
    private let state = Mutex(State())

    private enum Readiness { case starting, ready, draining }

    private struct State {
        var readiness = Readiness.starting
        var live: [TurnKey: LiveTurn] = [:]
        /// Turns whose end is not stored yet, and those who wait for there to be none.
        var jobs = 0
        var idle: [CheckedContinuation<Void, Never>] = []
    }

    /// - Parameters:
    ///   - models: at least one, under different names.
    ///   - workers: walks at a time, at least 1.
    ///   - cores: what the walks share; 1 leaves each a thread of its own.
    ///   - waiting: turns that may wait for a worker before `ServiceError.queueFull`.
    ///   - refiner: asked about sentences that are not understood for sure, and for other words for replies.
    public init(
        store: any SessionStore, models: [LoadedModel], workers: Int, cores: Int = 1, waiting: Int = 64, refiner: (any Refiner)? = nil,
        sources: ServiceSources = .system, logger: Logger
    ) {
        precondition(!models.isEmpty, "SessionService: no models")
        self.store = store
        self.models = models
        self.refiner = refiner
        shares = CoreShares(cores: cores)
        self.sources = sources
        self.logger = logger
        walkers = WorkerPool(name: "walk", workers: workers, waiting: waiting)
        readers = WorkerPool(name: "read", workers: 1, waiting: workers + waiting + 64)
        ids = SessionIDSource(randomBits: sources.randomBits)
    }

    /// What the walks share.
    public var cores: Int { shares.cores }

    /// The model of this name, if it is loaded.
    public func model(named name: String) -> LoadedModel? { models.first { $0.name == name } }

    /// The model of a session.
    ///
    /// - Throws: `ServiceError.modelNotLoaded`.
    func model(of session: Session) throws(ServiceError) -> LoadedModel {
        guard let model = model(named: session.model) else { throw .modelNotLoaded(session.model) }
        return model
    }

    // MARK: Sessions

    /// Draws the face of a seed, by chance where none is given, and begins a talk about it.
    ///
    /// - Parameters:
    ///   - name: the model to draw with, which the session keeps; nil for the first one.
    ///   - language: what the system speaks in this session; users may speak any it understands.
    /// - Throws: `ServiceError.unknownModel`, `.seedOutOfRange`, `.queueFull`, `.notReady`.
    public func createSession(
        seed: UInt64? = nil, model name: String? = nil, language: UtteranceLanguage = .english
    ) async throws -> Session {
        try checkReady()
        guard let model = name.map({ model(named: $0) }) ?? models.first else { throw ServiceError.unknownModel(name ?? "") }
        let seed = seed ?? sources.randomBits() & UInt64(UInt32.max)
        guard Session.seeds.contains(seed) else { throw ServiceError.seedOutOfRange }
        let now = sources.now()
        let id = ids.next(at: now)
        let (record, image) = try await Self.run(on: walkers) { [shares] in
            try shares.run { try Self.firstFace(seed: seed, editor: model.editor) }
        }
        var dialog = DialogState(seed: seed, editable: model.attributes, language: language)
        let reply = dialog.opening(degrees: record.degrees)
        let session = Session(
            id: id, model: model.name, seed: seed, dialog: dialog, reply: reply, face: record, version: 1,
            createdAt: now, updatedAt: now)
        try await store.create(session, image: image)
        return session
    }

    /// The face of a seed as it is kept; read, if the model can read.
    private static func firstFace(seed: UInt64, editor: any FaceEditor) throws -> (FaceRecord, ImageRecord) {
        func record(_ latent: FaceLatent, _ degrees: Degrees?, _ picture: RGBImage) throws -> (FaceRecord, ImageRecord) {
            let image = try ImageRecord(encoding: picture)
            return (FaceRecord(turn: 0, parent: nil, latent: latent, degrees: degrees, picture: image.sha256), image)
        }
        guard editor.readsDegrees else {
            let (latent, picture) = try editor.drawing(seed: seed)
            return try record(latent, nil, picture)
        }
        let face = try editor.face(seed: seed)
        return try record(face.latent, face.degrees, face.picture)
    }

    public func session(_ id: SessionID) async throws -> Session {
        guard let session = try await store.session(id) else { throw ServiceError.sessionNotFound }
        return session
    }

    /// Sessions from the newest to the oldest, those older than `after`.
    public func sessions(after: SessionID? = nil, limit: Int) async throws -> [Session] {
        try await store.sessions(after: after, limit: limit)
    }

    /// Removes a session; a turn that runs is cancelled first.
    public func deleteSession(_ id: SessionID) async throws {
        while true {
            do {
                guard try await store.delete(id) else { throw ServiceError.sessionNotFound }
                return
            } catch StoreError.busy(let number) {
                let key = TurnKey(session: id, number: number)
                if let live = liveTurn(key), !live.hasUnsavedEnd {
                    live.cancel()
                    await live.over()
                    try Task.checkCancellation()
                } else {
                    try await abandon(key)
                }
            }
        }
    }

    // MARK: Turns

    /// Accepts what the user says next: when this returns, the turn is stored and will be carried out.
    ///
    /// - Throws: `ServiceError.sessionNotFound`, `.busy`, `.queueFull`, `.notReady`, `.modelNotLoaded`, and what
    ///   the session's model cannot do: `.modelCannotEdit`, `.attributeNotEditable`, `.noLanguage`, `.unreadFace`.
    public func submit(_ request: TurnRequest, to id: SessionID) async throws -> Turn {
        try checkReady()
        let session = try await session(id)
        try model(of: session).check(request)
        let walkTicket = try Self.reserve(walkers)
        let languageTicket = try Self.reserve(readers)
        let turn = try await append(request, to: id)
        let live = LiveTurn(turn: turn, walkTicket: walkTicket, languageTicket: languageTicket)
        launch(live)
        return live.overlay(turn)
    }

    /// A turn as it stands, after it has ended or the time is up.
    ///
    /// - Parameter limit: zero for at once.
    public func turn(_ key: TurnKey, waiting limit: Duration = .zero) async throws -> Turn {
        await liveTurn(key)?.over(within: limit)
        // Asked before the store: a turn that ends in between is then read as ended.
        let live = liveTurn(key)
        guard let turn = try await store.turn(key) else {
            _ = try await session(key.session)
            throw ServiceError.turnNotFound
        }
        return live?.overlay(turn) ?? turn
    }

    /// Turns in order of their numbers, those above `after`.
    public func turns(of id: SessionID, after: Int = 0, limit: Int) async throws -> [Turn] {
        _ = try await session(id)
        let live = state.withLock { $0.live }
        return try await store.turns(of: id, after: after, limit: limit).map { live[$0.key]?.overlay($0) ?? $0 }
    }

    /// Stops a turn between two steps; the face stays as it was before.
    ///
    /// - Parameter limit: how long to wait for the step to end.
    /// - Returns: the turn, cancelled, or still running when the time was up.
    /// - Throws: `ServiceError.turnFinished` when it was too late.
    public func cancel(_ key: TurnKey, waiting limit: Duration = .seconds(10)) async throws -> Turn {
        guard let live = liveTurn(key), !live.hasUnsavedEnd else {
            _ = try await turn(key)
            throw ServiceError.turnFinished
        }
        live.cancel()
        let turn = try await turn(key, waiting: limit)
        guard turn.status == .cancelled || !turn.status.isFinal else { throw ServiceError.turnFinished }
        return turn
    }

    /// Makes the face before the last change the current one again; a turn of its own.
    ///
    /// - Throws: `ServiceError.nothingToUndo`, and what `submit` throws.
    public func undo(_ id: SessionID) async throws -> Turn {
        guard try await session(id).face.parent != nil else { throw busy(id) ?? .nothingToUndo }
        return try await submit(.answer(.undo), to: id)
    }

    /// Makes what was taken back last so again; a turn of its own.
    ///
    /// - Throws: `ServiceError.nothingToRedo`, and what `submit` throws.
    public func redo(_ id: SessionID) async throws -> Turn {
        guard try await session(id).dialog.faceToRedo != nil else { throw busy(id) ?? .nothingToRedo }
        return try await submit(.answer(.redo), to: id)
    }

    /// What the language side alone makes of a sentence.
    public func parse(_ text: String, in context: DialogContext) async throws -> Understanding {
        try checkReady()
        guard let language = models.lazy.compactMap(\.language).first else { throw ServiceError.noLanguage(models[0].name) }
        return try await Self.run(on: readers) { language.understand(text, in: context) }
    }

    // MARK: Pictures and trajectories

    public func image(_ sha256: String) async throws -> ImageRecord {
        guard let image = try await store.image(sha256) else { throw ServiceError.imageNotFound }
        return image
    }

    public func trajectory(of id: SessionID, after: TrajectoryPosition? = nil, limit: Int) async throws -> [TrajectoryPoint] {
        _ = try await session(id)
        return try await store.trajectory(of: id, after: after, limit: limit)
    }

    // MARK: Start and stop

    /// Whether requests are taken: after the start and before the stop.
    public var isReady: Bool { state.withLock { $0.readiness == .ready } }

    /// Takes up the turns that the last process left behind, then takes requests.
    ///
    /// - Throws: what the store throws.
    public func start() async throws {
        for turn in try await store.unfinishedTurns() {
            let session = try await store.session(turn.key.session)
            if let session, model(named: session.model) == nil {
                try await fail(turn, code: "model_not_loaded", "The edit was interrupted, and its model \(session.model) is not loaded.")
            } else if turn.attempts >= Self.attempts {
                try await fail(
                    turn, code: "interrupted", "The service stopped \(turn.attempts) times while this edit ran; it is not tried again.")
            } else {
                let walkTicket = try walkers.reserve(beyondLimit: true)
                let languageTicket = try readers.reserve(beyondLimit: true)
                logger.notice("interrupted turn runs again", metadata: turn.key.metadata)
                launch(LiveTurn(turn: turn, walkTicket: walkTicket, languageTicket: languageTicket))
            }
        }
        state.withLock { if $0.readiness == .starting { $0.readiness = .ready } }
    }

    /// Takes no more requests, lets the walks that run end, and leaves those that wait to the next start.
    public func drain() async {
        stopAccepting()
        walkers.close()
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                if state.jobs > 0 { state.idle.append(continuation) }
                return state.jobs == 0
            }
            if isIdle { continuation.resume() }
        }
        readers.close()
    }

    /// From now on `isReady` is false and requests are refused, while everything accepted goes on, without help from outside.
    public func stopAccepting() {
        let live = state.withLock { state in
            state.readiness = .draining
            return Array(state.live.values)
        }
        for turn in live { turn.interrupt() }
    }

    // MARK: Inside

    var isStopping: Bool { state.withLock { $0.readiness == .draining } }

    func checkReady() throws { guard isReady else { throw ServiceError.notReady } }

    func liveTurn(_ key: TurnKey) -> LiveTurn? { state.withLock { $0.live[key] } }

    private static func reserve(_ pool: WorkerPool) throws -> WorkerPool.Ticket {
        do { return try pool.reserve() } catch { throw ServiceError(error) }
    }

    private static func run<Value: Sendable>(on pool: WorkerPool, _ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        do {
            let ticket = try reserve(pool)
            return try await withTaskCancellationHandler {
                try await ticket.run(body)
            } onCancel: {
                ticket.withdraw()
            }
        } catch let error as PoolError {
            throw ServiceError(error)
        }
    }

    /// The turn of a session that is on its way: there may be something to take back once it has ended.
    private func busy(_ id: SessionID) -> ServiceError? {
        state.withLock { $0.live.keys.first { $0.session == id } }.map { .busy(turn: $0.number) }
    }

    private func append(_ request: TurnRequest, to id: SessionID) async throws -> Turn {
        do {
            return try await store.append(request, to: id, at: sources.now())
        } catch StoreError.busy(let number) {
            let key = TurnKey(session: id, number: number)
            // A turn that runs, or one that another request has just stored and not launched yet.
            guard let live = liveTurn(key), live.hasUnsavedEnd else { throw ServiceError.busy(turn: number) }
            try await abandon(key)
            return try await store.append(request, to: id, at: sources.now())
        } catch let error as StoreError {
            throw ServiceError(error)
        }
    }

    /// Makes good on a failure that the store could not take in when it happened.
    private func abandon(_ key: TurnKey) async throws {
        guard let turn = try await store.turn(key), !turn.status.isFinal else { return }
        try await fail(turn, code: "storage_failed", "The result of the edit could not be stored.")
        state.withLock { $0.live[key] = nil }
    }

    /// Ends a turn without effect on its session.
    func fail(_ turn: Turn, code: String, _ message: String) async throws {
        guard var session = try await store.session(turn.key.session) else { return }
        var turn = turn
        turn.status = .failed
        turn.failure = TurnFailure(code: code, message: message)
        turn.picture = session.face.picture
        turn.degreesAfter = session.face.degrees
        turn.finishedAt = sources.now()
        session.updatedAt = turn.finishedAt ?? session.updatedAt
        try await store.finish(turn, session: session, steps: [], image: nil)
    }

    private func launch(_ live: LiveTurn) {
        state.withLock {
            $0.live[live.key] = live
            $0.jobs += 1
        }
        // A task of its own: the caller's cancellation must reach neither the work nor its last write.
        Task {
            let unsaved = await self.carryOut(live)
            let idle = self.state.withLock { state in
                if unsaved == nil { state.live[live.key] = nil }
                state.jobs -= 1
                guard state.jobs == 0 else { return [CheckedContinuation<Void, Never>]() }
                defer { state.idle = [] }
                return state.idle
            }
            live.finish(unsaved: unsaved)
            for waiter in idle { waiter.resume() }
        }
    }
}

extension TurnKey {
    var metadata: Logger.Metadata { ["session": "\(session)", "turn": "\(number)"] }
}
