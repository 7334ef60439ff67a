import CKernels

/// The generator's way to double a map: a transposed 3×3 convolution of stride 2, then [1, 3, 3, 1] along both axes.
///
/// The transposed convolution is four convolutions, one for each parity of row and column of its result. Along an axis the even
/// ones have two taps and go by Winograd's F(3, 2), the odd ones have one: 7 products for 3 × 2 results, 49 for 6 × 6, instead of
/// 81. Only 25 matrices are needed, 2.8 times the plain weights.
struct UpConvolution: Sendable {
    private let matrices: PackedMatrices

    /// Rows for the points 0, 1, −1, ∞ of a filter of the taps (`first`, 2 − `first`), and the odd tap.
    private static func kernelTransform(first: Int) -> [[Float]] {
        let (sum, difference): ([Float], [Float]) = ([0.5, 0, 0.5], first == 0 ? [0.5, 0, -0.5] : [-0.5, 0, 0.5])
        let (g0, g1): ([Float], [Float]) = first == 0 ? ([1, 0, 0], [0, 0, 1]) : ([0, 0, 1], [1, 0, 0])
        return [g0, sum, difference, g1, [0, 1, 0]]
    }

    /// Matrix 5i + j belongs to frequency i down and j across; odd phases have one matrix for three frequencies.
    private static let groups: [TiledProducts.Group] = (0..<5).flatMap { i in
        (0..<5).map { j in
            let (first, rows) =
                switch (i, j) {
                case (4, 4): (40, 9)
                case (4, _): (28 + j * 3, 3)
                case (_, 4): (16 + i * 3, 3)
                default: (i * 4 + j, 1)
                }
            return TiledProducts.Group(matrix: i * 5 + j, first: first, rows: rows)
        }
    }

    /// - Parameter adjoint: the convolution of stride 2 that carries gradients back.
    init(_ kernels: Kernels, _ weights: ConvolutionWeights, adjoint: Bool = false) {
        let rows = Self.kernelTransform(first: adjoint ? 0 : 2)
        matrices = weights.packed(kernels, outerProducts(rows, rows), transposed: adjoint)
    }

    private var products: TiledProducts {
        TiledProducts(
            matrices: matrices, groups: Self.groups, frequencies: 49, inputChannels: matrices.rows, outputChannels: matrices.columns)
    }

    /// x [height, width, Cin] → y [2·height, 2·width, Cout]; x is multiplied by scale[channel] on the way.
    ///
    /// Works in strips of about 8 MB of the transposed convolution, so that large maps need no second large buffer.
    func run(
        _ x: UnsafePointer<Float>, height: Int, width: Int, scale: UnsafePointer<Float>?, _ y: UnsafeMutablePointer<Float>,
        _ epilogue: kernel_epilogue
    ) {
        let (input, output, loops, products) = (matrices.rows, matrices.columns, matrices.kernels.loops, products)
        let (across, down) = ((width + 3) / 3, (height + 3) / 3)
        var strips = BlurStrips(height: 2 * height, width: 2 * width, channels: output, loops: loops)
        let rowsPerStrip = max(2, (1 << 21) / (6 * strips.rowLength))
        strips.reserve(rows: 6 * rowsPerStrip)
        for row in stride(from: 0, to: down, by: rowsPerStrip) {
            let rows = min(rowsPerStrip, down - row)
            let (strip, firstRow) = (strips.next(rows: min(6 * rows, 2 * height + 1 - 6 * row)), strips.firstRow)
            products.run(
                first: row * across, count: rows * across, across: across,
                analyse: { tiles, v, stride in loops.up_input(x, height, width, input, scale, tiles, v, stride) },
                synthesise: { tiles, m, stride in loops.up_output(m, stride, tiles, strip, firstRow, height, width, output) })
            strips.blur(into: y, epilogue)
        }
    }

    /// The adjoint without the blur: t [2·height + 1, 2·width + 1, Cout] → x [height, width, Cin].
    func runAdjoint(_ t: UnsafePointer<Float>, height: Int, width: Int, _ x: UnsafeMutablePointer<Float>) {
        let (input, output, loops) = (matrices.rows, matrices.columns, matrices.kernels.loops)
        let (across, down) = ((width + 2) / 3, (height + 2) / 3)
        products.run(
            first: 0, count: down * across, across: across,
            analyse: { tiles, v, stride in loops.down_input(t, height, width, input, tiles, v, stride) },
            synthesise: { tiles, m, stride in loops.down_output(m, stride, tiles, x, height, width, output) })
    }
}

/// A map that comes in strips from top to bottom and is blurred as soon as the rows around are there.
///
/// Row y of the result needs rows y − 1 … y + 2 of [height + 1, width + 1, channels]; the last three rows of a strip are kept for
/// the next.
struct BlurStrips {
    let height, width, channels: Int
    let loops: kernel_set
    /// The number of the buffer's first row.
    private(set) var firstRow = 0
    private var buffer: Storage?
    /// Rows of the buffer that hold values.
    private var filled = 0
    private var blurred = 0

    init(height: Int, width: Int, channels: Int, loops: kernel_set) {
        (self.height, self.width, self.channels, self.loops) = (height, width, channels, loops)
    }

    /// Values of one row.
    var rowLength: Int { (width + 1) * channels }

    /// Makes room for strips of up to so many rows.
    mutating func reserve(rows: Int) { buffer = Storage(count: (min(rows, height + 1) + 3) * rowLength) }

    /// Announces the next rows; they are to be written at their place after row `firstRow`, where the returned buffer starts.
    mutating func next(rows: Int) -> UnsafeMutablePointer<Float> {
        let pointer = buffer!.pointer
        let kept = max(0, blurred - 1)
        let count = firstRow + filled - kept
        if kept > firstRow { pointer.update(from: pointer + (kept - firstRow) * rowLength, count: count * rowLength) }
        firstRow = kept
        filled = count + rows
        return pointer
    }

    /// Blurs the rows whose neighbours are there now.
    mutating func blur(into y: UnsafeMutablePointer<Float>, _ epilogue: kernel_epilogue) {
        let end = firstRow + filled
        let last = end > height ? height : max(blurred, end - 2)
        let (start, base, origin, rowLength, loops) = (blurred, buffer!.pointer, firstRow, rowLength, loops)
        let (height, width, channels) = (height, width, channels)
        Compute.parallel(last - start, grain: max(1, 32768 / rowLength)) { range in
            let scratch = Storage(count: rowLength)
            for row in range {
                let row = start + row
                func line(_ number: Int) -> UnsafePointer<Float>? {
                    number < 0 || number > height ? nil : UnsafePointer(base + (number - origin) * rowLength)
                }
                withUnsafePointer(to: epilogue) { epilogue in
                    let lines = [line(row - 1), line(row), line(row + 1), line(row + 2)]
                    loops.blur_row(lines, width, channels, scratch.pointer, y + row * width * channels, row, epilogue)
                }
            }
        }
        blurred = last
    }

    /// The adjoint of the blur: g [height, width, channels] → t [height + 1, width + 1, channels].
    func adjoint(_ g: UnsafePointer<Float>, _ t: UnsafeMutablePointer<Float>) {
        Compute.parallel(height + 1, grain: max(1, 32768 / rowLength)) { range in
            let scratch = Storage(count: width * channels)
            for row in range {
                func line(_ number: Int) -> UnsafePointer<Float>? { number < 0 || number >= height ? nil : g + number * width * channels }
                let lines = [line(row - 2), line(row - 1), line(row), line(row + 1)]
                loops.blur_row_adjoint(lines, width, channels, scratch.pointer, t + row * rowLength)
            }
        }
    }
}
