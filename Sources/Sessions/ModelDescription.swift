/// What is told of a model to those who ask.
public struct ModelDescription: Sendable, Hashable {
    public var name: String
    /// One sentence.
    public var summary: String
    /// Side of its pictures in pixels.
    public var resolution: Int
    /// Where its fields walk, `z` or `w_plus`; nil for a model without fields.
    public var space: String?
    /// Which noise maps it draws with: `stored` or `session`.
    public var noise: String
    /// Of its weight files: `fp16` or `fp32`.
    public var precision: String
    /// The roles of its files.
    public var parts: [String]

    public init(
        name: String, summary: String, resolution: Int, space: String? = nil, noise: String = "session", precision: String = "fp32",
        parts: [String] = []
    ) {
        self.name = name
        self.summary = summary
        self.resolution = resolution
        self.space = space
        self.noise = noise
        self.precision = precision
        self.parts = parts
    }
}
