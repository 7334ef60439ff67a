extension Tensor {
    /// The greatest value under a window, for each channel; the border counts as −∞.
    ///
    /// - Parameter geometry: the border must be smaller than the kernel.
    /// - Returns: [N, Hout, Wout, C] for self [N, H, W, C]; the gradient goes to the first greatest value of each window.
    public func maxPooled(kernel: Int, _ geometry: ConvolutionGeometry) -> Tensor {
        precondition(rank == 4 && geometry.padding < kernel, "maxPooled: \(shape), kernel \(kernel), border \(geometry.padding)")
        let (samples, height, width, channels) = (shape[0], shape[1], shape[2], shape[3])
        let outHeight = geometry.outputSize(height, kernel: kernel)
        let outWidth = geometry.outputSize(width, kernel: kernel)
        precondition(outHeight > 0 && outWidth > 0, "maxPooled: kernel \(kernel) is larger than \(shape)")
        let inputShape = shape
        let source = detached()

        /// Calls `body` with the flat offset of each output position and those of the positions under its window.
        func forEachWindow(_ rows: Range<Int>, _ body: (_ target: Int, _ sources: [Int]) -> Void) {
            var under: [Int] = []
            for row in rows {
                let (sample, y) = row.quotientAndRemainder(dividingBy: outHeight)
                let top = y * geometry.stride - geometry.padding
                for x in 0..<outWidth {
                    let left = x * geometry.stride - geometry.padding
                    under.removeAll(keepingCapacity: true)
                    for sy in max(top, 0)..<min(top + kernel, height) {
                        for sx in max(left, 0)..<min(left + kernel, width) {
                            under.append(((sample * height + sy) * width + sx) * channels)
                        }
                    }
                    body((row * outWidth + x) * channels, under)
                }
            }
        }

        return Tensor([samples, outHeight, outWidth, channels]) { out in
            let values = source.pointer
            Compute.parallel(samples * outHeight, grain: max(1, 16384 / (outWidth * channels))) { rows in
                forEachWindow(rows) { target, sources in
                    (out + target).update(from: values + sources[0], count: channels)
                    for offset in sources.dropFirst() {
                        for c in 0..<channels { out[target + c] = Swift.max(out[target + c], values[offset + c]) }
                    }
                }
            }
        }.recorded(from: [self]) { gradient in
            let sums = Tensor(inputShape)
            // Windows overlap between rows of one sample only.
            Compute.parallel(samples, grain: 1) { range in
                forEachWindow(range.lowerBound * outHeight..<range.upperBound * outHeight) { target, sources in
                    for c in 0..<channels {
                        var best = sources[0]
                        for offset in sources where source.pointer[offset + c] > source.pointer[best + c] { best = offset }
                        sums.pointer[best + c] += gradient.pointer[target + c]
                    }
                }
            }
            return [sums]
        }
    }

    /// The mean over squares of `factor` × `factor` positions: area resampling by a whole number.
    ///
    /// - Parameter factor: divides height and width.
    /// - Returns: [N, H / factor, W / factor, C] for self [N, H, W, C].
    public func areaDownscaled(by factor: Int) -> Tensor {
        precondition(
            rank == 4 && factor > 0 && shape[1].isMultiple(of: factor) && shape[2].isMultiple(of: factor),
            "areaDownscaled: \(shape) by \(factor)")
        guard factor > 1 else { return self }
        let (samples, height, width, channels) = (shape[0], shape[1] / factor, shape[2] / factor, shape[3])
        let inputShape = shape
        let share = 1 / Float(factor * factor)
        let source = pointer
        return Tensor([samples, height, width, channels]) { out in
            out.initialize(repeating: 0, count: samples * height * width * channels)
            Compute.parallel(samples * height, grain: max(1, 16384 / (width * factor * factor * channels))) { rows in
                for row in rows {
                    for sy in row * factor..<(row + 1) * factor {
                        for sx in 0..<width * factor {
                            let target = out + (row * width + sx / factor) * channels
                            let value = source + (sy * width * factor + sx) * channels
                            for c in 0..<channels { target[c] += value[c] * share }
                        }
                    }
                }
            }
        }.recorded(from: [self]) { gradient in
            let spread = Tensor(inputShape) { out in
                for sy in 0..<samples * height * factor {
                    for sx in 0..<width * factor {
                        let value = gradient.pointer + (sy / factor * width + sx / factor) * channels
                        let target = out + (sy * width * factor + sx) * channels
                        for c in 0..<channels { target[c] = value[c] * share }
                    }
                }
            }
            return [spread]
        }
    }
}
