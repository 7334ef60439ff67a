import Synchronization

/// What the process knows of a turn that is queued or running: how far it is, whether it is to stop, who waits for it.
final class LiveTurn: Sendable {
    private struct State {
        var status = TurnStatus.queued
        var progress: TurnProgress
        var startedAt: Timestamp?
        /// Set when the turn has ended but the store could not take that in.
        var unsaved: Turn?
        var isOver = false
        /// Cuts short what may be cut short.
        var interruption: (@Sendable () -> Void)?
        var isInterrupted = false
        var waiters: [AsyncStream<Never>.Continuation] = []
    }

    /// The turn as it was stored last before the work began.
    let turn: Turn
    /// The place before the workers that walk.
    let walkTicket: WorkerPool.Ticket
    /// The place before the thread that reads sentences.
    let languageTicket: WorkerPool.Ticket
    private let cancelled = Atomic(false)
    private let state: Mutex<State>

    init(turn: Turn, walkTicket: WorkerPool.Ticket, languageTicket: WorkerPool.Ticket) {
        self.turn = turn
        self.walkTicket = walkTicket
        self.languageTicket = languageTicket
        state = Mutex(State(progress: TurnProgress(step: 0, of: 0)))
    }

    var key: TurnKey { turn.key }

    var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

    /// Asks the walk to stop after its present step, or the job not to begin.
    func cancel() {
        cancelled.store(true, ordering: .relaxed)
        walkTicket.withdraw()
        languageTicket.withdraw()
        interrupt()
    }

    /// Does something that the turn can do without: it is cancelled by `interrupt()`, be that called now or earlier.
    ///
    /// - Parameter body: ends soon when its task is cancelled. One at a time.
    func interruptible<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) async -> Value {
        let task = Task { await body() }
        let isInterrupted = state.withLock { state in
            state.interruption = { task.cancel() }
            return state.isInterrupted
        }
        if isInterrupted { task.cancel() }
        defer { state.withLock { $0.interruption = nil } }
        return await task.value
    }

    /// Cuts short what the turn can do without; the turn itself goes on.
    func interrupt() {
        let interruption = state.withLock { state in
            state.isInterrupted = true
            return state.interruption
        }
        interruption?()
    }

    /// Notes that a worker has begun, with the number of passes it may take.
    func begin(passes: Int, at time: Timestamp) {
        state.withLock {
            $0.status = .running
            $0.progress = TurnProgress(step: 0, of: passes)
            $0.startedAt = time
        }
    }

    /// Counts a generator pass.
    func advance() { state.withLock { $0.progress.step += 1 } }

    var startedAt: Timestamp? { state.withLock { $0.startedAt } }

    var progress: TurnProgress { state.withLock { $0.progress } }

    /// A stored turn with what has happened since it was stored.
    func overlay(_ turn: Turn) -> Turn {
        guard !turn.status.isFinal else { return turn }
        return state.withLock { state in
            if let unsaved = state.unsaved { return unsaved }
            var turn = turn
            turn.status = state.status
            turn.progress = state.progress
            turn.startedAt = state.startedAt
            return turn
        }
    }

    var hasUnsavedEnd: Bool { state.withLock { $0.unsaved != nil } }

    /// Ends the waiting of all who wait.
    func finish(unsaved: Turn? = nil) {
        let waiters = state.withLock { state in
            state.unsaved = unsaved
            state.isOver = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.finish() }
    }

    /// Returns when the turn is over, or the calling task is cancelled.
    func over() async {
        let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
        let isOver = state.withLock { state in
            if !state.isOver { state.waiters.append(continuation) }
            return state.isOver
        }
        if isOver { return }
        for await _ in stream {}
    }

    /// Returns when the turn is over or the time is up, whichever comes first.
    func over(within limit: Duration) async {
        guard limit > .zero else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.over() }
            group.addTask { try? await Task.sleep(for: limit) }
            await group.next()
            group.cancelAll()
        }
    }
}
