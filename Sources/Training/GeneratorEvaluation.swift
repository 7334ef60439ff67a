import FaceAttributes
public import FaceModels
import Tensor

/// How near random faces come to real ones, in the features of the attribute predictor.
public struct GeneratorScore: Codable, Sendable {
    /// The kernel distance between random faces and held-out pictures, and, for comparison, between training and held-out pictures.
    public var kernelDistance, kernelDistanceOfData: Double
    /// Faces of each class 0…5, per attribute: random ones and those of the data.
    public var histogram, histogramOfData: [String: [Int]]

    enum CodingKeys: String, CodingKey {
        case kernelDistance = "kernel_distance"
        case kernelDistanceOfData = "kernel_distance_of_data"
        case histogram
        case histogramOfData = "histogram_of_data"
    }
}

/// Compares the faces of a generator with pictures.
public struct GeneratorEvaluation {
    private let generator: Generator
    private let predictor: AttributePredictor

    public init(generator: Generator, predictor: AttributePredictor) {
        self.generator = generator
        self.predictor = predictor
    }

    /// - Parameters:
    ///   - count: random faces to draw.
    ///   - seed: the first of their seeds.
    ///   - training: pictures of the kind that the generator was trained on.
    ///   - heldOut: pictures that it was not.
    public func score(
        count: Int, seed: UInt64, training: SynthFacesSubset, heldOut: SynthFacesSubset, progress: (_ done: Int) -> Void
    ) throws -> GeneratorScore {
        var features: [Tensor] = []
        var drawn = Self.emptyHistogram
        for start in stride(from: 0, to: count, by: 16) {
            let seeds = (start..<min(start + 16, count)).map { seed &+ UInt64($0) }
            let w = generator.mapping(generator.z(seeds: seeds))
            let pictures = generator.synthesis(generator.wPlus(w), noise: generator.synthesis.storedNoise)
            features.append(predictor.features(pictures))
            for degrees in predictor.degrees(pictures) {
                for attribute in Attribute.allCases { drawn[attribute.rawValue]![degrees.label(attribute)] += 1 }
            }
            progress(start + seeds.count)
        }
        var data = Self.emptyHistogram
        for row in training.rows { for attribute in Attribute.allCases { data[attribute.rawValue]![row.labels[attribute.index]] += 1 } }
        let heldOutFeatures = try self.features(of: heldOut)
        return GeneratorScore(
            kernelDistance: Self.kernelDistance(Tensor.concatenated(features, axis: 0), heldOutFeatures),
            kernelDistanceOfData: Self.kernelDistance(try self.features(of: training), heldOutFeatures),
            histogram: drawn, histogramOfData: data)
    }

    private static var emptyHistogram: [String: [Int]] {
        Dictionary(uniqueKeysWithValues: Attribute.allCases.map { ($0.rawValue, [Int](repeating: 0, count: AttributePredictor.classes)) })
    }

    private func features(of subset: SynthFacesSubset) throws -> Tensor {
        let batches = try PictureBatches(subset)
        return Tensor.concatenated(
            stride(from: 0, to: subset.count, by: 100).map { start in
                predictor.features(batches.plain(start..<min(start + 100, subset.count)))
            }, axis: 0)
    }

    /// The unbiased squared maximum mean discrepancy with the kernel (x·y/d + 1)³ (Bińkowski et al. 2018).
    static func kernelDistance(_ a: Tensor, _ b: Tensor) -> Double {
        let width = Float(a.shape[1])
        func mean(_ x: Tensor, _ y: Tensor, skippingDiagonal: Bool) -> Double {
            let products = x.matmul(y, transposeOther: true).values
            let (rows, columns) = (x.shape[0], y.shape[0])
            var sum = 0.0
            for row in 0..<rows {
                for column in 0..<columns where !(skippingDiagonal && row == column) {
                    let base = Double(products[row * columns + column] / width + 1)
                    sum += base * base * base
                }
            }
            return sum / Double(rows * columns - (skippingDiagonal ? rows : 0))
        }
        return mean(a, a, skippingDiagonal: true) + mean(b, b, skippingDiagonal: true) - 2 * mean(a, b, skippingDiagonal: false)
    }
}
