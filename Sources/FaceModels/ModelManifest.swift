public import FaceAttributes

/// `manifest.json` of a model folder: which files make the model, and where they come from.
public struct ModelManifest: Codable, Sendable {
    /// What a file is for.
    public enum Role: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        case generator, discriminator, predictor, identity
        /// A second predictor of other initialisation and other people, which no walk sees: evaluation only.
        case judge
        case fieldBangs = "field_bangs"
        case fieldEyeglasses = "field_eyeglasses"
        case fieldBeard = "field_beard"
        case fieldSmiling = "field_smiling"
        case fieldAge = "field_age"
        /// Degrees read off a code, for walks to look ahead with.
        case latentJudge = "latent_judge"
        case language, vocabulary

        /// Only training and evaluation ask for it, so that it is kept outside the folder of a model that serves.
        public var isForTraining: Bool { self == .discriminator || self == .judge }

        /// The field of an attribute.
        public static func field(_ attribute: Attribute) -> Role {
            switch attribute {
            case .bangs: .fieldBangs
            case .eyeglasses: .fieldEyeglasses
            case .beard: .fieldBeard
            case .smiling: .fieldSmiling
            case .age: .fieldAge
            }
        }
    }

    /// Which noise maps the generator draws with; the ones it was trained with.
    public enum Noise: String, Codable, Sendable {
        /// The checkpoint's own, the same for everybody: training has made them part of the picture.
        case stored
        /// Drawn from the session's seed, and kept for the whole session: training has seen fresh noise in every picture.
        case session
    }

    public struct File: Codable, Sendable {
        /// The file's name in the folder.
        public var name: String
        public var bytes: Int
        /// Lower-case hexadecimal.
        public var sha256: String

        public init(name: String, bytes: Int, sha256: String) {
            self.name = name
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    public var name: String
    /// One sentence for people.
    public var summary: String
    /// Where the fields walk; nil without fields.
    public var space: EditingSpace?
    public var noise: Noise
    public var precision: String
    public var files: [Role: File]
    /// How each network was trained: command, data, seed, steps and scores, as the training commands wrote them.
    public var training: [Role: TrainingRecord]

    public init(
        name: String, summary: String, space: EditingSpace?, noise: Noise, precision: String, files: [Role: File],
        training: [Role: TrainingRecord]
    ) {
        self.name = name
        self.summary = summary
        self.space = space
        self.noise = noise
        self.precision = precision
        self.files = files
        self.training = training
    }
}

/// How a network came to be.
public struct TrainingRecord: Codable, Sendable {
    /// The command line, without the program's path.
    public var command: String
    /// The subsets of the data it was shown.
    public var data: String
    public var seed: UInt64
    public var steps: Int
    /// Named measurements.
    public var scores: [String: Double]

    public init(command: String, data: String, seed: UInt64, steps: Int, scores: [String: Double]) {
        self.command = command
        self.data = data
        self.seed = seed
        self.steps = steps
        self.scores = scores
    }
}
