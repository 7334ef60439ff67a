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

/// A small network that reads degrees and identity straight off the walker's code, distilled from `GeneratorSight`.
///
/// It costs a thousandth of a generator pass, so a field learns its rough shape from it before it is trained through the generator.
public struct LatentJudge: FaceSight {
    private static let hidden = 384
    private let parameters: Parameters
    private let embedding: Int

    private init(_ parameters: Parameters, embedding: Int) {
        self.parameters = parameters
        self.embedding = embedding
    }

    public func look(walker: Tensor, base: Tensor) throws -> FaceReading { try read(walker, parameters) }

    private func read(_ walker: Tensor, _ source: Parameters) throws -> FaceReading {
        func dense(_ name: String, _ x: Tensor, _ input: Int, _ output: Int) throws -> Tensor {
            x.linear(weight: try source.tensor(name + ".weight", [output, input]), bias: try source.tensor(name + ".bias", [output]))
        }
        let width = walker.shape[1]
        let classes = AttributePredictor.classes
        let outputs = Attribute.allCases.count * classes
        let first = try dense("judge.0", walker, width, Self.hidden).leakyReLU()
        let second = try dense("judge.1", first, Self.hidden, Self.hidden).leakyReLU()
        // A linear short cut: most of what there is to read lies along straight directions.
        let out = try dense("judge.2", second, Self.hidden, outputs + embedding) + dense("judge.skip", walker, width, outputs + embedding)
        return FaceReading(
            logits: Attribute.allCases.map { out.slice(axis: 1, $0.index * classes..<($0.index + 1) * classes) },
            embedding: out.slice(axis: 1, outputs..<outputs + embedding).normalizedRows(), realism: nil)
    }

    /// Distils a judge from a labelled pool.
    ///
    /// - Returns: the judge and its mean |expected degree − predictor's| over the tenth of the pool that it was not shown.
    public static func distill(
        _ pool: LatentPool, _ schedule: TrainingSchedule, progress: (TrainingProgress) -> Void
    ) throws -> (judge: LatentJudge, heldOutError: Double) {
        let width = pool.walkers.shape[1]
        let embedding = pool.embeddings.shape[1]
        let outputs = Attribute.allCases.count * AttributePredictor.classes + embedding
        var random = RandomSource(seed: schedule.seed)
        var fresh = Parameters()
        for (name, input, output) in [
            ("judge.0", width, hidden), ("judge.1", hidden, hidden), ("judge.2", hidden, outputs), ("judge.skip", width, outputs),
        ] {
            fresh[name + ".weight"] = random.normal([output, input], deviation: (1 / Float(input)).squareRoot())
            fresh[name + ".bias"] = Tensor([output])
        }
        let shape = LatentJudge(fresh, embedding: embedding)
        let training = pool.count - pool.count / 10
        var run = try TrainingRun(fresh, schedule, checkpoint: nil)
        try run.run(progress: progress) { step, parameters in
            var random = RandomSource(seed: schedule.seed &+ UInt64(step) &* 0x9E37)
            let indices = (0..<schedule.batch).map { _ in Int.random(in: 0..<training, using: &random) }
            let reading = try shape.read(pool.walkers.gatheringRows(indices), parameters)
            let degrees = zip(reading.logits, pool.probabilities).map { $0.crossEntropy($1.gatheringRows(indices)) }
            let apart = (reading.embedding - pool.embeddings.gatheringRows(indices)).squared().sum() * (1 / Float(schedule.batch))
            return degrees.dropFirst().reduce(degrees[0], +) + apart * 2
        }
        let judge = LatentJudge(run.parameters, embedding: embedding)
        let heldOut = Array(training..<pool.count)
        let reading = try judge.look(walker: pool.walkers.gatheringRows(heldOut), base: pool.walkers.gatheringRows(heldOut))
        var error = 0.0
        for (attribute, logits) in zip(Attribute.allCases, reading.logits) {
            for (slot, value) in AttributePredictor.expectedDegree(logits).values.enumerated() {
                error += abs(Double(value) - pool.degrees[heldOut[slot]][attribute])
            }
        }
        return (judge, error / Double(max(1, heldOut.count * Attribute.allCases.count)))
    }
}
