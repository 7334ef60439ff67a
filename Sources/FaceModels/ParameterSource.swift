public import Tensor

/// Where a network finds its weights by name: a file when serving, a dictionary while training.
public protocol ParameterSource: Sendable {
    /// - Throws: when the tensor is missing or has another shape.
    func tensor(_ name: String, _ shape: [Int]) throws(WeightFileError) -> Tensor
}

extension SafeTensorsFile: ParameterSource {}

/// Named weights in memory.
public struct Parameters: ParameterSource, Sendable {
    public private(set) var tensors: [String: Tensor]

    public init(_ tensors: [String: Tensor] = [:]) { self.tensors = tensors }

    public subscript(name: String) -> Tensor? {
        get { tensors[name] }
        set { tensors[name] = newValue }
    }

    public func tensor(_ name: String, _ shape: [Int]) throws(WeightFileError) -> Tensor {
        guard let tensor = tensors[name] else { throw .missing(tensor: name) }
        guard tensor.shape == shape else { throw .wrongShape(tensor: name, found: tensor.shape, expected: shape) }
        return tensor
    }

    /// The names that are trained, in a fixed order: all but batch-norm's running averages.
    public var trainableNames: [String] { tensors.keys.filter { !$0.contains(".running_") }.sorted() }

    /// The same weights with every trainable one as a leaf whose gradient can be asked for.
    public func tracked() -> (parameters: Parameters, leaves: [Tensor]) {
        var copy = self
        let names = trainableNames
        for name in names { copy.tensors[name] = tensors[name]!.tracked() }
        return (copy, names.map { copy.tensors[$0]! })
    }
}

/// Initialises weights as He et al. (2015) advise for rectifiers.
struct WeightInitializer {
    var parameters = Parameters()
    private var random: RandomSource

    init(seed: UInt64) { random = RandomSource(seed: seed) }

    /// [kh, kw, in, out]
    mutating func convolution(_ name: String, kernel: Int, input: Int, output: Int) {
        let deviation = (2 / Float(kernel * kernel * input)).squareRoot()
        parameters[name] = random.normal([kernel, kernel, input, output], deviation: deviation)
    }

    /// [out, in] and [out]
    mutating func linear(_ name: String, input: Int, output: Int, gain: Float = 2) {
        parameters[name + ".weight"] = random.normal([output, input], deviation: (gain / Float(input)).squareRoot())
        parameters[name + ".bias"] = Tensor([output])
    }

    mutating func norm(_ name: String, channels: Int, scale: Float = 1) {
        parameters[name + ".scale"] = Tensor([channels], repeating: scale)
        parameters[name + ".shift"] = Tensor([channels])
        parameters[name + ".running_mean"] = Tensor([channels])
        parameters[name + ".running_variance"] = Tensor([channels], repeating: 1)
    }
}

extension ParameterSource {
    func norm(_ name: String, channels: Int) throws(WeightFileError) -> BatchNorm {
        BatchNorm(
            scale: try tensor(name + ".scale", [channels]), shift: try tensor(name + ".shift", [channels]),
            runningMean: try tensor(name + ".running_mean", [channels]), runningVariance: try tensor(name + ".running_variance", [channels])
        )
    }

    /// The weights of a convolution, read when they are packed.
    ///
    /// - Parameter shape: [kh, kw, Cin, Cout].
    func convolution(_ name: String, _ shape: [Int]) throws(WeightFileError) -> ConvolutionWeights {
        _ = try tensor(name, shape)
        return ConvolutionWeights(shape: shape) {
            guard let weight = try? self.tensor(name, shape) else {
                preconditionFailure("\(name) was there when the network was made, and sources do not change")
            }
            return weight
        }
    }

    func linear(_ name: String, input: Int, output: Int) throws(WeightFileError) -> Linear {
        Linear(weight: try tensor(name + ".weight", [output, input]), bias: try tensor(name + ".bias", [output]))
    }
}

/// A fully connected layer: x · Wᵀ + b.
struct Linear: Sendable {
    /// [out, in]
    let weight: Tensor
    /// [out]
    let bias: Tensor
    private let half: HalfWeights?

    init(weight: Tensor, bias: Tensor) {
        self.weight = weight
        self.bias = bias
        half = HalfWeights(weight)
    }

    func callAsFunction(_ x: Tensor, activation: Activation = .none) -> Tensor {
        x.linear(weight: weight, bias: bias, activation: activation, half: half)
    }
}
