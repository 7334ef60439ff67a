import Tensor

/// The style of one layer: an affine map of w to a factor for every input channel.
struct StyleAffine: Sendable {
    private let linear: Linear

    init(_ name: String, w: Int, channels: Int, _ source: some ParameterSource) throws(WeightFileError) {
        linear = try source.linear(name + ".style", input: w, output: channels)
    }

    /// [N, w] → [N, Cin]
    func callAsFunction(_ w: Tensor) -> Tensor { linear(w) }
}

/// A 3×3 convolution modulated by a style and demodulated (Karras et al. 2020, section 2.2), with noise and leaky ReLU.
///
/// Activations are modulated instead of weights, which is the same: conv(x, w·s) = conv(x·s, w). So weights stay constant, and
/// demodulation is one factor a channel, 1/√(Σ w²·s²), that multiplies the result.
struct ModulatedConvolution: Sendable {
    /// [3, 3, Cin, Cout]; for up-sampling the scatter's kernel.
    private let weights: ConvolutionWeights
    private let packed: PackedConvolution
    /// The weights themselves if their gradients are wanted.
    private let trackedWeight: Tensor?
    /// Σ over the kernel of w²: [Cout, Cin].
    private let energy: Tensor
    private let bias: Tensor
    private let noiseStrength: Float
    private let style: StyleAffine
    private let up: Bool
    /// The checkpoint's own noise map, [H, W].
    let storedNoise: Tensor
    let resolution: Int

    init(
        _ name: String, w: Int, input: Int, output: Int, resolution: Int, up: Bool, _ source: some ParameterSource
    ) throws(WeightFileError) {
        let stored = try source.tensor(name + ".weight", [3, 3, input, output])
        weights = try source.convolution(name + ".weight", [3, 3, input, output])
        packed = PackedConvolution(weights, up ? .doubling : .gather(ConvolutionGeometry()))
        trackedWeight = stored.isTracked ? stored : nil
        energy = stored.squared().reshaped([9, input * output]).sumOfRows().reshaped([input, output]).swappingLastTwo()
        bias = try source.tensor(name + ".bias", [output])
        noiseStrength = try source.tensor(name + ".noise_strength", [1]).scalar
        style = try StyleAffine(name, w: w, channels: input, source)
        storedNoise = try source.tensor(name + ".noise", [resolution, resolution])
        self.up = up
        self.resolution = resolution
    }

    /// - Parameters:
    ///   - x: [N, H, W, Cin].
    ///   - w: [N, w].
    ///   - noise: [resolution, resolution], shared by the batch; nil leaves it out.
    /// - Returns: [N, resolution, resolution, Cout].
    func callAsFunction(_ x: Tensor, w: Tensor, noise: Tensor?) -> Tensor {
        let s = style(w)
        let demodulation = s.squared().linear(weight: energy).reciprocalSquareRoot(epsilon: 1e-8)
        let noise = noiseStrength == 0 ? nil : noise
        if let trackedWeight { return reference(x, weight: trackedWeight, style: s, demodulation: demodulation, noise: noise) }
        return x.modulatedConvolution(packed, style: s, demodulation: demodulation, noise: noise, strength: noiseStrength, bias: bias)
    }

    /// The same by one operation after the other: what the fast path is measured against, and where weights get their gradients.
    func reference(_ x: Tensor, weight: Tensor, style s: Tensor, demodulation: Tensor, noise: Tensor?) -> Tensor {
        var y = x.scaledPerSample(s)
        if up {
            let size = x.shape[1] * 2 + 1
            y = y.transposeConvolved(with: weight.swappingLastTwo(), ConvolutionGeometry(stride: 2, padding: 0), size: (size, size))
                .filtered(.smoothing(gain: 4))
        } else {
            y = y.convolved(with: weight)
        }
        y = y.scaledPerSample(demodulation)
        if let noise { y = y.addingToPositions(noise * noiseStrength) }
        return y.addingToChannels(bias).leakyReLU(gain: Float(2).squareRoot())
    }
}

/// A modulated 1×1 convolution to red, green and blue, without demodulation.
struct RGBLayer: Sendable {
    /// [3, Cin]
    private let weight: Tensor
    private let bias: Tensor
    private let style: StyleAffine
    private let input: Int

    init(_ name: String, w: Int, input: Int, _ source: some ParameterSource) throws(WeightFileError) {
        weight = try source.tensor(name + ".weight", [input, 3]).swappingLastTwo()
        bias = try source.tensor(name + ".bias", [3])
        style = try StyleAffine(name, w: w, channels: input, source)
        self.input = input
    }

    /// [N, H, W, Cin] and [N, w] → [N, H, W, 3], added to `picture`.
    func callAsFunction(_ x: Tensor, w: Tensor, addedTo picture: Tensor?) -> Tensor {
        let s = style(w)
        // Here the weights are the smaller side: modulate them.
        let rows = Tensor.concatenated(Array(repeating: s.reshaped([s.shape[0], 1, input]), count: 3), axis: 1)
        return x.toRGB(weight: weight.repeated(s.shape[0]) * rows, bias: bias, addedTo: picture)
    }
}

extension FIRFilter {
    private static let binomial: [Float] = [1, 3, 3, 1]

    /// [1, 3, 3, 1] along both axes after an up-convolution: 2H + 1 → 2H; `gain` in all.
    static func smoothing(gain: Float) -> FIRFilter {
        FIRFilter(taps: binomial.map { $0 * gain.squareRoot() / 8 }, before: 1, after: 1)
    }

    /// [1, 3, 3, 1] before a strided 3×3 convolution without border: H → H + 1.
    static let beforeStride = FIRFilter(taps: binomial.map { $0 / 8 }, before: 2, after: 2)

    /// Halves height and width behind [1, 3, 3, 1].
    static let halving = FIRFilter(taps: binomial.map { $0 / 8 }, down: 2, before: 1, after: 1)
}
