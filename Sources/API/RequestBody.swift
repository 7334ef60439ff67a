import HTTPWire

/// Reads bodies as JSON.
enum RequestBody {
    /// Bytes of JSON that are taken, however much the server lets through.
    static let maximumBytes = 1 << 20

    /// - Throws: a problem for other media types (415), bodies over the limit (413) and what is not JSON (400).
    static func json(of request: HTTPRequest) throws(Problem) -> JSON {
        if let type = request.fields["Content-Type"] {
            let essence = type.prefix { $0 != ";" }.split(whereSeparator: \.isWhitespace).joined().lowercased()
            // curl -d says that it sends a form; what it sends is taken as JSON.
            guard ["application/json", "application/x-www-form-urlencoded", ""].contains(essence) else {
                throw Problem(status: 415, code: "unsupported_media_type", detail: "The body must be JSON under application/json.")
            }
        }
        guard request.body.count <= maximumBytes else {
            throw Problem(status: 413, code: "body_too_large", detail: "The body is larger than the limit of \(maximumBytes) bytes.")
        }
        do {
            return try JSONParser.parse(request.body)
        } catch {
            throw Problem(status: 400, code: "malformed_json", detail: "The body is not JSON: \(error.reason), at byte \(error.offset).")
        }
    }
}
