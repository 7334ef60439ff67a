import CKernels

/// A convolution as one matrix product over gathered patches: any kernel, stride and border; the choice for small maps.
struct DirectConvolution: Sendable {
    private let matrix: PackedMatrices
    private let kernelHeight, kernelWidth, inputChannels, outputChannels: Int
    private let geometry: ConvolutionGeometry

    /// - Parameters:
    ///   - adjoint: the adjoint of a convolution with these weights instead; `isFlipped` if that one has stride 1.
    init(_ kernels: Kernels, _ weights: ConvolutionWeights, _ geometry: ConvolutionGeometry, adjoint: Bool = false, isFlipped: Bool = true)
    {
        let order = Array(0..<weights.taps)
        matrix = weights.packedTaps(kernels, order: adjoint && isFlipped ? order.reversed() : order, transposed: adjoint)
        (kernelHeight, kernelWidth) = (weights.kernelHeight, weights.kernelWidth)
        (inputChannels, outputChannels) =
            adjoint ? (weights.outputChannels, weights.inputChannels) : (weights.inputChannels, weights.outputChannels)
        self.geometry = geometry
    }

    /// x [height, width, Cin] → y [height′, width′, Cout]; x is multiplied by scale[channel] on the way.
    func run(
        _ x: UnsafePointer<Float>, height: Int, width: Int, scale: UnsafePointer<Float>?, _ y: UnsafeMutablePointer<Float>,
        _ epilogue: kernel_epilogue
    ) {
        let outputWidth = geometry.outputSize(width, kernel: kernelWidth)
        let positions = geometry.outputSize(height, kernel: kernelHeight) * outputWidth
        let patch = kernelHeight * kernelWidth * inputChannels
        let isPointwise = patch == inputChannels && geometry == ConvolutionGeometry(stride: 1, padding: 0) && scale == nil
        var epilogue = epilogue

        func gather(_ range: Range<Int>, into patches: UnsafeMutablePointer<Float>) {
            for position in range {
                let (row, column) = position.quotientAndRemainder(dividingBy: outputWidth)
                var target = patches + (position - range.lowerBound) * patch
                let left = column * geometry.stride - geometry.padding
                let fits = left >= 0 && left + kernelWidth <= width
                for ky in 0..<kernelHeight {
                    let sourceRow = row * geometry.stride + ky - geometry.padding
                    if fits, scale == nil, sourceRow >= 0, sourceRow < height {
                        // The taps of a row lie side by side.
                        let source = x + (sourceRow * width + left) * inputChannels
                        for i in 0..<kernelWidth * inputChannels { target[i] = source[i] }
                        target += kernelWidth * inputChannels
                        continue
                    }
                    for kx in 0..<kernelWidth {
                        let sourceColumn = left + kx
                        if sourceRow >= 0, sourceRow < height, sourceColumn >= 0, sourceColumn < width {
                            let source = x + (sourceRow * width + sourceColumn) * inputChannels
                            if let scale {
                                for c in 0..<inputChannels { target[c] = source[c] * scale[c] }
                            } else {
                                target.update(from: source, count: inputChannels)
                            }
                        } else {
                            target.update(repeating: 0, count: inputChannels)
                        }
                        target += inputChannels
                    }
                }
            }
        }

        // Small maps: the weights are the larger side, so the threads share them out and read them once.
        if positions <= 256 {
            let patches = Storage(count: isPointwise ? 0 : positions * patch)
            if !isPointwise {
                Compute.parallel(positions, grain: max(1, 16384 / patch)) { range in
                    gather(range, into: patches.pointer + range.lowerBound * patch)
                }
            }
            let step = matrix.kernels.panel
            let panels = (outputChannels + step - 1) / step
            // Few panels alone would not come out even between threads.
            let rows = positions > 96 ? 48 : panels < 6 ? 36 : 96
            let chunks = (positions + rows - 1) / rows
            Compute.parallel(panels * chunks, grain: max(1, 100_000 / (min(rows, positions) * patch * step))) { range in
                for part in range {
                    let (panel, chunk) = part.quotientAndRemainder(dividingBy: chunks)
                    let first = chunk * rows
                    let source = isPointwise ? x : UnsafePointer(patches.pointer)
                    matrix.multiply(
                        0, columns: panel * step..<min((panel + 1) * step, outputChannels), min(rows, positions - first),
                        source + first * patch, lda: patch, y + first * outputChannels, ldc: outputChannels)
                }
            }
            Compute.parallel(positions, grain: max(1, 32768 / outputChannels)) { range in
                withUnsafePointer(to: epilogue) {
                    matrix.kernels.loops.finish(y + range.lowerBound * outputChannels, range.lowerBound, range.count, outputChannels, $0)
                }
            }
            return
        }
        // About 512 kB of patches a block; the size does not depend on the threads, so neither does the result.
        let block = max(12, min(192, (1 << 17) / patch / 12 * 12))
        Compute.parallel((positions + block - 1) / block, grain: max(1, 200_000 / (block * patch * outputChannels))) { range in
            let patches = Storage(count: isPointwise ? 0 : block * patch)
            for part in range {
                let range = part * block..<min((part + 1) * block, positions)
                if !isPointwise { gather(range, into: patches.pointer) }
                let target = y + range.lowerBound * outputChannels
                matrix.multiply(
                    0, columns: 0..<outputChannels, range.count,
                    isPointwise ? x + range.lowerBound * patch : UnsafePointer(patches.pointer),
                    lda: patch, target, ldc: outputChannels)
                withUnsafePointer(to: &epilogue) {
                    matrix.kernels.loops.finish(target, range.lowerBound, range.count, outputChannels, $0)
                }
            }
        }
    }
}
