import Tensor

/// ResNet-50 (He et al. 2016) with a dense layer behind it: the trunk of the published attribute predictor.
struct BottleneckTrunk: Sendable {
    private static let expansion = 4
    private let stem: NormalizedConvolution
    private let blocks: [Block]
    private let dense: Linear
    private let denseNorm: BatchNorm
    private let resolution: Int

    private struct Block: Sendable {
        let reduce, spatial, expand: NormalizedConvolution
        let shortcut: NormalizedConvolution?

        func callAsFunction(_ x: Tensor) -> Tensor {
            let inner = spatial(reduce(x, activation: .relu), activation: .relu)
            return expand(inner, residual: shortcut.map { $0(x) } ?? x, activation: .relu)
        }
    }

    init(_ configuration: TrunkConfiguration, _ source: some ParameterSource) throws(WeightFileError) {
        resolution = configuration.resolution
        stem = try NormalizedConvolution("trunk.stem", [7, 7, 3, configuration.stem], stride: 2, source)
        var blocks: [Block] = []
        var input = configuration.stem
        for (stage, (width, count)) in zip(configuration.widths, configuration.blocks).enumerated() {
            for index in 0..<count {
                let name = "trunk.block.\(blocks.count)"
                let stride = index == 0 && stage > 0 ? 2 : 1
                let output = Self.expansion * width
                blocks.append(
                    Block(
                        reduce: try NormalizedConvolution(name + ".reduce", [1, 1, input, width], source),
                        spatial: try NormalizedConvolution(name + ".spatial", [3, 3, width, width], stride: stride, source),
                        expand: try NormalizedConvolution(name + ".expand", [1, 1, width, output], source),
                        shortcut: index == 0
                            ? try NormalizedConvolution(name + ".shortcut", [1, 1, input, output], stride: stride, source) : nil))
                input = output
            }
        }
        self.blocks = blocks
        dense = try source.linear("trunk.dense", input: input, output: configuration.features)
        denseNorm = try source.norm("trunk.dense.norm", channels: configuration.features)
    }

    /// - Parameter pictures: [N, resolution, resolution, 3], range ±1.
    /// - Returns: [N, features]; rectified.
    func callAsFunction(_ pictures: Tensor) -> Tensor {
        var x = stem(Self.normalized(pictures), activation: .relu).maxPooled(kernel: 3, ConvolutionGeometry(stride: 2, padding: 1))
        for block in blocks { x = block(x) }
        return denseNorm(dense(x.globalAverage()), training: false).relu()
    }

    /// The numbers that the network was trained on: 0…255 with the half that the published code adds, then the mean and deviation
    /// of ImageNet's colours.
    private static func normalized(_ pictures: Tensor) -> Tensor {
        let (mean, deviation): ([Float], [Float]) = ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
        let unit = (pictures * 127.5 + 128).clamped(to: 0...255) * (1 / 255)
        return unit.multiplyingChannels(Tensor([3], deviation.map { 1 / $0 }))
            .addingToChannels(Tensor([3], zip(mean, deviation).map { -$0 / $1 }))
    }
}
