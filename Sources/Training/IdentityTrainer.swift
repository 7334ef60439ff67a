public import FaceModels
import Tensor

/// How well the identity network tells people apart.
public struct IdentityScore: Sendable {
    /// Probability that two pictures of one person are nearer to each other than two pictures of different people.
    public var sameNearer: Double
    /// Mean distances, 0…2.
    public var samePerson, differentPeople: Double
}

/// Trains the identity network by contrast: of all pictures in a batch, a picture's nearest must be the other one of its person.
///
/// The two pictures of a pair differ in expression, glasses, beard, fringe, pose and light, so none of these can serve as a clue.
public struct IdentityTrainer {
    /// Divides the cosines before the softmax.
    private static let temperature: Float = 0.1

    private let people: [[Int]]
    private let batches: PictureBatches

    public init(_ subset: SynthFacesSubset) throws {
        batches = try PictureBatches(subset)
        let byPerson = Dictionary(grouping: subset.rows.indices) { subset.rows[$0].identity }
        people = byPerson.sorted { $0.key < $1.key }.map(\.value).filter { $0.count > 1 }
    }

    public func train(
        _ configuration: IdentityConfiguration, _ schedule: TrainingSchedule, checkpoint: String?, progress: (TrainingProgress) -> Void
    ) throws -> Parameters {
        let fresh = IdentityNetwork.initialParameters(configuration, seed: schedule.seed)
        var run = try TrainingRun(fresh, schedule, checkpoint: checkpoint)
        let pairs = schedule.batch / 2
        try run.run(progress: progress) { step, parameters in
            var random = schedule.random(at: step)
            let drawn = (0..<pairs).map { _ in people[Int.random(in: 0..<people.count, using: &random)].shuffled(using: &random) }
            let pictures = batches.augmented(drawn.map { $0[0] } + drawn.map { $0[1] }, using: &random)
            let network = try IdentityNetwork(configuration, parameters)
            return Self.contrast(network.embed(pictures, training: true), pairs: pairs)
        }
        return run.parameters
    }

    /// Cross-entropy of finding the partner: row i belongs with row i + pairs.
    static func contrast(_ embeddings: Tensor, pairs: Int) -> Tensor {
        let count = 2 * pairs
        let cosines = embeddings.matmul(embeddings, transposeOther: true) * (1 / temperature)
        // A picture is no partner of itself.
        var mask = [Float](repeating: 0, count: count * count)
        for i in 0..<count { mask[i * count + i] = -1e4 }
        return (cosines + Tensor([count, count], mask)).crossEntropy((0..<count).map { ($0 + pairs) % count })
    }

    /// Compares every pair of pictures of one person with every pair of pictures of different people.
    public static func score(_ network: IdentityNetwork, on subset: SynthFacesSubset) throws -> IdentityScore {
        let batches = try PictureBatches(subset)
        var embeddings: [[Float]] = []
        for start in stride(from: 0, to: subset.count, by: 100) {
            let embedded = network.embed(batches.plain(start..<min(start + 100, subset.count)))
            let width = embedded.shape[1]
            embeddings += (0..<embedded.shape[0]).map { Array(embedded.values[$0 * width..<($0 + 1) * width]) }
        }
        var same: [Float] = []
        var different: [Float] = []
        for i in embeddings.indices {
            for j in 0..<i {
                let square = zip(embeddings[i], embeddings[j]).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
                if subset.rows[i].identity == subset.rows[j].identity {
                    same.append(square.squareRoot())
                } else {
                    different.append(square.squareRoot())
                }
            }
        }
        different.sort()
        let nearer = same.reduce(0.0) { sum, distance in
            var (low, high) = (0, different.count)
            while low < high {
                let middle = (low + high) / 2
                if different[middle] <= distance { low = middle + 1 } else { high = middle }
            }
            return sum + Double(different.count - low) / Double(max(different.count, 1))
        }
        return IdentityScore(
            sameNearer: nearer / Double(max(same.count, 1)), samePerson: mean(same), differentPeople: mean(different))
    }

    private static func mean(_ values: [Float]) -> Double { values.reduce(0.0) { $0 + Double($1) } / Double(max(values.count, 1)) }
}
