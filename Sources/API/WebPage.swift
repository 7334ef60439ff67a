import HTTPWire

/// The built-in web page: one file with its script and its style, which fetches nothing from anywhere else.
public struct WebPage: Sendable {
    let response: HTTPResponse

    /// - Parameters:
    ///   - html: the bytes of the page.
    ///   - script, style: `sha256-` and the hash in Base64 of what stands between the page's tags. A browser runs nothing else
    ///     (Content Security Policy Level 3, §6.7.3.3), whatever anybody may have said in a talk.
    public init(html: [UInt8], script: String, style: String) {
        let policy = """
            default-src 'none'; connect-src 'self'; img-src 'self' data:; script-src '\(script)'; style-src '\(style)'; base-uri 'none'; \
            form-action 'none'; frame-ancestors 'none'
            """
        let fields = HTTPFields([
            ("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-cache"), ("Content-Security-Policy", policy),
            ("Referrer-Policy", "no-referrer"),
        ])
        response = HTTPResponse(status: 200, fields: fields, body: html)
    }
}
