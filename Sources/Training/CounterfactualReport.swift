import Editing
public import FaceAttributes
public import Foundation
public import ImageCodecs

/// What a comparison with true edits found.
public struct CounterfactualReport: Sendable {
    /// Of one person and attribute: for each class 0…5 that there is the true, edited, straightly moved and unchanged pictures.
    struct Strip: Sendable {
        var person: Int
        var attribute: Attribute
        var columns: [Int: [RGBImage]] = [:]
    }

    public let model: String
    public let edits: [CounterfactualEdit]
    private let strips: [Strip]

    init(model: String, edits: [CounterfactualEdit], grid: [Strip]) {
        self.model = model
        self.edits = edits
        strips = grid
    }

    /// The edits of one attribute.
    public struct Summary: Codable, Sendable, Hashable {
        /// nil: all together.
        public var attribute: Attribute?
        public var people, edits: Int
        /// Mean distances, see `CounterfactualEdit`.
        public var inversion: Double
        public var drawn, carried: CounterfactualEdit.Distances
        /// Share of edits that come nearer to the true picture than either of the others, as drawn and as carried.
        public var nearest, nearestCarried: Double
        /// Share of edits that the user would be told had reached the degree.
        public var saidReached: Double
    }

    /// One summary an attribute that had any edits.
    public var summaries: [Summary] {
        Attribute.allCases.compactMap { attribute in summary(edits.filter { $0.attribute == attribute }, attribute) }
    }

    /// All edits together; nil when there were none.
    public var total: Summary? { summary(edits, nil) }

    private func summary(_ edits: [CounterfactualEdit], _ attribute: Attribute?) -> Summary? {
        guard !edits.isEmpty else { return nil }
        func mean(_ value: (CounterfactualEdit) -> Double) -> Double { edits.reduce(0) { $0 + value($1) } / Double(edits.count) }
        func means(_ of: KeyPath<CounterfactualEdit, CounterfactualEdit.Distances>) -> CounterfactualEdit.Distances {
            CounterfactualEdit.Distances(
                left: mean { $0[keyPath: of].left }, straight: mean { $0[keyPath: of].straight }, edited: mean { $0[keyPath: of].edited })
        }
        return Summary(
            attribute: attribute, people: Set(edits.map(\.person)).count, edits: edits.count, inversion: mean(\.inversion),
            drawn: means(\.drawn), carried: means(\.carried), nearest: mean { $0.drawn.editIsNearest ? 1 : 0 },
            nearestCarried: mean { $0.carried.editIsNearest ? 1 : 0 },
            saidReached: mean { $0.conclusion == .reached || $0.conclusion == .alreadyThere ? 1 : 0 })
    }

    /// A table for people.
    public var table: String {
        let lines = (summaries + [total].compactMap { $0 }).map { row in
            (row.attribute?.rawValue ?? "all").padding(toLength: 11, withPad: " ", startingAt: 0)
                + String(format: "%6d %5d %9.4f |", row.people, row.edits, row.inversion)
                + [row.drawn, row.carried].map { distances in
                    String(format: "%8.4f %8.4f %8.4f  ", distances.left, distances.straight, distances.edited)
                        + distances.nearest.padding(toLength: 8, withPad: " ", startingAt: 0)
                }.joined(separator: " |")
                + String(format: " |%5.0f%% %5.0f%% %5.0f%%", 100 * row.nearest, 100 * row.nearestCarried, 100 * row.saidReached)
        }
        return
            ([
                "true edits of \(model): L1 on the head to the picture at the wanted degree, colours 0 to 1;",
                "left: unchanged, straight: along one direction; drawn: generator's pictures, carried: its changes on the original;",
                "best: share of edits nearer than both others, drawn and carried; said: told to have reached the degree",
                "           people edits inversion |    left straight   edited  nearest   |    left straight   edited  nearest  | "
                    + "best  carr.  said",
            ] + lines).joined(separator: "\n")
    }

    /// The report as JSON: `model`, `total`, `summaries`, `edits`.
    public func json() throws -> Data {
        struct Document: Encodable {
            var model: String
            var total: Summary?
            var summaries: [Summary]
            var edits: [CounterfactualEdit]
        }
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(Document(model: model, total: total, summaries: summaries, edits: edits))
    }

    /// For every attribute four rows of the people whose pictures were kept: the true pictures, the edited, the straightly moved and the
    /// unchanged ones; degrees from left to right, people side by side, white where a degree cannot be.
    public var grid: RGBImage? {
        guard let some = strips.first?.columns.values.first?.first else { return nil }
        let nothing = RGBImage(width: some.width, height: some.height, filledWith: (255, 255, 255))
        var people: [Int] = []
        for strip in strips where !people.contains(strip.person) { people.append(strip.person) }
        let attributes = Attribute.allCases.filter { attribute in strips.contains { $0.attribute == attribute } }
        let cells = attributes.flatMap { attribute in
            (0..<4).flatMap { row in
                people.flatMap { person in
                    let strip = strips.first { $0.person == person && $0.attribute == attribute }
                    return (0...5).map { strip?.columns[$0]?[row] ?? nothing }
                }
            }
        }
        return .grid(of: cells, columns: 6 * people.count)
    }
}

extension CounterfactualEdit.Distances {
    /// Whether the edit is nearer to the true picture than both others.
    public var editIsNearest: Bool { edited < straight && edited < left }

    var nearest: String { editIsNearest ? "edited" : straight < left ? "straight" : "left" }
}
