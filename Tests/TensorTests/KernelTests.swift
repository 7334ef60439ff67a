import Testing

@testable import Tensor

private func normal(_ shape: [Int], seed: UInt64, deviation: Float = 1) -> Tensor {
    var random = RandomSource(seed: seed)
    return random.normal(shape, deviation: deviation)
}

/// One size of a convolution: height, width, input and output channels.
struct Size: Sendable, CustomTestStringConvertible {
    var height, width, input, output: Int

    init(_ height: Int, _ width: Int, _ input: Int, _ output: Int) {
        (self.height, self.width, self.input, self.output) = (height, width, input, output)
    }

    var testDescription: String { "\(height)×\(width), \(input) → \(output)" }

    /// Sizes that a seed draws, odd ones among them.
    static func random(_ count: Int, seed: UInt64, smallest: Int) -> [Size] {
        var random = RandomSource(seed: seed)
        return (0..<count).map { _ in
            Size(
                Int.random(in: smallest...40, using: &random), Int.random(in: smallest...40, using: &random),
                Int.random(in: 1...70, using: &random), Int.random(in: 1...70, using: &random))
        }
    }
}

/// Every fast path against the plain operations, for every set of kernels that this machine can run.
@Suite struct KernelTests {
    static let paths = Compute.kernelPaths
    /// Sizes of the generator and others, small and large, odd and even.
    static let sizes =
        [Size(4, 4, 64, 48), Size(8, 8, 33, 65), Size(16, 16, 64, 96), Size(13, 21, 7, 5), Size(32, 32, 40, 3), Size(1, 3, 2, 2)]
        + Size.random(6, seed: 5, smallest: 1) + Size.random(6, seed: 6, smallest: 12)

    private func kernels(_ name: String) -> Kernels { Kernels.available.first { $0.name == name }! }

    @Test func `the portable kernels are always there`() {
        #expect(Self.paths.last == "portable")
        #expect(!Compute.useKernels("abacus"))
    }

    @Test(arguments: paths, sizes)
    func `a packed 3×3 convolution equals the plain one`(path: String, size: Size) {
        let x = normal([2, size.height, size.width, size.input], seed: 1)
        let weight = normal([3, 3, size.input, size.output], seed: 2)
        let bias = normal([size.output], seed: 3)
        let residual = normal([2, size.height, size.width, size.output], seed: 4)
        let packed = PackedConvolution(ConvolutionWeights(weight), .gather(ConvolutionGeometry()), kernels(path))
        let y = packed(x, bias: bias, residual: residual, activation: .relu)
        let expected = (x.convolved(with: weight).addingToChannels(bias) + residual).relu()
        #expect(relativeDifference(y, expected) < 2e-4)
    }

    @Test(
        arguments: paths,
        [(9, 11, 3, 20, 3, 2, 1), (128, 128, 3, 32, 3, 2, 1), (16, 17, 20, 40, 1, 1, 0), (14, 14, 24, 9, 1, 2, 0), (40, 40, 3, 8, 7, 2, 3)])
    func `packed convolutions of any kernel, stride and border equal the plain ones`(
        path: String, size: (h: Int, w: Int, ci: Int, co: Int, k: Int, stride: Int, padding: Int)
    ) {
        let geometry = ConvolutionGeometry(stride: size.stride, padding: size.padding)
        let x = normal([2, size.h, size.w, size.ci], seed: 1)
        let weight = normal([size.k, size.k, size.ci, size.co], seed: 2)
        let packed = PackedConvolution(ConvolutionWeights(weight), .gather(geometry), kernels(path))
        #expect(relativeDifference(packed(x), x.convolved(with: weight, geometry)) < 2e-4)
    }

    @Test(arguments: paths, sizes)
    func `a modulated layer and its gradients equal the plain operations`(path: String, size: Size) {
        for up in [false, true] { compareLayer(path, size, up: up) }
    }

    private func compareLayer(_ path: String, _ size: Size, up: Bool) {
        let layer = Layer(size, up: up)
        let packed = PackedConvolution(
            ConvolutionWeights(layer.weight), up ? .doubling : .gather(ConvolutionGeometry()), kernels(path))
        let inputs = layer.inputs.map { $0.tracked() }
        let y = inputs[0].modulatedConvolution(
            packed, style: inputs[1], demodulation: inputs[2], noise: inputs[4], strength: 0.3, bias: inputs[3])
        let references = layer.inputs.map { $0.tracked() }
        let expected = layer.reference(references)
        #expect(relativeDifference(y, expected) < 2e-4)
        let seed = normal(y.shape, seed: 9)
        for (gradient, reference) in zip(gradients(of: y, seed: seed, for: inputs), gradients(of: expected, seed: seed, for: references)) {
            #expect(relativeDifference(gradient, reference) < 1e-3)
        }
    }

    @Test(arguments: paths)
    func `the values do not depend on the number of threads`(path: String) {
        for (size, up) in [(Size(8, 8, 64, 96), true), (Size(33, 35, 48, 80), true), (Size(30, 64, 70, 64), false)] {
            let layer = Layer(size, up: up)
            let packed = PackedConvolution(
                ConvolutionWeights(layer.weight), up ? .doubling : .gather(ConvolutionGeometry()), kernels(path))
            let results = [1, 2, 3, 7].map { threads in
                Compute.setThreads(threads)
                let inputs = layer.inputs.map { $0.tracked() }
                let y = inputs[0].modulatedConvolution(
                    packed, style: inputs[1], demodulation: inputs[2], noise: inputs[4], strength: 0.3, bias: inputs[3])
                return [y.values] + gradients(of: y, seed: y.detached(), for: inputs).map(\.values)
            }
            Compute.setThreads(2)
            #expect(results.dropFirst().allSatisfy { $0 == results[0] })
        }
    }

    @Test func `a picture is doubled as by the filter, and so is its gradient`() {
        let filter = FIRFilter(taps: [0.25, 0.75, 0.75, 0.25], up: 2, before: 2, after: 1)
        for (height, width) in [(4, 4), (1, 1), (5, 7), (33, 16)] {
            let x = normal([2, height, width, 3], seed: 1).tracked()
            let other = x.detached().tracked()
            let (y, expected) = (x.doubled(), other.filtered(filter))
            #expect(relativeDifference(y, expected) < 1e-6)
            let seed = normal(y.shape, seed: 2)
            let gradient = gradients(of: y, seed: seed, for: [x])[0]
            #expect(relativeDifference(gradient, gradients(of: expected, seed: seed, for: [other])[0]) < 1e-6)
        }
    }

    @Test(arguments: [1, 5, 16, 40])
    func `colours are weighted sums of the channels, and their gradients those of a 1×1 convolution`(channels: Int) {
        let inputs = [
            normal([1, 6, 7, channels], seed: 1), normal([1, 3, channels], seed: 2), normal([3], seed: 3), normal([1, 6, 7, 3], seed: 4),
        ]
        let (fast, plain) = (inputs.map { $0.tracked() }, inputs.map { $0.tracked() })
        let y = fast[0].toRGB(weight: fast[1], bias: fast[2], addedTo: fast[3])
        let weight = plain[1].reshaped([3, channels]).swappingLastTwo().reshaped([1, 1, channels, 3])
        let expected =
            plain[0].convolved(with: weight, ConvolutionGeometry(stride: 1, padding: 0)).addingToChannels(plain[2]) + plain[3]
        #expect(relativeDifference(y, expected) < 1e-5)
        let seed = normal(y.shape, seed: 5)
        for (gradient, reference) in zip(gradients(of: y, seed: seed, for: fast), gradients(of: expected, seed: seed, for: plain)) {
            #expect(relativeDifference(gradient, reference) < 1e-5)
        }
    }
}

/// A modulated layer of two samples with random values.
private struct Layer {
    let weight: Tensor
    /// x, style, demodulation, bias, noise
    let inputs: [Tensor]
    let up: Bool

    init(_ size: Size, up: Bool) {
        self.up = up
        weight = normal([3, 3, size.input, size.output], seed: 1)
        let factor = up ? 2 : 1
        inputs = [
            normal([2, size.height, size.width, size.input], seed: 2), normal([2, size.input], seed: 3),
            normal([2, size.output], seed: 4).squared() * 0.1 + 0.05, normal([size.output], seed: 5),
            normal([size.height * factor, size.width * factor], seed: 6),
        ]
    }

    func reference(_ inputs: [Tensor]) -> Tensor {
        var y = inputs[0].scaledPerSample(inputs[1])
        if up {
            let size = (y.shape[1] * 2 + 1, y.shape[2] * 2 + 1)
            y = y.transposeConvolved(with: weight.swappingLastTwo(), ConvolutionGeometry(stride: 2, padding: 0), size: size)
                .filtered(FIRFilter(taps: [0.25, 0.75, 0.75, 0.25], before: 1, after: 1))
        } else {
            y = y.convolved(with: weight)
        }
        return y.scaledPerSample(inputs[2]).addingToPositions(inputs[4] * 0.3).addingToChannels(inputs[3])
            .leakyReLU(gain: Float(2).squareRoot())
    }
}

@Suite struct SingleRowTests {
    @Test(arguments: [(512, 512), (7, 5), (33, 130), (1, 1)])
    func `one row through a layer equals the matrix product, with bias and activation`(size: (inputs: Int, outputs: Int)) {
        let x = normal([1, size.inputs], seed: 1)
        let weight = normal([size.outputs, size.inputs], seed: 2)
        let bias = normal([size.outputs], seed: 3)
        let expected = x.matmul(weight, transposeOther: true).addingToChannels(bias).leakyReLU(gain: 1.5)
        for threads in [1, 2] {
            Compute.setThreads(threads)
            let y = x.linear(weight: weight, bias: bias, activation: Activation(slope: 0.2, gain: 1.5))
            #expect(relativeDifference(y, expected) < 1e-5)
        }
    }

    @Test(arguments: [(512, 512), (7, 5), (33, 130)])
    func `weights in half precision give the same row, and inexact ones are left alone`(size: (inputs: Int, outputs: Int)) {
        let x = normal([1, size.inputs], seed: 1)
        let weight = normal([size.outputs, size.inputs], seed: 2)
        #expect(HalfWeights(weight) == nil)
        let rounded = Tensor(weight.shape, weight.values.map { Float(Float16($0)) })
        let half = HalfWeights(rounded)
        #expect(half != nil || Compute.kernelPath == "portable")
        #expect(relativeDifference(x.linear(weight: rounded, half: half), x.linear(weight: rounded)) < 1e-6)
    }

    @Test(arguments: [1, 2, 7, 64], [1, 9])
    func `the states of an LSTM equal those of its equations`(width: Int, steps: Int) {
        let gates = normal([steps, 4 * width], seed: 1, deviation: 3)
        let weight = normal([4 * width, width], seed: 2)
        var (hidden, cell) = (Tensor([1, width]), Tensor([1, width]))
        var expected: [Tensor] = []
        for step in 0..<steps {
            let sum = gates.slice(axis: 0, step..<step + 1) + hidden.matmul(weight, transposeOther: true)
            func gate(_ index: Int) -> Tensor { sum.slice(axis: 1, index * width..<(index + 1) * width) }
            cell = gate(1).sigmoid() * cell + gate(0).sigmoid() * gate(2).tanh()
            hidden = gate(3).sigmoid() * cell.tanh()
            expected.append(hidden)
        }
        #expect(relativeDifference(gates.lstmStates(hiddenWeight: weight), Tensor.concatenated(expected, axis: 0)) < 2e-5)
    }
}
