public import Foundation

/// Where an OpenAI-compatible chat service is, and how it is asked.
public struct ChatEndpoint: Sendable {
    public var address: ChatAddress
    /// The service's name for the model that is to answer.
    public var model: String
    /// Sent as a bearer token; nil for none.
    public var key: Secret?
    /// How long one question may take, from the first look at the address to the last byte.
    public var timeout: Duration

    public init(address: ChatAddress, model: String, key: Secret? = nil, timeout: Duration = .seconds(5)) {
        self.address = address
        self.model = model
        self.key = key
        self.timeout = timeout
    }
}

/// The base address of a chat service, such as `https://chat.example.org/v1`; plain HTTP never leaves the machine.
public struct ChatAddress: Sendable, Equatable, CustomStringConvertible {
    /// What an address lacks, as the end of a sentence: "must be …".
    public struct Invalid: Error, Equatable, CustomStringConvertible {
        public let description: String
    }

    /// Where questions go.
    public let completions: URL
    /// Name or address of the host, and its port if one is given.
    public let description: String
    /// Whether sentences travel unencrypted, which they do within this machine only.
    public let isPlain: Bool

    public init(_ text: String) throws(Invalid) {
        guard let parts = URLComponents(string: text), let base = parts.url, let host = parts.host, !host.isEmpty,
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme)
        else { throw Invalid(description: "must be an address such as https://chat.example.org/v1") }
        guard parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil else {
            throw Invalid(description: "must be an address without a name, a password, a query or a fragment")
        }
        isPlain = scheme == "http"
        guard !isPlain || Self.isLoopback(host) else {
            throw Invalid(description: "must begin with https, for http goes to this machine itself only, such as http://127.0.0.1:8000/v1")
        }
        completions = base.appending(path: "chat/completions")
        description = host + (parts.port.map { ":\($0)" } ?? "")
    }

    /// Spelled out, since a name other than `localhost` could lead anywhere.
    private static func isLoopback(_ host: String) -> Bool {
        let bytes = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return ["localhost", "::1", "[::1]"].contains(host.lowercased()) || (bytes.count == 4 && bytes[0] == 127 && !bytes.contains(nil))
    }
}

/// A key that shows itself to nobody but the service it is for.
public struct Secret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    let text: String

    /// - Parameter text: visible ASCII, so that it can stand in a header; at most 4096 characters.
    public init?(_ text: String) {
        guard (1...4096).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        self.text = text
    }

    public var description: String { "(secret)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
