import Tensor

/// Features of pictures by a convolutional network whose weights are random and stay so: nothing was ever trained with it or for it.
///
/// Four layers of 3 × 3 kernels, rectified, each halving the size by area; the features are every layer's channels averaged over a grid
/// of 4 × 4 fields. Random kernels see colour, edges and texture at four scales and roughly where they are, and they forget nothing that
/// the attributes have no use for, as a trained predictor may. Untrained features have large means, so they are told in deviations
/// from those of the data (`Standard`).
struct UntrainedNetwork {
    private static let widths = [32, 64, 96, 128]
    private static let grid = 4
    private let kernels: [Tensor]

    init(seed: UInt64 = 2019) {
        var random = RandomSource(seed: seed)
        kernels = zip([3] + Self.widths, Self.widths).map { input, output in
            // He et al. 2015: the size of signals stays the same through rectified layers.
            random.normal([3, 3, input, output], deviation: (2 / Float(9 * input)).squareRoot())
        }
    }

    /// - Parameter pictures: [N, 128, 128, 3], range ±1, or any other power of two; small ones have fewer fields.
    /// - Returns: [N, 16 · 320].
    func features(_ pictures: Tensor) -> Tensor {
        var x = pictures
        let layers = kernels.map { kernel in
            x = x.convolved(with: kernel).leakyReLU().areaDownscaled(by: min(2, x.shape[1]))
            let fields = x.areaDownscaled(by: max(1, x.shape[1] / Self.grid))
            return fields.reshaped([fields.shape[0], fields.count / fields.shape[0]])
        }
        return Tensor.concatenated(layers, axis: 1)
    }

    /// Mean and deviation of every feature over some pictures.
    struct Standard {
        private let mean, scale: Tensor

        /// - Parameter features: [N, D].
        init(_ features: Tensor) {
            let share = 1 / Float(features.shape[0])
            mean = features.sumOfRows() * share
            let variance = features.addingToChannels(mean * -1).squared().sumOfRows() * share
            scale = variance.reciprocalSquareRoot(epsilon: 1e-8)
        }

        /// [N, D] → [N, D].
        func deviations(_ features: Tensor) -> Tensor { features.addingToChannels(mean * -1).multiplyingChannels(scale) }
    }
}
