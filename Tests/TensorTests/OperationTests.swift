import Foundation
import Testing

@testable import Tensor

private func normal(_ shape: [Int], seed: UInt64 = 1) -> Tensor {
    var random = RandomSource(seed: seed)
    return random.normal(shape)
}

@Suite struct OperationTests {
    @Test(arguments: [(1, 1, 1), (3, 5, 7), (64, 33, 17), (2, 300, 90)], [1, 2])
    func `matrix product equals its definition`(size: (Int, Int, Int), threads: Int) {
        Compute.setThreads(threads)
        let a = normal([size.0, size.1])
        let b = normal([size.1, size.2], seed: 2)
        let expected = Reference.matmul(a, b)
        #expect(relativeDifference(a.matmul(b), expected) < 1e-5)
        #expect(relativeDifference(a.swappingLastTwo().matmul(b, transposeSelf: true), expected) < 1e-5)
        #expect(relativeDifference(a.matmul(b.swappingLastTwo(), transposeOther: true), expected) < 1e-5)
    }

    @Test(arguments: [(8, 8, 3, 5, 3, 1, 1), (7, 9, 4, 2, 3, 2, 0), (5, 5, 6, 6, 1, 1, 0), (9, 8, 2, 3, 3, 2, 1), (6, 6, 3, 4, 1, 2, 0)])
    func `convolution and its adjoint equal their definitions`(h: Int, w: Int, ci: Int, co: Int, k: Int, stride: Int, padding: Int) {
        let geometry = ConvolutionGeometry(stride: stride, padding: padding)
        let x = normal([2, h, w, ci])
        let weight = normal([k, k, ci, co], seed: 3)
        let y = x.convolved(with: weight, geometry)
        #expect(relativeDifference(y, Reference.convolution(x, weight, stride: stride, padding: padding)) < 1e-5)
        let large = y.transposeConvolved(with: weight, geometry, size: (h, w))
        #expect(
            relativeDifference(large, Reference.transposeConvolution(y, weight, stride: stride, padding: padding, size: (h, w))) < 1e-5)
    }

    @Test func `a single sample is split over channel panels with the same result`() {
        let y = normal([1, 8, 8, 5])
        let weight = normal([3, 3, 64, 5], seed: 3)
        let geometry = ConvolutionGeometry(stride: 2, padding: 0)
        Compute.setThreads(1)
        let alone = y.transposeConvolved(with: weight, geometry, size: (17, 17))
        Compute.setThreads(2)
        #expect(relativeDifference(y.transposeConvolved(with: weight, geometry, size: (17, 17)), alone) < 1e-6)
    }

    static let filters = [
        FIRFilter(taps: [1, 3, 3, 1], before: 1, after: 1), FIRFilter(taps: [1, 3, 3, 1], up: 2, before: 2, after: 1),
        FIRFilter(taps: [1, 3, 3, 1], down: 2, before: 1, after: 1), FIRFilter(taps: [1, 2, 4], before: 2, after: 0),
    ]

    @Test(arguments: filters)
    func `a filter equals its definition and its gradient its adjoint`(filter: FIRFilter) {
        let x = normal([2, 6, 8, 3])
        #expect(relativeDifference(x.filtered(filter), Reference.filter(x, filter)) < 1e-5)
        #expect(gradientError([normal([1, 4, 6, 2])]) { $0[0].filtered(filter) } < 1e-2)
    }

    @Test(arguments: [1, 2])
    func `activations, channel factors, sums and norms equal their definitions`(threads: Int) {
        Compute.setThreads(threads)
        let x = normal([3, 150, 130])
        let factors = normal([3, 130], seed: 4)
        let bias = normal([130], seed: 5)
        let flat = x.reshaped([450, 130])
        func close(_ a: Tensor, _ reference: Tensor) -> Bool { relativeDifference(a, reference) < 1e-5 }
        #expect(close(x.leakyReLU(gain: 2), Reference.pointwise(x) { 2 * ($3 > 0 ? $3 : 0.2 * $3) }))
        #expect(close(x.sigmoid(), Reference.pointwise(x) { 1 / (1 + exp(-$3)) }))
        #expect(close(x.scaledPerSample(factors), Reference.pointwise(x) { $3 * factors[flat: $0 * 130 + $2] }))
        #expect(close(x.addingToChannels(bias), Reference.pointwise(x) { $3 + bias[flat: $2] }))
        let sums = (0..<130).map { column in (0..<450).reduce(Float(0)) { $0 + flat[flat: $1 * 130 + column] } }
        #expect(close(flat.sumOfRows(), Tensor([130], sums)))
        let means = (0..<390).map { index in
            (0..<150).reduce(Float(0)) { $0 + x[flat: (index / 130 * 150 + $1) * 130 + index % 130] } / 150
        }
        #expect(close(x.globalAverage(), Tensor([3, 130], means)))
        #expect(close(flat.softmax(), Reference.softmax(flat)))
        let norm = BatchNorm(scale: bias, shift: bias * 0.5, runningMean: Tensor([130]), runningVariance: Tensor([130], repeating: 1))
        #expect(close(norm(flat, training: true), Reference.batchNorm(flat, scale: bias, shift: bias * 0.5)))
        let map = normal([5, 6], seed: 6)
        let picture = normal([2, 5, 6, 3], seed: 7)
        #expect(close(picture.addingToPositions(map), Reference.pointwise(picture) { $3 + map[flat: $1] }))
    }

    @Test func `softmax rows sum to one and cross entropy ignores unlabelled rows`() {
        let logits = normal([3, 6])
        let sums = logits.softmax().sumOfColumns().values
        #expect(sums.allSatisfy { abs($0 - 1) < 1e-5 })
        let kept = logits.slice(axis: 0, 0..<2).crossEntropy([1, 4])
        #expect(abs(logits.crossEntropy([1, 4, nil]).scalar - kept.scalar) < 1e-6)
    }

    @Test func `gathered slices and joined tensors hold what they were made of`() {
        let x = normal([4, 3])
        #expect(x.gatheringRows([2, 0]).values == Array(x.values[6..<9] + x.values[0..<3]))
        let joined = Tensor.concatenated([x.slice(axis: 1, 0..<1), x.slice(axis: 1, 1..<3)], axis: 1)
        #expect(joined.values == x.values)
    }

    @Test func `a mirrored picture has its columns in the other order`() {
        let picture = Tensor([1, 2, 3, 2], (0..<12).map(Float.init))
        #expect(picture.mirrored().values == [4, 5, 2, 3, 0, 1, 10, 11, 8, 9, 6, 7])
    }

    @Test func `adam finds the minimum of a bowl`() {
        let x = Tensor([3], [4, -2, 1])
        var adam = Adam([x], learningRate: 0.1)
        for _ in 0..<400 {
            let leaf = x.tracked()
            adam.update([x], with: gradients(of: (leaf + -1).squared().sum(), for: [leaf]))
        }
        #expect(x.values.allSatisfy { abs($0 - 1) < 1e-2 })
    }
}

@Suite struct GradientTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let shapes: [[Int]]
        let function: @Sendable ([Tensor]) -> Tensor
        var testDescription: String { name }
    }

    static let batchNormAverages = (Tensor([3]), Tensor([3], repeating: 1))

    static let cases: [Case] = [
        Case(name: "sum, difference and product", shapes: [[2, 3], [2, 3]]) { ($0[0] + $0[1]) * ($0[0] - $0[1]) },
        Case(name: "leaky rectifier", shapes: [[3, 5]]) { ($0[0] + 0.3).leakyReLU(gain: 1.4) * 2 },
        Case(name: "sigmoid, tanh and softplus", shapes: [[2, 4]]) { $0[0].sigmoid() + $0[0].tanh() + $0[0].softplus() },
        Case(name: "square and reciprocal root", shapes: [[2, 3]]) { $0[0].squared().reciprocalSquareRoot(epsilon: 0.5) },
        Case(name: "mean", shapes: [[4, 3]]) { $0[0].mean() },
        Case(name: "matrix product", shapes: [[3, 4], [4, 2]]) { $0[0].matmul($0[1]) },
        Case(name: "matrix product, both transposed", shapes: [[4, 3], [2, 4]]) {
            $0[0].matmul($0[1], transposeSelf: true, transposeOther: true)
        },
        Case(name: "fully connected layer", shapes: [[2, 3, 4], [5, 4], [5]]) { $0[0].linear(weight: $0[1], bias: $0[2]) },
        Case(name: "channel factors", shapes: [[2, 3, 3, 4], [2, 4]]) { $0[0].scaledPerSample($0[1]) },
        Case(name: "channel vector", shapes: [[2, 3, 4], [4]]) { $0[0].multiplyingChannels($0[1]) },
        Case(name: "sums of rows and columns", shapes: [[4, 3]]) {
            $0[0].sumOfRows().reshaped([1, 3]).matmul($0[0], transposeOther: true) + $0[0].sumOfColumns().reshaped([1, 4])
        },
        Case(name: "global average", shapes: [[2, 3, 3, 4]]) { $0[0].globalAverage() },
        Case(name: "unit rows", shapes: [[3, 4]]) { $0[0].normalizedRows() },
        Case(name: "slice, join and swap", shapes: [[3, 4]]) {
            Tensor.concatenated([$0[0].slice(axis: 1, 2..<4), $0[0].slice(axis: 1, 0..<3)], axis: 1).swappingLastTwo()
        },
        Case(name: "mirrored pictures", shapes: [[2, 2, 3, 2], [2, 2, 3, 2]]) { $0[0].mirrored() * $0[1] },
        Case(name: "gathered rows", shapes: [[4, 3]]) { $0[0].gatheringRows([1, 1, 3]) },
        Case(name: "repetition", shapes: [[2, 2]]) { $0[0].repeated(3) },
        Case(name: "convolution", shapes: [[2, 5, 4, 3], [3, 3, 3, 2]]) { $0[0].convolved(with: $0[1]) },
        Case(name: "strided convolution", shapes: [[1, 5, 5, 2], [3, 3, 2, 3]]) {
            $0[0].convolved(with: $0[1], ConvolutionGeometry(stride: 2, padding: 0))
        },
        Case(name: "pointwise convolution", shapes: [[2, 3, 3, 2], [1, 1, 2, 3]]) {
            $0[0].convolved(with: $0[1], ConvolutionGeometry(stride: 1, padding: 0))
        },
        Case(name: "transposed convolution", shapes: [[2, 3, 3, 2], [3, 3, 3, 2]]) {
            $0[0].transposeConvolved(with: $0[1], ConvolutionGeometry(stride: 2, padding: 0), size: (7, 7))
        },
        Case(name: "softmax", shapes: [[3, 4]]) { $0[0].softmax() },
        Case(name: "cross entropy", shapes: [[4, 5]]) { $0[0].crossEntropy([1, nil, 4, 0], smoothing: 0.1) },
        Case(name: "batch norm on its batch", shapes: [[5, 2, 3], [3], [3]]) {
            let norm = BatchNorm(scale: $0[1], shift: $0[2], runningMean: batchNormAverages.0, runningVariance: batchNormAverages.1)
            return norm($0[0], training: true)
        },
    ]

    @Test(arguments: cases)
    func `gradients agree with central differences`(example: Case) {
        let inputs = example.shapes.enumerated().map { normal($1, seed: UInt64($0) + 10) }
        #expect(gradientError(inputs, example.function) < 2e-2)
    }

    @Test func `a value used twice gathers both gradients, and an unused leaf gets zeros`() {
        let x = Tensor([2], [3, 4]).tracked()
        let unused = Tensor([3]).tracked()
        let found = gradients(of: (x * x + x).sum(), for: [x, unused])
        #expect(found[0].values == [7, 9])
        #expect(found[1].values == [0, 0, 0])
    }
}

@Suite struct RecurrenceTests {
    /// The layer as its definition has it, from recorded elementary operations.
    private func reference(_ inputs: Tensor, _ weight: Tensor, sentences: Int) -> Tensor {
        let width = weight.shape[1]
        var hidden = Tensor([sentences, width])
        var cell = hidden
        var states: [Tensor] = []
        for step in 0..<inputs.shape[0] / sentences {
            let gates = inputs.slice(axis: 0, step * sentences..<(step + 1) * sentences) + hidden.matmul(weight, transposeOther: true)
            func gate(_ index: Int) -> Tensor { gates.slice(axis: 1, index * width..<(index + 1) * width) }
            cell = gate(1).sigmoid() * cell + gate(0).sigmoid() * gate(2).tanh()
            hidden = gate(3).sigmoid() * cell.tanh()
            states.append(hidden)
        }
        return Tensor.concatenated(states, axis: 0)
    }

    @Test(arguments: [(1, 3, 5), (4, 2, 7), (6, 33, 16)], [1, 2])
    func `an LSTM layer and its gradients equal their definition`(size: (steps: Int, sentences: Int, width: Int), threads: Int) {
        Compute.withThreads(threads) {
            let inputs = normal([size.steps * size.sentences, 4 * size.width]).tracked()
            let weight = (normal([4 * size.width, size.width], seed: 2) * 0.3).tracked()
            let direction = normal([size.steps * size.sentences, size.width], seed: 3)
            let fast = inputs.recurrence(hiddenWeight: weight, sentences: size.sentences)
            let slow = reference(inputs, weight, sentences: size.sentences)
            #expect(relativeDifference(fast, slow) < 1e-5)
            let a = gradients(of: (fast * direction).sum(), for: [inputs, weight])
            let b = gradients(of: (slow * direction).sum(), for: [inputs, weight])
            #expect(relativeDifference(a[0], b[0]) < 1e-4)
            if size.steps > 1 { #expect(relativeDifference(a[1], b[1]) < 1e-4) }
        }
    }

    @Test func `means of rows and their gradient equal the definition`() {
        let table = normal([5, 3]).tracked()
        let means = table.meansOfRows([[0, 2], [], [4, 4, 1]])
        let expected = (0..<3).map { c in
            let v = table.values
            return [(v[c] + v[6 + c]) / 2, 0, (2 * v[12 + c] + v[3 + c]) / 3]
        }
        for c in 0..<3 { for r in 0..<3 { #expect(abs(means.values[r * 3 + c] - expected[c][r]) < 1e-6) } }
        let gradient = gradients(of: means.sum(), for: [table])[0]
        #expect(abs(gradient.values[12] - 2.0 / 3) < 1e-6 && abs(gradient.values[0] - 0.5) < 1e-6 && gradient.values[9] == 0)
    }
}
