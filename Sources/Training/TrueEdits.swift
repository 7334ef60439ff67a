public import FaceAttributes
import FaceModels
import Tensor

/// Curves in W along which exactly one attribute of a person changes.
///
/// The renderer knows what a training person's record is at every degree, and the embedding that the generator was pretrained with makes
/// codes of these records (`Training/true_edits.py`). A field that follows such curves changes hair, skin and landmarks as they
/// change in the data, where a predictor only says which degree it reads.
public struct TrueEdits: Sendable {
    /// w of every person who can have the attribute at the degrees 0…5, [N · 6, 512].
    private let curves: Tensor
    /// The spread of codes over people in every dimension, [512].
    private let spread: Tensor
    /// The last people are kept to measure with.
    private let shown: Int
    /// How far beside the curves points lie at most, in spreads.
    private let reach: Float

    private var width: Int { curves.shape[1] }
    private var count: Int { curves.shape[0] / AttributePredictor.classes }
    private static let intervals = AttributePredictor.classes - 1

    /// - Parameters:
    ///   - path: a file with `codes` [N, 5, 6, 512] and `possible` [N, 5].
    ///   - reach: how far beside the curves points lie at most, in spreads of the codes.
    public init(contentsOf path: String, of attribute: Attribute, reach: Float) throws {
        let file = try SafeTensorsFile(path: path)
        let (codes, possible) = (try file.tensor("codes"), try file.tensor("possible"))
        let rows = codes.shape.count == 4 ? codes.shape[0] : 0
        guard codes.shape == [rows, 5, AttributePredictor.classes, codes.shape.last ?? 0], possible.shape == [rows, 5] else {
            throw TrueEditsError.shapes(codes.shape, possible.shape)
        }
        let able = (0..<rows).filter { possible[flat: $0 * 5 + attribute.index] > 0 }
        guard able.count >= 20 else { throw TrueEditsError.tooFewPeople(able.count) }
        let width = codes.shape[3]
        let curves = codes.reshaped([rows * 5, AttributePredictor.classes * width]).gatheringRows(able.map { $0 * 5 + attribute.index })
        self.init(curves: curves.reshaped([able.count * AttributePredictor.classes, width]), reach: reach)
    }

    /// - Parameter curves: w of every person at the degrees 0…5, [N · 6, 512].
    init(curves: Tensor, reach: Float = 0.25) {
        self.curves = curves
        self.reach = reach
        let count = curves.shape[0] / AttributePredictor.classes
        shown = count - max(1, count / 10)
        let share = 1 / Float(curves.shape[0])
        let variance = curves.addingToChannels(curves.sumOfRows() * -share).squared().sumOfRows() * share
        spread = Tensor(variance.shape, variance.values.map { $0.squareRoot() })
    }

    /// Points of the curves and the way on from there to one degree more.
    struct Points {
        /// [N, 512]
        var w: Tensor
        /// The change of w by one degree, [N, 512].
        var tangent: Tensor
    }

    /// Half of the points lie on a person's curve, half between those of two people, all a little beside them: a walk is where no
    /// training person ever was.
    func sample(_ size: Int, using random: inout RandomSource) -> Points {
        let people = (0..<2).map { _ in (0..<size).map { _ in Int.random(in: 0..<shown, using: &random) } }
        let intervals = (0..<size).map { _ in Int.random(in: 0..<Self.intervals, using: &random) }
        let shares = (0..<size).map { _ in random.uniform() }
        let blends = (0..<size).map { _ in Bool.random(using: &random) ? random.uniform() : 0 }
        let (first, second) = (points(people[0], intervals, shares), points(people[1], intervals, shares))
        let noise = random.normal([size, width]).multiplyingChannels(spread)
        let sizes = Tensor([size, 1], (0..<size).map { _ in reach * random.uniform() }).spread(width)
        return Points(
            w: blend(first.w, second.w, blends) + noise.scaledPerSample(sizes), tangent: blend(first.tangent, second.tangent, blends))
    }

    /// The middles of all intervals of the people who are not shown.
    func heldOut() -> Points {
        let people = (shown..<count).flatMap { [Int](repeating: $0, count: Self.intervals) }
        let intervals = (shown..<count).flatMap { _ in 0..<Self.intervals }
        return points(people, intervals, [Float](repeating: 0.5, count: people.count))
    }

    private func points(_ people: [Int], _ intervals: [Int], _ shares: [Float]) -> Points {
        let starts = zip(people, intervals).map { $0 * AttributePredictor.classes + $1 }
        let (start, end) = (curves.gatheringRows(starts), curves.gatheringRows(starts.map { $0 + 1 }))
        return Points(w: blend(start, end, shares), tangent: end + start * -1)
    }

    /// (1 − share)·a + share·b, row by row.
    private func blend(_ a: Tensor, _ b: Tensor, _ shares: [Float]) -> Tensor {
        a + (b + a * -1).scaledPerSample(Tensor([shares.count, 1], shares).spread(width))
    }
}

public enum TrueEditsError: Error, CustomStringConvertible {
    case shapes([Int], [Int])
    case tooFewPeople(Int)

    public var description: String {
        switch self {
        case .shapes(let codes, let possible): "true edits need codes [N, 5, 6, W] and possible [N, 5], not \(codes) and \(possible)"
        case .tooFewPeople(let count): "only \(count) people of the true edits can have the attribute"
        }
    }
}
