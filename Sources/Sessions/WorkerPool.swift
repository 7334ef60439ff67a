import DequeModule
import Dispatch
import Foundation
import Synchronization

/// Why a pool did not run a job.
public enum PoolError: Error, Sendable, Hashable {
    /// As many jobs as may wait are waiting.
    case full
    /// The pool takes no more work.
    case closed
    /// The job was taken back while it waited.
    case withdrawn
}

/// A bounded queue of jobs before a fixed number of threads.
///
/// The threads are the pool's own, not those of Swift's tasks: a job may compute for seconds and call libraries with
/// threads of their own. A place in the queue is had with a `Ticket` before the job is known, so that whoever got one
/// can promise that the job will run.
public final class WorkerPool: Sendable {
    private let core: Core

    /// - Parameters:
    ///   - name: of the threads, followed by their number.
    ///   - workers: threads, at least 1.
    ///   - waiting: jobs that may wait besides those that run, at least 0.
    public init(name: String, workers: Int, waiting: Int) {
        let workers = max(1, workers)
        core = Core(capacity: workers + max(0, waiting), workers: workers)
        for number in 1...workers {
            let thread = Thread { [core] in
                Thread.current.name = "\(name)-\(number)"
                core.work()
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    deinit { core.close(endingThreads: true) }

    /// A place for one job.
    ///
    /// - Parameter beyondLimit: takes a place even when the queue is full, for work that was promised before.
    /// - Throws: `PoolError.full`, `.closed`.
    public func reserve(beyondLimit: Bool = false) throws(PoolError) -> Ticket { Ticket(core: core, id: try core.admit(beyondLimit)) }

    /// Takes no more jobs and turns away those that wait; what runs goes on.
    public func close() { core.close(endingThreads: false) }

    /// Jobs that have a place: running, waiting or about to come.
    public var load: Int { core.state.withLock { $0.admitted } }

    /// Whether more jobs have a place than there are threads.
    public var isCrowded: Bool { load > core.workers }

    /// Jobs that wait for a thread.
    public var waiting: Int { core.state.withLock { $0.queue.count } }

    /// A place in the queue; it is free again when its job has ended, or when the ticket is gone.
    public final class Ticket: Sendable {
        private let core: Core
        private let id: Int
        private let released = Atomic(false)

        fileprivate init(core: Core, id: Int) {
            self.core = core
            self.id = id
        }

        deinit { release() }

        /// Runs the job on one of the pool's threads; once a ticket.
        ///
        /// - Throws: what the job throws; `PoolError.withdrawn` and `.closed` when it was not begun.
        public func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
            defer { release() }
            return try await withCheckedThrowingContinuation { continuation in
                core.enqueue(
                    Job(
                        ticket: id, run: { continuation.resume(with: Result { try body() }) },
                        drop: { continuation.resume(throwing: $0) }))
            }
        }

        /// Takes the job back if it has not begun; one that comes later under this ticket is not begun either.
        public func withdraw() {
            if !released.load(ordering: .relaxed) { core.withdraw(id) }
        }

        /// Gives the place back without a job.
        public func release() {
            if released.exchange(true, ordering: .relaxed) == false { core.leave(id) }
        }
    }

    fileprivate struct Job: Sendable {
        let ticket: Int
        let run: @Sendable () -> Void
        let drop: @Sendable (PoolError) -> Void
    }

    fileprivate final class Core: Sendable {
        struct State {
            var queue = Deque<Job>()
            var admitted = 0
            var lastTicket = 0
            var withdrawn: Set<Int> = []
            var isOpen = true
            var threadsEnd = false
        }

        let state = Mutex(State())
        private let capacity: Int
        let workers: Int
        /// Counts the jobs that were ever queued and the orders to end; a worker that finds no job goes on waiting.
        private let signal = DispatchSemaphore(value: 0)

        init(capacity: Int, workers: Int) {
            self.capacity = capacity
            self.workers = workers
        }

        func admit(_ beyondLimit: Bool) throws(PoolError) -> Int {
            try state.withLock { state throws(PoolError) in
                guard state.isOpen else { throw .closed }
                guard beyondLimit || state.admitted < capacity else { throw .full }
                state.admitted += 1
                state.lastTicket += 1
                return state.lastTicket
            }
        }

        func leave(_ ticket: Int) {
            state.withLock {
                $0.admitted -= 1
                $0.withdrawn.remove(ticket)
            }
        }

        func enqueue(_ job: Job) {
            let refusal: PoolError? = state.withLock {
                if !$0.isOpen { return .closed }
                if $0.withdrawn.contains(job.ticket) { return .withdrawn }
                $0.queue.append(job)
                return nil
            }
            if let refusal { job.drop(refusal) } else { signal.signal() }
        }

        func withdraw(_ ticket: Int) {
            let job: Job? = state.withLock { state in
                state.withdrawn.insert(ticket)
                guard let index = state.queue.firstIndex(where: { $0.ticket == ticket }) else { return nil }
                return state.queue.remove(at: index)
            }
            job?.drop(.withdrawn)
        }

        func close(endingThreads: Bool) {
            let dropped = state.withLock { state in
                state.isOpen = false
                state.threadsEnd = state.threadsEnd || endingThreads
                defer { state.queue.removeAll() }
                return state.queue
            }
            for job in dropped { job.drop(.closed) }
            if endingThreads { for _ in 0..<workers { signal.signal() } }
        }

        func work() {
            while true {
                signal.wait()
                let (job, ends) = state.withLock { ($0.queue.popFirst(), $0.threadsEnd) }
                if let job { job.run() } else if ends { return }
            }
        }
    }
}
