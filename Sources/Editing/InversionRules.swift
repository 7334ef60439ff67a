/// How long and how freely `PictureInversion` searches for the code of a picture.
///
/// Codes are searched for in deviations: one is as far as random codes lie from their mean, along the axes of their covariance.
public struct InversionRules: Sendable, Hashable {
    /// Random faces that the search may begin at, besides the mean face.
    public var candidates = 300
    /// The first of their seeds.
    public var seed: UInt64 = 40_000_000
    /// Steps that move one code for all layers.
    public var steps = 150
    /// Steps after those, in which every layer's code moves by itself too.
    public var layerSteps = 100
    /// How far one step of Adam goes at first, in deviations; it falls along a half cosine to a tenth.
    public var rate: Float = 0.06
    /// Weight of the code's mean squared distance from the mean code, in deviations.
    public var codePenalty: Float = 0.002
    /// Weight of the layers' mean squared distance from their common code.
    public var layerPenalty: Float = 0.02
    /// Weight of the difference in the predictor's features, relative to their size.
    public var featureWeight: Float = 0.1

    public init() {}
}
