import Tensor

/// Widths of the trunk that predictor and identity network share in shape, not in weights.
public struct TrunkConfiguration: Codable, Sendable, Hashable {
    /// Height and width of the input picture, pixels.
    public var resolution: Int
    /// Channels after the stem, at half the resolution.
    public var stem: Int
    /// Channels of the residual blocks; each halves height and width.
    public var widths: [Int]
    /// Length of the feature vector.
    public var features: Int

    public var architecture: TrunkArchitecture
    /// Blocks of each width, for the published architectures.
    public var blocks: [Int]

    public init(
        resolution: Int = 128, stem: Int = 32, widths: [Int] = [48, 96, 160, 256], features: Int = 256,
        architecture: TrunkArchitecture = .residual, blocks: [Int] = []
    ) {
        self.resolution = resolution
        self.stem = stem
        self.widths = widths
        self.features = features
        self.architecture = architecture
        self.blocks = blocks
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        resolution = try values.decode(Int.self, forKey: .resolution)
        stem = try values.decode(Int.self, forKey: .stem)
        widths = try values.decode([Int].self, forKey: .widths)
        features = try values.decode(Int.self, forKey: .features)
        // Files from before there was a choice.
        architecture = try values.decodeIfPresent(TrunkArchitecture.self, forKey: .architecture) ?? .residual
        blocks = try values.decodeIfPresent([Int].self, forKey: .blocks) ?? []
    }

    /// Height and width of the last feature map.
    var finalSize: Int { resolution >> (1 + widths.count) }
    var flattened: Int { finalSize * finalSize * (widths.last ?? stem) }
}

/// A residual convolutional network (He et al. 2016): stem, blocks that halve the size, one dense layer over all positions.
///
/// The last feature map is flattened, not averaged: faces are aligned, so where something is tells what it is.
struct ResidualTrunk: Sendable {
    private let stem: Tensor
    private let stemNorm: BatchNorm
    private let blocks: [ResidualBlock]
    private let dense: Linear
    private let denseNorm: BatchNorm
    private let configuration: TrunkConfiguration
    private let stemLayer: FoldedConvolution

    init(_ configuration: TrunkConfiguration, _ source: some ParameterSource) throws(WeightFileError) {
        self.configuration = configuration
        stem = try source.tensor("trunk.stem.weight", [3, 3, 3, configuration.stem])
        stemNorm = try source.norm("trunk.stem.norm", channels: configuration.stem)
        stemLayer = FoldedConvolution(stem, stemNorm, ConvolutionGeometry(stride: 2, padding: 1))
        var blocks: [ResidualBlock] = []
        var input = configuration.stem
        for (index, width) in configuration.widths.enumerated() {
            blocks.append(try ResidualBlock("trunk.block.\(index)", input: input, output: width, source))
            input = width
        }
        self.blocks = blocks
        dense = try source.linear("trunk.dense", input: configuration.flattened, output: configuration.features)
        denseNorm = try source.norm("trunk.dense.norm", channels: configuration.features)
    }

    static func initialize(_ configuration: TrunkConfiguration, _ initializer: inout WeightInitializer) {
        initializer.convolution("trunk.stem.weight", kernel: 3, input: 3, output: configuration.stem)
        initializer.norm("trunk.stem.norm", channels: configuration.stem)
        var input = configuration.stem
        for (index, width) in configuration.widths.enumerated() {
            ResidualBlock.initialize("trunk.block.\(index)", input: input, output: width, &initializer)
            input = width
        }
        initializer.linear("trunk.dense", input: configuration.flattened, output: configuration.features)
        initializer.norm("trunk.dense.norm", channels: configuration.features)
    }

    /// - Parameter pictures: [N, resolution, resolution, 3], range ±1.
    /// - Returns: [N, features]; rectified.
    func callAsFunction(_ pictures: Tensor, training: Bool) -> Tensor {
        let size = configuration.resolution
        precondition(
            pictures.shape == [pictures.shape[0], size, size, 3], "trunk: pictures \(pictures.shape), expected [N, \(size), \(size), 3]")
        // Gradients and batch statistics need every operation by itself; serving needs neither.
        let isPlain = training || pictures.isTracked || stem.isTracked
        var x =
            isPlain
            ? stemNorm(pictures.convolved(with: stem, ConvolutionGeometry(stride: 2, padding: 1)), training: training).relu()
            : stemLayer(pictures, activation: .relu)
        for block in blocks { x = isPlain ? block(x, training: training) : block.folded(x) }
        return denseNorm(dense(x.reshaped([pictures.shape[0], configuration.flattened])), training: training).relu()
    }
}

/// Two 3×3 convolutions with batch norm beside a 1×1 short cut; the first halves the size.
private struct ResidualBlock: Sendable {
    private let first, second, shortcut: Tensor
    private let firstNorm, secondNorm, shortcutNorm: BatchNorm
    private let firstLayer, secondLayer, shortcutLayer: FoldedConvolution

    init(_ name: String, input: Int, output: Int, _ source: some ParameterSource) throws(WeightFileError) {
        first = try source.tensor(name + ".conv0.weight", [3, 3, input, output])
        firstNorm = try source.norm(name + ".conv0.norm", channels: output)
        second = try source.tensor(name + ".conv1.weight", [3, 3, output, output])
        secondNorm = try source.norm(name + ".conv1.norm", channels: output)
        shortcut = try source.tensor(name + ".shortcut.weight", [1, 1, input, output])
        shortcutNorm = try source.norm(name + ".shortcut.norm", channels: output)
        firstLayer = FoldedConvolution(first, firstNorm, ConvolutionGeometry(stride: 2, padding: 1))
        secondLayer = FoldedConvolution(second, secondNorm, ConvolutionGeometry())
        shortcutLayer = FoldedConvolution(shortcut, shortcutNorm, ConvolutionGeometry(stride: 2, padding: 0))
    }

    static func initialize(_ name: String, input: Int, output: Int, _ initializer: inout WeightInitializer) {
        initializer.convolution(name + ".conv0.weight", kernel: 3, input: input, output: output)
        initializer.norm(name + ".conv0.norm", channels: output)
        initializer.convolution(name + ".conv1.weight", kernel: 3, input: output, output: output)
        // A residual branch that starts at zero lets the short cuts carry the first steps.
        initializer.norm(name + ".conv1.norm", channels: output, scale: 0)
        initializer.convolution(name + ".shortcut.weight", kernel: 1, input: input, output: output)
        initializer.norm(name + ".shortcut.norm", channels: output)
    }

    /// [N, H, W, in] → [N, H/2, W/2, out]
    func callAsFunction(_ x: Tensor, training: Bool) -> Tensor {
        let half = ConvolutionGeometry(stride: 2, padding: 1)
        let inner = firstNorm(x.convolved(with: first, half), training: training).relu()
        let branch = secondNorm(inner.convolved(with: second), training: training)
        let short = shortcutNorm(x.convolved(with: shortcut, ConvolutionGeometry(stride: 2, padding: 0)), training: training)
        return (branch + short).relu()
    }

    /// The same with the norms folded into the convolutions.
    func folded(_ x: Tensor) -> Tensor {
        secondLayer(firstLayer(x, activation: .relu), residual: shortcutLayer(x), activation: .relu)
    }
}

extension TrunkConfiguration {
    func validate() throws(ModelError) {
        if architecture != .residual {
            guard (16...1024).contains(resolution), (1...4096).contains(stem), (1...4096).contains(features),
                (1...8).contains(widths.count),
                widths.allSatisfy({ (1...2048).contains($0) }), blocks.count == widths.count, blocks.allSatisfy({ (1...64).contains($0) }),
                resolution >> (widths.count + 1) > 0
            else { throw .configuration("the sizes of the convolutional trunk are out of range") }
            return
        }
        guard (16...1024).contains(resolution), (1...4096).contains(stem), (1...4096).contains(features), (1...8).contains(widths.count),
            widths.allSatisfy({ (1...4096).contains($0) }), finalSize > 0, finalSize << (1 + widths.count) == resolution
        else { throw .configuration("the sizes of the convolutional trunk are out of range") }
    }
}
