extension HTTPRejection {
    /// The rejection as a problem document (RFC 9457); `about:blank` says that the title is the status's own (§4.2.1).
    public func response(requestID: String) -> HTTPResponse {
        let members: [(String, String)] = [
            ("type", Self.quoted("about:blank")), ("title", Self.quoted(HTTPStatus.reason(status))), ("status", String(status)),
            ("detail", Self.quoted(detail)), ("code", Self.quoted(code)), ("request_id", Self.quoted(requestID)),
        ]
        let json = "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}\n"
        return HTTPResponse(
            status: status, fields: HTTPFields([("Content-Type", "application/problem+json"), ("Cache-Control", "no-store")]),
            body: Array(json.utf8))
    }

    /// A JSON string (RFC 8259 §7).
    static func quoted(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5C: json += "\\" + String(scalar)
            case 0..<0x20:
                let hex = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }
}
