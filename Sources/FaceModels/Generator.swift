import Foundation
public import Tensor

/// A StyleGAN2 generator: mapping network, truncation, synthesis network.
public struct Generator: Sendable {
    public let configuration: GeneratorConfiguration
    public let mapping: MappingNetwork
    public let synthesis: SynthesisNetwork
    /// The mean of w over random z: [1, 512].
    public let wAverage: Tensor
    /// M(0) without the pixel norm, the mean point of equation 11: [1, 512].
    public let mappingOfZero: Tensor

    public init(_ configuration: GeneratorConfiguration, _ source: some ParameterSource) throws {
        try configuration.validate()
        self.configuration = configuration
        mapping = try MappingNetwork(configuration, source)
        synthesis = try SynthesisNetwork(configuration, source)
        wAverage = try source.tensor("w_average", [configuration.wDimension]).reshaped([1, configuration.wDimension])
        mappingOfZero = mapping.withoutNorm(Tensor([1, configuration.zDimension]))
    }

    /// The z of some seeds: [seeds.count, 512], standard normal.
    public func z(seeds: [UInt64]) -> Tensor {
        Tensor.concatenated(
            seeds.map { seed in
                var random = RandomSource(seed: seed)
                return random.normal([1, configuration.zDimension])
            }, axis: 0)
    }

    /// w ← w̄ + ψ·(w − w̄).
    ///
    /// - Parameter psi: 1 leaves w as it is, 0 gives the mean face.
    public func truncated(_ w: Tensor, psi: Float) -> Tensor {
        guard psi != 1 else { return w }
        return (w * psi).addingToChannels(wAverage.reshaped([configuration.wDimension]) * (1 - psi))
    }

    /// One vector for all layers: [N, 512] → [N, layers, 512].
    public func wPlus(_ w: Tensor) -> Tensor {
        let row = w.reshaped([w.shape[0], 1, configuration.wDimension])
        return Tensor.concatenated(Array(repeating: row, count: configuration.wPlusLayers), axis: 1)
    }
}
