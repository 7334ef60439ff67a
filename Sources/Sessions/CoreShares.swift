import Synchronization
import Tensor

/// Shares the cores among the walks: one that is alone has them all, several have each their part.
///
/// A walk keeps what it got when it began. Pictures do not depend on it: the kernels give the same on any number of threads.
final class CoreShares: Sendable {
    let cores: Int
    private let running = Atomic<Int>(0)

    /// - Parameter cores: at least 1.
    init(cores: Int) { self.cores = max(1, cores) }

    /// Runs a walk on the calling thread and its helpers.
    func run<Value>(_ body: () throws -> Value) rethrows -> Value {
        let count = running.add(1, ordering: .relaxed).newValue
        defer { running.subtract(1, ordering: .relaxed) }
        return try Compute.withThreads(max(1, cores / count), body)
    }
}
