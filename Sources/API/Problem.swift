import FaceAttributes
import HTTPWire
import Sessions

/// A refusal as the client reads it (RFC 9457).
struct Problem: Error, Equatable {
    /// What is wrong with one member of the request.
    struct Violation: Equatable {
        /// JSON pointer into the request's body (RFC 6901).
        var pointer: String
        var detail: String
    }

    var status: Int
    /// A stable word for programs, in snake_case.
    var code: String
    /// One sentence for people.
    var detail: String
    var violations: [Violation] = []
    /// Seconds after which another try may succeed.
    var retryAfter: Int?
    /// The methods of the resource, for 405.
    var allow: String?

    /// The document; `instance` is the path of the request.
    func response(instance: String, requestID: String) -> HTTPResponse {
        var members: [JSON.Member] = [
            .init(name: "type", value: "about:blank"), .init(name: "title", value: .string(HTTPStatus.reason(status))),
            .init(name: "status", value: JSON(status)), .init(name: "detail", value: .string(detail)),
            .init(name: "instance", value: .string(instance)), .init(name: "code", value: .string(code)),
        ]
        if !violations.isEmpty {
            let errors = violations.map {
                JSON.object([.init(name: "pointer", value: .string($0.pointer)), .init(name: "detail", value: .string($0.detail))])
            }
            members.append(.init(name: "errors", value: .array(errors)))
        }
        members.append(.init(name: "request_id", value: .string(requestID)))
        var fields = HTTPFields([("Content-Type", "application/problem+json"), ("Cache-Control", "no-store")])
        if let retryAfter { fields.append("Retry-After", String(retryAfter)) }
        if let allow { fields.append("Allow", allow) }
        return HTTPResponse(status: status, fields: fields, body: JSON.object(members).bytes)
    }

    static let notFound = Problem(status: 404, code: "not_found", detail: "There is nothing at this path.")
    static let internalError = Problem(
        status: 500, code: "internal_error", detail: "The service failed; the log has the reason under the request id.")

    static func invalid(_ violations: [Violation]) -> Problem {
        Problem(
            status: 422, code: "invalid_request", detail: "The request has members that cannot be taken; errors names them.",
            violations: violations)
    }

    static func invalidQuery(_ detail: String) -> Problem { Problem(status: 400, code: "invalid_query", detail: detail) }

    init(
        status: Int, code: String, detail: String, violations: [Violation] = [], retryAfter: Int? = nil, allow: String? = nil
    ) {
        self.status = status
        self.code = code
        self.detail = detail
        self.violations = violations
        self.retryAfter = retryAfter
        self.allow = allow
    }

    init(_ error: ServiceError) {
        switch error {
        case .sessionNotFound: self.init(status: 404, code: "session_not_found", detail: "There is no session of this id.")
        case .turnNotFound: self.init(status: 404, code: "edit_not_found", detail: "The session has no edit of this number.")
        case .imageNotFound: self.init(status: 404, code: "image_not_found", detail: "There is no picture of this name.")
        case .pictureNotReady:
            self.init(status: 404, code: "image_not_ready", detail: "The edit has no picture until it has ended.", retryAfter: 1)
        case .busy(let turn):
            self.init(
                status: 409, code: "edit_in_progress", detail: "Edit \(turn) of this session has not ended yet; wait for it or cancel it.",
                retryAfter: 1)
        case .turnFinished: self.init(status: 409, code: "edit_finished", detail: "The edit has ended already.")
        case .nothingToRedo: self.init(status: 409, code: "nothing_to_redo", detail: "Nothing was taken back since the last change.")
        case .nothingToUndo: self.init(status: 409, code: "nothing_to_undo", detail: "The session shows its first picture.")
        case .queueFull:
            self.init(status: 503, code: "queue_full", detail: "As many edits as may wait are waiting; try again later.", retryAfter: 5)
        case .notReady: self.init(status: 503, code: "not_ready", detail: "The service is starting or stopping.", retryAfter: 5)
        case .modelNotLoaded(let name):
            self.init(status: 409, code: "model_not_loaded", detail: "The session was made with the model \(name), which is not loaded.")
        case .unknownModel:
            self = .invalid([.init(pointer: "/model", detail: "no model of this name is loaded; see /v1/models")])
        case .modelCannotEdit(let name):
            self.init(status: 409, code: "model_cannot_edit", detail: "The model \(name) draws faces but has not learned to edit them.")
        case .attributeNotEditable(let attribute, let others):
            let names = others.map(\.rawValue).joined(separator: ", ")
            self = .invalid([
                .init(pointer: "/attribute", detail: "the model of the session cannot change \(attribute.rawValue), only \(names)")
            ])
        case .noLanguage(let name):
            self.init(
                status: 409, code: "no_language",
                detail: "The model \(name) understands no sentences, and no other is loaded that does; name attribute and target instead.")
        case .unreadFace:
            self.init(
                status: 409, code: "model_cannot_edit", detail: "The face of this session was drawn without a predictor; start another one."
            )
        case .seedOutOfRange:
            self = .invalid([.init(pointer: "/seed", detail: "must be a whole number from 0 to \(Session.seeds.upperBound)")])
        }
    }
}
