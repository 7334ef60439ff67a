import FaceModels
import Tensor

/// Where the codes w of random faces lie: their mean, and a root of their covariance.
struct CodeSpread: Sendable {
    /// [1, W]
    let mean: Tensor
    /// L with L·Lᵀ = covariance, [W, W].
    let root: Tensor

    /// - Parameter samples: random z whose w are looked at.
    init(_ generator: Generator, samples: Int = 4096, seed: UInt64 = 7) {
        var random = RandomSource(seed: seed)
        let w = generator.mapping(random.normal([samples, generator.configuration.zDimension]))
        let mean = w.sumOfRows() * (1 / Float(samples))
        let centred = w.addingToChannels(mean * -1)
        self.mean = mean.reshaped([1, mean.count])
        root = Self.choleskyRoot(centred.matmul(centred, transposeSelf: true) * (1 / Float(samples)))
    }

    /// The codes at some deviations from the mean: [N, W] → [N, W].
    func codes(_ deviations: Tensor) -> Tensor {
        deviations.linear(weight: root).addingToChannels(mean.reshaped([mean.count]))
    }

    /// The deviations of some codes: [N, W] → [N, W].
    func deviations(_ codes: Tensor) -> Tensor {
        let width = mean.count
        let (l, m, w) = (root.values, mean.values, codes.values)
        var result = [Float](repeating: 0, count: w.count)
        for row in 0..<codes.shape[0] {
            for i in 0..<width {
                var rest = Double(w[row * width + i] - m[i])
                for j in 0..<i { rest -= Double(l[i * width + j]) * Double(result[row * width + j]) }
                result[row * width + i] = Float(rest / Double(l[i * width + i]))
            }
        }
        return Tensor(codes.shape, result)
    }

    /// The lower triangular root of a symmetric matrix with no negative eigenvalues; a thousandth of the mean diagonal is added to it, so
    /// that directions in which nothing varies have a root too.
    static func choleskyRoot(_ matrix: Tensor) -> Tensor {
        let width = matrix.shape[0]
        var l = matrix.values.map(Double.init)
        let ridge = 1e-3 * (0..<width).reduce(0) { $0 + l[$1 * width + $1] } / Double(width) + 1e-12
        l.withUnsafeMutableBufferPointer { l in
            for i in 0..<width {
                for j in 0...i {
                    var sum = l[i * width + j] + (i == j ? ridge : 0)
                    for k in 0..<j { sum -= l[i * width + k] * l[j * width + k] }
                    l[i * width + j] = i == j ? max(sum, 1e-12).squareRoot() : sum / l[j * width + j]
                }
                for j in i + 1..<width { l[i * width + j] = 0 }
            }
        }
        return Tensor([width, width], l.map(Float.init))
    }
}
