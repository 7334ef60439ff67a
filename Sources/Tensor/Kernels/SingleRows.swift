import CKernels

/// The weights of a fully connected layer in half precision, where that is exact: half the memory to read for a single row.
///
/// Weights that come from a file in half precision are; others are left alone.
public final class HalfWeights: Sendable {
    private let values: [UInt16]
    fileprivate let kernels: Kernels

    /// - Parameter weight: [out, in]; nil if half precision would change a value, or is slow on this processor.
    public init?(_ weight: Tensor) {
        kernels = Kernels.current
        guard !weight.isTracked, let narrow = kernels.loops.narrow else { return nil }
        var isExact = false
        values = [UInt16](unsafeUninitializedCapacity: weight.count) { buffer, count in
            isExact = narrow(weight.pointer, weight.count, buffer.baseAddress!) != 0
            count = isExact ? weight.count : 0
        }
        guard isExact else { return nil }
    }

    fileprivate func multiply(
        _ x: UnsafePointer<Float>, bias: UnsafePointer<Float>?, inputs: Int, first: Int, outputs: Int, _ activation: Activation,
        _ y: UnsafeMutablePointer<Float>
    ) {
        values.withUnsafeBufferPointer {
            kernels.loops.dense_half(x, $0.baseAddress, bias, inputs, first, outputs, activation.slope, activation.gain, y)
        }
    }
}

/// y[first ..< first + outputs] of activation(W · x + b).
private func dense(
    _ x: UnsafePointer<Float>, _ weight: Tensor, _ half: HalfWeights?, bias: UnsafePointer<Float>?, first: Int, outputs: Int,
    _ activation: Activation, _ y: UnsafeMutablePointer<Float>
) {
    let inputs = weight.shape[1]
    if let half {
        half.multiply(x, bias: bias, inputs: inputs, first: first, outputs: outputs, activation, y)
    } else {
        Kernels.current.loops.dense(x, weight.pointer, bias, inputs, first, outputs, activation.slope, activation.gain, y)
    }
}

extension Tensor {
    /// activation(x · Wᵀ + b) for one row x, without a record for gradients: bound by memory, so bias and activation go along.
    func denseRow(weight: Tensor, half: HalfWeights?, bias: Tensor?, activation: Activation) -> Tensor {
        let (outputs, inputs) = (weight.shape[0], weight.shape[1])
        return Tensor([1, outputs]) { out in
            // Eight rows go together; pieces of whole eights give the same sums on any number of threads.
            let groups = (outputs + 7) / 8
            Compute.parallel(groups, grain: max(1, 32768 / (8 * inputs))) { range in
                let first = range.lowerBound * 8
                dense(
                    pointer, weight, half, bias: bias?.pointer, first: first, outputs: min(range.upperBound * 8, outputs) - first,
                    activation,
                    out)
            }
        }
    }

    /// The hidden states of an LSTM layer over one sequence, from what the inputs contribute to the gates; nothing is recorded.
    ///
    /// - Parameter hiddenWeight: [4·H, H], the gates in the order input, forget, cell, output.
    /// - Returns: [steps, H] for self [steps, 4·H].
    public func lstmStates(hiddenWeight: Tensor, half: HalfWeights? = nil) -> Tensor {
        let (steps, width) = (shape[0], hiddenWeight.shape[1])
        precondition(
            rank == 2 && shape[1] == 4 * width && hiddenWeight.shape[0] == 4 * width, "lstmStates: \(shape), \(hiddenWeight.shape)")
        let loops = Kernels.current.loops
        let cell = Tensor([width])
        let gates = Storage(count: 4 * width)
        return Tensor([steps, width]) { states in
            for step in 0..<steps {
                let inputs = pointer + step * 4 * width
                if step == 0 {
                    loops.lstm_cells(inputs, width, cell.pointer, states)
                    continue
                }
                let previous = states + (step - 1) * width
                // Eight rows go together, as above.
                Compute.parallel((4 * width + 7) / 8, grain: max(1, 32768 / (8 * width))) { range in
                    let first = range.lowerBound * 8
                    dense(
                        previous, hiddenWeight, half, bias: inputs, first: first, outputs: min(range.upperBound * 8, 4 * width) - first,
                        .none, gates.pointer)
                }
                loops.lstm_cells(gates.pointer, width, cell.pointer, states + step * width)
            }
        }
    }
}
