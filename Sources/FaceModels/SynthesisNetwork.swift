public import Tensor

/// The noise maps of one session, one for every convolution: [resolution, resolution] each.
public struct NoiseMaps: Sendable {
    public let maps: [Tensor]
}

/// The synthesis network: w+ → picture, with skip connections to red, green and blue (Karras et al. 2020).
///
/// Of w+, the convolution at 4 pixels takes vector 0 and its RGB layer vector 1; every later resolution takes i, i + 1 for its
/// convolutions and i + 2 for its RGB layer, which the next resolution's first convolution shares; i advances by two.
public struct SynthesisNetwork: Sendable {
    private let constant: Tensor
    private let convolutions: [ModulatedConvolution]
    private let rgb: [RGBLayer]
    private let configuration: GeneratorConfiguration

    init(_ configuration: GeneratorConfiguration, _ source: some ParameterSource) throws {
        self.configuration = configuration
        let w = configuration.wDimension
        var previous = try configuration.channels(at: 4)
        constant = try source.tensor("synthesis.constant", [4, 4, previous])
        var convolutions: [ModulatedConvolution] = []
        var rgb: [RGBLayer] = []
        for resolution in configuration.resolutions {
            let width = try configuration.channels(at: resolution)
            func name() -> String { "synthesis.conv.\(convolutions.count)" }
            if resolution > 4 {
                convolutions.append(
                    try ModulatedConvolution(name(), w: w, input: previous, output: width, resolution: resolution, up: true, source))
            }
            convolutions.append(
                try ModulatedConvolution(name(), w: w, input: width, output: width, resolution: resolution, up: false, source))
            rgb.append(try RGBLayer("synthesis.rgb.\(rgb.count)", w: w, input: width, source))
            previous = width
        }
        self.convolutions = convolutions
        self.rgb = rgb
    }

    /// The checkpoint's own noise.
    public var storedNoise: NoiseMaps { NoiseMaps(maps: convolutions.map(\.storedNoise)) }

    /// Standard normal noise from a seed.
    public func noise(seed: UInt64) -> NoiseMaps {
        var random = RandomSource(seed: seed)
        return NoiseMaps(maps: convolutions.map { random.normal([$0.resolution, $0.resolution]) })
    }

    /// - Parameters:
    ///   - wPlus: [N, layers, 512].
    ///   - noise: nil draws without noise.
    /// - Returns: [N, resolution, resolution, 3], nominally ±1, not clamped.
    public func callAsFunction(_ wPlus: Tensor, noise: NoiseMaps?) -> Tensor {
        let samples = wPlus.shape[0]
        precondition(
            wPlus.shape == [samples, configuration.wPlusLayers, configuration.wDimension],
            "synthesis: w+ \(wPlus.shape), expected [N, \(configuration.wPlusLayers), \(configuration.wDimension)]")
        let layers = (0..<configuration.wPlusLayers).map {
            wPlus.slice(axis: 1, $0..<$0 + 1).reshaped([samples, configuration.wDimension])
        }
        var x = convolutions[0](constant.repeated(samples), w: layers[0], noise: noise?.maps[0])
        var picture = rgb[0](x, w: layers[1], addedTo: nil)
        for block in 1..<rgb.count {
            let first = 2 * block - 1
            x = convolutions[first](x, w: layers[first], noise: noise?.maps[first])
            x = convolutions[first + 1](x, w: layers[first + 1], noise: noise?.maps[first + 1])
            picture = rgb[block](x, w: layers[first + 2], addedTo: picture.doubled())
        }
        return picture
    }
}
