/// What is told of a model to those who ask.
public struct ModelDescription: Sendable, Hashable {
    public var name: String
    /// One sentence.
    public var summary: String
    /// Side of its pictures in pixels.
    public var resolution: Int

    public init(name: String, summary: String, resolution: Int) {
        self.name = name
        self.summary = summary
        self.resolution = resolution
    }
}
