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
    private let trunk: ResidualTrunk
    private let projection: Linear

    public init(_ configuration: IdentityConfiguration, _ source: some ParameterSource) throws(WeightFileError) {
        self.configuration = configuration
        trunk = try ResidualTrunk(configuration.trunk, source)
        projection = try source.linear("projection", input: configuration.trunk.features, output: configuration.embedding)
    }

    /// Fresh weights for training.
    public static func initialParameters(_ configuration: IdentityConfiguration, seed: UInt64) -> Parameters {
        var initializer = WeightInitializer(seed: seed)
        ResidualTrunk.initialize(configuration.trunk, &initializer)
        initializer.linear("projection", input: configuration.trunk.features, output: configuration.embedding, gain: 1)
        return initializer.parameters
    }

    /// - Parameter pictures: [N, 128, 128, 3], range ±1.
    /// - Returns: [N, embedding], rows of length 1; their Euclidean distance is 0…2.
    public func embed(_ pictures: Tensor, training: Bool = false) -> Tensor {
        projection(trunk(pictures, training: training)).normalizedRows()
    }
}
