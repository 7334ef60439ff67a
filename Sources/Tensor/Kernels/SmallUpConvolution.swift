import CKernels

/// `UpConvolution` for maps so small that the weights are the work: each of the four phases is one product over gathered patches,
/// and every weight is read once.
struct SmallUpConvolution: Sendable {
    /// The taps that reach even rows (those of the position itself and of the one before) and odd ones.
    private static let taps: [[(tap: Int, offset: Int)]] = [[(0, 0), (2, -1)], [(1, 0)]]
    private let phases: [PackedMatrices]

    init(_ kernels: Kernels, _ weights: ConvolutionWeights) {
        phases = [0, 1].flatMap { down in
            [0, 1].map { across in
                weights.packedTaps(
                    kernels, order: Self.taps[down].flatMap { y in Self.taps[across].map { x in y.tap * 3 + x.tap } })
            }
        }
    }

    /// x [height, width, Cin] → y [2·height, 2·width, Cout]; x is multiplied by scale[channel] on the way.
    func run(
        _ x: UnsafePointer<Float>, height: Int, width: Int, scale: UnsafePointer<Float>?, _ y: UnsafeMutablePointer<Float>,
        _ epilogue: kernel_epilogue
    ) {
        let output = phases[0].columns
        let input = phases[3].rows
        let kernels = phases[0].kernels
        var strips = BlurStrips(height: 2 * height, width: 2 * width, channels: output, loops: kernels.loops)
        strips.reserve(rows: 2 * height + 1)
        let map = strips.next(rows: 2 * height + 1)
        for down in 0...1 {
            for across in 0...1 {
                let matrix = phases[down * 2 + across]
                let (rows, columns) = (height + 1 - down, width + 1 - across)
                let patches = Storage(count: rows * columns * matrix.rows)
                let sums = Storage(count: rows * columns * output)
                var target = patches.pointer
                for row in 0..<rows {
                    for column in 0..<columns {
                        for vertical in Self.taps[down] {
                            for horizontal in Self.taps[across] {
                                let (sourceRow, sourceColumn) = (row + vertical.offset, column + horizontal.offset)
                                if sourceRow >= 0, sourceRow < height, sourceColumn >= 0, sourceColumn < width {
                                    let source = x + (sourceRow * width + sourceColumn) * input
                                    if let scale {
                                        for c in 0..<input { target[c] = source[c] * scale[c] }
                                    } else {
                                        target.update(from: source, count: input)
                                    }
                                } else {
                                    target.update(repeating: 0, count: input)
                                }
                                target += input
                            }
                        }
                    }
                }
                let step = kernels.panel
                Compute.parallel((output + step - 1) / step, grain: max(1, 500_000 / (rows * columns * matrix.rows * step))) { range in
                    for part in range {
                        let range = part * step..<min((part + 1) * step, output)
                        matrix.multiply(0, columns: range, rows * columns, patches.pointer, lda: matrix.rows, sums.pointer, ldc: output)
                    }
                }
                for row in 0..<rows {
                    for column in 0..<columns {
                        let place = (2 * row + down) * (2 * width + 1) + 2 * column + across
                        (map + place * output).update(from: sums.pointer + (row * columns + column) * output, count: output)
                    }
                }
            }
        }
        strips.blur(into: y, epilogue)
    }
}
