import FaceAttributes
public import FaceModels
import Tensor

/// Compares the faces of a generator with pictures.
///
/// Two networks look at both. The **judge**, the second predictor of a model, is sensitive to what faces of this kind differ in, and no
/// generator, field or walk is trained or steered by it; it was itself trained on the training pictures of the people with odd
/// numbers, so only people with even ones stand for the data here. The **untrained network** is what no training of any kind has used.
public struct GeneratorEvaluation {
    private let model: FaceModel
    private let judge: AttributePredictor
    private let predictor: AttributePredictor
    private let identity: IdentityNetwork
    private let untrained = UntrainedNetwork()
    /// Groups of training pictures as large as the held-out set.
    private let groupsOfData = 8

    /// Pictures are compared at the smaller of the generator's size and the data's.
    private let side: Int

    /// - Throws: `ModelError.missing` without a predictor, a judge or an identity network.
    public init(_ model: FaceModel) throws {
        self.model = model
        judge = try model.judge()
        predictor = try model.requiredPredictor()
        identity = try model.requiredIdentity()
        side = min(model.generator.configuration.resolution, SynthFacesSubset.side)
    }

    /// - Parameters:
    ///   - count: random faces to draw.
    ///   - seed: the first of their seeds.
    ///   - training: pictures of the kind that the generator was trained on.
    ///   - heldOut: pictures that it was not.
    ///   - records: the codes of the held-out pictures' records, if there are any.
    public func score(
        count: Int, seed: UInt64, training: SynthFacesSubset, heldOut: SynthFacesSubset, records: RecordCodes? = nil,
        progress: (_ done: Int) -> Void
    ) throws -> GeneratorScore {
        let real = try impressions(of: heldOut)
        let fresh = training.filtered { PeopleHalf.even.contains($0.identity) }
        let data = try impressions(of: fresh, first: groupsOfData * heldOut.count)
        var drawn = Impressions()
        for start in stride(from: 0, to: count, by: 16) {
            let seeds = (start..<min(start + 16, count)).map { seed &+ UInt64($0) }
            drawn.add(look(draw(model.generator.mapping(model.generator.z(seeds: seeds)))), people: seeds.map { Int($0 - seed) })
            progress(start + seeds.count)
        }
        let standard = UntrainedNetwork.Standard(data.untrained)
        let fromRecords = try records.map { try compare($0, with: heldOut) }
        var histogramOfData = Self.emptyHistogram
        for row in training.rows {
            for attribute in Attribute.allCases { histogramOfData[attribute.rawValue]![row.labels[attribute.index]] += 1 }
        }
        return GeneratorScore(
            model: model.manifest.name, faces: count, l1AfterRegression: records?.l1AfterRegression, l1: fromRecords?.l1,
            sharpnessFromRecords: fromRecords.map { $0.sharpness / real.sharpness }, sharpness: drawn.sharpness / real.sharpness,
            kernelDistanceJudge: Self.kernelDistance(drawn.judged, data.judged, real.judged),
            kernelDistanceUntrained: Self.kernelDistance(
                standard.deviations(drawn.untrained), standard.deviations(data.untrained), standard.deviations(real.untrained)),
            histogram: drawn.histogram, histogramOfData: histogramOfData,
            agreement: drawn.agreements.mapValues { Double($0) / Double(count) },
            distanceOfPeople: PictureMeasures.distanceOfPeople(drawn.embeddings, drawn.people),
            distanceOfPeopleInData: PictureMeasures.distanceOfPeople(real.embeddings, real.people))
    }

    static var emptyHistogram: [String: [Int]] {
        Dictionary(uniqueKeysWithValues: Attribute.allCases.map { ($0.rawValue, [Int](repeating: 0, count: AttributePredictor.classes)) })
    }

    private static func kernelDistance(_ faces: Tensor, _ data: Tensor, _ heldOut: Tensor) -> GeneratorScore.KernelDistance {
        let size = min(faces.shape[0], data.shape[0], heldOut.shape[0])
        return GeneratorScore.KernelDistance(
            ofFaces: PictureMeasures.groupedKernelDistance(faces, size: size, to: heldOut),
            ofData: PictureMeasures.groupedKernelDistance(data, size: size, to: heldOut),
            ofFacesUnbiased: PictureMeasures.kernelDistance(faces, heldOut, unbiased: true),
            ofDataUnbiased: PictureMeasures.kernelDistance(data, heldOut, unbiased: true))
    }

    /// [N, W] → [N, side, side, 3].
    private func draw(_ w: Tensor) -> Tensor { model.generator.pictures(of: w, side: side) }

    /// What the networks make of a batch of pictures, [N, side, side, 3].
    private func look(_ pictures: Tensor) -> Impressions {
        var seen = Impressions()
        seen.judgedParts = [judge.features(pictures)]
        seen.untrainedParts = [untrained.features(pictures)]
        seen.embeddingParts = [identity.embed(pictures)]
        for (degrees, others) in zip(judge.degrees(pictures), predictor.degrees(pictures)) {
            for attribute in Attribute.allCases {
                seen.histogram[attribute.rawValue]![degrees.label(attribute)] += 1
                if abs(degrees[attribute] - others[attribute]) <= 0.5 { seen.agreements[attribute.rawValue, default: 0] += 1 }
            }
        }
        seen.gradient = PictureMeasures.sharpness(pictures) * Double(pictures.shape[0])
        return seen
    }

    private func impressions(of subset: SynthFacesSubset, first limit: Int = .max) throws -> Impressions {
        var seen = Impressions()
        for start in stride(from: 0, to: min(subset.count, limit), by: 50) {
            let indices = Array(start..<min(start + 50, subset.count, limit))
            seen.add(look(try pictures(subset, indices)), people: indices.map { subset.rows[$0].identity })
        }
        return seen
    }

    private func pictures(_ subset: SynthFacesSubset, _ indices: [Int]) throws -> Tensor {
        let stored = SynthFacesSubset.side
        let bytes = try subset.pixels(of: indices, threads: Compute.threads)
        return Tensor([indices.count, stored, stored, 3], bytes.map { Float($0) / 127.5 - 1 }).areaDownscaled(by: stored / side)
    }

    /// Draws the held-out pictures from their records: L1, colours 0…1, and the mean gradient.
    private func compare(_ records: RecordCodes, with heldOut: SynthFacesSubset) throws -> (l1: Double, sharpness: Double) {
        let known = try records.known(of: heldOut.rows, for: model)
        var (difference, gradient) = (0.0, 0.0)
        for start in stride(from: 0, to: known.count, by: 16) {
            let indices = Array(known[start..<min(start + 16, known.count)])
            let drawn = draw(Tensor.concatenated(indices.compactMap { records.codes[heldOut.rows[$0].key] }, axis: 0))
            difference += Double((drawn - (try pictures(heldOut, indices))).magnitude().mean().scalar) / 2 * Double(indices.count)
            gradient += PictureMeasures.sharpness(drawn) * Double(indices.count)
        }
        return (difference / Double(known.count), gradient / Double(known.count))
    }
}

extension Generator {
    /// The pictures of codes [N, W] with the checkpoint's own noise, reduced by whole blocks: [N, side, side, 3], range ±1.
    ///
    /// - Parameter side: at most the generator's resolution.
    func pictures(of w: Tensor, side: Int) -> Tensor {
        synthesis(wPlus(w), noise: synthesis.storedNoise).clamped(to: -1...1).areaDownscaled(by: configuration.resolution / side)
    }
}

/// What networks made of some pictures.
private struct Impressions {
    var judgedParts: [Tensor] = []
    var untrainedParts: [Tensor] = []
    var embeddingParts: [Tensor] = []
    var people: [Int] = []
    var histogram = GeneratorEvaluation.emptyHistogram
    /// On how many pictures the two predictors agree within half a degree.
    var agreements: [String: Int] = [:]
    var gradient = 0.0

    var judged: Tensor { Tensor.concatenated(judgedParts, axis: 0) }
    var untrained: Tensor { Tensor.concatenated(untrainedParts, axis: 0) }
    var embeddings: Tensor { Tensor.concatenated(embeddingParts, axis: 0) }
    /// Mean gradient.
    var sharpness: Double { gradient / Double(max(people.count, 1)) }

    mutating func add(_ other: Impressions, people others: [Int]) {
        judgedParts += other.judgedParts
        untrainedParts += other.untrainedParts
        embeddingParts += other.embeddingParts
        people += others
        gradient += other.gradient
        agreements.merge(other.agreements, uniquingKeysWith: +)
        for (attribute, counts) in other.histogram { histogram[attribute] = zip(histogram[attribute] ?? counts, counts).map { $0 + $1 } }
    }
}
