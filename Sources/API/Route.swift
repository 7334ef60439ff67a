/// What the service can be asked to do; the raw value is the operation's id in openapi.yaml.
public enum Operation: String, Sendable, CaseIterable {
    case createSession, listSessions, getSession, deleteSession, getSessionImage
    case createEdit, listEdits, getEdit, cancelEdit, getEditImage
    case giveFeedback, undo, redo, getTrajectory, getImage
    case listModels, getModel, listAttributes, parse
    case page, health, readiness, openAPI
}

/// One line of the route table.
public struct Route: Sendable, Equatable {
    public var method: String
    /// A path whose segments in braces stand for any one segment, as in openapi.yaml.
    public var pattern: String
    public var operation: Operation

    init(_ method: String, _ pattern: String, _ operation: Operation) {
        self.method = method
        self.pattern = pattern
        self.operation = operation
    }

    /// Every route. HEAD is answered wherever GET is, OPTIONS everywhere.
    public static let all = [
        Route("POST", "/v1/sessions", .createSession),
        Route("GET", "/v1/sessions", .listSessions),
        Route("GET", "/v1/sessions/{id}", .getSession),
        Route("DELETE", "/v1/sessions/{id}", .deleteSession),
        Route("GET", "/v1/sessions/{id}/image", .getSessionImage),
        Route("POST", "/v1/sessions/{id}/edits", .createEdit),
        Route("GET", "/v1/sessions/{id}/edits", .listEdits),
        Route("GET", "/v1/sessions/{id}/edits/{n}", .getEdit),
        Route("POST", "/v1/sessions/{id}/edits/{n}/cancel", .cancelEdit),
        Route("GET", "/v1/sessions/{id}/edits/{n}/image", .getEditImage),
        Route("POST", "/v1/sessions/{id}/feedback", .giveFeedback),
        Route("POST", "/v1/sessions/{id}/undo", .undo),
        Route("POST", "/v1/sessions/{id}/redo", .redo),
        Route("GET", "/v1/sessions/{id}/trajectory", .getTrajectory),
        Route("GET", "/v1/images/{sha256}", .getImage),
        Route("GET", "/v1/models", .listModels),
        Route("GET", "/v1/models/{name}", .getModel),
        Route("GET", "/v1/attributes", .listAttributes),
        Route("POST", "/v1/parse", .parse),
        Route("GET", "/", .page),
        Route("GET", "/healthz", .health),
        Route("GET", "/readyz", .readiness),
        Route("GET", "/openapi.yaml", .openAPI),
    ]

    /// The values of the pattern's braces in the order of the pattern, or nil when the path does not fit.
    ///
    /// - Parameter segments: of the path, decoded.
    func match(_ segments: [String]) -> [String]? {
        let parts = pattern.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == segments.count else { return nil }
        var values: [String] = []
        for (part, segment) in zip(parts, segments) {
            if part.hasPrefix("{"), !segment.isEmpty { values.append(segment) } else if part != segment { return nil }
        }
        return values
    }
}
