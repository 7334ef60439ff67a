/// Stride and zero border of a convolution.
public struct ConvolutionGeometry: Sendable, Hashable {
    public var stride: Int
    public var padding: Int

    public init(stride: Int = 1, padding: Int = 1) {
        self.stride = stride
        self.padding = padding
    }

    /// Positions along one axis of the result.
    public func outputSize(_ input: Int, kernel: Int) -> Int { (input + 2 * padding - kernel) / stride + 1 }
}

extension Tensor {
    /// Cross-correlation: out[n, y, x] = Σ in[n, y·stride + ky − padding, x·stride + kx − padding] · weight[ky, kx].
    ///
    /// - Parameter weight: [kh, kw, Cin, Cout].
    /// - Returns: [N, Hout, Wout, Cout] for self [N, H, W, Cin].
    public func convolved(with weight: Tensor, _ geometry: ConvolutionGeometry = ConvolutionGeometry()) -> Tensor {
        let shape = ConvolutionShape(inputShape: self.shape, weight: weight, geometry)
        let (x, w) = (detached(), weight.detached())
        return gatherConvolution(x, w, shape).recorded(from: [self, weight]) { gradient in
            [
                self.isTracked ? scatterConvolution(gradient, w, shape) : nil,
                weight.isTracked ? convolutionWeightGradient(x, gradient, shape) : nil,
            ]
        }
    }

    /// The adjoint of `convolved`, used to enlarge: out[n, y·stride + ky − padding, …] += in[n, y, x] · weight[ky, kx]ᵀ.
    ///
    /// - Parameters:
    ///   - weight: [kh, kw, Cout, Cin]: the channels of the large side come first.
    ///   - size: height and width of the result.
    /// - Returns: [N, size.height, size.width, Cout] for self [N, H, W, Cin].
    public func transposeConvolved(with weight: Tensor, _ geometry: ConvolutionGeometry, size: (height: Int, width: Int)) -> Tensor {
        let shape = ConvolutionShape(inputShape: [self.shape[0], size.height, size.width, weight.shape[2]], weight: weight, geometry)
        precondition(self.shape == shape.outputShape, "transposeConvolved: \(self.shape) does not enlarge to \(size)")
        let (y, w) = (detached(), weight.detached())
        return scatterConvolution(y, w, shape).recorded(from: [self, weight]) { gradient in
            [
                self.isTracked ? gatherConvolution(gradient, w, shape) : nil,
                weight.isTracked ? convolutionWeightGradient(gradient, y, shape) : nil,
            ]
        }
    }
}

/// The sizes of one convolution from a large side (`height` × `width`, `inputChannels`) to a small one.
struct ConvolutionShape {
    let samples, height, width, inputChannels: Int
    let kernelHeight, kernelWidth: Int
    let outputHeight, outputWidth, outputChannels: Int
    let geometry: ConvolutionGeometry

    init(inputShape: [Int], weight: Tensor, _ geometry: ConvolutionGeometry) {
        precondition(inputShape.count == 4 && weight.rank == 4, "convolution: input \(inputShape), weight \(weight.shape)")
        precondition(inputShape[3] == weight.shape[2], "convolution: input \(inputShape) has not the channels of weight \(weight.shape)")
        (samples, height, width, inputChannels) = (inputShape[0], inputShape[1], inputShape[2], inputShape[3])
        (kernelHeight, kernelWidth, outputChannels) = (weight.shape[0], weight.shape[1], weight.shape[3])
        outputHeight = geometry.outputSize(height, kernel: kernelHeight)
        outputWidth = geometry.outputSize(width, kernel: kernelWidth)
        self.geometry = geometry
        precondition(outputHeight > 0 && outputWidth > 0, "convolution: kernel \(weight.shape) is larger than input \(inputShape)")
    }

    var outputShape: [Int] { [samples, outputHeight, outputWidth, outputChannels] }
    /// Values of one patch: kh · kw · Cin.
    var patch: Int { kernelHeight * kernelWidth * inputChannels }
    /// A 1×1 convolution without border needs no patches: the picture is its own patch matrix.
    var isPointwise: Bool { kernelHeight == 1 && kernelWidth == 1 && geometry == ConvolutionGeometry(stride: 1, padding: 0) }

    /// Rows of the output, counted over all samples, that one block of patches covers: about 256 positions, so that the patches
    /// stay in the second-level cache between being gathered and being multiplied.
    var rowsPerBlock: Int { max(1, 256 / outputWidth) }
    var outputRows: Int { samples * outputHeight }

    /// Runs `body` over blocks of output rows on all threads, with room for the patches of one block.
    func forEachBlock(_ body: (_ rows: Range<Int>, _ patches: UnsafeMutablePointer<Float>) -> Void) {
        let blocks = (outputRows + rowsPerBlock - 1) / rowsPerBlock
        Compute.parallel(blocks, grain: 1) { range in
            let patches = Storage(count: isPointwise ? 0 : rowsPerBlock * outputWidth * patch)
            for block in range {
                body(block * rowsPerBlock..<min((block + 1) * rowsPerBlock, outputRows), patches.pointer)
            }
        }
    }

    /// Copies the patches under some output rows: [rows · Wout, kh · kw · Cin].
    func gather(_ x: UnsafePointer<Float>, _ rows: Range<Int>, into patches: UnsafeMutablePointer<Float>) {
        forEachTap(rows) { position, tap, offset in
            let target = patches + position * patch + tap * inputChannels
            if let offset {
                target.update(from: x + offset, count: inputChannels)
            } else {
                target.update(repeating: 0, count: inputChannels)
            }
        }
    }

    /// Adds patches back to where they were gathered from.
    func scatter(_ patches: UnsafePointer<Float>, _ rows: Range<Int>, channels: Range<Int>, addingTo x: UnsafeMutablePointer<Float>) {
        let width = channels.count
        forEachTap(rows) { position, tap, offset in
            guard let offset else { return }
            let source = patches + (position * kernelHeight * kernelWidth + tap) * width
            let target = x + offset + channels.lowerBound
            for c in 0..<width { target[c] += source[c] }
        }
    }

    /// Visits every tap of every position: the position's number in the block, the tap's number, and the offset of its channel
    /// vector on the large side, or nil where it lies in the border.
    @inline(__always)
    private func forEachTap(_ rows: Range<Int>, _ body: (_ position: Int, _ tap: Int, _ offset: Int?) -> Void) {
        var position = 0
        for row in rows {
            let (sample, y) = row.quotientAndRemainder(dividingBy: outputHeight)
            for x in 0..<outputWidth {
                var tap = 0
                for ky in 0..<kernelHeight {
                    let sourceY = y * geometry.stride + ky - geometry.padding
                    for kx in 0..<kernelWidth {
                        let sourceX = x * geometry.stride + kx - geometry.padding
                        let inside = sourceY >= 0 && sourceY < height && sourceX >= 0 && sourceX < width
                        body(position, tap, inside ? ((sample * height + sourceY) * width + sourceX) * inputChannels : nil)
                        tap += 1
                    }
                }
                position += 1
            }
        }
    }
}

/// Large side → small side: patches · weight.
func gatherConvolution(_ x: Tensor, _ weight: Tensor, _ shape: ConvolutionShape) -> Tensor {
    Tensor(shape.outputShape) { out in
        shape.forEachBlock { rows, patches in
            let start = rows.lowerBound * shape.outputWidth
            var matrix = UnsafePointer(x.pointer + start * shape.inputChannels)
            if !shape.isPointwise {
                shape.gather(x.pointer, rows, into: patches)
                matrix = UnsafePointer(patches)
            }
            Compute.gemm(
                rows.count * shape.outputWidth, shape.outputChannels, shape.patch, matrix, weight.pointer,
                out + start * shape.outputChannels)
        }
    }
}

/// Small side → large side: (y · weightᵀ) scattered. The samples, or for few of them panels of channels, go to the threads.
func scatterConvolution(_ y: Tensor, _ weight: Tensor, _ shape: ConvolutionShape) -> Tensor {
    let channels = shape.inputChannels
    return Tensor([shape.samples, shape.height, shape.width, channels]) { out in
        if shape.isPointwise {
            Compute.parallelGemm(
                shape.samples * shape.height * shape.width, channels, shape.outputChannels, y.pointer, weight.pointer, transposeB: true, out
            )
            return
        }
        out.update(repeating: 0, count: shape.samples * shape.height * shape.width * channels)
        let panels = shape.samples >= Compute.threads ? 1 : max(1, min(Compute.threads, channels / 16))
        let taps = shape.kernelHeight * shape.kernelWidth
        Compute.parallel(shape.samples * panels, grain: 1) { range in
            let patches = Storage(count: shape.rowsPerBlock * shape.outputWidth * shape.patch)
            for part in range {
                let (sample, panel) = part.quotientAndRemainder(dividingBy: panels)
                let range = channels * panel / panels..<channels * (panel + 1) / panels
                let panelWeight = panels == 1 ? weight : weight.channelPanel(range)
                var row = sample * shape.outputHeight
                while row < (sample + 1) * shape.outputHeight {
                    let rows = row..<min(row + shape.rowsPerBlock, (sample + 1) * shape.outputHeight)
                    Compute.gemm(
                        rows.count * shape.outputWidth, taps * range.count, shape.outputChannels,
                        y.pointer + row * shape.outputWidth * shape.outputChannels, panelWeight.pointer, transposeB: true, patches.pointer)
                    shape.scatter(patches.pointer, rows, channels: range, addingTo: out)
                    row = rows.upperBound
                }
            }
        }
    }
}

/// The gradient of the weight: Σ patchesᵀ · y, [kh, kw, Cin, Cout].
func convolutionWeightGradient(_ x: Tensor, _ y: Tensor, _ shape: ConvolutionShape) -> Tensor {
    let size = shape.patch * shape.outputChannels
    let workers = max(1, min(Compute.threads, shape.outputRows / shape.rowsPerBlock))
    let partial = Tensor([workers, size])
    Compute.parallel(workers, grain: 1) { range in
        let patches = Storage(count: shape.isPointwise ? 0 : shape.rowsPerBlock * shape.outputWidth * shape.patch)
        for worker in range {
            let end = shape.outputRows * (worker + 1) / workers
            var row = shape.outputRows * worker / workers
            while row < end {
                let rows = row..<min(row + shape.rowsPerBlock, end)
                let start = row * shape.outputWidth
                var matrix = UnsafePointer(x.pointer + start * shape.inputChannels)
                if !shape.isPointwise {
                    shape.gather(x.pointer, rows, into: patches.pointer)
                    matrix = UnsafePointer(patches.pointer)
                }
                Compute.gemm(
                    shape.patch, shape.outputChannels, rows.count * shape.outputWidth, matrix, transposeA: true,
                    y.pointer + start * shape.outputChannels, partial.pointer + worker * size, beta: 1)
                row = rows.upperBound
            }
        }
    }
    return partial.sumOfRows().reshaped([shape.kernelHeight, shape.kernelWidth, shape.inputChannels, shape.outputChannels])
}

extension Tensor {
    /// Some input channels of a convolution weight: [kh, kw, Cin, Cout] → [kh, kw, range, Cout].
    fileprivate func channelPanel(_ range: Range<Int>) -> Tensor { detached().slice(axis: 2, range) }
}
