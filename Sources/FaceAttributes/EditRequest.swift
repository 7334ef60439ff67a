/// What the dialog asks of the editor: bring one attribute to a degree.
public struct EditRequest: Sendable, Hashable, Codable {
    public var attribute: Attribute
    /// The wanted degree, 0…5; fractions are meant.
    public var target: Double

    public init(attribute: Attribute, target: Double) {
        self.attribute = attribute
        self.target = min(max(target, Degrees.range.lowerBound), Degrees.range.upperBound)
    }
}

/// How a turn ended, as the user is told.
public enum EditConclusion: String, Codable, Sendable, Hashable {
    /// The wanted degree was reached, within the tolerance of the walk.
    case reached
    /// The degree moved towards the target but the walk had to stop before it.
    case partial
    /// The face had the wanted degree to begin with; nothing was changed.
    case alreadyThere = "already_there"
    /// The walk could not move the degree; the face is as it was.
    case unreachable
    /// The turn asked for no edit.
    case noEdit = "no_edit"
}
