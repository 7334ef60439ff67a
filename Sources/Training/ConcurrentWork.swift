import Foundation
import Synchronization

/// Does numbered pieces of work on some threads; what comes back does not depend on how many.
///
/// - Parameter progress: called on the threads with the number of pieces done.
/// - Throws: the first failure in order among the pieces that were begun; after one no more are.
func inParallel<Piece: Sendable>(
    _ count: Int, threads: Int, progress: @Sendable (_ done: Int) -> Void, _ work: @Sendable (_ index: Int) throws -> Piece
) throws -> [Piece] {
    let results = Mutex<[Int: Result<Piece, any Error>]>([:])
    let next = Atomic(0)
    let failed = Atomic(false)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
        while !failed.load(ordering: .relaxed) {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < count else { break }
            let result = Result { try work(index) }
            if case .failure = result { failed.store(true, ordering: .relaxed) }
            progress(
                results.withLock {
                    $0[index] = result
                    return $0.count
                })
        }
    }
    return try results.withLock { $0.sorted { $0.key < $1.key }.map(\.value) }.map { try $0.get() }
}
