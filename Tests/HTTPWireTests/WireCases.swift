import Testing

/// One request as bytes, and the status it must get.
struct WireCase: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    let status: Int
    /// Whether the connection goes on to the next request.
    let goesOn: Bool
    var testDescription: String { "\(name) → \(status)" }

    static func accepted(_ name: String, _ text: String, goesOn: Bool = true) -> WireCase {
        WireCase(name: name, bytes: Array(text.utf8), status: 200, goesOn: goesOn)
    }

    static func rejected(_ status: Int, _ name: String, _ text: String) -> WireCase {
        WireCase(name: name, bytes: Array(text.utf8), status: status, goesOn: false)
    }

    static let chunkedHead = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"

    static func text(_ count: Int) -> String { String(repeating: "a", count: count) }

    /// Field lines of 65 bytes each.
    static func longFields(_ count: Int) -> String { String(repeating: "X: \(text(60))\r\n", count: count) }

    static let all = acceptedCases + malformedLines + hosts + framings + overLimits

    static let acceptedCases: [WireCase] = [
        .accepted("plain GET", "GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .accepted("no space after the colon", "GET / HTTP/1.1\r\nHost:a\r\n\r\n"),
        .accepted("whitespace around a value", "GET / HTTP/1.1\r\nHost: \t a \t \r\n\r\n"),
        .accepted("an empty value", "GET / HTTP/1.1\r\nHost: a\r\nX:\r\n\r\n"),
        .accepted("one empty line first", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .accepted("query and percent triplets", "GET /a%20b?c=%C3%A9&d=/? HTTP/1.1\r\nHost: a\r\n\r\n"),
        .accepted("asterisk form", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"),
        .accepted("absolute form", "GET http://b:80/x HTTP/1.1\r\nHost: a\r\n\r\n"),
        .accepted("absolute form without path", "GET HTTP://b?q HTTP/1.1\r\nHost: a\r\n\r\n"),
        .accepted("IPv6 host", "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n"),
        .accepted("UTF-8 in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: é\r\n\r\n"),
        .accepted("unknown method", "BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n"),
        .accepted("a length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"),
        .accepted("length nought", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"),
        .accepted("leading noughts in a length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0005\r\n\r\nhello"),
        .accepted(
            "a body that looks like a request", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 27\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n"),
        .accepted("chunks", chunkedHead + "5\r\nhello\r\n00a\r\n, world...\r\n0\r\n\r\n"),
        .accepted(
            "chunk extensions", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n5;a=\"b\"\r\nhello\r\n0 ; x\r\n\r\n"),
        .accepted("trailers", chunkedHead + "5\r\nhello\r\n0\r\nContent-Length: 9\r\n\r\n"),
        .accepted("expectation", "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 5\r\n\r\nhello"),
        .accepted("close", "GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n\r\n", goesOn: false),
        .accepted("HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", goesOn: false),
        .accepted("HTTP/1.0 kept alive", "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"),
        .accepted("HTTP/1.0 does not wait", "POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx", goesOn: false),
    ]

    static let malformedLines: [WireCase] = [
        .rejected(400, "bare LF after the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n"),
        .rejected(400, "bare LF after a field", "GET / HTTP/1.1\r\nHost: a\n\r\n"),
        .rejected(400, "bare LF after a field that matters to nobody", "GET / HTTP/1.1\r\nHost: a\r\nX: ab\n\r\n"),
        .rejected(400, "bare LF at the head's end", "GET / HTTP/1.1\r\nHost: a\r\n\n"),
        .rejected(400, "bare CR in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: a\rY: b\r\n\r\n"),
        .rejected(400, "two empty lines first", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .rejected(400, "two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .rejected(400, "a tab", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n"),
        .rejected(400, "space at the start", " GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .rejected(400, "space at the end", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n"),
        .rejected(400, "no version", "GET /\r\nHost: a\r\n\r\n"),
        .rejected(400, "method not a token", "G@T / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .rejected(400, "small letters in the version", "GET / http/1.1\r\nHost: a\r\n\r\n"),
        .rejected(400, "version of three digits", "GET / HTTP/1.10\r\nHost: a\r\n\r\n"),
        .rejected(505, "HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        .rejected(505, "HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n"),
        .rejected(505, "HTTP/0.9 by name", "GET / HTTP/0.9\r\n\r\n"),
        .rejected(400, "relative target", "GET x HTTP/1.1\r\nHost: a\r\n\r\n"),
        .rejected(400, "fragment", "GET /#x HTTP/1.1\r\nHost: a\r\n\r\n"),
        .rejected(400, "broken triplet", "GET /%2 HTTP/1.1\r\nHost: a\r\n\r\n"),
        .rejected(400, "raw byte in the target", "GET /é HTTP/1.1\r\nHost: a\r\n\r\n"),
        .rejected(400, "NUL in the target", "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n"),
        .rejected(400, "asterisk without OPTIONS", "GET * HTTP/1.1\r\nHost: a\r\n\r\n"),
        .rejected(400, "another scheme", "GET ftp://b/x HTTP/1.1\r\nHost: a\r\n\r\n"),
        .rejected(400, "user information", "GET http://u@b/ HTTP/1.1\r\nHost: a\r\n\r\n"),
        .rejected(501, "CONNECT", "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n"),
        .rejected(400, "folded line", "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n"),
        .rejected(400, "whitespace before the first field", "GET / HTTP/1.1\r\n Host: a\r\n\r\n"),
        .rejected(400, "space before the colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n"),
        .rejected(400, "no colon", "GET / HTTP/1.1\r\nHost\r\n\r\n"),
        .rejected(400, "empty name", "GET / HTTP/1.1\r\n: a\r\nHost: a\r\n\r\n"),
        .rejected(400, "name not a token", "GET / HTTP/1.1\r\nHost: a\r\nX(y): a\r\n\r\n"),
        .rejected(400, "NUL in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n"),
        .rejected(400, "DEL in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: a\u{7F}b\r\n\r\n"),
        .rejected(400, "the head ends early", "GET / HTTP/1.1\r\nHost: a\r\n"),
    ]

    static let hosts: [WireCase] = [
        .rejected(400, "no Host", "GET / HTTP/1.1\r\n\r\n"),
        .rejected(400, "no Host beside an absolute target", "GET http://a/ HTTP/1.1\r\n\r\n"),
        .rejected(400, "two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nhOST: a\r\n\r\n"),
        .rejected(400, "two Hosts in 1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n"),
        .rejected(400, "empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n"),
        .rejected(400, "a list of Hosts", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"),
        .rejected(400, "a path in Host", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"),
        .rejected(400, "a user in Host", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n"),
        .rejected(400, "a port of letters", "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n"),
        .rejected(400, "an open bracket", "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n"),
    ]

    static let framings: [WireCase] = [
        .rejected(400, "equal lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx"),
        .rejected(400, "different lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx"),
        .rejected(400, "a list of lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\nx"),
        .rejected(400, "a signed length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\nx"),
        .rejected(400, "a negative length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n"),
        .rejected(400, "an empty length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n"),
        .rejected(400, "a hexadecimal length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x1\r\n\r\nx"),
        .rejected(400, "a body cut off", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 60\r\n\r\nx"),
        .rejected(
            400, "length and coding", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        .rejected(
            400, "coding and length", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"),
        .rejected(400, "coding in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        .rejected(400, "chunked twice", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
        .rejected(400, "an empty coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n\r\n0\r\n\r\n"),
        .rejected(501, "gzip", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        .rejected(501, "identity", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n"),
        .rejected(501, "a disguised coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
        .rejected(400, "no chunk size", chunkedHead + "\r\n"),
        .rejected(400, "a chunk size of letters", chunkedHead + "xyz\r\n"),
        .rejected(400, "a signed chunk size", chunkedHead + "+5\r\nhello\r\n0\r\n\r\n"),
        .rejected(400, "space before a chunk size", chunkedHead + " 5\r\nhello\r\n0\r\n\r\n"),
        .rejected(400, "space after a chunk size", chunkedHead + "5 \r\nhello\r\n0\r\n\r\n"),
        .rejected(400, "bare LF after a chunk size", chunkedHead + "5\nhello\r\n0\r\n\r\n"),
        .rejected(400, "a chunk too long", chunkedHead + "4\r\nhello\r\n0\r\n\r\n"),
        .rejected(400, "bare LF after a chunk", chunkedHead + "5\r\nhello\n0\r\n\r\n"),
        .rejected(400, "bare CR in an extension", chunkedHead + "5;a\rb\r\nhello\r\n0\r\n\r\n"),
        .rejected(400, "a broken trailer", chunkedHead + "0\r\nX : y\r\n\r\n"),
        .rejected(417, "another expectation", "POST / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nContent-Length: 1\r\n\r\nx"),
        .rejected(417, "two expectations", "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue, tea\r\nContent-Length: 1\r\n\r\nx"),
    ]

    static let overLimits: [WireCase] = [
        .rejected(414, "a long target", "GET /\(text(100)) HTTP/1.1\r\nHost: a\r\n\r\n"),
        .rejected(414, "an endless request line", String(repeating: "A", count: 150)),
        .rejected(431, "a long value", "GET / HTTP/1.1\r\nHost: a\r\nX: \(text(300))\r\n\r\n"),
        .rejected(431, "long values together", "GET / HTTP/1.1\r\nHost: a\r\n\(longFields(5))\r\n"),
        .rejected(431, "too many fields", "GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X: a\r\n", count: 10))\r\n"),
        .rejected(413, "a long body", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 65\r\n\r\n\(String(repeating: "x", count: 65))"),
        .rejected(413, "a length beyond all numbers", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n"),
        .rejected(413, "a long chunk", chunkedHead + "41\r\n"),
        .rejected(413, "a chunk beyond all numbers", chunkedHead + "ffffffffffffffff\r\n"),
        .rejected(
            413, "chunks too long together",
            chunkedHead + "\(String(repeating: "20\r\n\(String(repeating: "x", count: 32))\r\n", count: 3))0\r\n\r\n"),
        .rejected(400, "a long extension", chunkedHead + "5;aaaaaaaaaaaaaaaaaaaaa\r\nhello\r\n0\r\n\r\n"),
        .rejected(400, "extensions too long together", chunkedHead + "1;aaaaaaaaaaaa\r\nh\r\n1;aaaaaaaaaaaa\r\nh\r\n0\r\n\r\n"),
        .rejected(431, "long trailers", chunkedHead + "0\r\n\(longFields(5))\r\n"),
    ]
}
