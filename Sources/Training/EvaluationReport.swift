import Editing
public import FaceAttributes
public import Foundation
public import ImageCodecs

/// What an evaluation found: every edit, and a summary of each attribute and direction.
public struct EvaluationReport: Sendable {
    public let model: String
    public let seeds: [UInt64]
    public let change: Double
    public let tolerance: Double
    public let edits: [EvaluatedEdit]
    private let pictures: [[RGBImage?]]
    /// What is aimed at, in degrees: less than the judges err by on true pictures of some attributes.
    static let closeTolerance = 0.3

    init(model: String, seeds: [UInt64], change: Double, tolerance: Double, edits: [EvaluatedEdit], grid: [[RGBImage?]]) {
        self.model = model
        self.seeds = seeds
        self.change = change
        self.tolerance = tolerance
        self.edits = edits
        pictures = grid
    }

    /// The edits of one attribute in one direction, in numbers.
    public struct Summary: Codable, Sendable, Hashable {
        /// nil: all together.
        public var attribute: Attribute?
        public var direction: Direction?
        /// How many edits were possible.
        public var edits: Int
        /// Share of them that ended within the tolerance, by the judge.
        public var reached: Double
        /// Share within `EvaluationReport.closeTolerance`, by the judge.
        public var reachedClosely: Double
        /// The same by the predictor that the walk steered by.
        public var reachedBySteering: Double
        /// Share that the user would be told had reached the degree.
        public var saidReached: Double
        /// Mean distance from the wanted degree, by the judge.
        public var error: Double
        public var medianPasses: Double
        public var mostPasses: Int
        /// Mean.
        public var identityDistance: Double
        /// Mean |change| of the other four attributes, by the judge.
        public var sideEffect: Double
    }

    /// One summary an attribute and direction that had any edits.
    public var summaries: [Summary] {
        Attribute.allCases.flatMap { attribute in
            [Direction.increase, .decrease].compactMap { direction in
                summary(edits.filter { $0.attribute == attribute && $0.direction == direction }, attribute, direction)
            }
        }
    }

    /// All edits together; nil when there were none.
    public var total: Summary? { summary(edits, nil, nil) }

    private func summary(_ edits: [EvaluatedEdit], _ attribute: Attribute?, _ direction: Direction?) -> Summary? {
        guard !edits.isEmpty else { return nil }
        func mean(_ value: (EvaluatedEdit) -> Double) -> Double { edits.reduce(0) { $0 + value($1) } / Double(edits.count) }
        let passes = edits.map(\.generatorPasses).sorted()
        return Summary(
            attribute: attribute, direction: direction, edits: edits.count,
            reached: mean { $0.error <= tolerance ? 1 : 0 },
            reachedClosely: mean { $0.error <= Self.closeTolerance ? 1 : 0 },
            reachedBySteering: mean { abs($0.steering - $0.target) <= tolerance ? 1 : 0 },
            saidReached: mean { $0.conclusion == .reached || $0.conclusion == .alreadyThere ? 1 : 0 },
            error: mean(\.error),
            medianPasses: Double(passes[(passes.count - 1) / 2] + passes[passes.count / 2]) / 2,
            mostPasses: passes[passes.count - 1],
            identityDistance: mean(\.identityDistance),
            sideEffect: mean { $0.after.meanChange(from: $0.before, except: $0.attribute) })
    }

    /// A table for people.
    public var table: String {
        let heading = "attribute   way   edits  reached    ±0.3  steered   said  error  passes  most  identity  others"
        let lines = (summaries + [total].compactMap { $0 }).map { row in
            let name = (row.attribute?.rawValue ?? "all").padding(toLength: 12, withPad: " ", startingAt: 0)
            let way = row.direction.map { $0 == .increase ? "up  " : "down" } ?? "    "
            return name + way
                + String(
                    format: "%7d %7.0f%% %6.0f%% %7.0f%% %5.0f%% %6.2f %7.1f %5d %9.2f %7.2f", row.edits, 100 * row.reached,
                    100 * row.reachedClosely, 100 * row.reachedBySteering, 100 * row.saidReached, row.error, row.medianPasses,
                    row.mostPasses, row.identityDistance, row.sideEffect)
        }
        let faces = "\(seeds.count) faces of \(model), each attribute \(String(format: "%g", change)) degrees up and down where possible;"
        let meaning =
            "reached: within ±\(String(format: "%g", tolerance)) by a judge that no walk sees; steered: by the walk's own predictor"
        return ([faces, meaning, heading] + lines).joined(separator: "\n")
    }

    /// The report as JSON: `model`, `seeds`, `change`, `tolerance`, `total`, `summaries`, `edits`.
    public func json() throws -> Data {
        struct Document: Encodable {
            var model: String
            var seeds: [UInt64]
            var change, tolerance: Double
            var total: Summary?
            var summaries: [Summary]
            var edits: [EvaluatedEdit]
        }
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(
            Document(
                model: model, seeds: seeds, change: change, tolerance: tolerance, total: total, summaries: summaries, edits: edits))
    }

    /// One row a face whose pictures were kept: the face, then each attribute down and up; white where it was not possible.
    public var grid: RGBImage? {
        guard let face = pictures.first?.first ?? nil else { return nil }
        let nothing = RGBImage(width: face.width, height: face.height, filledWith: (255, 255, 255))
        return .grid(of: pictures.flatMap { row in row.map { $0 ?? nothing } }, columns: pictures[0].count)
    }
}
