import COpenBLAS
import Synchronization

/// A number of threads that may be changed while work is under way.
public final class ThreadShare: Sendable {
    private let count: Atomic<Int>

    /// - Parameter threads: at least 1.
    public init(_ threads: Int) { count = Atomic(max(1, threads)) }

    public var threads: Int {
        get { count.load(ordering: .relaxed) }
        set { count.store(max(1, newValue), ordering: .relaxed) }
    }
}

/// How many threads one operation may use.
///
/// OpenBLAS always runs on the calling thread; operations split their own work, so that a pool of single-threaded workers
/// and a lone training loop on all cores are the same code with another number here.
public enum Compute {
    private static let threadCount = Atomic<Int>(1)
    private static let blasIsSingleThreaded: Bool = {
        openblas_set_num_threads(1)
        return true
    }()

    /// The family of processors whose kernels OpenBLAS should use here instead of those for any x86-64; nil if it has chosen well.
    public static var betterBLASFamily: String? {
        guard let name = openblas_get_corename(), ["prescott", "core2", "generic"].contains(String(cString: name).lowercased()) else {
            return nil
        }
        let families = ["avx512": "SKYLAKEX", "avx2": "HASWELL"]
        return kernelPaths.lazy.compactMap { families[$0] }.first
    }

    @TaskLocal private static var localShare: ThreadShare?

    /// What an operation that starts here may use.
    public static var threads: Int { localShare?.threads ?? threadCount.load(ordering: .relaxed) }

    /// Runs `body` with another number for the operations that it starts on this thread.
    ///
    /// - Parameter count: at least 1.
    public static func withThreads<Value>(_ count: Int, _ body: () throws -> Value) rethrows -> Value {
        try withThreads(of: ThreadShare(count), body)
    }

    /// Runs `body` with what a share grants at each moment: every operation looks at it when it begins.
    public static func withThreads<Value>(of share: ThreadShare, _ body: () throws -> Value) rethrows -> Value {
        try $localShare.withValue(share, operation: body)
    }

    /// - Parameter count: threads an operation may use, at least 1.
    public static func setThreads(_ count: Int) {
        threadCount.store(max(1, count), ordering: .relaxed)
    }

    /// Runs `body` over disjoint ranges that cover `0..<count`, on several threads if there are at least two grains of work.
    ///
    /// - Parameter grain: the fewest items worth a thread of their own.
    public static func parallel(_ count: Int, grain: Int, _ body: (Range<Int>) -> Void) {
        let threads = threads
        let grains = count / max(1, grain)
        guard threads > 1, grains > 1 else {
            if count > 0 { body(0..<count) }
            return
        }
        // Some more parts than threads, so that one that comes late or is slowed down holds up nobody.
        let parts = min(grains, 3 * threads)
        ThreadTeam.shared.run(parts: parts, threads: threads) { part in
            body(count * part / parts..<count * (part + 1) / parts)
        }
    }

    /// C ← α·op(A)·op(B) + β·C on the calling thread; row-major, op(A) is [m, k], op(B) is [k, n].
    static func gemm(
        _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Float>, transposeA: Bool = false, lda: Int? = nil,
        _ b: UnsafePointer<Float>, transposeB: Bool = false, ldb: Int? = nil,
        _ c: UnsafeMutablePointer<Float>, ldc: Int? = nil, alpha: Float = 1, beta: Float = 0
    ) {
        guard m > 0, n > 0 else { return }
        _ = blasIsSingleThreaded
        cblas_sgemm(
            CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
            blasint(m), blasint(n), blasint(k), alpha, a, blasint(lda ?? (transposeA ? m : k)),
            b, blasint(ldb ?? (transposeB ? k : n)), beta, c, blasint(ldc ?? n))
    }

    /// `gemm` with its rows or columns split over the threads.
    static func parallelGemm(
        _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Float>, transposeA: Bool = false,
        _ b: UnsafePointer<Float>, transposeB: Bool = false, _ c: UnsafeMutablePointer<Float>
    ) {
        let grain = max(1, 200_000 / max(1, min(m, n) * k))
        if m >= n {
            parallel(m, grain: grain) { rows in
                gemm(
                    rows.count, n, k, a + (transposeA ? rows.lowerBound : rows.lowerBound * k), transposeA: transposeA,
                    lda: transposeA ? m : k, b, transposeB: transposeB, c + rows.lowerBound * n)
            }
        } else {
            parallel(n, grain: grain) { columns in
                gemm(
                    m, columns.count, k, a, transposeA: transposeA, b + (transposeB ? columns.lowerBound * k : columns.lowerBound),
                    transposeB: transposeB, ldb: transposeB ? k : n, c + columns.lowerBound, ldc: n)
            }
        }
    }
}
