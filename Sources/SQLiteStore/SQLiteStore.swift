import Dialog
import FaceAttributes
import GRDB
public import Sessions

/// Sessions in a SQLite file: write-ahead log, a synced log with every transaction, foreign keys.
public final class SQLiteStore: SessionStore {
    let database: DatabasePool

    /// Opens or makes the file and applies the migrations that are missing.
    ///
    /// - Parameters:
    ///   - path: of the database; its directory must be there.
    ///   - migrations: directory of the files `NNNN_name.sql`.
    /// - Throws: `MigrationError`, and what SQLite throws.
    public init(path: String, migrations: String) throws {
        let runner = try MigrationRunner(directory: migrations)
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        database = try DatabasePool(path: path, configuration: configuration)
        // Every commit reaches the disk before it is acknowledged. The pool has asked for less when it opened its only writer.
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        try runner.run(on: database)
    }

    /// Closes the file; later operations fail.
    public func close() throws { try database.close() }

    // MARK: Sessions

    public func create(_ session: Session, image: ImageRecord) async throws {
        try await write { database in
            try ImageRow(image).insert(database, onConflict: .ignore)
            try SessionRow(session).insert(database)
            try FaceRow(session.face, session: session.id).insert(database)
        }
    }

    public func session(_ id: SessionID) async throws -> Session? {
        try await read { try Self.session(id, $0) }
    }

    public func sessions(after: SessionID?, limit: Int) async throws -> [Session] {
        try await read { database in
            let rows = try SessionRow.fetchAll(
                database, sql: "SELECT * FROM sessions WHERE id < ? ORDER BY id DESC LIMIT ?",
                arguments: [after?.description ?? "~", limit])
            return try rows.map { try $0.session(face: Self.face($0.id, $0.head, database)) }
        }
    }

    public func delete(_ id: SessionID) async throws -> Bool {
        try await write { database in
            if let active = try Self.activeTurn(id, database) { throw StoreError.busy(turn: active) }
            let pictures = try String.fetchSet(
                database, sql: "SELECT picture FROM faces WHERE session_id = ?", arguments: [id.description])
            try database.execute(sql: "DELETE FROM sessions WHERE id = ?", arguments: [id.description])
            guard database.changesCount > 0 else { return false }
            for picture in pictures {
                try database.execute(
                    sql: """
                        DELETE FROM images WHERE sha256 = :picture
                        AND NOT EXISTS (SELECT 1 FROM faces WHERE picture = :picture)
                        AND NOT EXISTS (SELECT 1 FROM turns WHERE picture = :picture)
                        """, arguments: ["picture": picture])
            }
            return true
        }
    }

    // MARK: Turns

    public func append(_ request: TurnRequest, to id: SessionID, at time: Timestamp) async throws -> Turn {
        try await write { database in
            guard let session = try Self.session(id, database) else { throw StoreError.sessionNotFound }
            if let active = try Self.activeTurn(id, database) { throw StoreError.busy(turn: active) }
            guard let degrees = session.face.degrees else { throw StoreError.unreadFace }
            let last = try Int.fetchOne(
                database, sql: "SELECT max(number) FROM turns WHERE session_id = ?", arguments: [id.description])
            let key = TurnKey(session: id, number: (last ?? 0) + 1)
            let turn = Turn(key: key, status: .queued, request: request, degreesBefore: degrees, createdAt: time)
            try TurnRow(turn).insert(database)
            return turn
        }
    }

    public func begin(_ key: TurnKey) async throws -> Turn {
        try await write { try Self.run(key, $0) }
    }

    public func requeue(_ key: TurnKey) async throws {
        try await write { database in
            var turn = try Self.activeTurn(key, database)
            guard turn.status == .running else { return }
            turn.status = .queued
            turn.attempts -= 1
            try TurnRow(turn).update(database)
        }
    }

    public func resume(_ key: TurnKey) throws {
        _ = try database.write { try Self.run(key, $0) }
    }

    private static func run(_ key: TurnKey, _ database: Database) throws -> Turn {
        var turn = try activeTurn(key, database)
        turn.status = .running
        turn.attempts += 1
        try TurnRow(turn).update(database)
        return turn
    }

    public func finish(_ turn: Turn, session: Session, steps: [TrajectoryStep], image: ImageRecord?) async throws {
        try await write { database in
            _ = try Self.activeTurn(turn.key, database)
            if let image { try ImageRow(image).insert(database, onConflict: .ignore) }
            if session.face.turn == turn.key.number { try FaceRow(session.face, session: session.id).insert(database) }
            try TurnRow(turn).update(database)
            for step in steps { try StepRow(step, session: session.id).insert(database) }
            var row = SessionRow(session)
            row.version += 1
            try row.update(database)
        }
    }

    public func turn(_ key: TurnKey) async throws -> Turn? {
        try await read { try Self.turn(key, $0) }
    }

    public func turns(of session: SessionID, after: Int, limit: Int) async throws -> [Turn] {
        try await read { database in
            try TurnRow.fetchAll(
                database, sql: "SELECT * FROM turns WHERE session_id = ? AND number > ? ORDER BY number LIMIT ?",
                arguments: [session.description, after, limit]
            ).map { try $0.turn() }
        }
    }

    public func unfinishedTurns() async throws -> [Turn] {
        try await read { database in
            try TurnRow.fetchAll(database, sql: "SELECT * FROM turns WHERE status IN ('queued', 'running') ORDER BY session_id")
                .map { try $0.turn() }
        }
    }

    // MARK: Faces, trajectories, pictures

    public func face(of session: SessionID, turn: Int) async throws -> FaceRecord? {
        try await read { try Self.face(session.description, turn, $0)?.face() }
    }

    public func trajectory(of session: SessionID, after: TrajectoryPosition?, limit: Int) async throws -> [TrajectoryPoint] {
        try await read { database in
            try PointRow.filter(
                sql: "session_id = ? AND (turn, sequence) > (?, ?)",
                arguments: [session.description, after?.turn ?? -1, after?.sequence ?? -1]
            )
            .order(Column("turn"), Column("sequence")).limit(limit).fetchAll(database).map(\.point)
        }
    }

    public func steps(of key: TurnKey) async throws -> [TrajectoryStep] {
        try await read { database in
            try StepRow.fetchAll(
                database, sql: "SELECT * FROM steps WHERE session_id = ? AND turn = ? ORDER BY sequence",
                arguments: [key.session.description, key.number]
            ).map(\.trajectoryStep)
        }
    }

    public func image(_ sha256: String) async throws -> ImageRecord? {
        try await read { try ImageRow.fetchOne($0, key: sha256)?.image }
    }

    // MARK: Inside

    private func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await database.read(body)
    }

    /// A write transaction in a task of its own: GRDB rolls back when the task is cancelled, and a caller that is
    /// gone must not undo what was begun.
    private func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await Task { [database] in try await database.write(body) }.value
    }

    private static func session(_ id: SessionID, _ database: Database) throws -> Session? {
        guard let row = try SessionRow.fetchOne(database, key: id.description) else { return nil }
        return try row.session(face: face(row.id, row.head, database))
    }

    private static func face(_ session: String, _ turn: Int, _ database: Database) throws -> FaceRow? {
        try FaceRow.fetchOne(database, key: ["session_id": session, "turn": turn])
    }

    private static func turn(_ key: TurnKey, _ database: Database) throws -> Turn? {
        try TurnRow.fetchOne(database, key: ["session_id": key.session.description, "number": key.number])?.turn()
    }

    private static func activeTurn(_ key: TurnKey, _ database: Database) throws -> Turn {
        guard let turn = try turn(key, database), !turn.status.isFinal else { throw StoreError.turnNotActive }
        return turn
    }

    private static func activeTurn(_ session: SessionID, _ database: Database) throws -> Int? {
        try Int.fetchOne(
            database, sql: "SELECT number FROM turns WHERE session_id = ? AND status IN ('queued', 'running')",
            arguments: [session.description])
    }
}
