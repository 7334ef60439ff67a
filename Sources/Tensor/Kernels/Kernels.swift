import CKernels
import Synchronization

/// The inner loops of one instruction set: AVX-512, AVX2, or portable ones whose matrix products OpenBLAS computes.
///
/// Which sets there are is asked of the processor when the program starts, so that one binary runs anywhere.
struct Kernels: @unchecked Sendable {
    let loops: kernel_set

    /// What this processor can run, the fastest first; the portable set is always the last.
    static let available: [Kernels] = {
        var count: Int32 = 0
        let sets = kernel_sets(&count)!
        return (0..<Int(count)).map { Kernels(loops: sets[$0]!.pointee) }
    }()

    private static let chosen = Atomic<Int>(0)

    /// The set that weights are packed for from now on.
    static var current: Kernels { available[chosen.load(ordering: .relaxed)] }

    var name: String { String(cString: loops.name) }

    /// Columns of one panel of packed weights.
    var panel: Int { loops.panel > 0 ? loops.panel : 64 }

    /// Makes the set of this name the current one; false if this processor has none.
    static func choose(_ name: String) -> Bool {
        guard let index = available.firstIndex(where: { $0.name == name }) else { return false }
        chosen.store(index, ordering: .relaxed)
        return true
    }

    /// c[m, n] ← (+=) a[m, k] · b, for packed panels b of k rows.
    ///
    /// The result of a row depends neither on the other rows nor on the thread; with OpenBLAS it may depend on m, so callers cut
    /// their work into pieces that do not depend on the number of threads.
    func multiply(
        _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Float>, lda: Int, _ b: UnsafePointer<Float>,
        _ c: UnsafeMutablePointer<Float>, ldc: Int, accumulate: Bool = false
    ) {
        if let gemm = loops.gemm {
            gemm(m, n, k, a, lda, b, c, ldc, accumulate ? 1 : 0)
            return
        }
        for column in stride(from: 0, to: n, by: panel) {
            Compute.gemm(
                m, min(panel, n - column), k, a, lda: lda, b + column * k, ldb: panel, c + column, ldc: ldc, beta: accumulate ? 1 : 0)
        }
    }
}

extension Compute {
    /// The name of the kernels that run: `avx512`, `avx2` or `portable`.
    public static var kernelPath: String { Kernels.current.name }

    /// The names of the kernels that this processor can run, the fastest first.
    public static var kernelPaths: [String] { Kernels.available.map(\.name) }

    /// Chooses other kernels than the fastest, for networks that are loaded from now on.
    ///
    /// - Returns: false if this processor cannot run them, or there are none of this name.
    public static func useKernels(_ name: String) -> Bool { Kernels.choose(name) }
}

extension kernel_epilogue {
    /// y = gain · leaky(scale · sum + strength · noise + bias + residual); what is left out does nothing.
    init(
        scale: UnsafePointer<Float>? = nil, bias: UnsafePointer<Float>? = nil, noise: UnsafePointer<Float>? = nil,
        noiseStrength: Float = 0, residual: UnsafePointer<Float>? = nil, activation: Activation = .none
    ) {
        self.init(
            scale: scale, bias: bias, noise: noise, noise_strength: noiseStrength, residual: residual, slope: activation.slope,
            gain: activation.gain)
    }
}

/// y = gain · max(x, slope · x).
public struct Activation: Sendable, Hashable {
    public var slope: Float
    public var gain: Float

    public init(slope: Float, gain: Float = 1) {
        self.slope = slope
        self.gain = gain
    }

    public static let none = Activation(slope: 1, gain: 1)
    public static let leakyReLU = Activation(slope: 0.2, gain: 1)
    public static let relu = Activation(slope: 0, gain: 1)
    /// The generator's: slope 0.2, and √2 to keep the variance.
    public static let scaledLeakyReLU = Activation(slope: 0.2, gain: Float(2).squareRoot())
}
