import Foundation
import Sessions
import SessionsTestSupport
import Synchronization
import Testing

/// Numbers in the order in which threads brought them.
private final class Order: Sendable {
    private let list = Mutex<[Int]>([])
    func append(_ number: Int) { list.withLock { $0.append(number) } }
    var numbers: [Int] { list.withLock { $0 } }
}

@Suite(.timeLimit(.minutes(1))) struct WorkerPoolTests {
    @Test("jobs of a pool with one worker run on its one thread and give their values back")
    func runs() async throws {
        let pool = WorkerPool(name: "test", workers: 1, waiting: 0)
        let first = try await pool.reserve().run { pthread_self() }
        let second = try await pool.reserve().run { pthread_self() }
        #expect(first == second)
        #expect(pool.load == 0)
    }

    @Test("a job's error reaches the one who waits")
    func throwsOn() async throws {
        let pool = WorkerPool(name: "test", workers: 1, waiting: 0)
        let ticket = try pool.reserve()
        await #expect(throws: StraightEditor.Broken.self) { try await ticket.run { throw StraightEditor.Broken() } }
    }

    @Test("there are as many places as workers and waiting jobs, and a gone ticket gives its place back")
    func bounded() throws {
        let pool = WorkerPool(name: "test", workers: 2, waiting: 1)
        var tickets = try (0..<3).map { _ in try pool.reserve() }
        #expect(throws: PoolError.full) { try pool.reserve() }
        let promised = try pool.reserve(beyondLimit: true)
        #expect(pool.load == 4)
        tickets.removeAll()
        promised.release()
        promised.release()
        #expect(pool.load == 0)
    }

    @Test("jobs run in the order in which they came")
    func inOrder() async throws {
        let pool = WorkerPool(name: "test", workers: 1, waiting: 10)
        let gate = Gate()
        let order = Order()
        async let blocker: Void = pool.reserve().run { gate.pass() }
        await gate.arrival()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<5 {
                let ticket = try pool.reserve()
                group.addTask { try await ticket.run { order.append(number) } }
                while pool.waiting <= number { await Task.yield() }
            }
            gate.open()
            try await group.waitForAll()
        }
        try await blocker
        #expect(order.numbers == [0, 1, 2, 3, 4])
    }

    @Test("a withdrawn job does not run, whether it waits already or comes later")
    func withdrawn() async throws {
        let pool = WorkerPool(name: "test", workers: 1, waiting: 4)
        let gate = Gate()
        async let blocker: Void = pool.reserve().run { gate.pass() }
        await gate.arrival()
        let waiting = try pool.reserve()
        let late = try pool.reserve()
        let waited = Task { try await waiting.run { Issue.record("a withdrawn job ran") } }
        while pool.waiting == 0 { await Task.yield() }
        waiting.withdraw()
        await #expect(throws: PoolError.withdrawn) { try await waited.value }
        late.withdraw()
        await #expect(throws: PoolError.withdrawn) { try await late.run { Issue.record("a withdrawn job ran") } }
        gate.open()
        try await blocker
        #expect(pool.load == 0)
    }

    @Test("a closed pool ends what runs, turns away what waits, and takes nothing")
    func closed() async throws {
        let pool = WorkerPool(name: "test", workers: 1, waiting: 4)
        let gate = Gate()
        async let running = pool.reserve().run {
            gate.pass()
            return 5
        }
        await gate.arrival()
        let ticket = try pool.reserve()
        let waiting = Task { try await ticket.run { Issue.record("a job ran in a closed pool") } }
        while pool.waiting == 0 { await Task.yield() }
        pool.close()
        await #expect(throws: PoolError.closed) { try await waiting.value }
        #expect(throws: PoolError.closed) { try pool.reserve() }
        gate.open()
        #expect(try await running == 5)
    }
}
