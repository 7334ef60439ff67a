import Foundation

@testable import Tensor

/// Plain loops after the definitions, to hold the fast operations against.
enum Reference {
    /// out[n, y, x, o] = Σ in[n, y·s + ky − p, x·s + kx − p, i] · w[ky, kx, i, o].
    static func convolution(_ x: Tensor, _ w: Tensor, stride: Int, padding: Int) -> Tensor {
        let (n, h, width, ci) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
        let (kh, kw, co) = (w.shape[0], w.shape[1], w.shape[3])
        let oh = (h + 2 * padding - kh) / stride + 1
        let ow = (width + 2 * padding - kw) / stride + 1
        var out = [Float](repeating: 0, count: n * oh * ow * co)
        for s in 0..<n {
            for y in 0..<oh {
                for xx in 0..<ow {
                    for o in 0..<co {
                        var sum = 0.0
                        for ky in 0..<kh {
                            for kx in 0..<kw {
                                let sy = y * stride + ky - padding
                                let sx = xx * stride + kx - padding
                                guard sy >= 0, sy < h, sx >= 0, sx < width else { continue }
                                for i in 0..<ci {
                                    sum += Double(
                                        x[flat: ((s * h + sy) * width + sx) * ci + i] * w[flat: ((ky * kw + kx) * ci + i) * co + o])
                                }
                            }
                        }
                        out[((s * oh + y) * ow + xx) * co + o] = Float(sum)
                    }
                }
            }
        }
        return Tensor([n, oh, ow, co], out)
    }

    /// The adjoint of `convolution` with respect to its input, onto a large side of `size`.
    static func transposeConvolution(_ y: Tensor, _ w: Tensor, stride: Int, padding: Int, size: (Int, Int)) -> Tensor {
        let (n, oh, ow, co) = (y.shape[0], y.shape[1], y.shape[2], y.shape[3])
        let (kh, kw, ci) = (w.shape[0], w.shape[1], w.shape[2])
        var out = [Float](repeating: 0, count: n * size.0 * size.1 * ci)
        for s in 0..<n {
            for yy in 0..<oh {
                for xx in 0..<ow {
                    for ky in 0..<kh {
                        for kx in 0..<kw {
                            let ty = yy * stride + ky - padding
                            let tx = xx * stride + kx - padding
                            guard ty >= 0, ty < size.0, tx >= 0, tx < size.1 else { continue }
                            for i in 0..<ci {
                                for o in 0..<co {
                                    out[((s * size.0 + ty) * size.1 + tx) * ci + i] +=
                                        y[flat: ((s * oh + yy) * ow + xx) * co + o] * w[flat: ((ky * kw + kx) * ci + i) * co + o]
                                }
                            }
                        }
                    }
                }
            }
        }
        return Tensor([n, size.0, size.1, ci], out)
    }

    /// Zero insertion, zero border, taps along both axes, decimation.
    static func filter(_ x: Tensor, _ f: FIRFilter) -> Tensor {
        let (n, h, w, c) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
        let (oh, ow) = (f.outputSize(h), f.outputSize(w))
        func source(_ position: Int, _ length: Int) -> Int? {
            position >= 0 && position % f.up == 0 && position / f.up < length ? position / f.up : nil
        }
        var out = [Float](repeating: 0, count: n * oh * ow * c)
        for s in 0..<n {
            for y in 0..<oh {
                for xx in 0..<ow {
                    for channel in 0..<c {
                        var sum: Float = 0
                        for (ty, a) in f.taps.enumerated() {
                            for (tx, b) in f.taps.enumerated() {
                                guard let sy = source(y * f.down + ty - f.before, h), let sx = source(xx * f.down + tx - f.before, w)
                                else { continue }
                                sum += a * b * x[flat: ((s * h + sy) * w + sx) * c + channel]
                            }
                        }
                        out[((s * oh + y) * ow + xx) * c + channel] = sum
                    }
                }
            }
        }
        return Tensor([n, oh, ow, c], out)
    }

    static func matmul(_ a: Tensor, _ b: Tensor) -> Tensor {
        let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1])
        var out = [Float](repeating: 0, count: m * n)
        for i in 0..<m {
            for j in 0..<n {
                for l in 0..<k { out[i * n + j] += a[flat: i * k + l] * b[flat: l * n + j] }
            }
        }
        return Tensor([m, n], out)
    }

    /// The value of every position of [N, R, C] from its sample, row and channel.
    static func pointwise(_ x: Tensor, _ value: (_ sample: Int, _ row: Int, _ channel: Int, _ x: Float) -> Float) -> Tensor {
        let channels = x.shape[x.rank - 1]
        let rows = x.count / (x.shape[0] * channels)
        let values = x.values.enumerated().map { index, element in
            value(index / (rows * channels), index / channels % rows, index % channels, element)
        }
        return Tensor(x.shape, values)
    }

    /// (x − mean) / √(variance + ε) · scale + shift, with the statistics of all rows of [R, C].
    static func batchNorm(_ x: Tensor, scale: Tensor, shift: Tensor) -> Tensor {
        let (rows, channels) = (x.shape[0], x.shape[1])
        var out = [Float](repeating: 0, count: x.count)
        for c in 0..<channels {
            let column = (0..<rows).map { Double(x[flat: $0 * channels + c]) }
            let mean = column.reduce(0, +) / Double(rows)
            let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rows)
            for row in 0..<rows {
                let normal = (column[row] - mean) / (variance + Double(BatchNorm.epsilon)).squareRoot()
                out[row * channels + c] = Float(normal) * scale[flat: c] + shift[flat: c]
            }
        }
        return Tensor(x.shape, out)
    }

    /// exp(x_c) / Σ exp(x), row by row.
    static func softmax(_ x: Tensor) -> Tensor {
        let (rows, classes) = (x.shape[0], x.shape[1])
        var out: [Float] = []
        for row in 0..<rows {
            let powers = (0..<classes).map { exp(Double(x[flat: row * classes + $0])) }
            out += powers.map { Float($0 / powers.reduce(0, +)) }
        }
        return Tensor(x.shape, out)
    }
}

/// The largest absolute difference, relative to the largest value of the reference.
func relativeDifference(_ a: Tensor, _ reference: Tensor) -> Float {
    guard a.shape == reference.shape else { return .infinity }
    let scale = max(reference.values.map(abs).max() ?? 0, 1e-6)
    return zip(a.values, reference.values).map { abs($0 - $1) }.max()! / scale
}

/// The largest relative difference between the recorded gradients of a scalar function and central differences.
func gradientError(_ inputs: [Tensor], step: Float = 1e-2, _ function: ([Tensor]) -> Tensor) -> Float {
    let leaves = inputs.map { $0.tracked() }
    var random = RandomSource(seed: 99)
    let weights = random.normal(function(inputs).shape)
    func loss(_ tensors: [Tensor]) -> Tensor { (function(tensors) * weights).sum() }
    let recorded = gradients(of: loss(leaves), for: leaves)
    var worst: Float = 0
    for (index, input) in inputs.enumerated() {
        let numeric = (0..<input.count).map { element -> Float in
            func moved(_ by: Float) -> Float {
                var values = input.values
                values[element] += by
                var shifted = inputs
                shifted[index] = Tensor(input.shape, values)
                return loss(shifted).scalar
            }
            return (moved(step) - moved(-step)) / (2 * step)
        }
        worst = max(worst, relativeDifference(recorded[index], Tensor(input.shape, numeric)))
    }
    return worst
}
