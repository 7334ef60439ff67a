/// A separable filter with resampling along one axis: zeros are put between the samples, the border is padded with zeros,
/// the taps are applied and every `down`-th value is kept.
public struct FIRFilter: Sendable, Hashable {
    public var taps: [Float]
    public var up: Int
    public var down: Int
    /// Zeros before the first sample and after the last, counted after `up`; a negative number cuts.
    public var before: Int
    public var after: Int

    public init(taps: [Float], up: Int = 1, down: Int = 1, before: Int, after: Int) {
        self.taps = taps
        self.up = up
        self.down = down
        self.before = before
        self.after = after
    }

    public func outputSize(_ input: Int) -> Int { (input * up + before + after - taps.count) / down + 1 }

    /// The filter that carries gradients back from `outputSize(input)` to `input` values.
    func adjoint(_ input: Int) -> FIRFilter {
        let before = taps.count - 1 - self.before
        let after = (input - 1) * up + 1 - outputSize(input) * down + self.before
        return FIRFilter(taps: taps.reversed(), up: down, down: up, before: before, after: after)
    }
}

extension Tensor {
    /// Filters height and width alike: [N, H, W, C] → [N, H', W', C].
    public func filtered(_ filter: FIRFilter) -> Tensor {
        precondition(rank == 4, "filtered: \(shape)")
        let (height, width) = (shape[1], shape[2])
        return applying(vertical: filter, horizontal: filter).recorded(from: [self]) { gradient in
            [gradient.applying(vertical: filter.adjoint(height), horizontal: filter.adjoint(width))]
        }
    }

    private func applying(vertical: FIRFilter, horizontal: FIRFilter) -> Tensor {
        let (n, h, w, c) = (shape[0], shape[1], shape[2], shape[3])
        let rows = vertical.outputSize(h)
        let columns = horizontal.outputSize(w)
        // The axis that shrinks the array goes first.
        if rows <= h {
            return filterAxis(self, vertical, outer: n, length: h, inner: w * c)
                .reshaped([n * rows, w, c]).axisFiltered(horizontal, n * rows, w, c).reshaped([n, rows, columns, c])
        }
        return filterAxis(self, horizontal, outer: n * h, length: w, inner: c)
            .reshaped([n, h, columns * c]).axisFiltered(vertical, n, h, columns * c).reshaped([n, rows, columns, c])
    }

    private func axisFiltered(_ filter: FIRFilter, _ outer: Int, _ length: Int, _ inner: Int) -> Tensor {
        filterAxis(self, filter, outer: outer, length: length, inner: inner)
    }
}

/// [outer, length, inner] → [outer, outputSize(length), inner].
private func filterAxis(_ x: Tensor, _ filter: FIRFilter, outer: Int, length: Int, inner: Int) -> Tensor {
    let result = filter.outputSize(length)
    let source = x.pointer
    let taps = filter.taps
    return Tensor([outer, result, inner]) { out in
        Compute.parallel(outer * result, grain: max(1, 16384 / inner)) { range in
            for row in range {
                let (o, j) = row.quotientAndRemainder(dividingBy: result)
                let target = out + row * inner
                var untouched = true
                for t in 0..<taps.count {
                    let position = j * filter.down + t - filter.before
                    guard position >= 0, position % filter.up == 0, position / filter.up < length else { continue }
                    let line = source + (o * length + position / filter.up) * inner
                    let tap = taps[t]
                    if untouched {
                        for i in 0..<inner { target[i] = tap * line[i] }
                        untouched = false
                    } else {
                        for i in 0..<inner { target[i] += tap * line[i] }
                    }
                }
                if untouched { target.update(repeating: 0, count: inner) }
            }
        }
    }
}
