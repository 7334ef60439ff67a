public import HTTPWire
public import Logging
public import Sessions

/// The REST interface over a session service: routes, documents, problems.
///
/// Every request ends in a response; what goes wrong inside is logged under the request's id and answered with a bare 500.
public struct APIHandler: HTTPHandler {
    let service: SessionService
    /// The name of the inner loops that compute.
    let kernels: String
    private let openAPI: [UInt8]
    private let page: WebPage
    private let browsers: BrowserPolicy
    private let logger: Logger
    private let randomBits: @Sendable () -> UInt64

    /// - Parameters:
    ///   - kernels: the name of the inner loops that compute, for those who ask.
    ///   - openAPI: the bytes of openapi.yaml, served as they are.
    ///   - page: what people get who open the service in a browser.
    ///   - browsers: what pages of other sites may do.
    ///   - randomBits: chance for the ids of requests that bring none.
    public init(
        service: SessionService, kernels: String, openAPI: [UInt8], page: WebPage, browsers: BrowserPolicy = BrowserPolicy(),
        logger: Logger,
        randomBits: @escaping @Sendable () -> UInt64 = ServiceSources.system.randomBits
    ) {
        self.service = service
        self.kernels = kernels
        self.openAPI = openAPI
        self.page = page
        self.browsers = browsers
        self.logger = logger
        self.randomBits = randomBits
    }

    public func respond(to request: HTTPRequest) async -> HTTPResponse {
        let requestID = requestID(of: request)
        let path = String(request.target.prefix { $0 != "?" })
        var response: HTTPResponse
        do {
            response = try await answer(request)
        } catch let problem as Problem {
            response = problem.response(instance: path, requestID: requestID)
        } catch let error as ServiceError {
            response = Problem(error).response(instance: path, requestID: requestID)
        } catch is CancellationError {
            // The connection is gone, and nobody reads this.
            response = Problem(ServiceError.notReady).response(instance: path, requestID: requestID)
        } catch {
            logger.error("request failed", metadata: ["request_id": "\(requestID)", "method": "\(request.method)", "error": "\(error)"])
            response = Problem.internalError.response(instance: path, requestID: requestID)
        }
        browsers.open(&response, to: request)
        response.fields.set("X-Content-Type-Options", "nosniff")
        response.fields.set("X-Request-Id", requestID)
        return response
    }

    /// The id that the connection or the client gave, if it is harmless; otherwise one of our own.
    private func requestID(of request: HTTPRequest) -> String {
        let given = request.fields.values("X-Request-Id")
        let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.".utf8)
        if given.count == 1, (1...64).contains(given[0].utf8.count), given[0].utf8.allSatisfy(allowed.contains) { return given[0] }
        return String(randomBits(), radix: 16)
    }

    // MARK: Routing

    private func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
        try browsers.admit(request)
        if request.method == "OPTIONS", request.target == "*" {
            return HTTPResponse(status: 204, fields: HTTPFields([("Allow", "GET, HEAD, POST, DELETE, OPTIONS")]))
        }
        let target = try RequestTarget(request.target)
        let routes = Route.all.filter { $0.match(target.segments) != nil }
        guard !routes.isEmpty else { throw Problem.notFound }
        let method = request.method == "HEAD" ? "GET" : request.method
        if let route = routes.first(where: { $0.method == method }), let values = route.match(target.segments) {
            return try await perform(route.operation, values: values, target: target, request: request)
        }
        let methods = routes.flatMap { $0.method == "GET" ? ["GET", "HEAD"] : [$0.method] } + ["OPTIONS"]
        let allow = methods.joined(separator: ", ")
        if request.method == "OPTIONS" { return HTTPResponse(status: 204, fields: HTTPFields([("Allow", allow)])) }
        throw Problem(status: 405, code: "method_not_allowed", detail: "The resource knows \(allow).", allow: allow)
    }

    private func perform(_ operation: Operation, values: [String], target: RequestTarget, request: HTTPRequest) async throws -> HTTPResponse
    {
        switch operation {
        case .createSession: try await createSession(request)
        case .listSessions: try await listSessions(target)
        case .getSession: try await getSession(sessionID(values[0]), request)
        case .deleteSession: try await deleteSession(sessionID(values[0]))
        case .getSessionImage: try await getSessionImage(sessionID(values[0]), request)
        case .createEdit: try await createEdit(sessionID(values[0]), request)
        case .listEdits: try await listEdits(sessionID(values[0]), target)
        case .getEdit: try await getEdit(turnKey(values), request)
        case .cancelEdit: try await cancelEdit(turnKey(values))
        case .getEditImage: try await getEditImage(turnKey(values), request)
        case .giveFeedback: try await giveFeedback(sessionID(values[0]), request)
        case .undo: try await stepped(service.undo(sessionID(values[0])))
        case .redo: try await stepped(service.redo(sessionID(values[0])))
        case .getTrajectory: try await getTrajectory(sessionID(values[0]), target)
        case .getImage: try await getImage(values[0], request)
        case .listModels: listModels()
        case .getModel: try getModel(values[0])
        case .listAttributes: listAttributes(request)
        case .parse: try await parse(request)
        case .page: page.response
        case .health: .json(["status": "ok"])
        case .readiness: try readiness()
        case .openAPI:
            HTTPResponse(
                status: 200, fields: HTTPFields([("Content-Type", "application/yaml"), ("Cache-Control", "no-cache")]), body: openAPI)
        }
    }

    private func sessionID(_ text: String) throws -> SessionID {
        guard let id = SessionID(text) else { throw ServiceError.sessionNotFound }
        return id
    }

    private func turnKey(_ values: [String]) throws -> TurnKey {
        let session = try sessionID(values[0])
        let text = values[1]
        guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number > 0,
            String(number) == text
        else { throw ServiceError.turnNotFound }
        return TurnKey(session: session, number: number)
    }
}

extension HTTPResponse {
    /// A JSON document.
    static func json(_ value: JSON, status: Int = 200, fields: [(name: String, value: String)] = []) -> HTTPResponse {
        var all = HTTPFields([("Content-Type", "application/json")])
        for field in fields { all.append(field.name, field.value) }
        if all["Cache-Control"] == nil { all.append("Cache-Control", "no-cache") }
        return HTTPResponse(status: status, fields: all, body: value.bytes)
    }

    /// What a poller gets when nothing has changed (RFC 9110 §15.4.5).
    static func notModified(tag: String, cacheControl: String = "no-cache") -> HTTPResponse {
        HTTPResponse(status: 304, fields: HTTPFields([("ETag", tag), ("Cache-Control", cacheControl)]))
    }
}
