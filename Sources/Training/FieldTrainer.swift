public import FaceAttributes
public import FaceModels
import Tensor

/// Weights of the losses of equation 9.
public struct FieldLossWeights: Codable, Sendable {
    public var predictor: Float
    public var identity: Float
    public var discriminator: Float
    /// Of the step's squared length, in units of the codes' own variance: of all steps that change the degree, the shortest leaves
    /// alone what nobody reads off the face, such as the backdrop.
    public var length: Float
    /// Of the distance to the true edits, where they are known, as a share of their length.
    public var trueEdits: Float

    public init(predictor: Float = 1, identity: Float = 0.1, discriminator: Float = 0.1, length: Float = 2, trueEdits: Float = 4) {
        self.predictor = predictor
        self.identity = identity
        self.discriminator = discriminator
        self.length = length
        self.trueEdits = trueEdits
    }
}

/// Trains the semantic field of one attribute with predictor, identity and discriminator losses (equations 6 to 9).
///
/// Where the published training only raises by one degree from fresh faces, this one raises and lowers, and goes on from where its own
/// steps led, so that the field also fits the faces that a walk passes through.
public struct FieldTrainer {
    private let attribute: Attribute
    private let generator: Generator
    private let space: EditingSpace
    private let pool: LatentPool
    private let weights: FieldLossWeights
    private let trueEdits: TrueEdits?
    private let byClass: [[Int]]
    /// The mean over all dimensions of the variance of the pool's codes.
    private let variance: Float
    /// Share of a batch that continues walks instead of beginning them.
    private static let continued = 0.5
    /// Points of the true edits in a step.
    private static let points = 64

    /// - Parameter trueEdits: curves in W that the field is held to as well.
    public init(
        attribute: Attribute, generator: Generator, space: EditingSpace, pool: LatentPool, weights: FieldLossWeights,
        trueEdits: TrueEdits? = nil
    ) {
        self.trueEdits = trueEdits
        self.attribute = attribute
        self.generator = generator
        self.space = space
        self.pool = pool
        self.weights = weights
        let count = Float(pool.count)
        let mean = pool.walkers.sumOfRows() * (1 / count)
        variance = pool.walkers.addingToChannels(mean * -1).squared().mean().scalar
        byClass = Dictionary(grouping: 0..<pool.count) { pool.degrees[$0].label(attribute) }.sorted { $0.key < $1.key }.map(\.value)
    }

    /// A walk in progress: which face of the pool it began at, and where it stands.
    private struct Visit {
        var face: Int
        var walker: Tensor
        var degrees: Degrees
        var steps = 0
    }

    /// - Parameters:
    ///   - fresh: the weights to begin with.
    ///   - sight: what judges the steps.
    public func train(
        from fresh: Parameters, _ schedule: TrainingSchedule, sight: some FaceSight, checkpoint: String?,
        progress: (TrainingProgress) -> Void
    ) throws -> Parameters {
        var run = try TrainingRun(fresh, schedule, checkpoint: checkpoint)
        var walking: [Visit] = []
        let width = pool.walkers.shape[1]
        try run.run(progress: progress) { step, parameters in
            var random = schedule.random(at: step)
            var visits = walking.filter { _ in Double(random.uniform()) < Self.continued }
            while visits.count < schedule.batch { visits.append(begin(using: &random)) }
            let signs = visits.map { sign(of: $0, using: &random) }

            let walker = Tensor.concatenated(visits.map(\.walker), axis: 0)
            let base = pool.bases.gatheringRows(visits.map(\.face))
            let field = try SemanticField(width: width, parameters)
            let offset = generator.step(field, at: walker, in: space)
            let moved = walker + offset.scaledPerSample(Tensor([visits.count, 1], signs).spread(width))
            let reading = try sight.look(walker: moved, base: base)
            walking = advance(visits, to: moved.detached(), reading)
            let judged = loss(reading, visits, signs, offset)
            guard let trueEdits else { return judged }
            return judged + distance(of: field, to: trueEdits.sample(Self.points, using: &random)) * weights.trueEdits
        }
        return run.parameters
    }

    /// Fits the field to the true edits alone, which needs no pictures.
    public func fit(
        to trueEdits: TrueEdits, from fresh: Parameters, _ schedule: TrainingSchedule, progress: (TrainingProgress) -> Void
    ) throws -> Parameters {
        var run = try TrainingRun(fresh, schedule, checkpoint: nil)
        try run.run(progress: progress) { step, parameters in
            var random = schedule.random(at: step)
            let field = try SemanticField(width: pool.walkers.shape[1], parameters)
            return distance(of: field, to: trueEdits.sample(schedule.batch, using: &random))
        }
        return run.parameters
    }

    /// Mean |step − true edit|² over mean |true edit|², on people that the field was not shown.
    public func heldOutError(_ parameters: Parameters, on trueEdits: TrueEdits) throws -> Double {
        Double(distance(of: try SemanticField(width: pool.walkers.shape[1], parameters), to: trueEdits.heldOut()).scalar)
    }

    private func distance(of field: SemanticField, to points: TrueEdits.Points) -> Tensor {
        let apart = generator.step(field, at: points.w, in: space) + points.tangent * -1
        return apart.squared().mean() * (1 / points.tangent.squared().mean().scalar)
    }

    /// Classes come up evenly, whatever their share among random faces.
    private func begin(using random: inout RandomSource) -> Visit {
        let group = byClass[Int.random(in: 0..<byClass.count, using: &random)]
        let face = group[Int.random(in: 0..<group.count, using: &random)]
        return Visit(face: face, walker: pool.walkers.slice(axis: 0, face..<face + 1), degrees: pool.degrees[face])
    }

    /// Up or down by chance, but never over the end of the scale.
    private func sign(of visit: Visit, using random: inout RandomSource) -> Float {
        let degree = visit.degrees[attribute]
        if degree < 0.6 { return 1 }
        if degree > 4.4 { return -1 }
        return Bool.random(using: &random) ? 1 : -1
    }

    /// Equation 9, λ_pred · L_pred + λ_id · L_id + λ_disc · L_disc, and the length of the step.
    private func loss(_ reading: FaceReading, _ visits: [Visit], _ signs: [Float], _ offset: Tensor) -> Tensor {
        var loss = predictorLoss(reading, visits, signs) * weights.predictor
        let original = pool.embeddings.gatheringRows(visits.map(\.face))
        loss = loss + (reading.embedding - original).magnitude().sum() * (weights.identity / Float(visits.count))
        if let realism = reading.realism { loss = loss + (realism * -1).softplus().mean() * weights.discriminator }
        return loss + offset.squared().mean() * (weights.length / variance)
    }

    /// Equation 6: the attribute's head is to read one degree more or less, every other head what it read on the face of the pool.
    private func predictorLoss(_ reading: FaceReading, _ visits: [Visit], _ signs: [Float]) -> Tensor {
        let losses = Attribute.allCases.map { head in
            let logits = reading.logits[head.index]
            guard head == attribute else {
                return logits.crossEntropy(pool.probabilities[head.index].gatheringRows(visits.map(\.face)))
            }
            let wanted = zip(visits, signs).map { visit, sign in min(max(visit.degrees[head] + Double(sign), 0), 5) }
            return logits.crossEntropy(classTargets(wanted))
        }
        return losses.dropFirst().reduce(losses[0], +)
    }

    /// The walks that may go on from where this step led.
    private func advance(_ visits: [Visit], to moved: Tensor, _ reading: FaceReading) -> [Visit] {
        let degrees = LatentPool.expected(reading.logits.map { $0.detached().softmax() })
        return visits.indices.compactMap { slot in
            guard visits[slot].steps < 4 else { return nil }
            var next = visits[slot]
            next.walker = moved.slice(axis: 0, slot..<slot + 1)
            next.degrees = degrees[slot]
            next.steps += 1
            return next
        }
    }
}
