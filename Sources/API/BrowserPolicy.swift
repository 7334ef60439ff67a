import HTTPWire

/// What browsers may do here.
///
/// Any web page can have its visitor's browser send requests to a service on the visitor's own machine, and after rebinding a name of
/// its own to that machine's address (DNS rebinding) read the answers too. So a change is only taken from a page of this service or of a
/// site on the list, and, where names are given, nothing is answered under another name.
public struct BrowserPolicy: Sendable {
    /// Names under which the service may be asked, without ports, in lower case; nil for any.
    public var hosts: Set<String>?
    /// Sites whose pages may use the service (CORS, Fetch standard), such as `https://faces.example.org`.
    public var origins: Set<String>

    public init(hosts: Set<String>? = nil, origins: Set<String> = []) {
        self.hosts = hosts
        self.origins = origins
    }

    /// The names of this machine for itself.
    public static let loopback: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

    /// Methods that change nothing (RFC 9110 §9.2.1).
    private static let safe = ["GET", "HEAD", "OPTIONS"]

    /// - Throws: a problem with the status 403.
    func admit(_ request: HTTPRequest) throws(Problem) {
        let host = request.fields["Host"]?.lowercased()
        if let hosts, let host, !hosts.contains(Self.name(in: host)) {
            throw Problem(
                status: 403, code: "foreign_host", detail: "The service does not go by this name; the setting hosts lists its names.")
        }
        guard !Self.safe.contains(request.method), !isListed(request) else { return }
        if isForeign(request, to: host) || request.fields["Sec-Fetch-Site"] == "cross-site" {
            throw Problem(status: 403, code: "cross_site", detail: "Pages of other sites may not send requests that change something.")
        }
    }

    /// Adds what a browser asks for before it lets a page of a listed site read the answer.
    func open(_ response: inout HTTPResponse, to request: HTTPRequest) {
        guard !origins.isEmpty else { return }
        response.fields.append("Vary", "Origin")
        guard isListed(request), let origin = request.fields["Origin"] else { return }
        response.fields.set("Access-Control-Allow-Origin", origin)
        response.fields.set(
            "Access-Control-Expose-Headers", "Content-Language, ETag, Location, Preference-Applied, Retry-After, X-Request-Id")
        guard request.method == "OPTIONS", let methods = response.fields["Allow"] else { return }
        response.fields.set("Access-Control-Allow-Methods", methods)
        response.fields.set("Access-Control-Allow-Headers", "Accept-Language, Content-Type, If-None-Match, Prefer, X-Request-Id")
        response.fields.set("Access-Control-Max-Age", "600")
    }

    /// Whether the page that sends it comes from another origin than the host that is asked.
    private func isForeign(_ request: HTTPRequest, to host: String?) -> Bool {
        guard let origin = request.fields["Origin"]?.lowercased() else { return false }
        guard let host else { return true }
        return !origin.hasSuffix("://" + host)
    }

    private func isListed(_ request: HTTPRequest) -> Bool { request.fields["Origin"].map(origins.contains) ?? false }

    /// Without the port; an IPv6 address keeps its brackets.
    private static func name(in host: String) -> String {
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
        return String(host.prefix { $0 != ":" })
    }
}
