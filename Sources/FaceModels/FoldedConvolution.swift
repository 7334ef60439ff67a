import Tensor

/// A convolution and the batch norm behind it as one convolution with a bias, for serving: w′ = w · γ/σ, b′ = β − μ·γ/σ.
struct FoldedConvolution: Sendable {
    private let convolution: PackedConvolution
    private let bias: Tensor

    /// - Parameter weight: [kh, kw, Cin, Cout].
    init(_ weight: Tensor, _ norm: BatchNorm, _ geometry: ConvolutionGeometry) {
        let weight = weight.detached()
        let (factor, offset) = norm.affine
        convolution = PackedConvolution(
            ConvolutionWeights(shape: weight.shape) { weight.multiplyingChannels(factor) }, .gather(geometry))
        bias = offset
    }

    /// [N, H, W, Cin] → [N, H', W', Cout]; the residual is added before the activation.
    func callAsFunction(_ x: Tensor, residual: Tensor? = nil, activation: Activation = .none) -> Tensor {
        convolution(x, bias: bias, residual: residual, activation: activation)
    }
}
