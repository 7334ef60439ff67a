import Dispatch
import Synchronization

/// Holds a worker's thread at a pass until the test opens it.
public final class Gate: Sendable {
    private let lock = DispatchSemaphore(value: 0)
    private let isOpen = Atomic(false)
    private let arrivals: AsyncStream<Void>
    private let announce: AsyncStream<Void>.Continuation

    public init() { (arrivals, announce) = AsyncStream.makeStream() }

    /// For the worker: announces itself and waits; passes straight through once the gate is open.
    public func pass() {
        announce.yield()
        if isOpen.load(ordering: .sequentiallyConsistent) { return }
        lock.wait()
        if isOpen.load(ordering: .sequentiallyConsistent) { lock.signal() }
    }

    /// Returns when a worker has come to the gate.
    public func arrival() async { for await _ in arrivals { return } }

    /// Lets all through that wait and all that come.
    public func open() {
        isOpen.store(true, ordering: .sequentiallyConsistent)
        lock.signal()
    }

    /// Lets one waiting worker go on to its next pass.
    public func step() { lock.signal() }
}
