public import FaceAttributes
public import ImageCodecs

/// What the judges make of a picture.
public struct FaceJudgement: Sendable {
    /// Expected degrees by the steering predictor.
    public var degrees: Degrees
    /// The identity network's embedding; empty without one, so that all distances are 0.
    public var embedding: [Float]

    public init(degrees: Degrees, embedding: [Float]) {
        self.degrees = degrees
        self.embedding = embedding
    }

    /// The Euclidean distance of two embeddings; 0…2 for unit vectors.
    public func identityDistance(to other: FaceJudgement) -> Double {
        zip(embedding, other.embedding).reduce(0) { sum, pair in
            let difference = Double(pair.0) - Double(pair.1)
            return sum + difference * difference
        }.squareRoot()
    }
}

/// The networks that a walk needs: generator, judges and fields.
public protocol EditingNetworks: Sendable {
    var modelName: String { get }
    /// Whether pictures can be judged.
    var readsDegrees: Bool { get }
    /// Whether there is an identity network; without one all distances are 0.
    var judgesIdentity: Bool { get }
    /// What there is a field for, where pictures can be judged.
    var attributes: [Attribute] { get }

    /// The code of a seed's face.
    func latent(seed: UInt64) throws -> FaceLatent
    /// Runs the generator.
    func picture(of latent: FaceLatent) throws -> RGBImage
    /// Runs predictor and identity network.
    ///
    /// - Throws: `EditingError.noPredictor`.
    func judge(_ picture: RGBImage) throws -> FaceJudgement
    /// The offset of the walker that raises an attribute by one step of length 1: M(F(w)) − M(0), or F(z) in Z.
    func direction(raising attribute: Attribute, at latent: FaceLatent) throws -> [Float]
    /// The curve that a field draws from a code, up to where its attribute is expected to have changed by `change`.
    ///
    /// - Parameters:
    ///   - orientation: 1 along the field, −1 against it.
    ///   - degree: what the predictor read at the code.
    ///   - start: where the walk began: the curve ends where identity or another attribute is expected to leave the limits.
    /// - Returns: nil for a model that cannot look ahead.
    func path(
        raising attribute: Attribute, from latent: FaceLatent, orientation: Double, change: Double, degree: Double, start: FaceLatent,
        rules: WalkRules
    ) throws -> FieldPath?
    /// The code at `length` times an offset from another (equations 5 and 11).
    func latent(from latent: FaceLatent, along direction: [Float], length: Double) throws -> FaceLatent
}

extension EditingNetworks {
    public var judgesIdentity: Bool { true }
    public var readsDegrees: Bool { true }
    public var attributes: [Attribute] { Attribute.allCases }

    public func path(
        raising attribute: Attribute, from latent: FaceLatent, orientation: Double, change: Double, degree: Double, start: FaceLatent,
        rules: WalkRules
    ) throws -> FieldPath? { nil }
}

/// Why an edit could not be computed, in one sentence.
public enum EditingError: Error, Hashable, CustomStringConvertible {
    /// The model cannot read degrees off pictures.
    case noPredictor
    /// The model has no semantic field of this attribute.
    case noField(Attribute)
    /// The code does not fit the model's layers.
    case foreignLatent
    /// The picture is not square, or its size does not fit the generator's.
    case foreignPicture
    /// The networks gave something that is no number.
    case notANumber(Attribute)

    public var description: String {
        switch self {
        case .noPredictor: "the model has no predictor to read its faces with"
        case .noField(let attribute): "the model has no semantic field for \(attribute.rawValue)"
        case .foreignLatent: "the latent code is not one of this model"
        case .foreignPicture: "the picture's size does not fit the generator's"
        case .notANumber(let attribute): "the semantic field for \(attribute.rawValue) gave something that is no number"
        }
    }
}
