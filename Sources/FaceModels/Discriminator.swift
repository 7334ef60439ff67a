public import Tensor

/// Sizes of the discriminator.
public struct DiscriminatorConfiguration: Codable, Sendable, Hashable {
    public var resolution: Int
    public var channels: [String: Int]
    /// Whether the last convolution is also told how much the pictures of a batch differ; nil: no.
    public var minibatchDeviation: Bool?

    public init(resolution: Int, channels: [String: Int], minibatchDeviation: Bool? = nil) {
        self.resolution = resolution
        self.channels = channels
        self.minibatchDeviation = minibatchDeviation
    }

    var resolutions: [Int] { Array(sequence(first: resolution) { $0 / 2 }.prefix { $0 >= 4 }) }

    func channels(at resolution: Int) throws(ModelError) -> Int {
        guard let count = channels[String(resolution)], count > 0 else {
            throw .configuration("the discriminator's configuration names no channels at \(resolution) pixels")
        }
        return count
    }
}

/// The residual discriminator D of StyleGAN2: how real a picture looks; equation 8 keeps edits where it is high.
public struct Discriminator: Sendable {
    public let configuration: DiscriminatorConfiguration
    private let fromRGB: (weight: Tensor, bias: Tensor)
    private let blocks: [Block]
    private let final: (weight: Tensor, bias: Tensor)
    private let dense, out: Linear

    private struct Block: Sendable {
        let first, firstBias, second, secondBias, skip: Tensor
    }

    public init(_ configuration: DiscriminatorConfiguration, _ source: some ParameterSource) throws {
        guard (4...1024).contains(configuration.resolution), configuration.resolution.nonzeroBitCount == 1 else {
            throw ModelError.configuration(
                "the discriminator's resolution \(configuration.resolution) is not a power of two from 4 to 1024")
        }
        self.configuration = configuration
        let resolutions = configuration.resolutions
        var width = try configuration.channels(at: configuration.resolution)
        fromRGB = (
            try source.tensor("from_rgb.weight", [3, width]).reshaped([1, 1, 3, width]), try source.tensor("from_rgb.bias", [width])
        )
        var blocks: [Block] = []
        for (index, resolution) in resolutions.dropFirst().enumerated() {
            let next = try configuration.channels(at: resolution)
            let name = "block.\(index)"
            blocks.append(
                Block(
                    first: try source.tensor(name + ".conv0.weight", [3, 3, width, width]),
                    firstBias: try source.tensor(name + ".conv0.bias", [width]),
                    second: try source.tensor(name + ".conv1.weight", [3, 3, width, next]),
                    secondBias: try source.tensor(name + ".conv1.bias", [next]),
                    skip: try source.tensor(name + ".skip.weight", [width, next]).reshaped([1, 1, width, next])))
            width = next
        }
        self.blocks = blocks
        let extra = configuration.minibatchDeviation == true ? 1 : 0
        final = (try source.tensor("final.conv.weight", [3, 3, width + extra, width]), try source.tensor("final.conv.bias", [width]))
        dense = try source.linear("final.dense", input: 16 * width, output: width)
        out = try source.linear("final.out", input: width, output: 1)
    }

    /// - Parameter pictures: [N, resolution, resolution, 3], range ±1.
    /// - Returns: logits, [N, 1]; higher is more real.
    public func callAsFunction(_ pictures: Tensor) -> Tensor {
        let pointwise = ConvolutionGeometry(stride: 1, padding: 0)
        var x = activate(pictures.convolved(with: fromRGB.weight, pointwise), fromRGB.bias)
        for block in blocks {
            let skip = x.filtered(.halving).convolved(with: block.skip, pointwise)
            let inner = activate(x.convolved(with: block.first), block.firstBias)
            let branch = activate(
                inner.filtered(.beforeStride).convolved(with: block.second, ConvolutionGeometry(stride: 2, padding: 0)), block.secondBias)
            x = (branch + skip) * Float(0.5).squareRoot()
        }
        if configuration.minibatchDeviation == true { x = x.appendingMinibatchDeviation() }
        x = activate(x.convolved(with: final.weight), final.bias)
        return out(dense(x.reshaped([x.shape[0], x.count / x.shape[0]])).leakyReLU(gain: Float(2).squareRoot()))
    }

    private func activate(_ x: Tensor, _ bias: Tensor) -> Tensor { x.addingToChannels(bias).leakyReLU(gain: Float(2).squareRoot()) }
}

extension Tensor {
    /// [N, H, W, C] → [N, H, W, C + 1]: one more channel, the mean standard deviation over a group of four pictures of the batch.
    ///
    /// Picture i belongs to group i mod (N / G), as in Karras et al. 2020; where N is not a multiple of four, G is its largest divisor
    /// below, so that a picture alone has the deviation √ε.
    func appendingMinibatchDeviation() -> Tensor {
        let (count, area, inner) = (shape[0], shape[1] * shape[2], self.count / max(1, shape[0]))
        let size = (1...4).last { count % $0 == 0 } ?? 1
        let groups = count / size
        let rows = reshaped([size, groups * inner])
        func overPictures(_ x: Tensor) -> Tensor { x.sumOfRows() * (1 / Float(size)) }
        let mean = overPictures(rows)
        let variance = overPictures((rows - mean.repeated(size)).squared())
        let epsilon: Float = 1e-8
        let deviation = (variance + epsilon) * variance.reciprocalSquareRoot(epsilon: epsilon)
        let means = deviation.reshaped([groups, inner]).linear(weight: Tensor([1, inner], repeating: 1 / Float(inner)))
        let channel = means.linear(weight: Tensor([area, 1], repeating: 1))
        return Tensor.concatenated([self, channel.repeated(size).reshaped([count, shape[1], shape[2], 1])], axis: 3)
    }
}
