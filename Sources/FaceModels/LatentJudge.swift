public import FaceAttributes
public import Tensor

/// Sizes of the judge in latent space.
public struct LatentJudgeConfiguration: Codable, Sendable, Hashable {
    /// Length of the code that is read: w, or z where fields walk in Z.
    public var width: Int
    public var hidden: Int
    /// Length of the identity embedding.
    public var embedding: Int

    public init(width: Int, hidden: Int = 768, embedding: Int) {
        self.width = width
        self.hidden = hidden
        self.embedding = embedding
    }

    func validate() throws(ModelError) {
        guard (1...4096).contains(width), (1...4096).contains(hidden), (1...4096).contains(embedding) else {
            throw .configuration("the sizes of the latent judge are out of range")
        }
    }
}

/// Reads degrees and identity straight off a code, without drawing the face: distilled from generator, predictor and identity network.
///
/// It costs a thousandth of a generator pass. A field learns its rough shape from it, and a walk looks ahead with it; what it says
/// is only ever a guess that a picture then has to confirm.
public struct LatentJudge: Sendable {
    /// What is read off a batch of codes.
    public struct Reading: Sendable {
        /// Five tensors [N, 6].
        public var logits: [Tensor]
        /// [N, embedding], unit rows.
        public var embedding: Tensor
    }

    public let configuration: LatentJudgeConfiguration
    private let first, second, third, short: Linear

    public init(_ configuration: LatentJudgeConfiguration, _ source: some ParameterSource) throws(WeightFileError) {
        self.configuration = configuration
        let (hidden, outputs) = (configuration.hidden, Self.outputs(configuration))
        first = try source.linear("judge.0", input: configuration.width, output: hidden)
        second = try source.linear("judge.1", input: hidden, output: hidden)
        third = try source.linear("judge.2", input: hidden, output: outputs)
        short = try source.linear("judge.skip", input: configuration.width, output: outputs)
    }

    private static func outputs(_ configuration: LatentJudgeConfiguration) -> Int {
        Attribute.allCases.count * AttributePredictor.classes + configuration.embedding
    }

    /// Fresh weights for training.
    public static func initialParameters(_ configuration: LatentJudgeConfiguration, seed: UInt64) -> Parameters {
        var initializer = WeightInitializer(seed: seed)
        let (hidden, outputs) = (configuration.hidden, outputs(configuration))
        initializer.linear("judge.0", input: configuration.width, output: hidden, gain: 1)
        initializer.linear("judge.1", input: hidden, output: hidden, gain: 1)
        initializer.linear("judge.2", input: hidden, output: outputs, gain: 1)
        initializer.linear("judge.skip", input: configuration.width, output: outputs, gain: 1)
        return initializer.parameters
    }

    /// - Parameter walker: [N, width].
    public func callAsFunction(_ walker: Tensor) -> Reading {
        // A linear short cut: most of what there is to read lies along straight directions.
        let out = third(second(first(walker, activation: .leakyReLU), activation: .leakyReLU)) + short(walker)
        let classes = AttributePredictor.classes
        let heads = Attribute.allCases.count * classes
        return Reading(
            logits: Attribute.allCases.map { out.slice(axis: 1, $0.index * classes..<($0.index + 1) * classes) },
            embedding: out.slice(axis: 1, heads..<heads + configuration.embedding).normalizedRows())
    }

    /// The expected degree Σ c·p_c of every attribute: one `Degrees` a code.
    public func degrees(_ reading: Reading) -> [Degrees] {
        let expected = reading.logits.map { AttributePredictor.expectedDegree($0).values }
        return (0..<reading.embedding.shape[0]).map { sample in Degrees(expected.map { Double($0[sample]) }) }
    }
}
