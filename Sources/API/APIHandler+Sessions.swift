import Dialog
import HTTPWire
import Sessions

extension APIHandler {
    func createSession(_ request: HTTPRequest) async throws -> HTTPResponse {
        // No body at all asks for a face by chance.
        var reader = ObjectReader(request.body.isEmpty ? [:] : try RequestBody.json(of: request))
        let seed = reader.whole("seed", in: Session.seeds)
        let model = reader.string("model")
        let language = reader.word("language", among: UtteranceLanguage.allCases)
        try reader.finish()
        let session = try await service.createSession(seed: seed, model: model, language: language ?? request.acceptedLanguage)
        let fields = [
            (name: "Location", value: "/v1/sessions/\(session.id)"), (name: "ETag", value: Self.tag(session)),
            (name: "Content-Language", value: session.dialog.language.rawValue),
        ]
        return .json(.session(session), status: 201, fields: fields)
    }

    func listSessions(_ target: RequestTarget) async throws -> HTTPResponse {
        let limit = try target.limit(usual: 20, maximum: 100)
        var after: SessionID?
        if let cursor = try target.parameter("after") {
            guard let id = SessionID(cursor) else { throw Problem.invalidQuery("after is not a cursor of this list.") }
            after = id
        }
        let sessions = try await service.sessions(after: after, limit: limit + 1)
        let next = sessions.count > limit ? sessions[limit - 1].id.description : nil
        return .json(.page(sessions.prefix(limit).map(JSON.session), next: next))
    }

    func getSession(_ id: SessionID, _ request: HTTPRequest) async throws -> HTTPResponse {
        let session = try await service.session(id)
        let tag = Self.tag(session)
        if request.hasMatch(for: tag) { return .notModified(tag: tag) }
        return .json(.session(session), fields: [("ETag", tag)])
    }

    func deleteSession(_ id: SessionID) async throws -> HTTPResponse {
        try await service.deleteSession(id)
        return HTTPResponse(status: 204)
    }

    func getSessionImage(_ id: SessionID, _ request: HTTPRequest) async throws -> HTTPResponse {
        try await picture(service.session(id).face.picture, cacheControl: "no-cache", request)
    }

    func getImage(_ sha256: String, _ request: HTTPRequest) async throws -> HTTPResponse {
        try await picture(sha256, cacheControl: Self.immutable, request)
    }

    func getTrajectory(_ id: SessionID, _ target: RequestTarget) async throws -> HTTPResponse {
        let limit = try target.limit(usual: 1000, maximum: 1000)
        var after: TrajectoryPosition?
        if let cursor = try target.parameter("after") {
            let parts = cursor.split(separator: ".", omittingEmptySubsequences: false).map { $0.utf8.count <= 9 ? Int($0) : nil }
            guard parts.count == 2, let turn = parts[0], let sequence = parts[1] else {
                throw Problem.invalidQuery("after is not a cursor of this list.")
            }
            after = TrajectoryPosition(turn: turn, sequence: sequence)
        }
        let judged = try await service.model(named: service.session(id).model)?.judgesIdentity ?? true
        let points = try await service.trajectory(of: id, after: after, limit: limit + 1)
        let next = points.count > limit ? "\(points[limit - 1].turn).\(points[limit - 1].sequence)" : nil
        return .json(.page(points.prefix(limit).map { JSON.point($0, judged: judged) }, next: next))
    }

    func getModel(_ name: String) throws -> HTTPResponse {
        guard let model = service.model(named: name) else {
            throw Problem(status: 404, code: "model_not_found", detail: "There is no model of this name.")
        }
        return .json(document(of: model))
    }

    /// All models, and what computes.
    func listModels() -> HTTPResponse {
        let page: JSON = [
            "items": .array(service.models.map(document)), "next": .null, "kernels": .string(kernels), "cores": JSON(service.cores),
        ]
        return .json(page)
    }

    func listAttributes(_ request: HTTPRequest) -> HTTPResponse {
        let language = request.acceptedLanguage
        let fields = [(name: "Content-Language", value: language.rawValue), (name: "Vary", value: "Accept-Language")]
        return .json(AttributeTable.document(in: language), fields: fields)
    }

    private func document(of model: LoadedModel) -> JSON { .model(model, isDefault: model.name == service.models[0].name) }

    func readiness() throws -> HTTPResponse {
        guard service.isReady else { throw ServiceError.notReady }
        return .json(["status": "ready"])
    }

    // MARK: Pictures and tags

    /// What never changes under its name may be kept for ever, by the asker alone: faces are nobody else's business.
    static let immutable = "private, max-age=31536000, immutable"

    /// A stored picture; its hash is its entity tag.
    func picture(_ sha256: String, cacheControl: String, _ request: HTTPRequest) async throws -> HTTPResponse {
        let image = try await service.image(sha256)
        let tag = "\"\(image.sha256)\""
        if request.hasMatch(for: tag) { return .notModified(tag: tag, cacheControl: cacheControl) }
        let fields = HTTPFields([("Content-Type", "image/png"), ("ETag", tag), ("Cache-Control", cacheControl)])
        return HTTPResponse(status: 200, fields: fields, body: image.bytes)
    }

    static func tag(_ session: Session) -> String { "\"\(session.version)\"" }
}
