public import Dialog
public import Editing
public import Foundation
import Logging
import SQLiteStore
public import Sessions
import Synchronization

/// A directory of its own with a database, a clock that ticks a millisecond a look, and chance that counts.
public final class TestWorld: Sendable {
    public let directory: URL
    private let time = Mutex<Int64>(1_772_366_400_000)
    private let chance = Mutex<UInt64>(0)

    public init() throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "talk-to-edit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    public var databasePath: String { directory.appending(path: "sessions.sqlite").path }

    /// The migrations of this repository.
    public static let migrations = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Migrations").standardized
        .path

    public var sources: ServiceSources {
        ServiceSources(
            now: {
                Timestamp(
                    milliseconds: self.time.withLock { time in
                        time += 1
                        return time
                    })
            },
            randomBits: {
                self.chance.withLock { chance in
                    chance &+= 0x9E37_79B9_7F4A_7C15
                    return chance
                }
            })
    }

    /// Opens the database; a second time as after a crash, for nothing is closed.
    public func store() throws -> any SessionStore { try SQLiteStore(path: databasePath, migrations: Self.migrations) }

    /// A service over the database that has not been started.
    public func service(
        store: (any SessionStore)? = nil, editor: any FaceEditor = StraightEditor(), language: (any LanguageUnderstanding)? = WordList(),
        others: [LoadedModel] = [], workers: Int = 2, waiting: Int = 16, refiner: (any Refiner)? = nil
    ) throws -> SessionService {
        SessionService(
            store: try store ?? self.store(),
            models: [editor].map { editor in
                LoadedModel(
                    description: ModelDescription(name: editor.modelName, summary: "Moves straight to the target.", resolution: 5),
                    editor: editor, language: language)
            } + others, workers: workers, waiting: waiting, refiner: refiner, sources: sources,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    /// A service that takes requests.
    public func startedService(
        store: (any SessionStore)? = nil, editor: any FaceEditor = StraightEditor(), language: (any LanguageUnderstanding)? = WordList(),
        others: [LoadedModel] = [], workers: Int = 2, waiting: Int = 16, refiner: (any Refiner)? = nil
    ) async throws -> SessionService {
        let service = try service(
            store: store, editor: editor, language: language, others: others, workers: workers, waiting: waiting, refiner: refiner)
        try await service.start()
        return service
    }
}

extension SessionService {
    /// Submits and waits for the end.
    public func talk(_ text: String, in session: SessionID) async throws -> Turn { try await talk(.text(text), in: session) }

    /// Submits and waits for the end.
    public func talk(_ request: TurnRequest, in session: SessionID) async throws -> Turn {
        let turn = try await submit(request, to: session)
        return try await self.turn(turn.key, waiting: .seconds(60))
    }
}
