import CKernels
import Dispatch
import Foundation
import Synchronization

/// Threads that help whoever has work for more than one: they wait busily for a moment between two pieces of work, because the
/// operations of a network follow each other within microseconds, and go to sleep when nothing comes.
///
/// A caller takes the helpers that are idle just then, and works itself too. What no helper has begun when the caller is through,
/// the caller takes back: nobody ever waits for a sleeping thread.
final class ThreadTeam: Sendable {
    static let shared = ThreadTeam(helpers: ProcessInfo.processInfo.activeProcessorCount - 1)

    private let helpers: [Helper]

    init(helpers: Int) {
        self.helpers = (0..<max(0, helpers)).map { _ in Helper() }
        for helper in self.helpers { helper.start() }
    }

    /// Calls `body` once for every part 0 ..< parts, on the calling thread and up to `threads` − 1 others.
    func run(parts: Int, threads: Int, _ body: (Int) -> Void) {
        withoutActuallyEscaping(body) { body in
            let job = Job(parts: parts, body: body)
            var taken: [Helper] = []
            for helper in helpers where taken.count < min(threads, parts) - 1 {
                if helper.take(job) { taken.append(helper) }
            }
            job.work()
            for helper in taken { helper.release(job) }
        }
    }
}

/// One call's work: parts are handed out one by one.
private final class Job: @unchecked Sendable {
    private let parts: Int
    private let body: (Int) -> Void
    private let next = Atomic<Int>(0)

    init(parts: Int, body: @escaping (Int) -> Void) {
        self.parts = parts
        self.body = body
    }

    func work() {
        while true {
            let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard part < parts else { return }
            body(part)
        }
    }
}

private final class Helper: Sendable {
    /// How often an idle helper looks before it goes to sleep: some tens of microseconds.
    private static let patience = 2000

    private let isTaken = Atomic<Bool>(false)
    /// The address of a job that waits to be begun, or 0.
    private let offered = Atomic<UInt>(0)
    private let isBusy = Atomic<Bool>(false)
    private let isAsleep = Atomic<Bool>(false)
    private let alarm = DispatchSemaphore(value: 0)

    func start() {
        let thread = Thread { [self] in
            while true { serve() }
        }
        thread.name = "kernels"
        thread.stackSize = 1 << 20
        thread.start()
    }

    /// Offers a job; false if the helper works for somebody else.
    func take(_ job: Job) -> Bool {
        guard isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged else { return false }
        offered.store(UInt(bitPattern: Unmanaged.passUnretained(job).toOpaque()), ordering: .sequentiallyConsistent)
        if isAsleep.exchange(false, ordering: .sequentiallyConsistent) { alarm.signal() }
        return true
    }

    /// Takes the job back if it was not begun, or else waits until it is done. The caller keeps the job alive until then.
    func release(_ job: Job) {
        let address = UInt(bitPattern: Unmanaged.passUnretained(job).toOpaque())
        if !offered.compareExchange(expected: address, desired: 0, ordering: .sequentiallyConsistent).exchanged {
            var looks = 0
            while isBusy.load(ordering: .acquiring) {
                looks += 1
                if looks % 4096 == 0 { sched_yield() } else { cpu_relax() }
            }
        }
        isTaken.store(false, ordering: .releasing)
    }

    private func serve() {
        for _ in 0..<Self.patience {
            if begin() { return }
            cpu_relax()
        }
        isAsleep.store(true, ordering: .sequentiallyConsistent)
        // An offer may have come just before.
        if begin() {
            if !isAsleep.exchange(false, ordering: .sequentiallyConsistent) { alarm.wait() }
            return
        }
        alarm.wait()
    }

    /// Works off the offered job, if there is one.
    private func begin() -> Bool {
        guard offered.load(ordering: .relaxed) != 0 else { return false }
        // Busy before the offer is gone: who sees it gone has to see this.
        isBusy.store(true, ordering: .sequentiallyConsistent)
        let address = offered.exchange(0, ordering: .sequentiallyConsistent)
        if let pointer = UnsafeRawPointer(bitPattern: address) { Self.work(at: pointer) }
        isBusy.store(false, ordering: .releasing)
        return address != 0
    }

    /// A function of its own, so that every reference to the job is given back before the helper says that it is done: the job, and
    /// the closure on its caller's stack, end right after.
    @inline(never)
    private static func work(at pointer: UnsafeRawPointer) {
        Unmanaged<Job>.fromOpaque(pointer)._withUnsafeGuaranteedRef { $0.work() }
    }
}
