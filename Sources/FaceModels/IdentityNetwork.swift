public import Tensor

/// Sizes of the identity network.
public struct IdentityConfiguration: Codable, Sendable, Hashable {
    public var trunk: TrunkConfiguration
    /// Length of the embedding.
    public var embedding: Int

    public init(trunk: TrunkConfiguration = TrunkConfiguration(), embedding: Int = 128) {
        self.trunk = trunk
        self.embedding = embedding
    }
}

/// The identity network `Face` of equation 7: a unit vector that stays when only expression, glasses, beard, pose or light change.
public struct IdentityNetwork: Sendable {
    public let configuration: IdentityConfiguration
    private let trunk: Trunk
    /// nil where the trunk's features are the embedding.
    private let projection: Linear?

    public init(_ configuration: IdentityConfiguration, _ source: some ParameterSource) throws(WeightFileError) {
        self.configuration = configuration
        trunk = try Trunk(configuration.trunk, source)
        projection =
            configuration.trunk.architecture == .residual
            ? try source.linear("projection", input: configuration.trunk.features, output: configuration.embedding) : nil
    }

    /// Fresh weights for training.
    public static func initialParameters(_ configuration: IdentityConfiguration, seed: UInt64) -> Parameters {
        var initializer = WeightInitializer(seed: seed)
        ResidualTrunk.initialize(configuration.trunk, &initializer)
        initializer.linear("projection", input: configuration.trunk.features, output: configuration.embedding, gain: 1)
        return initializer.parameters
    }

    /// - Parameter pictures: [N, 128, 128, 3], range ±1, or larger by a whole factor.
    /// - Returns: [N, embedding], rows of length 1; their Euclidean distance is 0…2.
    public func embed(_ pictures: Tensor, training: Bool = false) -> Tensor {
        let features = trunk(pictures.downscaled(to: configuration.trunk.resolution), training: training)
        return (projection.map { $0(features) } ?? features).normalizedRows()
    }
}

extension Tensor {
    /// Square pictures at a judge's size: larger ones are averaged over whole blocks.
    func downscaled(to size: Int) -> Tensor {
        precondition(
            rank == 4 && shape[1] == shape[2] && shape[1] >= size && shape[1].isMultiple(of: size),
            "a judge of \(size) pixels cannot look at pictures \(shape)")
        return areaDownscaled(by: shape[1] / size)
    }
}
