import CKernels

/// A convolution with constant weights, packed for the kernels of this processor when it is first used.
public final class PackedConvolution: Sendable {
    /// What is computed from the weights.
    public enum Kind: Sendable, Hashable {
        /// Cross-correlation; 3×3 of stride 1 and border 1 goes by Winograd where the map is large enough.
        case gather(ConvolutionGeometry)
        /// A transposed 3×3 convolution of stride 2 followed by [1, 3, 3, 1] / 4 along both axes: doubles height and width.
        case doubling
    }

    public let kind: Kind
    let inputChannels, outputChannels: Int
    let kernels: Kernels
    private let kernelSize: (height: Int, width: Int)
    private let direct, directAdjoint: Lazily<DirectConvolution>
    private let winograd, winogradAdjoint: Lazily<WinogradConvolution>
    private let up, upAdjoint: Lazily<UpConvolution>
    private let smallUp: Lazily<SmallUpConvolution>

    /// Below so many positions a side the weights are the work, and transforms would only multiply them.
    private static let smallestTransformed = 12

    public convenience init(_ weights: ConvolutionWeights, _ kind: Kind) { self.init(weights, kind, .current) }

    init(_ weights: ConvolutionWeights, _ kind: Kind, _ kernels: Kernels) {
        self.kind = kind
        self.kernels = kernels
        (inputChannels, outputChannels) = (weights.inputChannels, weights.outputChannels)
        kernelSize = (weights.kernelHeight, weights.kernelWidth)
        precondition(kind != .doubling || weights.taps == 9, "PackedConvolution: doubling takes a 3×3 kernel")
        let geometry = if case .gather(let geometry) = kind { geometry } else { ConvolutionGeometry(stride: 2, padding: 0) }
        direct = Lazily { DirectConvolution(kernels, weights, geometry) }
        directAdjoint = Lazily {
            kind == .doubling
                ? DirectConvolution(kernels, weights, geometry, adjoint: true, isFlipped: false)
                : DirectConvolution(kernels, weights, ConvolutionGeometry(), adjoint: true)
        }
        winograd = Lazily { WinogradConvolution(kernels, weights) }
        winogradAdjoint = Lazily { WinogradConvolution(kernels, weights, adjoint: true) }
        up = Lazily { UpConvolution(kernels, weights) }
        upAdjoint = Lazily { UpConvolution(kernels, weights, adjoint: true) }
        smallUp = Lazily { SmallUpConvolution(kernels, weights) }
    }

    /// Whether `adjoint` can be asked: for 3×3 kernels of stride 1 and border 1, and for doubling.
    var hasAdjoint: Bool { kind == .doubling || isSame }

    private var isSame: Bool { kind == .gather(ConvolutionGeometry()) && kernelSize == (3, 3) }

    private func isLarge(_ height: Int, _ width: Int) -> Bool { min(height, width) >= Self.smallestTransformed }

    /// Height and width of the result.
    func outputSize(_ height: Int, _ width: Int) -> (height: Int, width: Int) {
        switch kind {
        case .doubling: (2 * height, 2 * width)
        case .gather(let geometry):
            (geometry.outputSize(height, kernel: kernelSize.height), geometry.outputSize(width, kernel: kernelSize.width))
        }
    }

    /// x [height, width, Cin] → y; x is multiplied by scale[channel] on the way.
    func run(
        _ x: UnsafePointer<Float>, height: Int, width: Int, scale: UnsafePointer<Float>?, _ y: UnsafeMutablePointer<Float>,
        _ epilogue: kernel_epilogue
    ) {
        switch kind {
        case .doubling:
            if isLarge(height, width) {
                up.value.run(x, height: height, width: width, scale: scale, y, epilogue)
            } else {
                smallUp.value.run(x, height: height, width: width, scale: scale, y, epilogue)
            }
        case .gather:
            if isSame, isLarge(height, width) {
                winograd.value.run(x, height: height, width: width, scale: scale, y, epilogue)
            } else {
                direct.value.run(x, height: height, width: width, scale: scale, y, epilogue)
            }
        }
    }

    /// The gradient of the (scaled) input, [height, width, Cin], from that of the result.
    func runAdjoint(_ g: UnsafePointer<Float>, height: Int, width: Int, _ x: UnsafeMutablePointer<Float>) {
        precondition(hasAdjoint, "PackedConvolution: no adjoint for \(kind)")
        if kind == .doubling {
            let strips = BlurStrips(height: 2 * height, width: 2 * width, channels: outputChannels, loops: kernels.loops)
            let map = Storage(count: (2 * height + 1) * strips.rowLength)
            strips.adjoint(g, map.pointer)
            if isLarge(height, width) {
                upAdjoint.value.runAdjoint(map.pointer, height: height, width: width, x)
            } else {
                directAdjoint.value.run(
                    map.pointer, height: 2 * height + 1, width: 2 * width + 1, scale: nil, x, kernel_epilogue(activation: .none))
            }
        } else if isLarge(height, width) {
            winogradAdjoint.value.run(g, height: height, width: width, scale: nil, x, kernel_epilogue(activation: .none))
        } else {
            directAdjoint.value.run(g, height: height, width: width, scale: nil, x, kernel_epilogue(activation: .none))
        }
    }

    /// activation(convolution + bias + residual), without a record for gradients.
    ///
    /// - Parameters:
    ///   - x: [N, H, W, Cin].
    ///   - bias: [Cout].
    ///   - residual: shape of the result.
    /// - Returns: [N, Hout, Wout, Cout].
    public func callAsFunction(_ x: Tensor, bias: Tensor? = nil, residual: Tensor? = nil, activation: Activation = .none) -> Tensor {
        precondition(x.rank == 4 && x.shape[3] == inputChannels, "PackedConvolution: input \(x.shape), \(inputChannels) channels")
        let (samples, height, width) = (x.shape[0], x.shape[1], x.shape[2])
        let size = outputSize(height, width)
        let shape = [samples, size.height, size.width, outputChannels]
        precondition(residual.map { $0.shape == shape } ?? true, "PackedConvolution: residual \(residual!.shape), result \(shape)")
        return Tensor(shape) { out in
            for sample in 0..<samples {
                let offset = sample * size.height * size.width * outputChannels
                run(
                    x.pointer + sample * height * width * inputChannels, height: height, width: width, scale: nil, out + offset,
                    kernel_epilogue(bias: bias?.pointer, residual: residual.map { $0.pointer + offset }, activation: activation))
            }
        }
    }
}
