/// A request's head while it is read: filled line by line, checked as a whole by `finish`.
struct HTTPRequestHead: Sendable {
    /// How the body's length is known (RFC 9112 §6.3).
    enum Framing: Sendable, Equatable {
        case none
        case length(Int)
        case chunked
    }

    var method = ""
    var target = ""
    var minorVersion = 1
    var fields = HTTPFields()
    /// The authority of an absolute-form target, which stands above the Host field (RFC 9112 §3.2.2).
    var authority: String?
    var framing = Framing.none
    var keepsAlive = true
    var expectsContinue = false

    init() {}

    /// method SP request-target SP HTTP-version (RFC 9112 §3).
    init(requestLine line: [UInt8]) throws(HTTPRejection) {
        // Single spaces only: RFC 9112 §3 allows other whitespace to be accepted and warns of it.
        let parts = line.split(separator: HTTPGrammar.space, maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3 else {
            throw .malformed("The request line is not a method, a target and a version separated by single spaces.")
        }
        guard HTTPGrammar.isToken(parts[0]) else { throw .malformed("The method is not a token.") }
        method = String(decoding: parts[0], as: UTF8.self)
        minorVersion = try Self.minorVersion(parts[2])
        try setTarget(parts[1])
    }

    /// HTTP-version = "HTTP/" DIGIT "." DIGIT, case-sensitive (RFC 9112 §2.3).
    private static func minorVersion(_ bytes: ArraySlice<UInt8>) throws(HTTPRejection) -> Int {
        let text = Array(bytes)
        guard text.count == 8, text.starts(with: "HTTP/".utf8), HTTPGrammar.isDigit(text[5]), text[6] == UInt8(ascii: "."),
            HTTPGrammar.isDigit(text[7])
        else { throw .malformed("The version is not of the form HTTP/1.1.") }
        switch (text[5], text[7]) {
        case (0x31, 0x30): return 0
        case (0x31, 0x31): return 1
        default:
            throw HTTPRejection(status: 505, code: "version_not_supported", detail: "Only HTTP/1.0 and HTTP/1.1 are spoken here.")
        }
    }

    /// The four forms of a target (RFC 9112 §3.2).
    private mutating func setTarget(_ bytes: ArraySlice<UInt8>) throws(HTTPRejection) {
        // §3.2.3: authority-form belongs to CONNECT alone, which only proxies implement.
        guard method != "CONNECT" else {
            throw HTTPRejection(
                status: 501, code: "method_not_implemented", detail: "This server is no proxy and does not implement CONNECT.")
        }
        // §3.2.4: asterisk-form belongs to OPTIONS alone.
        if bytes.elementsEqual([UInt8(ascii: "*")]) {
            guard method == "OPTIONS" else { throw .malformed("The target * is for OPTIONS only.") }
            target = "*"
            return
        }
        // §3.2.1: origin-form.
        if HTTPGrammar.isOriginForm(bytes) {
            target = String(decoding: bytes, as: UTF8.self)
            return
        }
        // §3.2.2: absolute-form must be accepted from any client; the path may be empty, and there is no user information.
        let text = String(decoding: bytes, as: UTF8.self)
        guard let colon = text.firstIndex(of: ":"), ["http", "https"].contains(HTTPGrammar.normalized(text[..<colon])),
            text[colon...].hasPrefix("://")
        else { throw .malformed("The target is not a valid path.") }
        let rest = bytes.dropFirst(text[..<colon].utf8.count + 3)
        let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        var path = rest[end...]
        if path.first != UInt8(ascii: "/") { path = [UInt8(ascii: "/")] + path }
        guard HTTPGrammar.isAuthority(rest[..<end]), HTTPGrammar.isOriginForm(path) else {
            throw .malformed("The target is not a valid http address.")
        }
        authority = String(decoding: rest[..<end], as: UTF8.self)
        target = String(decoding: path, as: UTF8.self)
    }

    /// Adds one field line (RFC 9112 §5).
    mutating func append(fieldLine line: [UInt8], limits: HTTPLimits) throws(HTTPRejection) {
        guard fields.entries.count < limits.fieldCount else {
            throw .headerTooLarge("The header has more than \(limits.fieldCount) fields.")
        }
        let field = try Self.field(line)
        fields.append(field.name, field.value)
    }

    /// field-name ":" OWS field-value OWS (RFC 9112 §5).
    static func field(_ line: [UInt8]) throws(HTTPRejection) -> (name: String, value: String) {
        // §5.2: a folded line is rejected; §2.2: so is whitespace between the request line and the first field.
        guard let first = line.first, !HTTPGrammar.isWhitespace(first) else { throw .malformed("A field line begins with whitespace.") }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .malformed("A field line has no colon.") }
        // §5.1: no whitespace before the colon, which is no token byte either.
        guard HTTPGrammar.isToken(line[..<colon]) else { throw .malformed("A field name is not a token.") }
        let value = HTTPGrammar.trimmed(line[(colon + 1)...])
        guard value.allSatisfy(HTTPGrammar.isFieldValueByte) else { throw .malformed("A field value contains a control character.") }
        // RFC 9110 §5.5: bytes over 127 are text of the sender's choice, UTF-8 today and ISO-8859-1 in former times.
        let text = String(validating: value, as: UTF8.self) ?? String(String.UnicodeScalarView(value.map { Unicode.Scalar($0) }))
        return (String(decoding: line[..<colon], as: UTF8.self), text)
    }

    /// Checks what only the whole head shows, and decides framing, persistence and expectation.
    mutating func finish(limits: HTTPLimits) throws(HTTPRejection) {
        try checkHost()
        framing = try framing(limits: limits)
        let options = HTTPGrammar.list(fields.values("Connection"))
        // RFC 9112 §9.3: 1.1 persists unless told to close, 1.0 closes unless told to persist.
        keepsAlive = !options.contains("close") && (minorVersion == 1 || options.contains("keep-alive"))
        try checkExpectation()
    }

    /// RFC 9112 §3.2: exactly one valid Host in 1.1, at most one in 1.0; an absolute-form target replaces it.
    private mutating func checkHost() throws(HTTPRejection) {
        let hosts = fields.values("Host")
        guard hosts.count <= 1 else { throw .malformed("There is more than one Host field.") }
        guard minorVersion == 0 || hosts.count == 1 else { throw .malformed("There is no Host field.") }
        if let host = hosts.first, !HTTPGrammar.isAuthority(ArraySlice(host.utf8)) {
            throw .malformed("The Host field is not a host with an optional port.")
        }
        if let authority { fields.set("Host", authority) }
    }

    /// RFC 9112 §6.1–§6.3.
    private func framing(limits: HTTPLimits) throws(HTTPRejection) -> Framing {
        let codings = fields.values("Transfer-Encoding")
        let lengths = fields.values("Content-Length")
        if !codings.isEmpty {
            // §6.1: both together is how requests are smuggled; and 1.0 has no transfer codings.
            guard lengths.isEmpty else { throw .malformed("Content-Length and Transfer-Encoding exclude each other.") }
            guard minorVersion == 1 else { throw .malformed("HTTP/1.0 has no Transfer-Encoding.") }
            let names = HTTPGrammar.list(codings)
            guard names.allSatisfy({ $0 == "chunked" }) else {
                throw HTTPRejection(
                    status: 501, code: "transfer_coding_not_implemented", detail: "The only transfer coding implemented is chunked.")
            }
            // §7.1: chunked must be applied exactly once.
            guard names.count == 1 else { throw .malformed("The Transfer-Encoding does not name chunked exactly once.") }
            return .chunked
        }
        guard let length = lengths.first else { return .none }
        // RFC 9110 §8.6: a repeated length may be rejected even when the values agree; a list fails the digits check.
        guard lengths.count == 1 else { throw .malformed("There is more than one Content-Length.") }
        guard !length.isEmpty, length.utf8.allSatisfy(HTTPGrammar.isDigit) else {
            throw .malformed("The Content-Length is not a decimal number.")
        }
        // A number too large for an Int is over any limit too.
        guard let count = Int(length), count <= limits.body else { throw .bodyTooLarge(limits.body) }
        return .length(count)
    }

    /// RFC 9110 §10.1.1: one expectation is known; 1.0 clients do not wait, and without a body there is nothing to wait for.
    private mutating func checkExpectation() throws(HTTPRejection) {
        let expectations = HTTPGrammar.list(fields.values("Expect"))
        guard expectations.allSatisfy({ $0 == "100-continue" }) else {
            throw HTTPRejection(status: 417, code: "expectation_failed", detail: "The only expectation that is met is 100-continue.")
        }
        expectsContinue = !expectations.isEmpty && minorVersion == 1 && framing != .none && framing != .length(0)
    }
}
