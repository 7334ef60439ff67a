import Dialog
import Editing
import FaceModels
import Foundation
import Logging
import SQLiteStore
import Sessions

/// A talk in the terminal: the service that HTTP clients use, without the sockets.
struct LocalTalk {
    let service: SessionService
    private(set) var session: Session

    /// - Parameters:
    ///   - editor: what draws and edits.
    ///   - database: a file to keep the talk in; nil for one that is thrown away.
    ///   - language: what the system speaks.
    static func begin(
        model: FaceModel, editor: any FaceEditor, seed: UInt64?, database: String?, cores: Int, language: UtteranceLanguage = .english
    ) async throws -> LocalTalk {
        let path = database ?? FileManager.default.temporaryDirectory.appendingPathComponent("talk-\(UUID().uuidString).sqlite").path
        var logger = Logger(label: "talk-to-edit")
        logger.logLevel = .error
        let service = SessionService(
            store: try SQLiteStore(path: path, migrations: try ProjectFolder.find().migrations),
            models: [try LoadedModel(model, editor: editor, fallback: try defaultLanguage(besides: model))], workers: 1, cores: cores,
            logger: logger)
        if database == nil {
            // The open connection keeps the file alive; its name may go at once.
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
        }
        try await service.start()
        return LocalTalk(service: service, session: try await service.createSession(seed: seed, language: language))
    }

    /// The default model's language network, for a model without one.
    private static func defaultLanguage(besides model: FaceModel) throws -> (any LanguageUnderstanding)? {
        guard !model.hasLanguage else { return nil }
        let language = try LanguageFiles.open(in: ModelOption.defaultFolder())
        guard let language else { throw ModelError.missing(.language, model: model.manifest.name) }
        return language
    }

    /// Says a sentence and waits for the turn to end, showing how far it is.
    mutating func say(_ text: String) async throws -> Turn {
        let accepted = try await service.submit(.text(text), to: session.id)
        var turn = accepted
        while !turn.status.isFinal {
            turn = try await service.turn(accepted.key, waiting: .milliseconds(200))
            guard !turn.status.isFinal, turn.progress.of > 0 else { continue }
            Terminal.progress(session.dialog.language.progress(turn.progress.step, of: turn.progress.of))
        }
        Terminal.progress(nil)
        session = try await service.session(session.id)
        return turn
    }

    /// The current picture, as a PNG file.
    func picture() async throws -> [UInt8] { try await service.image(session.face.picture).bytes }
}
