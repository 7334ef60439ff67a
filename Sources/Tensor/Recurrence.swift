import CKernels

extension Tensor {
    /// One LSTM layer over sentences side by side, as one recorded operation: [steps · sentences, 4·width] → [steps · sentences, width].
    ///
    /// Self holds what the words contribute to the gates, in the order input, forget, cell, output; row t · sentences + i is word t of
    /// sentence i. States and cells begin at zero.
    ///
    /// - Parameter hiddenWeight: [4·width, width].
    public func recurrence(hiddenWeight: Tensor, sentences: Int) -> Tensor {
        let width = hiddenWeight.shape[1]
        precondition(
            rank == 2 && shape[1] == 4 * width && hiddenWeight.shape[0] == 4 * width && sentences > 0 && shape[0] % sentences == 0,
            "recurrence: \(shape), \(hiddenWeight.shape), \(sentences) sentences")
        let steps = shape[0] / sentences
        let loops = Kernels.current.loops
        let gates = copied()
        // Row block t holds the cells before word t, so there is one block more than words.
        let cells = Tensor([(steps + 1) * sentences, width])
        let weight = hiddenWeight.detached()
        // Packed once, not at every word.
        let packed = PackedMatrices(Kernels.current, count: 1, rows: width, columns: 4 * width, transposed: true) { _, plain in
            plain.update(from: weight.pointer, count: weight.count)
        }
        let states = Tensor([shape[0], width]) { out in
            for step in 0..<steps {
                let first = step * sentences
                let block = gates.pointer + first * 4 * width
                Compute.parallel(sentences, grain: 16) { rows in
                    if step > 0 {
                        packed.kernels.multiply(
                            rows.count, 4 * width, width, out + (first - sentences + rows.lowerBound) * width, lda: width,
                            packed.panels(0), block + rows.lowerBound * 4 * width, ldc: 4 * width, accumulate: true)
                    }
                    for row in rows {
                        let place = (first + row) * width
                        loops.lstm_cells_kept(
                            block + row * 4 * width, width, cells.pointer + place, cells.pointer + place + sentences * width, out + place)
                    }
                }
            }
        }
        return states.detached().recorded(from: [self, hiddenWeight]) { gradient in
            let packed = PackedMatrices(Kernels.current, count: 1, rows: 4 * width, columns: width) { _, plain in
                plain.update(from: weight.pointer, count: weight.count)
            }
            let inputs = Tensor([steps * sentences, 4 * width]) { out in
                let hidden = gradient.copied()
                let cell = Tensor([sentences, width])
                for step in stride(from: steps - 1, through: 0, by: -1) {
                    let first = step * sentences
                    Compute.parallel(sentences, grain: 16) { rows in
                        for row in rows {
                            let place = (first + row) * width
                            loops.lstm_cells_adjoint(
                                gates.pointer + 4 * place, width, cells.pointer + place, cells.pointer + place + sentences * width,
                                hidden.pointer + place, cell.pointer + row * width, out + 4 * place)
                        }
                        guard step > 0 else { return }
                        packed.kernels.multiply(
                            rows.count, width, 4 * width, out + 4 * (first + rows.lowerBound) * width, lda: 4 * width,
                            packed.panels(0), hidden.pointer + (first - sentences + rows.lowerBound) * width, ldc: width,
                            accumulate: true)
                    }
                }
            }
            guard steps > 1 else { return [inputs, Tensor([4 * width, width])] }
            let count = (steps - 1) * sentences
            let later = inputs.slice(axis: 0, sentences..<shape[0])
            return [inputs, later.matmul(states.detached().slice(axis: 0, 0..<count), transposeSelf: true)]
        }
    }

    /// The means of groups of rows of a table: [rows, width] → [groups.count, width]; an empty group gives zeros.
    ///
    /// - Parameter groups: row numbers, each inside 0..<rows.
    public func meansOfRows(_ groups: [[Int]]) -> Tensor {
        precondition(rank == 2 && groups.allSatisfy { $0.allSatisfy { $0 >= 0 && $0 < shape[0] } }, "meansOfRows: index outside \(shape)")
        let (rows, width) = (shape[0], shape[1])
        let source = pointer
        return Tensor([groups.count, width]) { out in
            out.initialize(repeating: 0, count: groups.count * width)
            for (index, group) in groups.enumerated() {
                let share = 1 / Float(max(1, group.count))
                for row in group {
                    for column in 0..<width { out[index * width + column] += share * source[row * width + column] }
                }
            }
        }.recorded(from: [self]) { gradient in
            let sums = Tensor([rows, width])
            for (index, group) in groups.enumerated() {
                let share = 1 / Float(max(1, group.count))
                for row in group {
                    for column in 0..<width { sums.pointer[row * width + column] += share * gradient.pointer[index * width + column] }
                }
            }
            return [sums]
        }
    }
}
