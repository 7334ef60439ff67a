import CKernels

extension Tensor {
    /// activation(x · Wᵀ + b) for one row x, without a record for gradients: bound by memory, so bias and activation go along.
    func denseRow(weight: Tensor, bias: Tensor?, activation: Activation) -> Tensor {
        let (outputs, inputs) = (weight.shape[0], weight.shape[1])
        let dense = Kernels.current.loops.dense
        return Tensor([1, outputs]) { out in
            // Eight rows go together; pieces of whole eights give the same sums on any number of threads.
            let groups = (outputs + 7) / 8
            Compute.parallel(groups, grain: max(1, 32768 / (8 * inputs))) { range in
                let first = range.lowerBound * 8
                dense!(
                    pointer, weight.pointer, bias?.pointer, inputs, first, min(range.upperBound * 8, outputs) - first, activation.slope,
                    activation.gain, out)
            }
        }
    }

    /// The hidden states of an LSTM layer over one sequence, from what the inputs contribute to the gates; nothing is recorded.
    ///
    /// - Parameter hiddenWeight: [4·H, H], the gates in the order input, forget, cell, output.
    /// - Returns: [steps, H] for self [steps, 4·H].
    public func lstmStates(hiddenWeight: Tensor) -> Tensor {
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
                Compute.parallel(width / 2, grain: max(1, 32768 / (8 * width))) { range in
                    loops.dense(
                        previous, hiddenWeight.pointer, inputs, width, range.lowerBound * 8, range.count * 8, 1, 1, gates.pointer)
                }
                if width % 2 != 0 { loops.dense(previous, hiddenWeight.pointer, inputs, width, width / 2 * 8, 4, 1, 1, gates.pointer) }
                loops.lstm_cells(gates.pointer, width, cell.pointer, states + step * width)
            }
        }
    }
}
