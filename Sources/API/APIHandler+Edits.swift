import Dialog
import FaceAttributes
import HTTPWire
import Sessions

extension APIHandler {
    /// The longest sentence, in bytes of UTF-8.
    public static let maximumSentence = 2_000

    func createEdit(_ id: SessionID, _ request: HTTPRequest) async throws -> HTTPResponse {
        var reader = ObjectReader(try RequestBody.json(of: request))
        let wanted = Self.editRequest(&reader)
        try reader.finish()
        guard let wanted else { throw Problem.invalid([.init(pointer: "", detail: "must ask for something")]) }
        return try await carryOut(wanted, for: id, request, done: 201)
    }

    func giveFeedback(_ id: SessionID, _ request: HTTPRequest) async throws -> HTTPResponse {
        var reader = ObjectReader(try RequestBody.json(of: request))
        var wanted: TurnRequest?
        if reader.has("answer") {
            wanted = reader.word("answer", among: Answer.allCases).map(TurnRequest.answer)
        } else if let text = reader.sentence("text", maximumBytes: Self.maximumSentence) {
            wanted = Self.answer(in: text).map(TurnRequest.answer) ?? .text(text)
        }
        try reader.finish()
        guard let wanted else { throw Problem.invalid([.init(pointer: "", detail: "must have text or answer")]) }
        return try await carryOut(wanted, for: id, request, done: 200)
    }

    /// Takes a turn in and answers when it has ended, or the time that the client wants to wait is up.
    private func carryOut(_ wanted: TurnRequest, for id: SessionID, _ request: HTTPRequest, done: Int) async throws -> HTTPResponse {
        var turn = try await service.submit(wanted, to: id)
        var fields = [(name: "Location", value: turn.key.path)]
        if let wait = request.preferredWait {
            turn = try await service.turn(turn.key, waiting: .seconds(wait))
            fields.append(("Preference-Applied", "wait=\(wait)"))
        }
        return Self.edit(turn, done: done, fields: fields)
    }

    /// An edit that has ended under the given status, or 202 with the advice to ask again.
    private static func edit(_ turn: Turn, done: Int, fields: [(name: String, value: String)] = []) -> HTTPResponse {
        let fields = fields + [("ETag", tag(turn))]
        return turn.status.isFinal
            ? .json(.edit(turn), status: done, fields: fields)
            : .json(.edit(turn), status: 202, fields: fields + [("Retry-After", "1")])
    }

    func listEdits(_ id: SessionID, _ target: RequestTarget) async throws -> HTTPResponse {
        let limit = try target.limit(usual: 20, maximum: 100)
        var after = 0
        if let cursor = try target.parameter("after") {
            guard cursor.utf8.count <= 9, let number = Int(cursor), number >= 0 else {
                throw Problem.invalidQuery("after is not a cursor of this list.")
            }
            after = number
        }
        let turns = try await service.turns(of: id, after: after, limit: limit + 1)
        let next = turns.count > limit ? String(turns[limit - 1].key.number) : nil
        return .json(.page(turns.prefix(limit).map(JSON.edit), next: next))
    }

    func getEdit(_ key: TurnKey, _ request: HTTPRequest) async throws -> HTTPResponse {
        let turn = try await service.turn(key)
        let tag = Self.tag(turn)
        if request.hasMatch(for: tag) { return .notModified(tag: tag) }
        var fields = [(name: "ETag", value: tag)]
        if !turn.status.isFinal { fields.append(("Retry-After", "1")) }
        return .json(.edit(turn), fields: fields)
    }

    func cancelEdit(_ key: TurnKey) async throws -> HTTPResponse {
        Self.edit(try await service.cancel(key), done: 200, fields: [("Location", key.path)])
    }

    func getEditImage(_ key: TurnKey, _ request: HTTPRequest) async throws -> HTTPResponse {
        guard let name = try await service.turn(key).picture else { throw ServiceError.pictureNotReady }
        return try await picture(name, cacheControl: Self.immutable, request)
    }

    /// Answers with the session, as it is after an undo or redo.
    func stepped(_ turn: Turn) async throws -> HTTPResponse {
        let location = [(name: "Location", value: turn.key.path)]
        let ended = try await service.turn(turn.key, waiting: .seconds(60))
        guard ended.status.isFinal else { return Self.edit(ended, done: 200, fields: location) }
        guard ended.status == .succeeded else {
            guard ended.status == .cancelled else { throw Problem.internalError }
            throw Problem(status: 409, code: "edit_cancelled", detail: "The change was cancelled before it was made.")
        }
        let session = try await service.session(turn.key.session)
        return .json(.session(session), fields: location + [("ETag", Self.tag(session))])
    }

    func parse(_ request: HTTPRequest) async throws -> HTTPResponse {
        var reader = ObjectReader(try RequestBody.json(of: request))
        let text = reader.sentence("text", maximumBytes: Self.maximumSentence)
        let context = reader.object("context", Self.context) ?? DialogContext(kind: .start)
        try reader.finish()
        return .json(.understood(try await service.parse(text ?? "", in: context)))
    }

    // MARK: Reading requests

    private static func editRequest(_ reader: inout ObjectReader) -> TurnRequest? {
        guard reader.has("attribute") else {
            let text = reader.sentence("text", maximumBytes: maximumSentence)
            return text.map(TurnRequest.text)
        }
        let attribute = reader.word("attribute", among: Attribute.allCases)
        let direction = reader.word("direction", among: [Direction.increase, .decrease])
        let (hasAmount, hasTarget) = (reader.has("amount"), reader.has("target"))
        let amount = reader.number("amount", in: Degrees.range)
        let target = reader.number("target", in: Degrees.range)
        if reader.has("text") { reader.reject("text", "must not stand beside attribute") }
        _ = reader.take("text")
        if hasAmount, hasTarget { reader.reject("amount", "must not stand beside target") }
        if hasAmount, direction == nil { reader.reject("direction", "must say which way the amount goes") }
        if !hasAmount, !hasTarget, direction == nil { reader.reject("target", "must be given where there is no direction") }
        guard let attribute else { return nil }
        let type: RequestType = hasTarget ? .target : hasAmount ? .definite : .indefinite
        return .wish(EditWish(attribute: attribute, type: type, direction: direction, amount: amount, target: target))
    }

    /// The answers that are words of the interface, also as text; anything longer is for the language side.
    private static func answer(in text: String) -> Answer? {
        Answer(rawValue: text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " }.split(separator: " ").joined(separator: " "))
    }

    private static func context(_ reader: inout ObjectReader) -> DialogContext? {
        let kind = reader.word("kind", among: ContextKind.allCases)
        let attribute = reader.word("attribute", among: Attribute.allCases)
        let lastEdit = reader.object("last_edit") { (reader: inout ObjectReader) -> LastEdit? in
            for name in ["attribute", "direction"] where !reader.has(name) { reader.reject(name, "is missing") }
            guard let attribute = reader.word("attribute", among: Attribute.allCases),
                let direction = reader.word("direction", among: [Direction.increase, .decrease])
            else {
                _ = (reader.take("direction"), reader.take("amount"))
                return nil
            }
            return LastEdit(attribute: attribute, direction: direction, amount: reader.number("amount", in: Degrees.range) ?? 1)
        }
        return DialogContext(kind: kind ?? .start, attribute: attribute, lastEdit: lastEdit)
    }

    static func tag(_ turn: Turn) -> String {
        turn.status.isFinal ? "\"\(turn.status.rawValue)\"" : "\"\(turn.status.rawValue)-\(turn.progress.step)\""
    }
}
