/// The search for a wanted degree along the curve that a semantic field draws through latent space.
///
/// A value without I/O: it is told what was seen at each point and answers with the next step. Points are numbered in the
/// order in which they were observed; 0 is the start. A step leads from any earlier point p, with the field's vector there,
/// to p + α·f(p).
///
/// While the degree moves the right way, every point is the next step's origin, so that the walk follows the field's curve, and
/// the slope seen so far gives the next α. Once a step has overshot or broken a limit, smaller α from the same origin are
/// tried, by regula falsi and bisection. Where there is foresight, a step goes at once to where the degree is expected, and after an
/// overshoot to where it would be were the foresight wrong by a factor. Every walk ends: each observation counts against the step
/// budget, and only observations count.
public struct Walk: Sendable {
    /// What is known of one point.
    public struct Observation: Sendable, Hashable {
        /// The steering predictor's expected degree Σ c·p_c; what is not a number makes the point unacceptable.
        public var degree: Double
        /// From the start's embedding.
        public var identityDistance: Double
        /// The largest change of another attribute since the start, in degrees.
        public var sideEffect: Double

        public init(degree: Double, identityDistance: Double = 0, sideEffect: Double = 0) {
            self.degree = degree
            self.identityDistance = identityDistance
            self.sideEffect = sideEffect
        }
    }

    public enum Move: Sendable, Hashable {
        /// Go to p + length·f(p) for the point p with this number, and observe it. The length may be negative.
        case step(from: Int, length: Double)
        case stop(StopReason)
    }

    public let rules: WalkRules
    /// The degree that is aimed at: the wanted one, kept off the ends of the scale, which an expected degree never quite reaches.
    public let aim: Double
    /// The number of the best acceptable point so far.
    public private(set) var best = 0
    /// Every point observed so far.
    public private(set) var observations: [Observation] = []

    private let target: Double
    private var ended: StopReason?
    /// The point that steps start from, and the step that is being observed.
    private var origin = 0
    private var length = 0.0
    /// What is expected from `origin` on.
    private var foresight: Foresight?
    /// Along the field or against it: the way that brings the degree nearer.
    private var orientation = 1.0
    /// On the ray from `origin`: the farthest length known to be short of the aim, and the nearest known to be too far.
    private var near = (length: 0.0, error: 0.0)
    private var far: (length: Double, error: Double?)?
    /// The side of the bracket that the last probe replaced.
    private var lastSide: Side?
    private var retreats = 0
    private var hasTurned = false
    private var crossings = 0
    private var idle = 0
    private var errorAtLastProgress = Double.infinity

    private enum Side { case near, far }

    /// - Parameter target: the wanted degree, 0…5.
    public init(target: Double, rules: WalkRules = WalkRules()) {
        self.rules = rules
        self.target = target
        aim = min(max(target, rules.lowestAim), rules.highestAim)
    }

    /// The distance of a point from the aim; infinite where nothing could be read.
    public func error(at point: Int) -> Double {
        let degree = observations[point].degree
        return degree.isFinite ? abs(degree - aim) : .infinity
    }

    /// What can be expected from a point: called with its number, 1 along the field or −1 against it, and the change of the degree
    /// that is wanted.
    public typealias LookAhead = (_ point: Int, _ orientation: Double, _ change: Double) throws -> Foresight?

    /// Takes in what was seen at the point that the last move led to, at first the start, and says how to go on.
    public mutating func observe(
        _ observation: Observation, lookAhead: LookAhead
    ) rethrows -> Move {
        if let ended { return .stop(ended) }
        observations.append(observation)
        let move = observations.count == 1 ? try begin(lookAhead) : try goOn(lookAhead)
        if case .stop(let reason) = move { ended = reason }
        return move
    }

    /// The same for a walk that cannot look ahead.
    public mutating func observe(_ observation: Observation) -> Move { observe(observation) { _, _, _ in nil } }

    /// Ends the walk between two steps.
    public mutating func cancel() { ended = ended ?? .cancelled }

    // MARK: - Moves

    private mutating func begin(_ lookAhead: LookAhead) rethrows -> Move {
        let error = aim - observations[0].degree
        guard error.isFinite else { return .stop(.stalled) }
        errorAtLastProgress = abs(error)
        if abs(error) <= rules.tolerance || isBeyondAim(observations[0].degree) { return .stop(.alreadyThere) }
        orientation = error < 0 ? -1 : 1
        near = (0, error)
        foresight = try lookAhead(0, orientation, error)
        return stride(expectedLength(for: error) ?? min(abs(error), rules.longestFirstStep))
    }

    /// Whether a degree is nearer to the end of the scale that is wanted than the walk aims.
    private func isBeyondAim(_ degree: Double) -> Bool { target > aim && degree > aim || target < aim && degree < aim }

    /// Where on the way from the origin a change of the degree is expected; nil without foresight, or if it nowhere is: then steps
    /// stay short, because far along a field that does not lead there the faces are no faces.
    private func expectedLength(for change: Double) -> Double? { foresight?.length(for: change) }

    private mutating func goOn(_ lookAhead: LookAhead) rethrows -> Move {
        let point = observations.count - 1
        let acceptable = isAcceptable(point)
        if acceptable, error(at: point) < error(at: best) { best = point }
        if acceptable, error(at: point) <= rules.tolerance { return .stop(.reached) }
        if let reason = weariness(at: point) { return .stop(reason) }

        guard acceptable else { return narrow(.far, error: nil) }
        let error = aim - observations[point].degree
        if error.sign != near.error.sign { return narrow(.far, error: error) }
        if far?.error != nil { return narrow(.near, error: error) }
        // Short of the aim, and no overshoot on this ray: follow the curve.
        let gain = abs(aim - observations[origin].degree) - abs(error)
        if far == nil, gain < (retreats == 0 ? -rules.noise : 0) { return try retreat(lookAhead) }
        let stepped = abs(length)
        let slope = gain / stepped
        let wanted = gain >= rules.leastGain ? abs(error) / slope : 2 * stepped
        let limit = far == nil ? 2 * stepped : stepped
        return try advance(to: point, length: min(wanted, limit, rules.longestStep), lookAhead)
    }

    /// Whether the walk has gone on for too long without use.
    private mutating func weariness(at point: Int) -> StopReason? {
        if error(at: best) <= errorAtLastProgress - rules.leastGain {
            errorAtLastProgress = error(at: best)
            idle = 0
        } else {
            idle += 1
        }
        let (last, now) = (observations[point - 1].degree - aim, observations[point].degree - aim)
        if last.isFinite, now.isFinite, last.sign != now.sign { crossings += 1 }
        if crossings >= rules.crossings { return .oscillating }
        if idle >= rules.patience { return .stalled }
        return point >= rules.stepBudget ? .stepBudget : nil
    }

    private mutating func stride(_ distance: Double) -> Move {
        length = orientation * max(distance, rules.shortestStep)
        return .step(from: origin, length: length)
    }

    private mutating func advance(to point: Int, length: Double, _ lookAhead: LookAhead) rethrows -> Move {
        origin = point
        near = (0, aim - observations[point].degree)
        far = nil
        lastSide = nil
        retreats = 0
        foresight = try lookAhead(point, orientation, near.error)
        return stride(expectedLength(for: near.error) ?? length)
    }

    /// The last probe is one end of the bracket now; probe inside it.
    private mutating func narrow(_ side: Side, error: Double?) -> Move {
        switch side {
        case .near:
            near = (abs(length), error ?? near.error)
            // Illinois: an end that has stayed twice loses half its weight.
            if lastSide == .near, let stale = far?.error { far?.error = stale / 2 }
        case .far:
            if lastSide == .far { near.error /= 2 }
            far = (abs(length), error)
        }
        let isFirst = lastSide == nil
        lastSide = side
        guard let far, far.length - near.length > rules.shortestStep else { return .stop(.stalled) }
        var share = far.error.map { near.error / (near.error - $0) } ?? 0.5
        if isFirst, near.length == 0, let error = far.error, let expected = length(rescaledFor: error, at: far.length) {
            share = expected / far.length
        }
        return stride(near.length + (far.length - near.length) * min(max(share, 0.1), 0.9))
    }

    /// Where the aim is, if what is expected from the origin on is wrong by the factor that was seen at a length.
    private func length(rescaledFor error: Double, at seenLength: Double) -> Double? {
        guard let foresight else { return nil }
        let (wanted, seen, expected) = (near.error, near.error - error, foresight.change(at: seenLength))
        guard seen != 0, expected / seen > 0.2, expected / seen < 5 else { return nil }
        return foresight.length(for: wanted * expected / seen)
    }

    /// The degree went the wrong way: try a shorter step, and then, once, the other direction.
    private mutating func retreat(_ lookAhead: LookAhead) rethrows -> Move {
        retreats += 1
        if retreats == 1 { return stride(abs(length) / 3) }
        guard !hasTurned else { return .stop(.stalled) }
        hasTurned = true
        retreats = 0
        orientation = -orientation
        foresight = try lookAhead(origin, orientation, near.error)
        return stride(abs(length))
    }

    private func isAcceptable(_ point: Int) -> Bool {
        let seen = observations[point]
        return seen.degree.isFinite && seen.identityDistance <= rules.maximumIdentityDistance && seen.sideEffect <= rules.maximumSideEffect
    }
}
