extension Tensor {
    /// Matrix product: [m, k] × [k, n] → [m, n]; either side may be taken transposed.
    public func matmul(_ other: Tensor, transposeSelf: Bool = false, transposeOther: Bool = false) -> Tensor {
        precondition(rank == 2 && other.rank == 2, "matmul: \(shape) × \(other.shape)")
        let (m, k) = transposeSelf ? (shape[1], shape[0]) : (shape[0], shape[1])
        let (k2, n) = transposeOther ? (other.shape[1], other.shape[0]) : (other.shape[0], other.shape[1])
        precondition(k == k2, "matmul: \(shape) × \(other.shape), inner sizes \(k) and \(k2)")
        let (a, b) = (detached(), other.detached())
        return Tensor([m, n]) { out in
            Compute.parallelGemm(m, n, k, a.pointer, transposeA: transposeSelf, b.pointer, transposeB: transposeOther, out)
        }.recorded(from: [self, other]) { gradient in
            var left: Tensor?
            var right: Tensor?
            if self.isTracked {
                left =
                    transposeSelf
                    ? b.matmul(gradient, transposeSelf: transposeOther, transposeOther: true)
                    : gradient.matmul(b, transposeOther: !transposeOther)
            }
            if other.isTracked {
                right =
                    transposeOther
                    ? gradient.matmul(a, transposeSelf: true, transposeOther: transposeSelf)
                    : a.matmul(gradient, transposeSelf: !transposeSelf)
            }
            return [left, right]
        }
    }

    /// A fully connected layer: activation(x · Wᵀ + b) over the last axis.
    ///
    /// - Parameters:
    ///   - weight: [out, in].
    ///   - bias: [out], or nil.
    ///   - half: the same weights in half precision, for single rows.
    /// - Returns: […, out] for self […, in].
    public func linear(
        weight: Tensor, bias: Tensor? = nil, activation: Activation = .none, half: HalfWeights? = nil
    ) -> Tensor {
        precondition(shape.last == weight.shape[1], "linear: input \(shape), weight \(weight.shape)")
        let rows = count / max(1, weight.shape[1])
        if rows == 1, !isTracked, !weight.isTracked, !(bias?.isTracked ?? false) {
            let y = denseRow(weight: weight, half: half, bias: bias, activation: activation)
            return rank == 2 ? y : y.reshaped(shape.dropLast() + [weight.shape[0]])
        }
        var y = reshaped([rows, weight.shape[1]]).matmul(weight, transposeOther: true)
        if let bias { y = y.addingToChannels(bias) }
        if activation != .none { y = y.leakyReLU(slope: activation.slope, gain: activation.gain) }
        return rank == 2 ? y : y.reshaped(shape.dropLast() + [weight.shape[0]])
    }

    /// Adds a vector to every channel vector: […, C] + [C].
    public func addingToChannels(_ bias: Tensor) -> Tensor {
        let channels = bias.count
        precondition(shape.last == channels, "addingToChannels: \(shape) + \(bias.shape)")
        let rows = count / channels
        let (source, vector) = (pointer, bias.pointer)
        return Tensor(shape) { out in
            Compute.parallel(rows, grain: max(1, 32768 / channels)) { range in
                for row in range {
                    let offset = row * channels
                    for c in 0..<channels { out[offset + c] = source[offset + c] + vector[c] }
                }
            }
        }.recorded(from: [self, bias]) { gradient in
            [gradient, bias.isTracked ? gradient.reshaped([rows, channels]).sumOfRows().reshaped(bias.shape) : nil]
        }
    }

    /// Multiplies every channel vector by a vector: […, C] · [C].
    public func multiplyingChannels(_ factors: Tensor) -> Tensor {
        let channels = factors.count
        precondition(shape.last == channels, "multiplyingChannels: \(shape) · \(factors.shape)")
        return reshaped([1, count / channels, channels]).scaledPerSample(factors.reshaped([1, channels])).reshaped(shape)
    }

    /// Multiplies each sample's channels by its own factors: [N, …, C] · [N, C].
    public func scaledPerSample(_ factors: Tensor) -> Tensor {
        let (samples, channels) = (shape[0], shape[rank - 1])
        precondition(factors.shape == [samples, channels], "scaledPerSample: \(shape) · \(factors.shape)")
        let rows = count / (samples * channels)
        let (x, s) = (detached(), factors.detached())
        return scale(x, s, samples, rows, channels).recorded(from: [self, factors]) { gradient in
            [
                self.isTracked ? scale(gradient, s, samples, rows, channels) : nil,
                factors.isTracked ? productSums(gradient, x, samples, rows, channels) : nil,
            ]
        }
    }

    /// The sum of the rows of a matrix: [R, C] → [C].
    public func sumOfRows() -> Tensor {
        precondition(rank == 2, "sumOfRows: \(shape)")
        let (rows, columns) = (shape[0], shape[1])
        let source = pointer
        return Tensor([columns]) { out in
            out.initialize(repeating: 0, count: columns)
            // Column panels split over the threads; inside a panel the rows stream by in order.
            Compute.parallel(columns, grain: max(1, 65536 / max(1, rows))) { range in
                for row in 0..<rows {
                    let offset = row * columns
                    for column in range { out[column] += source[offset + column] }
                }
            }
        }.recorded(from: [self]) { gradient in [gradient.repeated(rows)] }
    }

    /// The sum of every row of a matrix: [R, C] → [R].
    public func sumOfColumns() -> Tensor {
        precondition(rank == 2, "sumOfColumns: \(shape)")
        let columns = shape[1]
        return matmul(Tensor([columns, 1], repeating: 1)).reshaped([shape[0]])
    }

    /// The mean over all positions of each channel: [N, …, C] → [N, C].
    public func globalAverage() -> Tensor {
        let (samples, channels) = (shape[0], shape[rank - 1])
        let rows = count / (samples * channels)
        let shape = self.shape
        let ones = Tensor([1], repeating: 1 / Float(rows))
        let source = pointer
        return Tensor([samples, channels]) { out in
            out.initialize(repeating: 0, count: samples * channels)
            Compute.parallel(samples, grain: max(1, 65536 / max(1, rows * channels))) { range in
                for n in range {
                    for row in 0..<rows {
                        for c in 0..<channels { out[n * channels + c] += source[(n * rows + row) * channels + c] * ones.pointer[0] }
                    }
                }
            }
        }.recorded(from: [self]) { gradient in
            [
                Tensor(shape) { out in
                    for n in 0..<samples {
                        for row in 0..<rows {
                            for c in 0..<channels {
                                out[(n * rows + row) * channels + c] = gradient.pointer[n * channels + c] / Float(rows)
                            }
                        }
                    }
                }
            ]
        }
    }

    /// Rows scaled to unit length: [R, C].
    public func normalizedRows(epsilon: Float = 1e-8) -> Tensor {
        precondition(rank == 2, "normalizedRows: \(shape)")
        return scaledPerSample(squared().sumOfColumns().reciprocalSquareRoot(epsilon: epsilon).reshaped([shape[0], 1]).spread(shape[1]))
    }

    /// A column repeated: [R, 1] → [R, columns].
    public func spread(_ columns: Int) -> Tensor { matmul(Tensor([1, columns], repeating: 1)) }
}

private func scale(_ x: Tensor, _ factors: Tensor, _ samples: Int, _ rows: Int, _ channels: Int) -> Tensor {
    let (source, s) = (x.pointer, factors.pointer)
    return Tensor(x.shape) { out in
        Compute.parallel(samples * rows, grain: max(1, 32768 / channels)) { range in
            for row in range {
                let offset = row * channels
                let vector = s + row / rows * channels
                for c in 0..<channels { out[offset + c] = source[offset + c] * vector[c] }
            }
        }
    }
}

/// Σ over positions of a·b, for each sample and channel: [N, C].
private func productSums(_ a: Tensor, _ b: Tensor, _ samples: Int, _ rows: Int, _ channels: Int) -> Tensor {
    let (left, right) = (a.pointer, b.pointer)
    return Tensor([samples, channels]) { out in
        out.initialize(repeating: 0, count: samples * channels)
        Compute.parallel(samples, grain: 1) { range in
            for n in range {
                let sums = out + n * channels
                for row in n * rows..<(n + 1) * rows {
                    let offset = row * channels
                    for c in 0..<channels { sums[c] += left[offset + c] * right[offset + c] }
                }
            }
        }
    }
}

extension Tensor {
    /// Adds a map to every sample and channel: [N, H, W, C] + [H, W].
    public func addingToPositions(_ map: Tensor) -> Tensor {
        let channels = shape[rank - 1]
        let positions = map.count
        precondition(shape.count == 4 && shape[1] * shape[2] == positions, "addingToPositions: \(shape) + \(map.shape)")
        let (source, noise) = (pointer, map.pointer)
        return Tensor(shape) { out in
            Compute.parallel(count / channels, grain: max(1, 32768 / channels)) { range in
                for row in range {
                    let value = noise[row % positions]
                    for c in row * channels..<(row + 1) * channels { out[c] = source[c] + value }
                }
            }
        }.recorded(from: [self, map]) { gradient in
            guard map.isTracked else { return [gradient, nil] }
            let samples = gradient.count / (positions * channels)
            return [gradient, gradient.reshaped([samples, positions, channels]).sumOfSamples(map.shape)]
        }
    }

    /// [N, P, C] → Σ over samples and channels, of `shape`.
    private func sumOfSamples(_ target: [Int]) -> Tensor {
        let (samples, positions, channels) = (shape[0], shape[1], shape[2])
        let sums = reshaped([samples * positions, channels]).sumOfColumns().reshaped([samples, positions]).sumOfRows()
        return sums.reshaped(target)
    }
}
