public import Tensor

/// The mapping network M: z → w, fully connected layers behind a pixel norm (Karras et al. 2019, section 2).
public struct MappingNetwork: Sendable {
    private let dense: [Linear]
    private let finalActivation: Bool

    init(_ configuration: GeneratorConfiguration, _ source: some ParameterSource) throws(WeightFileError) {
        var dense: [Linear] = []
        for layer in 0..<configuration.mappingLayers {
            let input = layer == 0 ? configuration.zDimension : configuration.wDimension
            dense.append(try source.linear("mapping.\(layer)", input: input, output: configuration.wDimension))
        }
        self.dense = dense
        finalActivation = configuration.mappingFinalActivation
    }

    /// M without the pixel norm, as equation 11 uses it: [N, z] → [N, w].
    public func withoutNorm(_ z: Tensor) -> Tensor {
        dense.enumerated().reduce(z) { x, layer in
            layer.element(x, activation: layer.offset + 1 < dense.count || finalActivation ? .scaledLeakyReLU : .none)
        }
    }

    /// - Parameter z: [N, z], standard normal.
    /// - Returns: w, [N, w].
    public func callAsFunction(_ z: Tensor) -> Tensor { withoutNorm(Self.pixelNorm(z)) }

    /// z / √(mean z² + ε), row by row.
    static func pixelNorm(_ z: Tensor) -> Tensor {
        let width = z.shape[1]
        let mean = z.squared().sumOfColumns() * (1 / Float(width))
        return z.scaledPerSample(mean.reciprocalSquareRoot(epsilon: 1e-8).reshaped([z.shape[0], 1]).spread(width))
    }
}
