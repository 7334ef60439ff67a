public import FaceAttributes
public import Tensor

/// Sizes of the fine-grained attribute predictor.
public struct PredictorConfiguration: Codable, Sendable, Hashable {
    public var trunk: TrunkConfiguration
    /// Width of each head's hidden layer.
    public var headWidth: Int

    public init(trunk: TrunkConfiguration = TrunkConfiguration(), headWidth: Int = 64) {
        self.trunk = trunk
        self.headWidth = headWidth
    }
}

/// The fine-grained predictor P: one trunk, five heads of six ordered classes (section 4.2 of the paper).
public struct AttributePredictor: Sendable {
    /// Classes of each head: degrees 0…5.
    public static let classes = 6

    public let configuration: PredictorConfiguration
    private let trunk: Trunk
    private let heads: [(hidden: Linear, norm: BatchNorm, out: Linear)]

    public init(_ configuration: PredictorConfiguration, _ source: some ParameterSource) throws(WeightFileError) {
        self.configuration = configuration
        trunk = try Trunk(configuration.trunk, source)
        var heads: [(Linear, BatchNorm, Linear)] = []
        for attribute in Attribute.allCases {
            let name = "head.\(attribute.rawValue)"
            heads.append(
                (
                    try source.linear(name + ".hidden", input: configuration.trunk.features, output: configuration.headWidth),
                    try source.norm(name + ".norm", channels: configuration.headWidth),
                    try source.linear(name + ".out", input: configuration.headWidth, output: Self.classes)
                ))
        }
        self.heads = heads
    }

    /// Fresh weights for training.
    public static func initialParameters(_ configuration: PredictorConfiguration, seed: UInt64) -> Parameters {
        var initializer = WeightInitializer(seed: seed)
        ResidualTrunk.initialize(configuration.trunk, &initializer)
        for attribute in Attribute.allCases {
            let name = "head.\(attribute.rawValue)"
            initializer.linear(name + ".hidden", input: configuration.trunk.features, output: configuration.headWidth)
            initializer.norm(name + ".norm", channels: configuration.headWidth)
            initializer.linear(name + ".out", input: configuration.headWidth, output: Self.classes, gain: 0.1)
        }
        return initializer.parameters
    }

    /// The logits of every head.
    ///
    /// - Parameters:
    ///   - pictures: [N, 128, 128, 3], range ±1, or larger by a whole factor.
    ///   - training: normalise by the batch's own statistics.
    /// - Returns: five tensors [N, 6], in the order of `Attribute.allCases`.
    public func logits(_ pictures: Tensor, training: Bool = false) -> [Tensor] {
        let features = trunk(pictures.downscaled(to: configuration.trunk.resolution), training: training)
        return heads.map { head in head.out(head.norm(head.hidden(features), training: training).relu()) }
    }

    /// The trunk's feature vectors, [N, features]: what Fréchet and kernel distances are measured in.
    public func features(_ pictures: Tensor) -> Tensor {
        trunk(pictures.downscaled(to: configuration.trunk.resolution), training: false)
    }

    /// The expected degree Σ c·p_c of every attribute: one `Degrees` a picture.
    ///
    /// Every picture is read as it is and mirrored, which has the same degrees; the mean of both errs less than either.
    public func degrees(_ pictures: Tensor) -> [Degrees] {
        let seen = pictures.downscaled(to: configuration.trunk.resolution)
        let readings = [seen, seen.mirrored()].map { logits($0).map { Self.expectedDegree($0).values } }
        return (0..<pictures.shape[0]).map { sample in
            Degrees(zip(readings[0], readings[1]).map { (Double($0[sample]) + Double($1[sample])) / 2 })
        }
    }

    /// Σ c·p_c of one head's logits: [N, 6] → [N].
    public static func expectedDegree(_ logits: Tensor) -> Tensor {
        logits.softmax().matmul(Tensor([classes, 1], (0..<classes).map(Float.init))).reshaped([logits.shape[0]])
    }
}
