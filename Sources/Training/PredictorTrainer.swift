public import FaceAttributes
public import FaceModels
import Tensor

/// Which people a judge is trained on, so that two judges can be independent of each other.
public enum PeopleHalf: String, Sendable, CaseIterable {
    case all, even, odd

    func contains(_ identity: Int) -> Bool {
        switch self {
        case .all: true
        case .even: identity % 2 == 0
        case .odd: identity % 2 == 1
        }
    }
}

/// How well the predictor reads one attribute.
public struct AttributeAccuracy: Sendable {
    /// Share of pictures whose most probable class is the labelled one, and at most one beside it.
    public var exact, withinOne: Double
    /// Mean |expected degree − labelled degree|.
    public var meanError: Double
}

/// Trains the fine-grained attribute predictor with the cross-entropy of its five heads.
public struct PredictorTrainer {
    /// Of the rendered pictures, then of the drawn ones.
    private let degrees: [Degrees]
    private let batches: PictureBatches
    private let sampler: BalancedSampler
    private let drawn: Range<Int>

    /// - Parameter drawn: pictures of the generator by the same people, half of every batch then.
    public init(_ subset: SynthFacesSubset, half: PeopleHalf, drawn: DrawnFaces? = nil) throws {
        let chosen = subset.filtered { half.contains($0.identity) }
        degrees = chosen.rows.map(\.degrees) + (drawn?.degrees ?? [])
        self.drawn = chosen.count..<degrees.count
        batches = try PictureBatches(chosen, drawn: drawn)
        sampler = BalancedSampler(chosen.rows)
    }

    /// - Parameter start: weights to go on from; fresh ones if there are none.
    public func train(
        _ configuration: PredictorConfiguration, from start: Parameters? = nil, _ schedule: TrainingSchedule, checkpoint: String?,
        progress: (TrainingProgress) -> Void
    ) throws -> Parameters {
        let start = start ?? AttributePredictor.initialParameters(configuration, seed: schedule.seed)
        var run = try TrainingRun(start, schedule, checkpoint: checkpoint)
        try run.run(progress: progress) { step, parameters in
            var random = schedule.random(at: step)
            let share = drawn.isEmpty ? 0 : schedule.batch / 2
            let indices =
                sampler.indices(schedule.batch - share, using: &random) + (0..<share).map { _ in Int.random(in: drawn, using: &random) }
            let predictor = try AttributePredictor(configuration, parameters)
            let logits = predictor.logits(batches.augmented(indices, using: &random), training: true)
            let losses = zip(Attribute.allCases, logits).map { attribute, logits in
                logits.crossEntropy(classTargets(indices.map { degrees[$0][attribute] }, hiddenBelow: attribute.visibleFrom))
            }
            return losses.dropFirst().reduce(losses[0], +) * (1 / Float(losses.count))
        }
        return run.parameters
    }

    /// Reads every picture of a subset and compares with its labels.
    public static func accuracy(_ predictor: AttributePredictor, on subset: SynthFacesSubset) throws -> [Attribute: AttributeAccuracy] {
        let batches = try PictureBatches(subset)
        var totals = Attribute.allCases.map { _ in (exact: 0.0, near: 0.0, error: 0.0) }
        for start in stride(from: 0, to: subset.count, by: 100) {
            let range = start..<min(start + 100, subset.count)
            for (attribute, logits) in zip(Attribute.allCases, predictor.logits(batches.plain(range))) {
                let classes = logits.argmaxOfRows()
                let expected = AttributePredictor.expectedDegree(logits).values
                for (slot, index) in range.enumerated() {
                    let row = subset.rows[index]
                    let distance = abs(classes[slot] - row.labels[attribute.index])
                    totals[attribute.index].exact += distance == 0 ? 1 : 0
                    totals[attribute.index].near += distance <= 1 ? 1 : 0
                    totals[attribute.index].error += abs(Double(expected[slot]) - row.degrees[attribute])
                }
            }
        }
        let count = Double(max(subset.count, 1))
        return Dictionary(
            uniqueKeysWithValues: Attribute.allCases.map { attribute in
                let total = totals[attribute.index]
                return (
                    attribute,
                    AttributeAccuracy(exact: total.exact / count, withinOne: total.near / count, meanError: total.error / count)
                )
            })
    }
}

extension Attribute {
    /// The degree below which the renderer draws nothing of it, so that no picture can tell degrees apart there.
    var visibleFrom: Double {
        switch self {
        case .bangs: 0.35
        case .eyeglasses: 0.5
        case .beard, .smiling, .age: 0
        }
    }
}

/// Draws rows so that rare classes come up more often: a row's weight is the mean, over its attributes, of 1 / frequency of its class.
struct BalancedSampler: Sendable {
    private let cumulative: [Double]

    init(_ rows: [SynthFacesRow]) {
        var counts = Attribute.allCases.map { _ in [Double](repeating: 0, count: AttributePredictor.classes) }
        for row in rows { for (attribute, label) in row.labels.enumerated() { counts[attribute][label] += 1 } }
        var total = 0.0
        cumulative = rows.map { row in
            total += row.labels.enumerated().reduce(0.0) { $0 + 1 / counts[$1.offset][$1.element] }
            return total
        }
    }

    func indices(_ count: Int, using random: inout RandomSource) -> [Int] {
        (0..<count).map { _ in
            let wanted = Double.random(in: 0..<(cumulative.last ?? 1), using: &random)
            var (low, high) = (0, cumulative.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if cumulative[middle] > wanted { high = middle } else { low = middle + 1 }
            }
            return low
        }
    }
}
