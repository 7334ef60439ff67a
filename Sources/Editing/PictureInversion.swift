import FaceAttributes
public import FaceModels
import Foundation
public import ImageCodecs
import Tensor

/// Finds the code whose face looks like a given picture, by gradient descent through the generator.
///
/// The search begins at that of some hundred random faces, or the mean face, that looks most alike in small; then it moves one code for
/// all layers, at last every layer's by itself, held near the common one, because far from it fields lead nowhere. In Z there is only
/// one code. It is the same every time.
public struct PictureInversion: Sendable {
    public let rules: InversionRules
    private let model: FaceModel
    private let noise: NoiseMaps
    private let spread: CodeSpread
    /// Walkers to begin at, [N, W], and their pictures in small, [N, 1/8, 1/8, 3].
    private let starts, thumbnails: Tensor

    /// Draws the faces to begin at.
    public init(_ model: FaceModel, rules: InversionRules = InversionRules()) {
        self.rules = rules
        self.model = model
        let generator = model.generator
        noise = model.noise(seed: Self.noiseSeed)
        spread = CodeSpread(generator)
        let z = generator.z(seeds: (0..<rules.candidates).map { rules.seed &+ UInt64($0) })
        let random = model.space == .z ? z : generator.mapping(z)
        // In Z the mean face has no code; there any one stands for it.
        let starts = model.space == .z ? random : Tensor.concatenated([spread.mean, random], axis: 0)
        var thumbnails: [Tensor] = []
        for row in 0..<starts.shape[0] {
            let walker = starts.slice(axis: 0, row..<row + 1)
            let codes = generator.wPlus(model.space == .z ? generator.mapping(walker) : walker)
            let drawn = generator.synthesis(codes, noise: noise).clamped(to: -1...1)
            thumbnails.append(drawn.areaDownscaled(by: generator.configuration.resolution / Self.small(model)))
        }
        self.starts = starts
        self.thumbnails = Tensor.concatenated(thumbnails, axis: 0)
    }

    private static let noiseSeed: UInt64 = 0
    /// Width and height of the pictures that the start is chosen by.
    private var small: Int { Self.small(model) }
    private static func small(_ model: FaceModel) -> Int { min(16, model.generator.configuration.resolution) }

    /// What a search found.
    public struct Result: Sendable {
        public var latent: FaceLatent
        /// As the editor draws it.
        public var picture: RGBImage
        /// The mean absolute difference of the pictures, colours 0…1: at the start of the search, and of `picture`.
        public var startDistance, distance: Double
    }

    /// - Parameter picture: square, of the generator's resolution, or smaller by a whole factor.
    public func callAsFunction(_ picture: RGBImage) throws(EditingError) -> Result {
        let resolution = model.generator.configuration.resolution
        guard picture.width == picture.height, resolution.isMultiple(of: picture.width), picture.width.isMultiple(of: small) else {
            throw .foreignPicture
        }
        let target = Target(picture, sight: rules.featureWeight > 0 ? model.predictor : nil)
        let start = start(for: target)
        var code = model.space == .z ? start : spread.deviations(start)
        let startDistance = distance(draw(wPlus(code)), target)
        code = code.copied()
        let layers = Tensor([model.generator.configuration.wPlusLayers, code.count])
        search(for: target, code: code, layers: nil, steps: rules.steps + (model.space == .z ? rules.layerSteps : 0))
        if model.space != .z, rules.layerSteps > 0 { search(for: target, code: code, layers: layers, steps: rules.layerSteps) }
        let codes = wPlus(code, layers)
        let samples = draw(codes)
        return Result(
            latent: FaceLatent(
                w: (model.space == .z ? code : spread.codes(code)).values, wPlus: codes.values, noiseSeed: Self.noiseSeed),
            picture: RGBImage(width: resolution, height: resolution, samples: samples.values),
            startDistance: startDistance, distance: distance(samples, target))
    }

    /// The walker, [1, W], of the face to begin at.
    private func start(for target: Target) -> Tensor {
        let wanted = target.scales[0].areaDownscaled(by: target.scales[0].shape[1] / small)
        let distances = (0..<starts.shape[0]).map { (thumbnails.slice(axis: 0, $0..<$0 + 1) - wanted).magnitude().mean().scalar }
        let best = distances.indices.min { distances[$0] < distances[$1] } ?? 0
        return starts.slice(axis: 0, best..<best + 1)
    }

    /// Moves `code` and `layers` in place.
    private func search(for target: Target, code: Tensor, layers: Tensor?, steps: Int) {
        let parameters = [code] + (layers.map { [$0] } ?? [])
        var adam = Adam(parameters, learningRate: rules.rate, beta1: 0.9, beta2: 0.99)
        for step in 0..<steps {
            let turn = Double(step) / Double(max(steps, 1)) * .pi
            adam.learningRate = rules.rate * Float(0.55 + 0.45 * cos(turn))
            let leaves = parameters.map { $0.tracked() }
            let loss = loss(target, code: leaves[0], layers: leaves.count > 1 ? leaves[1] : nil)
            adam.update(parameters, with: gradients(of: loss, for: leaves))
        }
    }

    private func loss(_ target: Target, code: Tensor, layers: Tensor?) -> Tensor {
        let samples = draw(wPlus(code, layers))
        // Whiter than white is shown as white: beyond the range only enough counts for the search to find its way back.
        let shown = samples.clamped(to: -1...1)
        let drawn = (shown + (samples - shown) * 0.05).areaDownscaled(
            by: model.generator.configuration.resolution / target.scales[0].shape[1])
        var loss = code.squared().mean() * rules.codePenalty
        for (level, wanted) in target.scales.enumerated() {
            loss = loss + (drawn.areaDownscaled(by: 1 << level) - wanted).magnitude().mean()
        }
        if let layers { loss = loss + layers.squared().mean() * rules.layerPenalty }
        if let predictor = target.sight, let wanted = target.features {
            let size = max(wanted.magnitude().mean().scalar, 1e-6)
            loss = loss + (predictor.features(drawn) - wanted).magnitude().mean() * (rules.featureWeight / size)
        }
        return loss
    }

    /// [1, W] and [layers, W] → [1, layers, W].
    private func wPlus(_ code: Tensor, _ layers: Tensor? = nil) -> Tensor {
        let generator = model.generator
        guard model.space != .z else { return generator.wPlus(generator.mapping(code)) }
        guard let layers else { return generator.wPlus(spread.codes(code)) }
        let all = layers + Tensor([layers.shape[0], 1], repeating: 1).matmul(code)
        return spread.codes(all).reshaped([1, layers.shape[0], code.count])
    }

    private func draw(_ codes: Tensor) -> Tensor { model.generator.synthesis(codes, noise: noise) }

    private func distance(_ samples: Tensor, _ target: Target) -> Double {
        let drawn = samples.clamped(to: -1...1).areaDownscaled(by: samples.shape[1] / target.scales[0].shape[1])
        return Double((drawn - target.scales[0]).magnitude().mean().scalar) / 2
    }
}

/// What a search compares with: a picture at full, half and quarter size, and what the predictor sees in it.
private struct Target {
    /// [1, size, size, 3], ±1
    let scales: [Tensor]
    /// nil where the predictor cannot look at such a picture.
    let sight: AttributePredictor?
    let features: Tensor?

    init(_ picture: RGBImage, sight: AttributePredictor?) {
        let full = Tensor([1, picture.height, picture.width, 3], picture.samples)
        scales = [1, 2, 4].map { full.areaDownscaled(by: $0) }
        let size = sight?.configuration.trunk.resolution ?? picture.width
        self.sight = picture.width >= size && picture.width.isMultiple(of: size) ? sight : nil
        features = self.sight?.features(full)
    }
}
