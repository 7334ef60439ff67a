/// The constant weights of a convolution, read again from where they lie whenever another packed form of them is wanted.
///
/// Serving needs one form; keeping the plain one beside it would double the memory of a model.
public struct ConvolutionWeights: Sendable {
    let kernelHeight, kernelWidth, inputChannels, outputChannels: Int
    /// [kh, kw, Cin, Cout]
    let load: @Sendable () -> Tensor

    /// - Parameters:
    ///   - shape: [kh, kw, Cin, Cout].
    ///   - load: gives a tensor of this shape, always the same.
    public init(shape: [Int], load: @escaping @Sendable () -> Tensor) {
        precondition(shape.count == 4, "ConvolutionWeights: shape \(shape) is not [kh, kw, Cin, Cout]")
        (kernelHeight, kernelWidth, inputChannels, outputChannels) = (shape[0], shape[1], shape[2], shape[3])
        self.load = load
    }

    public init(_ weight: Tensor) {
        let constant = weight.detached()
        self.init(shape: weight.shape) { constant }
    }

    var taps: Int { kernelHeight * kernelWidth }

    /// Matrices that are weighted sums of the taps: number i is Σ coefficients[i][tap] · weight[tap].
    ///
    /// - Parameter transposed: [Cout, Cin] instead of [Cin, Cout], as the adjoint needs them.
    func packed(_ kernels: Kernels, _ coefficients: [[Float]], transposed: Bool) -> PackedMatrices {
        let weight = load().detached()
        defer { weight.storage.forget() }
        precondition(weight.count == taps * inputChannels * outputChannels, "ConvolutionWeights: the tensor has shape \(weight.shape)")
        let size = inputChannels * outputChannels
        return PackedMatrices(
            kernels, count: coefficients.count, rows: transposed ? outputChannels : inputChannels,
            columns: transposed ? inputChannels : outputChannels, transposed: transposed
        ) { matrix, plain in
            var isFirst = true
            for (tap, coefficient) in coefficients[matrix].enumerated() where coefficient != 0 {
                let source = weight.pointer + tap * size
                if isFirst {
                    for i in 0..<size { plain[i] = coefficient * source[i] }
                } else {
                    for i in 0..<size { plain[i] += coefficient * source[i] }
                }
                isFirst = false
            }
        }
    }

    /// All taps below one another: [taps · Cin, Cout], or for the adjoint of a stride-1 convolution, flipped, [taps · Cout, Cin].
    ///
    /// - Parameter order: which tap stands where.
    func packedTaps(_ kernels: Kernels, order: [Int], transposed: Bool = false) -> PackedMatrices {
        let weight = load().detached()
        defer { weight.storage.forget() }
        let (input, output) = (inputChannels, outputChannels)
        let (rows, columns) = transposed ? (output, input) : (input, output)
        return PackedMatrices(kernels, count: 1, rows: order.count * rows, columns: columns) { _, plain in
            for (place, tap) in order.enumerated() {
                let source = weight.pointer + tap * input * output
                let target = plain + place * input * output
                if transposed {
                    for i in 0..<input { for o in 0..<output { target[o * input + i] = source[i * output + o] } }
                } else {
                    target.update(from: source, count: input * output)
                }
            }
        }
    }
}

/// Products of the rows of two matrices: what a separable transform makes of the taps, [rows², taps²].
func outerProducts(_ a: [[Float]], _ b: [[Float]]) -> [[Float]] {
    a.flatMap { row in b.map { column in row.flatMap { x in column.map { x * $0 } } } }
}
