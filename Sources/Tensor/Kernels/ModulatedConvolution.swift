import CKernels

extension Tensor {
    /// √2 · leaky(d · conv(s · x) + strength · noise + bias): one layer of the synthesis network in one go.
    ///
    /// Gradients flow to x, style, demodulation, noise and bias; the weights are constant.
    ///
    /// - Parameters:
    ///   - style: s, [N, Cin].
    ///   - demodulation: d, [N, Cout].
    ///   - noise: [Hout, Wout], shared by the batch.
    ///   - bias: [Cout].
    /// - Returns: [N, Hout, Wout, Cout] for self [N, H, W, Cin].
    public func modulatedConvolution(
        _ convolution: PackedConvolution, style: Tensor, demodulation: Tensor, noise: Tensor?, strength: Float, bias: Tensor
    ) -> Tensor {
        let (x, s, d) = (detached(), style.detached(), demodulation.detached())
        let layer = ModulatedLayer(convolution, input: shape, noise: noise?.detached(), strength: strength, bias: bias.detached())
        precondition(convolution.hasAdjoint, "modulatedConvolution: takes a 3×3 kernel of stride 1, or one that doubles")
        precondition(
            rank == 4 && shape[3] == convolution.inputChannels && s.shape == [shape[0], convolution.inputChannels]
                && d.shape == [shape[0], convolution.outputChannels] && bias.count == convolution.outputChannels,
            "modulatedConvolution: input \(shape), style \(s.shape), demodulation \(d.shape)")
        precondition(
            noise.map { $0.count == layer.outputPositions } ?? true, "modulatedConvolution: noise \(noise!.shape) for input \(shape)")
        let y = layer.forward(x, s, d)
        return y.recorded(from: [self, style, demodulation, bias] + (noise.map { [$0] } ?? [])) { gradient in
            layer.backward(gradient, x, s, d, y, wantsNoise: noise?.isTracked ?? false, wantsBias: bias.isTracked)
        }
    }
}

/// The sizes and constants of one modulated layer.
private struct ModulatedLayer: Sendable {
    let convolution: PackedConvolution
    let samples, height, width: Int
    let output: (height: Int, width: Int)
    let noise: Tensor?
    let strength: Float
    let bias: Tensor

    init(_ convolution: PackedConvolution, input: [Int], noise: Tensor?, strength: Float, bias: Tensor) {
        self.convolution = convolution
        (samples, height, width) = (input[0], input[1], input[2])
        output = convolution.outputSize(height, width)
        (self.noise, self.strength, self.bias) = (noise, strength, bias)
    }

    var inputPositions: Int { height * width }
    var outputPositions: Int { output.height * output.width }
    var inputChannels: Int { convolution.inputChannels }
    var outputChannels: Int { convolution.outputChannels }

    private func epilogue(_ demodulation: UnsafePointer<Float>) -> kernel_epilogue {
        kernel_epilogue(
            scale: demodulation, bias: bias.pointer, noise: noise?.pointer, noiseStrength: strength, activation: .scaledLeakyReLU)
    }

    func forward(_ x: Tensor, _ s: Tensor, _ d: Tensor) -> Tensor {
        Tensor([samples, output.height, output.width, outputChannels]) { out in
            for n in 0..<samples {
                convolution.run(
                    x.pointer + n * inputPositions * inputChannels, height: height, width: width, scale: s.pointer + n * inputChannels,
                    out + n * outputPositions * outputChannels, epilogue(d.pointer + n * outputChannels))
            }
        }
    }

    /// - Returns: the gradients of x, style, demodulation, bias and, if there is one, noise.
    func backward(
        _ dy: Tensor, _ x: Tensor, _ s: Tensor, _ d: Tensor, _ y: Tensor, wantsNoise: Bool, wantsBias: Bool
    ) -> [Tensor?] {
        let loops = convolution.kernels.loops
        let (outputs, inputs) = (outputPositions * outputChannels, inputPositions * inputChannels)
        let dx = Tensor(x.shape) { _ in }
        let ds = Tensor(s.shape) { _ in }
        let dd = Tensor(d.shape) { _ in }
        let dBias = wantsBias ? Tensor([outputChannels]) : nil
        let dNoise = wantsNoise ? Tensor(noise!.shape) : nil
        let g = Storage(count: outputs)
        let noisePart = wantsNoise ? Storage(count: outputPositions) : nil
        for n in 0..<samples {
            // Per channel: the gradient of d times d, then that of the bias.
            let sums = BlockSums(positions: outputPositions, width: wantsBias ? 2 * outputChannels : outputChannels)
            sums.run { range, sums in
                let offset = n * outputs + range.lowerBound * outputChannels
                withUnsafePointer(to: epilogue(d.pointer + n * outputChannels)) { epilogue in
                    loops.unfinish(
                        dy.pointer + offset, y.pointer + offset, g.pointer + range.lowerBound * outputChannels, range.lowerBound,
                        range.count, outputChannels, epilogue, sums, wantsBias ? sums + outputChannels : nil,
                        noisePart.map { $0.pointer + range.lowerBound })
                }
            }
            for c in 0..<outputChannels {
                dd.pointer[n * outputChannels + c] = sums.total[c] / d.pointer[n * outputChannels + c]
                if let dBias { dBias.pointer[c] += sums.total[outputChannels + c] }
            }
            if let dNoise, let noisePart { for p in 0..<outputPositions { dNoise.pointer[p] += noisePart.pointer[p] } }

            let gx = Storage(count: inputs)
            convolution.runAdjoint(g.pointer, height: height, width: width, gx.pointer)
            let styleSums = BlockSums(positions: inputPositions, width: inputChannels)
            styleSums.run { range, sums in
                let offset = range.lowerBound * inputChannels
                loops.unscale(
                    gx.pointer + offset, x.pointer + n * inputs + offset, s.pointer + n * inputChannels, dx.pointer + n * inputs + offset,
                    range.count, inputChannels, sums)
            }
            (ds.pointer + n * inputChannels).update(from: styleSums.total, count: inputChannels)
        }
        return [dx, ds, dd, dBias, dNoise]
    }
}

/// Sums over positions, in blocks that do not depend on the number of threads, so that neither does the rounding.
final class BlockSums {
    private static let block = 1024
    private let positions, width: Int
    private let partial: Storage

    init(positions: Int, width: Int) {
        (self.positions, self.width) = (positions, width)
        partial = Storage(count: (positions + Self.block - 1) / Self.block * width)
        partial.pointer.update(repeating: 0, count: partial.count)
    }

    /// Lets `body` add to the sums of each block; then `total` holds those of all.
    func run(_ body: (_ positions: Range<Int>, _ sums: UnsafeMutablePointer<Float>) -> Void) {
        let blocks = (positions + Self.block - 1) / Self.block
        Compute.parallel(blocks, grain: 1) { range in
            for block in range {
                let start = block * Self.block
                body(start..<min(start + Self.block, positions), partial.pointer + block * width)
            }
        }
        for block in stride(from: 1, to: blocks, by: 1) {
            for c in 0..<width { partial.pointer[c] += partial.pointer[block * width + c] }
        }
    }

    var total: UnsafePointer<Float> { UnsafePointer(partial.pointer) }
}
