import FaceAttributes
public import FaceModels
public import Tensor

/// What the judges say of a batch of faces.
public struct FaceReading {
    /// Five tensors [N, 6].
    public var logits: [Tensor]
    /// [N, embedding], unit rows.
    public var embedding: Tensor
    /// Logits of the discriminator [N, 1]; nil where nobody looked at the picture.
    public var realism: Tensor?
}

/// Something that tells, differentiably, what the face of a code looks like.
public protocol FaceSight {
    /// - Parameters:
    ///   - walker: [N, 512], where the walk stands.
    ///   - base: [N, 512], the w of the layers that are not moved.
    func look(walker: Tensor, base: Tensor) throws -> FaceReading
}

/// Draws the face and asks predictor, identity network and discriminator: the sight of equations 6 to 9.
public struct GeneratorSight: FaceSight, Sendable {
    public let generator: Generator
    public let space: EditingSpace
    private let predictor: AttributePredictor
    private let identity: IdentityNetwork
    private let discriminator: Discriminator?

    public init(
        generator: Generator, predictor: AttributePredictor, identity: IdentityNetwork, discriminator: Discriminator?, space: EditingSpace
    ) {
        self.generator = generator
        self.predictor = predictor
        self.identity = identity
        self.discriminator = discriminator
        self.space = space
    }

    public func look(walker: Tensor, base: Tensor) -> FaceReading {
        let wPlus = generator.wPlus(walker: walker, base: base, in: space)
        let picture = generator.synthesis(wPlus, noise: generator.synthesis.storedNoise)
        return FaceReading(
            logits: predictor.logits(picture), embedding: identity.embed(picture), realism: discriminator.map { $0(picture) })
    }
}

extension LatentJudge: FaceSight {
    public func look(walker: Tensor, base: Tensor) -> FaceReading {
        let reading = self(walker)
        return FaceReading(logits: reading.logits, embedding: reading.embedding, realism: nil)
    }
}
