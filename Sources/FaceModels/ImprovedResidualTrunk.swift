import Tensor

/// The residual network of the published identity model (Deng et al. 2019): every block begins with a norm and has one slope for
/// its two rectifiers; the picture is grey, and all positions of the last map go into one dense layer.
struct ImprovedResidualTrunk: Sendable {
    private let stem: NormalizedConvolution
    private let stemActivation: Activation
    private let blocks: [Block]
    private let finalNorm, denseNorm: BatchNorm
    private let dense: Linear

    private struct Block: Sendable {
        let norm: BatchNorm
        let first, second: NormalizedConvolution
        let shortcut: NormalizedConvolution?
        let activation: Activation

        func callAsFunction(_ x: Tensor) -> Tensor {
            let inner = first(norm(x, training: false), activation: activation)
            return second(inner, residual: shortcut.map { $0(x) } ?? x, activation: activation)
        }
    }

    init(_ configuration: TrunkConfiguration, _ source: some ParameterSource) throws(WeightFileError) {
        stem = try NormalizedConvolution("trunk.stem", [3, 3, 1, configuration.stem], source)
        stemActivation = try Self.activation("trunk.stem", source)
        var blocks: [Block] = []
        var input = configuration.stem
        for (stage, (width, count)) in zip(configuration.widths, configuration.blocks).enumerated() {
            for index in 0..<count {
                let name = "trunk.block.\(blocks.count)"
                let stride = index == 0 && stage > 0 ? 2 : 1
                let changes = stride > 1 || input != width
                blocks.append(
                    Block(
                        norm: try source.norm(name + ".norm", channels: input),
                        first: try NormalizedConvolution(name + ".first", [3, 3, input, input], source),
                        second: try NormalizedConvolution(name + ".second", [3, 3, input, width], stride: stride, source),
                        shortcut: changes
                            ? try NormalizedConvolution(name + ".shortcut", [1, 1, input, width], stride: stride, source) : nil,
                        activation: try Self.activation(name, source)))
                input = width
            }
        }
        self.blocks = blocks
        finalNorm = try source.norm("trunk.norm", channels: input)
        let size = configuration.resolution >> configuration.widths.count
        dense = try source.linear("trunk.dense", input: size * size * input, output: configuration.features)
        denseNorm = try source.norm("trunk.dense.norm", channels: configuration.features)
    }

    private static func activation(_ name: String, _ source: some ParameterSource) throws(WeightFileError) -> Activation {
        Activation(slope: try source.tensor(name + ".slope", [1]).scalar, gain: 1)
    }

    /// - Parameter pictures: [N, resolution, resolution, 3], range ±1.
    /// - Returns: [N, features].
    func callAsFunction(_ pictures: Tensor) -> Tensor {
        // Grey is the plain mean of the colours.
        let grey = pictures.convolved(with: Tensor([1, 1, 3, 1], repeating: 1.0 / 3), ConvolutionGeometry(stride: 1, padding: 0))
        var x = stem(grey, activation: stemActivation).maxPooled(kernel: 2, ConvolutionGeometry(stride: 2, padding: 0))
        for block in blocks { x = block(x) }
        x = finalNorm(x, training: false)
        return denseNorm(dense(x.reshaped([x.shape[0], x.count / x.shape[0]])), training: false)
    }
}
