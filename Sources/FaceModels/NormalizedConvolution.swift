import Tensor

/// A convolution and the batch norm behind it, for networks that are run but not trained here: folded together where nothing is
/// recorded, one after the other where gradients to the picture are wanted.
struct NormalizedConvolution: Sendable {
    private let weight: Tensor
    private let norm: BatchNorm
    private let geometry: ConvolutionGeometry
    private let folded: FoldedConvolution

    /// - Parameter shape: [kh, kw, Cin, Cout] of `name.weight`; the norm is `name.norm`.
    init(_ name: String, _ shape: [Int], stride: Int = 1, _ source: some ParameterSource) throws(WeightFileError) {
        weight = try source.tensor(name + ".weight", shape)
        norm = try source.norm(name + ".norm", channels: shape[3])
        geometry = ConvolutionGeometry(stride: stride, padding: shape[0] / 2)
        folded = FoldedConvolution(weight, norm, geometry)
    }

    /// activation(norm(conv(x)) + residual).
    func callAsFunction(_ x: Tensor, residual: Tensor? = nil, activation: Activation = .none) -> Tensor {
        guard x.isTracked || (residual?.isTracked ?? false) else { return folded(x, residual: residual, activation: activation) }
        var y = norm(x.convolved(with: weight, geometry), training: false)
        if let residual { y = y + residual }
        return activation == .none ? y : y.leakyReLU(slope: activation.slope, gain: activation.gain)
    }
}
