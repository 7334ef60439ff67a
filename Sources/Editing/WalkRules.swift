/// When a walk stops, how far it strides, and what it accepts.
///
/// Lengths are multiples α of the field's vector (equations 5 and 11), of which one is trained to change a degree by about one.
public struct WalkRules: Sendable, Hashable {
    /// The most generator passes of one walk.
    public var stepBudget = 24
    /// A point this near to the wanted degree ends the walk.
    public var tolerance = 0.2
    /// What a predictor reads at least on pictures of degree 0 and of degree 5, which its expected degree never quite reaches. There the
    /// reading hardly moves any more, so that beyond, a walk would leave the faces behind to please the predictor.
    public var lowestAim = 0.15
    public var highestAim = 4.7
    /// When the walk has to stop, its best point still counts as reached within this distance: the class is then right.
    public var closeEnough = 0.35
    /// The least gain towards the wanted degree that counts as progress.
    public var leastGain = 0.05
    /// A change away from the wanted degree is taken for noise up to here.
    public var noise = 0.15
    /// The best point has to be nearer to the wanted degree than the start by this much, or the start is kept.
    public var worthwhileGain = 0.15
    /// So many passes without progress end the walk.
    public var patience = 6
    /// So many passes on alternating sides of the wanted degree end the walk.
    public var crossings = 6
    /// The first step is never longer, however far the way.
    public var longestFirstStep = 1.0
    /// Where the degree hardly changes, steps grow up to here.
    public var longestStep = 3.0
    /// Finer steps are not tried.
    public var shortestStep = 1.0 / 32
    /// With foresight, the field is asked again after so much of the way,
    public var pathSpacing = 0.5
    /// and no farther ahead than this.
    public var longestPath = 3.0
    /// Points whose identity embedding is farther from the start's are not accepted; 0…2, unit vectors.
    public var maximumIdentityDistance = 0.95
    /// Points where any other attribute has changed by more degrees are not accepted.
    public var maximumSideEffect = 1.25

    public init() {}
}
