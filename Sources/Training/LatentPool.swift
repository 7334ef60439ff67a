public import FaceAttributes
public import FaceModels
public import Tensor

/// Codes of random faces with what the judges say of them: the training data of the fields.
public struct LatentPool: Sendable {
    /// Where the walks begin: w, or z for a field in Z. [N, 512]
    public let walkers: Tensor
    /// w of every face, [N, 512].
    public let bases: Tensor
    /// The predictor's class probabilities: five tensors [N, 6].
    public let probabilities: [Tensor]
    /// [N, embedding]
    public let embeddings: Tensor
    /// Expected degrees.
    public let degrees: [Degrees]

    public var count: Int { degrees.count }

    /// Draws and labels `count` random faces.
    ///
    /// - Parameter fields: if there are any, three faces in four are first edited once or twice by fields taken by chance, up or down
    ///   by up to four steps: a judge that walks look ahead with has to know where walks lead.
    public static func draw(
        count: Int, seed: UInt64, through sight: GeneratorSight, along fields: [Attribute: SemanticField] = [:],
        progress: (_ done: Int, _ of: Int) -> Void
    ) throws -> LatentPool {
        var random = RandomSource(seed: seed)
        let z = random.normal([count, sight.generator.configuration.zDimension])
        let w = sight.generator.mapping(z)
        var walkers = sight.space == .z ? z : w
        if !fields.isEmpty {
            walkers = Tensor.concatenated(
                (0..<count).map { row in
                    wander(from: walkers.slice(axis: 0, row..<row + 1), fields, sight, using: &random)
                }, axis: 0)
        }
        var readings: [FaceReading] = []
        for start in stride(from: 0, to: count, by: 16) {
            let range = start..<min(start + 16, count)
            readings.append(sight.look(walker: walkers.slice(axis: 0, range), base: w.slice(axis: 0, range)))
            progress(range.upperBound, count)
        }
        return LatentPool(
            walkers: walkers, bases: w,
            probabilities: Attribute.allCases.map { attribute in
                Tensor.concatenated(readings.map { $0.logits[attribute.index].softmax() }, axis: 0)
            },
            embeddings: Tensor.concatenated(readings.map(\.embedding), axis: 0))
    }

    /// Where up to two edits of random length lead.
    private static func wander(
        from walker: Tensor, _ fields: [Attribute: SemanticField], _ sight: GeneratorSight, using random: inout RandomSource
    ) -> Tensor {
        let choices = fields.sorted { $0.key.index < $1.key.index }.map(\.value)
        var walker = walker
        for _ in 0..<[0, 1, 1, 2][Int.random(in: 0..<4, using: &random)] {
            let field = choices[Int.random(in: 0..<choices.count, using: &random)]
            let sign: Float = Bool.random(using: &random) ? 1 : -1
            let length = random.uniform() * 4
            let strides = max(1, Int((length / 0.25).rounded()))
            for _ in 0..<strides {
                walker = walker + sight.generator.step(field, at: walker, in: sight.space) * (sign * length / Float(strides))
            }
        }
        return walker
    }

    init(walkers: Tensor, bases: Tensor, probabilities: [Tensor], embeddings: Tensor) {
        self.walkers = walkers
        self.bases = bases
        self.probabilities = probabilities
        self.embeddings = embeddings
        degrees = Self.expected(probabilities)
    }

    /// Σ c·p_c of every head, row by row.
    static func expected(_ probabilities: [Tensor]) -> [Degrees] {
        let rows = probabilities[0].shape[0]
        return (0..<rows).map { row in
            Degrees(
                probabilities.map { head in
                    (0..<AttributePredictor.classes).reduce(0.0) { sum, c in
                        sum + Double(c) * Double(head[flat: row * AttributePredictor.classes + c])
                    }
                })
        }
    }

    /// How many faces of each class 0…5 there are.
    public func histogram(_ attribute: Attribute) -> [Int] {
        var counts = [Int](repeating: 0, count: AttributePredictor.classes)
        for degrees in degrees { counts[degrees.label(attribute)] += 1 }
        return counts
    }

    public func write(to path: String) throws {
        var tensors = ["walkers": walkers, "bases": bases, "embeddings": embeddings]
        for attribute in Attribute.allCases { tensors["probabilities.\(attribute.rawValue)"] = probabilities[attribute.index] }
        try writeSafeTensors(tensors, to: path)
    }

    public init(contentsOf path: String) throws {
        let file = try SafeTensorsFile(path: path)
        self.init(
            walkers: try file.tensor("walkers"), bases: try file.tensor("bases"),
            probabilities: try Attribute.allCases.map { try file.tensor("probabilities.\($0.rawValue)") },
            embeddings: try file.tensor("embeddings"))
    }
}
