extension Tensor {
    /// The same values under another shape of the same size; nothing is copied.
    public func reshaped(_ shape: [Int]) -> Tensor {
        precondition(shape.reduce(1, *) == count, "reshaped: \(self.shape) does not fit \(shape)")
        let old = self.shape
        return Tensor(shape: shape, storage: storage).recorded(from: [self]) { [$0.reshaped(old)] }
    }

    /// Swaps the last two axes: […, A, B] → […, B, A].
    public func swappingLastTwo() -> Tensor {
        precondition(rank >= 2, "swappingLastTwo: \(shape) has one axis")
        let (a, b) = (shape[rank - 2], shape[rank - 1])
        let outer = count / max(1, a * b)
        let source = pointer
        return Tensor(shape.dropLast(2) + [b, a]) { out in
            for o in 0..<outer {
                for i in 0..<a {
                    for j in 0..<b { out[(o * b + j) * a + i] = source[(o * a + i) * b + j] }
                }
            }
        }.recorded(from: [self]) { [$0.swappingLastTwo()] }
    }

    /// Pictures with left and right exchanged: [N, H, W, C].
    public func mirrored() -> Tensor {
        precondition(rank == 4, "mirrored: \(shape) is not [N, H, W, C]")
        let (width, channels) = (shape[2], shape[3])
        let source = pointer
        return Tensor(shape) { out in
            for row in 0..<shape[0] * shape[1] {
                for x in 0..<width {
                    (out + (row * width + x) * channels).update(from: source + (row * width + width - 1 - x) * channels, count: channels)
                }
            }
        }.recorded(from: [self]) { [$0.mirrored()] }
    }

    /// The part `range` of one axis.
    public func slice(axis: Int, _ range: Range<Int>) -> Tensor {
        precondition(
            axis < rank && range.lowerBound >= 0 && range.upperBound <= shape[axis], "slice: \(range) of axis \(axis) in \(shape)")
        var sliced = shape
        sliced[axis] = range.count
        let length = shape[axis]
        let inner = shape[(axis + 1)...].reduce(1, *)
        let outer = shape[..<axis].reduce(1, *)
        let source = pointer
        return Tensor(sliced) { out in
            for o in 0..<outer {
                (out + o * range.count * inner).update(from: source + (o * length + range.lowerBound) * inner, count: range.count * inner)
            }
        }.recorded(from: [self]) { gradient in
            [
                Tensor([outer, length, inner]) { out in
                    out.initialize(repeating: 0, count: outer * length * inner)
                    for o in 0..<outer {
                        (out + (o * length + range.lowerBound) * inner).update(
                            from: gradient.pointer + o * range.count * inner, count: range.count * inner)
                    }
                }.reshaped(self.shape)
            ]
        }
    }

    /// Joins tensors along one axis; the other axes must agree.
    public static func concatenated(_ parts: [Tensor], axis: Int) -> Tensor {
        precondition(!parts.isEmpty, "concatenated: nothing to join")
        var shape = parts[0].shape
        shape[axis] = parts.reduce(0) { $0 + $1.shape[axis] }
        for part in parts {
            var other = part.shape
            other[axis] = shape[axis]
            precondition(other == shape, "concatenated: \(part.shape) does not fit \(shape) on axis \(axis)")
        }
        let inner = shape[(axis + 1)...].reduce(1, *)
        let outer = shape[..<axis].reduce(1, *)
        let total = shape[axis]
        let lengths = parts.map { $0.shape[axis] }
        return Tensor(shape) { out in
            var offset = 0
            for (part, length) in zip(parts, lengths) {
                for o in 0..<outer {
                    (out + (o * total + offset) * inner).update(from: part.pointer + o * length * inner, count: length * inner)
                }
                offset += length
            }
        }.recorded(from: parts) { gradient in
            var offset = 0
            return zip(parts, lengths).map { part, length in
                defer { offset += length }
                return part.isTracked ? gradient.slice(axis: axis, offset..<offset + length) : nil
            }
        }
    }

    /// Rows of a table: self is [rows, width], the result [indices.count, width].
    ///
    /// - Parameter indices: each inside 0..<rows.
    public func gatheringRows(_ indices: [Int]) -> Tensor {
        precondition(rank == 2 && indices.allSatisfy { $0 >= 0 && $0 < shape[0] }, "gatheringRows: index outside \(shape)")
        let width = self.shape[1]
        let table = self.shape
        let source = pointer
        return Tensor([indices.count, width]) { out in
            for (row, index) in indices.enumerated() {
                (out + row * width).update(from: source + index * width, count: width)
            }
        }.recorded(from: [self]) { gradient in
            let sums = Tensor(table)
            for (row, index) in indices.enumerated() {
                for column in 0..<width { sums.pointer[index * width + column] += gradient.pointer[row * width + column] }
            }
            return [sums]
        }
    }

    /// The tensor `copies` times along a new first axis: [S…] → [copies, S…].
    public func repeated(_ copies: Int) -> Tensor {
        let count = self.count
        let unit = self.shape
        let source = pointer
        return Tensor([copies] + unit) { out in
            for copy in 0..<copies { (out + copy * count).update(from: source, count: count) }
        }.recorded(from: [self]) { gradient in
            [gradient.reshaped([copies, count]).sumOfRows().reshaped(unit)]
        }
    }
}
