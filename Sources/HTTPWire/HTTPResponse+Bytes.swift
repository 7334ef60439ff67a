/// What a response needs from its request and its connection to be written.
public struct HTTPResponseContext: Sendable {
    /// The request's method: the answer to HEAD has no body (RFC 9110 §9.3.2).
    public var method: String
    /// The request's minor version.
    public var minorVersion: Int
    /// Whether the connection ends after this response (RFC 9112 §9.6).
    public var closes: Bool
    /// The value of the Date field (RFC 9110 §6.6.1).
    public var date: String
    /// The value of X-Request-Id.
    public var requestID: String

    /// A context with all its values.
    public init(method: String, minorVersion: Int, closes: Bool, date: String, requestID: String) {
        self.method = method
        self.minorVersion = minorVersion
        self.closes = closes
        self.date = date
        self.requestID = requestID
    }
}

extension HTTPResponse {
    /// The interim response that lets a client send its body (RFC 9110 §15.2.1).
    static let continueBytes = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    /// Whether nothing in the response can break the framing: a final status, names that are tokens, values without control characters
    /// (RFC 9110 §5.5; a line end in a value would split the response).
    public var isValid: Bool {
        (200...599).contains(status)
            && fields.entries.allSatisfy { HTTPGrammar.isToken($0.name.utf8) && $0.value.utf8.allSatisfy(HTTPGrammar.isFieldValueByte) }
    }

    /// The response as bytes (RFC 9112 §4, §6).
    ///
    /// Framing, persistence, Date and X-Request-Id are the connection's: what a handler set of them is replaced. A response that is not
    /// valid becomes a bare 500.
    public func bytes(in context: HTTPResponseContext) -> [UInt8] {
        guard isValid else {
            let rejection = HTTPRejection(status: 500, code: "internal_error", detail: "The server made a response that cannot be sent.")
            return rejection.response(requestID: context.requestID).bytes(in: context)
        }
        var fields = fields
        for name in ["Connection", "Keep-Alive", "Transfer-Encoding", "Trailer", "Upgrade", "Content-Length", "Date", "X-Request-Id"] {
            fields.remove(name)
        }
        // RFC 9110 §8.6: no Content-Length in 204; RFC 9110 §15.4.5: none needed in 304; neither has a body (RFC 9112 §6.3).
        let hasContent = status != 204 && status != 304
        if hasContent { fields.append("Content-Length", String(body.count)) }
        fields.append("Date", context.date)
        if context.closes {
            fields.append("Connection", "close")
        } else if context.minorVersion == 0 {
            // RFC 9112 §9.3: a 1.0 client that asked for persistence learns that it has it.
            fields.append("Connection", "keep-alive")
        }
        fields.append("X-Request-Id", context.requestID)

        var text = "HTTP/1.1 \(status) \(HTTPStatus.reason(status))\r\n"
        for (name, value) in fields.entries { text += "\(name): \(value)\r\n" }
        text += "\r\n"
        var bytes = Array(text.utf8)
        if hasContent, context.method != "HEAD" { bytes.append(contentsOf: body) }
        return bytes
    }
}
