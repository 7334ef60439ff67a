import Foundation

extension Tensor {
    /// Softmax over the last axis of a matrix: [R, classes].
    public func softmax() -> Tensor {
        precondition(rank == 2, "softmax: \(shape)")
        let (rows, classes) = (shape[0], shape[1])
        let source = pointer
        let y = Tensor(shape) { out in
            for row in 0..<rows {
                let logits = source + row * classes
                let probabilities = out + row * classes
                var largest = -Float.infinity
                for c in 0..<classes { largest = max(largest, logits[c]) }
                var total: Float = 0
                for c in 0..<classes {
                    probabilities[c] = exp(logits[c] - largest)
                    total += probabilities[c]
                }
                for c in 0..<classes { probabilities[c] /= total }
            }
        }
        return y.recorded(from: [self]) { gradient in
            let inner = (gradient * y).sumOfColumns()
            return [
                Tensor([rows, classes]) { out in
                    for row in 0..<rows {
                        for c in 0..<classes {
                            let i = row * classes + c
                            out[i] = y.pointer[i] * (gradient.pointer[i] - inner.pointer[row])
                        }
                    }
                }
            ]
        }
    }

    /// The mean cross-entropy of a matrix of logits against class labels, shape [1].
    ///
    /// - Parameters:
    ///   - labels: one a row; nil rows are left out of the mean.
    ///   - smoothing: probability mass moved from the label to all classes alike, 0…1.
    public func crossEntropy(_ labels: [Int?], smoothing: Float = 0) -> Tensor {
        let classes = shape[1]
        let targets = Tensor(shape) { out in
            out.initialize(repeating: 0, count: count)
            for (row, label) in labels.enumerated() {
                guard let label else { continue }
                for c in 0..<classes { out[row * classes + c] = smoothing / Float(classes) }
                out[row * classes + label] += 1 - smoothing
            }
        }
        return crossEntropy(targets)
    }

    /// The mean cross-entropy of a matrix of logits against target distributions, shape [1]; rows of zeros are left out.
    ///
    /// - Parameter targets: [R, classes], non-negative.
    public func crossEntropy(_ targets: Tensor) -> Tensor {
        precondition(rank == 2 && targets.shape == shape, "crossEntropy: logits \(shape), targets \(targets.shape)")
        let (rows, classes) = (shape[0], shape[1])
        let probabilities = detached().softmax()
        var loss = 0.0
        var counted = 0
        var masses = [Float](repeating: 0, count: rows)
        for row in 0..<rows {
            for c in 0..<classes {
                let target = targets.pointer[row * classes + c]
                masses[row] += target
                if target > 0 { loss -= Double(target) * log(Double(max(probabilities.pointer[row * classes + c], 1e-30))) }
            }
            if masses[row] > 0 { counted += 1 }
        }
        let perRow = 1 / Float(max(counted, 1))
        return Tensor([1], [Float(loss) * perRow]).recorded(from: [self]) { gradient in
            let factor = gradient.scalar * perRow
            return [
                Tensor([rows, classes]) { out in
                    for row in 0..<rows {
                        for c in 0..<classes {
                            let i = row * classes + c
                            out[i] = factor * (masses[row] * probabilities.pointer[i] - targets.pointer[i])
                        }
                    }
                }
            ]
        }
    }

    /// The index of the largest value of each row.
    public func argmaxOfRows() -> [Int] {
        precondition(rank == 2, "argmaxOfRows: \(shape)")
        let columns = shape[1]
        return (0..<shape[0]).map { row in
            (0..<columns).max { pointer[row * columns + $0] < pointer[row * columns + $1] } ?? 0
        }
    }
}
