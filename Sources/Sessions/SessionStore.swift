/// What a store refuses.
public enum StoreError: Error, Sendable, Hashable {
    case sessionNotFound
    /// A turn of the session is queued or running.
    case busy(turn: Int)
    /// The face of the session has no degrees to edit from.
    case unreadFace
    /// The turn is not there, or has ended already.
    case turnNotActive
}

/// Keeps sessions, turns, trajectories and pictures.
///
/// Every operation is one transaction: after it has returned, its effect outlives the process; when it throws, or the
/// process dies in it, nothing of it is there. Cancelling the calling task never takes back a write. At most one turn
/// of a session is queued or running.
public protocol SessionStore: Sendable {
    /// Stores a new session with its first face and picture.
    func create(_ session: Session, image: ImageRecord) async throws

    func session(_ id: SessionID) async throws -> Session?

    /// Sessions from the newest to the oldest, those older than `after`, at most `limit`.
    func sessions(after: SessionID?, limit: Int) async throws -> [Session]

    /// Removes a session with all that belongs to it, and the pictures that no other session shows.
    ///
    /// - Returns: whether it was there.
    /// - Throws: `StoreError.busy` while a turn is queued or running.
    func delete(_ id: SessionID) async throws -> Bool

    /// Appends a queued turn under the next number.
    ///
    /// - Throws: `StoreError.sessionNotFound`, `.busy`.
    func append(_ request: TurnRequest, to session: SessionID, at time: Timestamp) async throws -> Turn

    /// Marks a queued or running turn as running and counts the attempt.
    ///
    /// - Throws: `StoreError.turnNotActive`.
    func begin(_ key: TurnKey) async throws -> Turn

    /// Puts a running turn back to where it waited, and does not count the attempt.
    ///
    /// - Throws: `StoreError.turnNotActive`.
    func requeue(_ key: TurnKey) async throws

    /// Marks a turn that was put back as running again and counts the attempt; blocks the thread, for those of a pool.
    ///
    /// - Throws: `StoreError.turnNotActive`.
    func resume(_ key: TurnKey) throws

    /// Ends a turn: the turn, its steps, the picture if it is new, and the session, whose version grows by one.
    ///
    /// A face whose `turn` is this turn's number is kept as a new face of the session.
    /// - Throws: `StoreError.turnNotActive`.
    func finish(_ turn: Turn, session: Session, steps: [TrajectoryStep], image: ImageRecord?) async throws

    func turn(_ key: TurnKey) async throws -> Turn?

    /// Turns in order of their numbers, those above `after`, at most `limit`.
    func turns(of session: SessionID, after: Int, limit: Int) async throws -> [Turn]

    /// Every turn that is queued or running, oldest session first: after a start, those that were interrupted.
    func unfinishedTurns() async throws -> [Turn]

    /// The face that a turn made; 0 for the first.
    func face(of session: SessionID, turn: Int) async throws -> FaceRecord?

    /// Points of the session's trajectory in order, those after `after`, at most `limit`.
    func trajectory(of session: SessionID, after: TrajectoryPosition?, limit: Int) async throws -> [TrajectoryPoint]

    /// Every point of one turn, with its latent code.
    func steps(of key: TurnKey) async throws -> [TrajectoryStep]

    func image(_ sha256: String) async throws -> ImageRecord?
}
