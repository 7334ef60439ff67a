public import FaceAttributes
public import FaceModels
public import ImageCodecs
import Tensor

/// The networks of a model folder as the editor uses them, a face at a time.
public struct ModelNetworks: EditingNetworks {
    private let model: FaceModel
    private let noise = NoiseMemory()
    /// Truncation ψ of a seed's w; 1 leaves it alone.
    private let truncation: Float

    public init(_ model: FaceModel, truncation: Float = 1) {
        self.model = model
        self.truncation = truncation
    }

    public var modelName: String { model.manifest.name }
    public var readsDegrees: Bool { model.predictor != nil }
    public var judgesIdentity: Bool { model.identity != nil }
    public var attributes: [Attribute] { model.editableAttributes }

    public func latent(seed: UInt64) -> FaceLatent {
        latent(ofZ: model.generator.z(seeds: [seed]), noiseSeed: seed)
    }

    public func picture(of latent: FaceLatent) throws -> RGBImage {
        let generator = model.generator
        try check(latent)
        let wPlus = Tensor([1, generator.configuration.wPlusLayers, width], latent.wPlus)
        let samples = generator.synthesis(wPlus, noise: noise.maps(seed: latent.noiseSeed, of: model))
        return RGBImage(width: generator.configuration.resolution, height: generator.configuration.resolution, samples: samples.values)
    }

    /// The judges see the picture as it is stored, in 8 bits, so that what they said of it stays true; a larger one than theirs with
    /// its pixels averaged in blocks.
    public func judge(_ picture: RGBImage) throws -> FaceJudgement {
        guard let predictor = model.predictor else { throw EditingError.noPredictor }
        let seen = samples(of: picture, resolution: predictor.configuration.trunk.resolution)
        let embedding = model.identity.map { identity in
            let resolution = identity.configuration.trunk.resolution
            return identity.embed(resolution == seen.shape[1] ? seen : samples(of: picture, resolution: resolution)).values
        }
        return FaceJudgement(degrees: predictor.degrees(seen)[0], embedding: embedding ?? [])
    }

    private func samples(of picture: RGBImage, resolution: Int) -> Tensor {
        Tensor([1, resolution, resolution, 3], picture.reduced(by: max(1, picture.height / resolution)).samples)
    }

    public func direction(raising attribute: Attribute, at latent: FaceLatent) throws -> [Float] {
        guard let field = model.fields[attribute] else { throw EditingError.noField(attribute) }
        try check(latent)
        return model.generator.step(field, at: Tensor([1, width], latent.w), in: model.space).values
    }

    public func latent(from latent: FaceLatent, along direction: [Float], length: Double) throws -> FaceLatent {
        try check(latent)
        guard direction.count == width else { throw EditingError.foreignLatent }
        let walker = zip(latent.w, direction).map { $0 + Float(length) * $1 }
        switch model.space {
        case .z:
            return self.latent(ofZ: Tensor([1, width], walker), noiseSeed: latent.noiseSeed)
        case .wPlus(let layers):
            // The vectors of the later layers stay: they hold colour and light.
            var moved = latent
            moved.w = walker
            for layer in 0..<min(max(layers, 0), model.generator.configuration.wPlusLayers) {
                for index in 0..<width { moved.wPlus[layer * width + index] += Float(length) * direction[index] }
            }
            return moved
        }
    }

    public func path(
        raising attribute: Attribute, from latent: FaceLatent, orientation: Double, change: Double, degree: Double, start: FaceLatent,
        rules: WalkRules
    ) throws -> FieldPath? {
        guard let judge = model.latentJudge, let field = model.fields[attribute] else { return nil }
        try check(latent)
        try check(start)
        let begun = reading(of: Tensor([1, width], start.w), judge)
        var walker = Tensor([1, width], latent.w)
        let origin = walker
        let calibration = DegreeCalibration(seen: degree, guessed: reading(of: walker, judge).degrees[attribute])
        var path = FieldPath(
            foresight: Foresight(spacing: rules.pathSpacing, changes: [0]), offsets: [[Float](repeating: 0, count: width)])
        while Double(path.offsets.count) * rules.pathSpacing <= rules.longestPath {
            walker = walker + model.generator.step(field, at: walker, in: model.space) * Float(orientation * rules.pathSpacing)
            let offset = (walker - origin).values
            guard offset.allSatisfy(\.isFinite) else { break }
            let expected = reading(of: walker, judge)
            guard expected.identityDistance(to: begun) <= rules.maximumIdentityDistance,
                expected.degrees.largestChange(from: begun.degrees, except: attribute) <= rules.maximumSideEffect
            else { break }
            path.offsets.append(offset)
            path.foresight.changes.append(calibration.change(expected.degrees[attribute]))
            if path.foresight.length(for: change) != nil { break }
        }
        return path.offsets.count > 1 ? path : nil
    }

    private func reading(of walker: Tensor, _ judge: LatentJudge) -> FaceJudgement {
        let reading = judge(walker)
        return FaceJudgement(degrees: judge.degrees(reading)[0], embedding: reading.embedding.values)
    }

    private var width: Int { model.generator.configuration.wDimension }

    /// In Z the walker is z itself.
    private func latent(ofZ z: Tensor, noiseSeed: UInt64) -> FaceLatent {
        let generator = model.generator
        let w = generator.truncated(generator.mapping(z), psi: truncation)
        return FaceLatent(w: (model.space == .z ? z : w).values, wPlus: generator.wPlus(w).values, noiseSeed: noiseSeed)
    }

    private func check(_ latent: FaceLatent) throws(EditingError) {
        guard latent.w.count == width, latent.wPlus.count == width * model.generator.configuration.wPlusLayers else {
            throw .foreignLatent
        }
    }
}

extension FieldEditor where Networks == ModelNetworks {
    /// The editor of a model folder.
    ///
    /// - Parameter truncation: ψ of new faces; 1 draws from everything that the generator knows.
    public init(_ model: FaceModel, rules: WalkRules = WalkRules(), truncation: Float = 1) {
        self.init(networks: ModelNetworks(model, truncation: truncation), rules: rules)
    }
}
