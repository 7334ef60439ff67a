public import Tensor

/// The semantic field F of one attribute: a location in W → the direction that raises the attribute there (section 4.2).
public struct SemanticField: Sendable {
    public static let layers = 8
    private let dense: [Linear]

    /// - Parameter width: 512, the length of w.
    public init(width: Int, _ source: some ParameterSource) throws(WeightFileError) {
        var dense: [Linear] = []
        for layer in 0..<Self.layers { dense.append(try source.linear("field.\(layer)", input: width, output: width)) }
        self.dense = dense
    }

    /// Fresh weights; the last layer starts small, so that the first steps are short.
    public static func initialParameters(width: Int, seed: UInt64) -> Parameters {
        var initializer = WeightInitializer(seed: seed)
        for layer in 0..<layers {
            initializer.linear("field.\(layer)", input: width, output: width, gain: layer == layers - 1 ? 0.01 : 2)
        }
        return initializer.parameters
    }

    /// - Parameter w: [N, 512].
    /// - Returns: f = F(w), [N, 512].
    public func callAsFunction(_ w: Tensor) -> Tensor {
        dense[Self.layers - 1](dense.dropLast().reduce(w) { $1($0, activation: .leakyReLU) })
    }
}
