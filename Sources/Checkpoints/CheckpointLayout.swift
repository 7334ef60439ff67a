public import FaceModels
public import Tensor

/// The tensors of somebody's checkpoint under the names that its framework gave them.
public struct NamedTensors: Sendable {
    /// Values with the shapes of the file, for instance [Cout, Cin, kh, kw]; names without wrappers such as `module.`.
    public var tensors: [String: Tensor]
    /// What a safetensors file says of itself in words.
    public var metadata: [String: String]

    public init(_ tensors: [String: Tensor], metadata: [String: String] = [:]) {
        // The wrapper of networks that were trained on several devices.
        let wrapper = "module."
        let isWrapped = !tensors.isEmpty && tensors.keys.allSatisfy { $0.hasPrefix(wrapper) }
        self.tensors =
            isWrapped
            ? [String: Tensor](uniqueKeysWithValues: tensors.map { (String($0.key.dropFirst(wrapper.count)), $0.value) }) : tensors
        self.metadata = metadata
    }
}

/// One network of a checkpoint, in this project's names and shapes.
public struct ConvertedNetwork: Sendable {
    /// What the model folder uses it for; nil where the checkpoint does not tell, as for a field, which does not know its attribute.
    public var role: ModelManifest.Role?
    /// For people: "StyleGAN2 generator, 256 px, channel multiplier 2".
    public var summary: String
    /// The network's configuration as JSON, stored in the weight file's metadata.
    public var configuration: String
    public var parameters: Parameters

    public init(role: ModelManifest.Role?, summary: String, configuration: String, parameters: Parameters) {
        self.role = role
        self.summary = summary
        self.configuration = configuration
        self.parameters = parameters
    }
}

/// A way in which others name and shape the weights of a network that this project can run.
public protocol CheckpointLayout: Sendable {
    /// - Returns: nil if the tensors are of another kind.
    /// - Throws: if they are of this kind and something is missing or has a wrong shape.
    static func convert(_ checkpoint: NamedTensors) throws(CheckpointError) -> ConvertedNetwork?
}

/// What is wrong with a checkpoint, in one sentence.
public enum CheckpointError: Error, Hashable, CustomStringConvertible {
    case missing(tensor: String, network: String)
    case wrongShape(tensor: String, found: [Int], expected: [Int])
    /// A file that is damaged, hostile or of no known kind.
    case unreadable(String)

    public var description: String {
        switch self {
        case .missing(let tensor, let network): "the checkpoint looks like \(network) but has no tensor \(tensor)"
        case .wrongShape(let tensor, let found, let expected): "tensor \(tensor) has shape \(found), expected \(expected)"
        case .unreadable(let sentence): sentence
        }
    }
}
