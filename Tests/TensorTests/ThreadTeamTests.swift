import Synchronization
import Testing

@testable import Tensor

@Suite struct ThreadTeamTests {
    @Test(arguments: [1, 2, 3, 8], [1, 2, 5, 100])
    func `every part is done once`(threads: Int, parts: Int) {
        let counts = (0..<parts).map { _ in Counter() }
        ThreadTeam(helpers: threads - 1).run(parts: parts, threads: threads) { counts[$0].value.add(1, ordering: .relaxed) }
        #expect(counts.allSatisfy { $0.value.load(ordering: .relaxed) == 1 })
    }

    @Test func `callers from many threads share the helpers, time and again`() async {
        let team = ThreadTeam(helpers: 2)
        let total = Counter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for round in 0..<5000 {
                        // What the closure holds lives on this stack only.
                        let numbers = [round, 1, 2]
                        var sums = [0, 0, 0, 0]
                        sums.withUnsafeMutableBufferPointer { sums in
                            let base = Shared(sums.baseAddress!)
                            team.run(parts: 4, threads: 3) { base.pointer[$0] = numbers.count + $0 }
                        }
                        total.value.add(sums.reduce(0, +), ordering: .relaxed)
                    }
                }
            }
        }
        #expect(total.value.load(ordering: .relaxed) == 4 * 5000 * (3 * 4 + 6))
    }

    private final class Counter: Sendable {
        let value = Atomic<Int>(0)
    }

    private struct Shared: @unchecked Sendable {
        let pointer: UnsafeMutablePointer<Int>

        init(_ pointer: UnsafeMutablePointer<Int>) { self.pointer = pointer }
    }
}
