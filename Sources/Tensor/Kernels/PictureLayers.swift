import CKernels

extension Tensor {
    /// A 1×1 convolution to red, green and blue with weights of each sample's own.
    ///
    /// - Parameters:
    ///   - weight: [N, 3, C], the modulated weights.
    ///   - bias: [3].
    ///   - picture: [N, H, W, 3], what the colours are added to.
    /// - Returns: [N, H, W, 3] for self [N, H, W, C].
    public func toRGB(weight: Tensor, bias: Tensor, addedTo picture: Tensor? = nil) -> Tensor {
        let (samples, channels) = (shape[0], shape[3])
        let positions = shape[1] * shape[2]
        precondition(weight.shape == [samples, 3, channels] && bias.count == 3, "toRGB: \(shape), weights \(weight.shape)")
        let loops = Kernels.current.loops
        let (x, w, b) = (detached(), weight.detached(), bias.detached())
        let size = positions * channels
        return Tensor([samples, shape[1], shape[2], 3]) { out in
            if let picture { out.update(from: picture.pointer, count: samples * positions * 3) }
            for n in 0..<samples {
                Compute.parallel(positions, grain: max(1, 65536 / channels)) { range in
                    loops.to_rgb(
                        x.pointer + n * size + range.lowerBound * channels, w.pointer + n * 3 * channels, b.pointer,
                        out + (n * positions + range.lowerBound) * 3, range.count, channels, picture == nil ? 0 : 1)
                }
            }
        }.recorded(from: [self, weight, bias] + (picture.map { [$0] } ?? [])) { gradient in
            let dx = Tensor(x.shape) { _ in }
            let dw = Tensor(w.shape) { _ in }
            for n in 0..<samples {
                let sums = BlockSums(positions: positions, width: 3 * channels)
                sums.run { range, sums in
                    let offset = n * size + range.lowerBound * channels
                    loops.to_rgb_adjoint(
                        gradient.pointer + (n * positions + range.lowerBound) * 3, x.pointer + offset, w.pointer + n * 3 * channels,
                        dx.pointer + offset, range.count, channels, sums)
                }
                (dw.pointer + n * 3 * channels).update(from: sums.total, count: 3 * channels)
            }
            return [dx, dw, bias.isTracked ? gradient.reshaped([samples * positions, 3]).sumOfRows() : nil, gradient]
        }
    }
}

extension Tensor {
    /// Twice the size by zeros between the samples and [1, 3, 3, 1] / 4 along both axes: how the generator enlarges its picture.
    ///
    /// - Returns: [N, 2H, 2W, C] for self [N, H, W, C].
    public func doubled() -> Tensor {
        precondition(rank == 4, "doubled: \(shape)")
        let (samples, height, width, channels) = (shape[0], shape[1], shape[2], shape[3])
        let source = pointer
        let line = width * channels
        return Tensor([samples, 2 * height, 2 * width, channels]) { out in
            Compute.parallel(samples * 2 * height, grain: max(1, 32768 / (2 * line))) { range in
                let scratch = Storage(count: line)
                let s = scratch.pointer
                for index in range {
                    let (sample, row) = index.quotientAndRemainder(dividingBy: 2 * height)
                    let near = source + (sample * height + row / 2) * line
                    let other = row / 2 + (row % 2 == 0 ? -1 : 1)
                    if other >= 0, other < height {
                        let far = source + (sample * height + other) * line
                        for i in 0..<line { s[i] = 0.75 * near[i] + 0.25 * far[i] }
                    } else {
                        for i in 0..<line { s[i] = 0.75 * near[i] }
                    }
                    let target = out + index * 2 * line
                    for x in 0..<width {
                        for c in 0..<channels {
                            let i = x * channels + c
                            let before = x > 0 ? s[i - channels] : 0
                            let after = x + 1 < width ? s[i + channels] : 0
                            target[2 * x * channels + c] = 0.75 * s[i] + 0.25 * before
                            target[(2 * x + 1) * channels + c] = 0.75 * s[i] + 0.25 * after
                        }
                    }
                }
            }
        }.recorded(from: [self]) { [$0.doubledAdjoint()] }
    }

    /// [N, 2H, 2W, C] → [N, H, W, C]
    private func doubledAdjoint() -> Tensor {
        let (samples, height, width, channels) = (shape[0], shape[1] / 2, shape[2] / 2, shape[3])
        let source = pointer
        let line = 2 * width * channels
        return Tensor([samples, height, width, channels]) { out in
            Compute.parallel(samples * height, grain: max(1, 32768 / (2 * line))) { range in
                let scratch = Storage(count: line)
                let s = scratch.pointer
                for index in range {
                    let (sample, row) = index.quotientAndRemainder(dividingBy: height)
                    let first = source + (sample * 2 * height + 2 * row) * line
                    for i in 0..<line { s[i] = 0.75 * (first[i] + first[line + i]) }
                    if row > 0 { for i in 0..<line { s[i] += 0.25 * first[i - line] } }
                    if row + 1 < height { for i in 0..<line { s[i] += 0.25 * first[2 * line + i] } }
                    let target = out + index * width * channels
                    for x in 0..<width {
                        for c in 0..<channels {
                            let i = 2 * x * channels + c
                            let before = x > 0 ? s[i - channels] : 0
                            let after = x + 1 < width ? s[i + 2 * channels] : 0
                            target[x * channels + c] = 0.75 * (s[i] + s[i + channels]) + 0.25 * (before + after)
                        }
                    }
                }
            }
        }
    }
}
