import CKernels

/// A 3×3 convolution of stride 1 and border 1 by Winograd's F(4×4, 3×3): 36 products instead of 144 for 4×4 results.
///
/// The interpolation points 0, ±√½, ±√2, ∞ keep the transforms' numbers small, and with them the rounding errors.
struct WinogradConvolution: Sendable {
    private let matrices: PackedMatrices

    /// Rows for the points 0, √½, −√½, √2, −√2, ∞.
    private static let kernelTransform: [[Float]] = {
        let (a, b) = (Float(0.5).squareRoot(), Float(2).squareRoot())
        return [
            [1, 0, 0], [-2.0 / 3, -2.0 / 3 * a, -1.0 / 3], [-2.0 / 3, 2.0 / 3 * a, -1.0 / 3], [1.0 / 6, b / 6, 1.0 / 3],
            [1.0 / 6, -b / 6, 1.0 / 3], [0, 0, 1],
        ]
    }()

    /// - Parameter adjoint: the convolution that carries gradients back, with flipped and transposed weights.
    init(_ kernels: Kernels, _ weights: ConvolutionWeights, adjoint: Bool = false) {
        let rows = adjoint ? Self.kernelTransform.map { $0.reversed() } : Self.kernelTransform
        matrices = weights.packed(kernels, outerProducts(rows, rows), transposed: adjoint)
    }

    /// x [height, width, Cin] → y [height, width, Cout]; x is multiplied by scale[channel] on the way.
    func run(
        _ x: UnsafePointer<Float>, height: Int, width: Int, scale: UnsafePointer<Float>?, _ y: UnsafeMutablePointer<Float>,
        _ epilogue: kernel_epilogue
    ) {
        let (input, output, loops) = (matrices.rows, matrices.columns, matrices.kernels.loops)
        let across = (width + 3) / 4
        TiledProducts(
            matrices: matrices, groups: (0..<36).map { .init(matrix: $0, first: $0, rows: 1) }, frequencies: 36, inputChannels: input,
            outputChannels: output
        ).run(
            first: 0, count: (height + 3) / 4 * across, across: across,
            analyse: { tiles, v, stride in loops.winograd_input(x, height, width, input, scale, tiles, v, stride) },
            synthesise: { tiles, m, stride in
                withUnsafePointer(to: epilogue) { loops.winograd_output(m, stride, tiles, y, height, width, output, $0) }
            })
    }
}
