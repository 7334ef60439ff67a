/// Why a request was refused before any handler saw it: the connection answers with it and closes.
public struct HTTPRejection: Error, Sendable, Equatable {
    /// The status of the answer, 400…599.
    public let status: Int
    /// A stable word for programs, in snake_case.
    public let code: String
    /// One sentence for people; never repeats what the client sent.
    public let detail: String

    /// A rejection with its status, its stable word and its sentence.
    public init(status: Int, code: String, detail: String) {
        self.status = status
        self.code = code
        self.detail = detail
    }

    static func malformed(_ detail: String) -> HTTPRejection {
        HTTPRejection(status: 400, code: "malformed_request", detail: detail)
    }

    static func headerTooLarge(_ detail: String) -> HTTPRejection {
        HTTPRejection(status: 431, code: "header_too_large", detail: detail)
    }

    static func bodyTooLarge(_ limit: Int) -> HTTPRejection {
        HTTPRejection(status: 413, code: "body_too_large", detail: "The body is larger than the limit of \(limit) bytes.")
    }

    static let timedOut = HTTPRejection(
        status: 408, code: "request_timeout", detail: "The rest of the request did not arrive in time.")

    static let cutOff = HTTPRejection.malformed("The connection ended in the middle of a request.")
}
