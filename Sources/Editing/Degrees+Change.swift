public import FaceAttributes

extension Degrees {
    /// How far each attribute but one has moved: the side effects of editing that one.
    public func changes(from start: Degrees, except edited: Attribute) -> [(attribute: Attribute, change: Double)] {
        Attribute.allCases.filter { $0 != edited }.map { ($0, self[$0] - start[$0]) }
    }

    /// The largest |change| of another attribute, in degrees.
    public func largestChange(from start: Degrees, except edited: Attribute) -> Double {
        changes(from: start, except: edited).map { abs($0.change) }.max() ?? 0
    }

    /// The mean |change| of the other four attributes, in degrees.
    public func meanChange(from start: Degrees, except edited: Attribute) -> Double {
        let changes = changes(from: start, except: edited)
        return changes.reduce(0) { $0 + abs($1.change) } / Double(changes.count)
    }
}
