/// The degree of each of the five attributes of one face; each in 0…5, fractions allowed.
public struct Degrees: Sendable, Hashable {
    /// The range in which every degree lies.
    public static let range: ClosedRange<Double> = 0...5

    /// The five degrees, indexed by `Attribute.index`.
    public private(set) var values: [Double]

    /// - Parameter values: five numbers, in the order of `Attribute.allCases`.
    public init(_ values: [Double]) {
        precondition(values.count == Attribute.allCases.count, "Degrees needs five values, not \(values.count)")
        self.values = values
    }

    public init(repeating value: Double) {
        values = Array(repeating: value, count: Attribute.allCases.count)
    }

    public subscript(attribute: Attribute) -> Double {
        get { values[attribute.index] }
        set { values[attribute.index] = newValue }
    }

    /// The degree as a class 0…5: floor(degree + 0.5), as the data set counts.
    public func label(_ attribute: Attribute) -> Int {
        Int(min(max((self[attribute] + 0.5).rounded(.down), 0), 5))
    }
}

extension Degrees: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let values = try container.decode([Double].self)
        guard values.count == Attribute.allCases.count else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "five degrees expected")
        }
        self.values = values
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(values)
    }
}
