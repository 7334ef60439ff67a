public import Editing
public import FaceAttributes

/// A point of a trajectory without its latent code.
public struct TrajectoryPoint: Sendable, Hashable {
    /// The turn whose walk came by.
    public var turn: Int
    /// Position among all points of the turn, from 0.
    public var sequence: Int
    /// The attribute that was being moved, and the degree it was to reach.
    public var request: EditRequest
    /// Position in its walk; 0 is the start.
    public var index: Int
    /// Euclidean norm of w.
    public var latentNorm: Double
    public var degrees: Degrees
    public var identityDistance: Double

    public init(
        turn: Int, sequence: Int, request: EditRequest, index: Int, latentNorm: Double, degrees: Degrees, identityDistance: Double
    ) {
        self.turn = turn
        self.sequence = sequence
        self.request = request
        self.index = index
        self.latentNorm = latentNorm
        self.degrees = degrees
        self.identityDistance = identityDistance
    }
}

/// A point of a trajectory with all that is needed to draw it.
public struct TrajectoryStep: Sendable, Hashable {
    public var point: TrajectoryPoint
    public var latent: FaceLatent

    public init(point: TrajectoryPoint, latent: FaceLatent) {
        self.point = point
        self.latent = latent
    }

    init(turn: Int, sequence: Int, request: EditRequest, step: WalkStep) {
        let norm = step.latent.w.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
        point = TrajectoryPoint(
            turn: turn, sequence: sequence, request: request, index: step.index, latentNorm: norm, degrees: step.degrees,
            identityDistance: step.identityDistance)
        latent = step.latent
    }
}

/// Where a page of a trajectory goes on.
public struct TrajectoryPosition: Sendable, Hashable {
    public var turn: Int
    public var sequence: Int

    public init(turn: Int, sequence: Int) {
        self.turn = turn
        self.sequence = sequence
    }
}
