public import FaceAttributes
public import ImageCodecs

/// The latent code of one face: everything needed to draw it again.
public struct FaceLatent: Sendable, Hashable {
    /// The walker, shape [512]: what the semantic field looks at; w, or z for a model whose fields walk in Z.
    public var w: [Float]
    /// The code of every generator layer, row-major, shape [layers, 512].
    public var wPlus: [Float]
    /// The seed of the session's fixed noise maps.
    public var noiseSeed: UInt64

    public init(w: [Float], wPlus: [Float], noiseSeed: UInt64) {
        self.w = w
        self.wPlus = wPlus
        self.noiseSeed = noiseSeed
    }
}

/// A face as it stands: its code, what the predictor reads off its picture, and the picture.
public struct Face: Sendable {
    public var latent: FaceLatent
    public var degrees: Degrees
    public var picture: RGBImage

    public init(latent: FaceLatent, degrees: Degrees, picture: RGBImage) {
        self.latent = latent
        self.degrees = degrees
        self.picture = picture
    }
}

/// One point of a trajectory at which the generator was run.
public struct WalkStep: Sendable {
    /// 0 is the start of the walk.
    public var index: Int
    public var latent: FaceLatent
    public var degrees: Degrees
    /// Distance of the identity network's embedding to that of the start, ≥ 0.
    public var identityDistance: Double

    public init(index: Int, latent: FaceLatent, degrees: Degrees, identityDistance: Double) {
        self.index = index
        self.latent = latent
        self.degrees = degrees
        self.identityDistance = identityDistance
    }
}

/// Why a walk ended.
public enum StopReason: String, Codable, Sendable {
    case reached, alreadyThere = "already_there", stepBudget = "step_budget", stalled, oscillating, cancelled
}

/// What a walk brought.
public struct EditOutcome: Sendable {
    public var conclusion: EditConclusion
    public var reason: StopReason
    /// Every point looked at, in order, the start included.
    public var steps: [WalkStep]
    /// The face kept: the best point of the walk, or the start when nothing was gained.
    public var face: Face
    public var identityDistance: Double
    /// How many times the generator ran.
    public var generatorPasses: Int

    public init(
        conclusion: EditConclusion, reason: StopReason, steps: [WalkStep], face: Face, identityDistance: Double,
        generatorPasses: Int
    ) {
        self.conclusion = conclusion
        self.reason = reason
        self.steps = steps
        self.face = face
        self.identityDistance = identityDistance
        self.generatorPasses = generatorPasses
    }
}

/// Makes and edits faces with one model; shared by all workers, so it keeps no state of its own.
public protocol FaceEditor: Sendable {
    var modelName: String { get }
    /// The most generator passes one edit may take.
    var stepBudget: Int { get }
    /// Whether faces can be read: a model without a predictor only draws.
    var readsDegrees: Bool { get }
    /// Whether the distances of outcomes and steps say something: without an identity network they are 0.
    var judgesIdentity: Bool { get }
    /// What can be edited.
    var attributes: [Attribute] { get }

    /// Draws the face of a seed and reads it.
    ///
    /// - Throws: `EditingError.noPredictor`.
    func face(seed: UInt64) throws -> Face

    /// Draws the face of a seed without reading it.
    func drawing(seed: UInt64) throws -> (latent: FaceLatent, picture: RGBImage)

    /// Walks the field until the request is met or a stop rule ends it.
    ///
    /// - Parameter onStep: called after every generator pass; returning `false` cancels the walk.
    func edit(_ face: Face, request: EditRequest, onStep: (WalkStep) -> Bool) throws -> EditOutcome

    /// Draws the picture of a code, for steps whose picture was not kept.
    func picture(of latent: FaceLatent) throws -> RGBImage
}

extension FaceEditor {
    public var readsDegrees: Bool { true }
    public var judgesIdentity: Bool { true }
    public var attributes: [Attribute] { Attribute.allCases }

    public func drawing(seed: UInt64) throws -> (latent: FaceLatent, picture: RGBImage) {
        let face = try face(seed: seed)
        return (face.latent, face.picture)
    }
}
