import Sessions
import Synchronization

/// A store whose disk can be full: then no turn can be ended.
final class FragileStore: SessionStore {
    struct DiskFull: Error {}

    private let store: any SessionStore
    private let broken = Mutex(false)

    init(_ store: any SessionStore) { self.store = store }

    var isBroken: Bool {
        get { broken.withLock { $0 } }
        set { broken.withLock { $0 = newValue } }
    }

    func finish(_ turn: Turn, session: Session, steps: [TrajectoryStep], image: ImageRecord?) async throws {
        guard !isBroken else { throw DiskFull() }
        try await store.finish(turn, session: session, steps: steps, image: image)
    }

    func create(_ session: Session, image: ImageRecord) async throws { try await store.create(session, image: image) }
    func session(_ id: SessionID) async throws -> Session? { try await store.session(id) }
    func sessions(after: SessionID?, limit: Int) async throws -> [Session] { try await store.sessions(after: after, limit: limit) }
    func delete(_ id: SessionID) async throws -> Bool { try await store.delete(id) }
    func append(_ request: TurnRequest, to session: SessionID, at time: Timestamp) async throws -> Turn {
        try await store.append(request, to: session, at: time)
    }
    func begin(_ key: TurnKey) async throws -> Turn { try await store.begin(key) }
    func requeue(_ key: TurnKey) async throws { try await store.requeue(key) }
    func turn(_ key: TurnKey) async throws -> Turn? { try await store.turn(key) }
    func turns(of session: SessionID, after: Int, limit: Int) async throws -> [Turn] {
        try await store.turns(of: session, after: after, limit: limit)
    }
    func unfinishedTurns() async throws -> [Turn] { try await store.unfinishedTurns() }
    func face(of session: SessionID, turn: Int) async throws -> FaceRecord? { try await store.face(of: session, turn: turn) }
    func trajectory(of session: SessionID, after: TrajectoryPosition?, limit: Int) async throws -> [TrajectoryPoint] {
        try await store.trajectory(of: session, after: after, limit: limit)
    }
    func resume(_ key: TurnKey) throws { try store.resume(key) }
    func steps(of key: TurnKey) async throws -> [TrajectoryStep] { try await store.steps(of: key) }
    func image(_ sha256: String) async throws -> ImageRecord? { try await store.image(sha256) }
}
