/// Batch normalisation over every axis but the last (Ioffe and Szegedy 2015).
public struct BatchNorm: Sendable {
    /// All [C].
    public var scale, shift, runningMean, runningVariance: Tensor
    public static let epsilon: Float = 1e-5
    /// Weight of a new batch in the running averages.
    public static let momentum: Float = 0.1

    public init(scale: Tensor, shift: Tensor, runningMean: Tensor, runningVariance: Tensor) {
        self.scale = scale
        self.shift = shift
        self.runningMean = runningMean
        self.runningVariance = runningVariance
    }

    /// - Parameter training: normalise by the batch's own statistics and move the running averages in place.
    public func callAsFunction(_ x: Tensor, training: Bool) -> Tensor {
        training ? normalizedByBatch(x) : normalizedByAverages(x)
    }

    /// What the norm does with its running averages: y = factor · x + offset, both [C], constant.
    public var affine: (factor: Tensor, offset: Tensor) {
        let factor = mapped(scale.detached(), runningVariance) { $0 / ($1 + Self.epsilon).squareRoot() }
        return (factor, shift.detached() - runningMean * factor)
    }

    private func normalizedByAverages(_ x: Tensor) -> Tensor {
        let (factor, offset) = affine
        return x.multiplyingChannels(factor).addingToChannels(offset)
    }

    private func normalizedByBatch(_ x: Tensor) -> Tensor {
        let channels = scale.count
        precondition(x.shape.last == channels, "BatchNorm: input \(x.shape), \(channels) channels")
        let rows = x.count / channels
        let flat = x.detached().reshaped([rows, channels])
        let mean = flat.sumOfRows() * (1 / Float(rows))
        let centred = flat.addingToChannels(mean * -1)
        let variance = columnProducts(centred, centred, rows, channels) * (1 / Float(rows))
        let inverse = variance.reciprocalSquareRoot(epsilon: Self.epsilon)
        let normalized = centred.multiplyingChannels(inverse)
        moveAverages(mean: mean, variance: variance, rows: rows)
        let gain = scale.detached()
        let y = normalized.multiplyingChannels(gain).addingToChannels(shift.detached()).reshaped(x.shape)
        return y.recorded(from: [x, scale, shift]) { gradient in
            let g = gradient.reshaped([rows, channels])
            let shiftGradient = g.sumOfRows()
            let scaleGradient = columnProducts(g, normalized, rows, channels)
            guard x.isTracked else { return [nil, scaleGradient, shiftGradient] }
            let perRow = 1 / Float(rows)
            let projected = normalized.multiplyingChannels(scaleGradient * perRow)
            let inner = mapped(g.addingToChannels(shiftGradient * -perRow), projected) { $0 - $1 }
            return [inner.multiplyingChannels(gain * inverse).reshaped(x.shape), scaleGradient, shiftGradient]
        }
    }

    private func moveAverages(mean: Tensor, variance: Tensor, rows: Int) {
        let unbiased = Float(rows) / Float(max(rows - 1, 1))
        for c in 0..<scale.count {
            runningMean.pointer[c] += Self.momentum * (mean.pointer[c] - runningMean.pointer[c])
            runningVariance.pointer[c] += Self.momentum * (variance.pointer[c] * unbiased - runningVariance.pointer[c])
        }
    }
}

/// Σ over rows of a·b, for each column: [C].
private func columnProducts(_ a: Tensor, _ b: Tensor, _ rows: Int, _ columns: Int) -> Tensor {
    let blocks = max(1, min(Compute.threads, rows / 64))
    let (left, right) = (a.pointer, b.pointer)
    let partial = Tensor([blocks, columns])
    Compute.parallel(blocks, grain: 1) { range in
        for block in range {
            let sums = partial.pointer + block * columns
            for row in rows * block / blocks..<rows * (block + 1) / blocks {
                let offset = row * columns
                for c in 0..<columns { sums[c] += left[offset + c] * right[offset + c] }
            }
        }
    }
    return partial.sumOfRows()
}
