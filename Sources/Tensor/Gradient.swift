import Synchronization

/// One recorded operation: what went in, and how a gradient of what came out is carried back.
final class GradientNode: Sendable {
    private static let counter = Atomic<UInt64>(0)

    /// Grows with the order of recording, so descending order is a topological one.
    let order: UInt64
    let inputs: [GradientNode?]
    /// Gradient of the output → gradients of the inputs; nil where an input wants none.
    nonisolated(unsafe) let pullback: ((Tensor) -> [Tensor?])?

    init(inputs: [GradientNode?] = [], pullback: ((Tensor) -> [Tensor?])? = nil) {
        order = Self.counter.wrappingAdd(1, ordering: .relaxed).oldValue
        self.inputs = inputs
        self.pullback = pullback
    }
}

extension Tensor {
    /// The same values as a leaf of a new graph: `gradients(of:for:)` can be asked for its gradient.
    public func tracked() -> Tensor { Tensor(shape: shape, storage: storage, node: GradientNode()) }

    /// The same values, constant.
    public func detached() -> Tensor { Tensor(shape: shape, storage: storage) }

    /// Whether operations on this tensor are recorded.
    public var isTracked: Bool { node != nil }

    /// This result as the output of a recorded operation, if any input is tracked.
    func recorded(from inputs: [Tensor], _ pullback: @escaping (Tensor) -> [Tensor?]) -> Tensor {
        guard inputs.contains(where: \.isTracked) else { return self }
        return Tensor(shape: shape, storage: storage, node: GradientNode(inputs: inputs.map(\.node), pullback: pullback))
    }
}

/// Reverse-mode differentiation: the gradients of a scalar with respect to tracked leaves.
///
/// - Parameters:
///   - loss: the tensor to differentiate, of one value unless `seed` is given.
///   - seed: the gradient that flows into `loss`, of its shape; 1 by default.
///   - leaves: tensors made by `tracked()`; intermediate results work as well.
/// - Returns: one gradient a leaf, of its shape; zeros where the loss does not depend on it.
public func gradients(of loss: Tensor, seed: Tensor? = nil, for leaves: [Tensor]) -> [Tensor] {
    precondition(seed != nil || loss.count == 1, "gradients(of:): a loss of shape \(loss.shape) needs a seed")
    var collected: [ObjectIdentifier: Tensor] = [:]
    let wanted = Set(leaves.compactMap { $0.node.map(ObjectIdentifier.init) })
    if let root = loss.node {
        collected[ObjectIdentifier(root)] = seed ?? Tensor(loss.shape, repeating: 1)
        for node in reachable(from: root).sorted(by: { $0.order > $1.order }) {
            let key = ObjectIdentifier(node)
            guard let pullback = node.pullback, let gradient = collected[key] else { continue }
            if !wanted.contains(key) { collected[key] = nil }
            for (input, part) in zip(node.inputs, pullback(gradient)) {
                guard let input, let part else { continue }
                let inputKey = ObjectIdentifier(input)
                collected[inputKey] = collected[inputKey].map { $0 + part } ?? part
            }
        }
    }
    return leaves.map { leaf in
        leaf.node.flatMap { collected[ObjectIdentifier($0)] } ?? Tensor(leaf.shape)
    }
}

/// Every node from which a gradient can flow on, the root included.
private func reachable(from root: GradientNode) -> [GradientNode] {
    var seen: Set<ObjectIdentifier> = [ObjectIdentifier(root)]
    var found = [root]
    var next = 0
    while next < found.count {
        for case let input? in found[next].inputs where seen.insert(ObjectIdentifier(input)).inserted {
            found.append(input)
        }
        next += 1
    }
    return found
}
