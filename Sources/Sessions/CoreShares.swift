import Synchronization
import Tensor

/// Shares the cores among the walks: one that is alone has them all, several have each their part, and the parts change as walks
/// begin and end, so that together they never use more threads than there are cores.
///
/// Pictures do not depend on it: the kernels give the same on any number of threads.
final class CoreShares: Sendable {
    let cores: Int
    private let running = Mutex<[ThreadShare]>([])

    /// - Parameter cores: at least 1.
    init(cores: Int) { self.cores = max(1, cores) }

    /// Runs a walk on the calling thread and its helpers.
    func run<Value>(_ body: () throws -> Value) rethrows -> Value {
        let share = ThreadShare(1)
        running.withLock {
            $0.append(share)
            divide(among: $0)
        }
        defer {
            running.withLock {
                $0.removeAll { $0 === share }
                divide(among: $0)
            }
        }
        return try Compute.withThreads(of: share, body)
    }

    /// The cores in equal parts, those that are left over to the walks that began first.
    private func divide(among shares: [ThreadShare]) {
        for (index, share) in shares.enumerated() { share.threads = cores / shares.count + (index < cores % shares.count ? 1 : 0) }
    }
}
