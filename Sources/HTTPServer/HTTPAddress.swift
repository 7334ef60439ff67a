/// The address a server listens on.
public struct HTTPAddress: Sendable, Equatable, CustomStringConvertible {
    /// A numeric address.
    public let host: String
    /// The port, never 0.
    public let port: UInt16

    /// `host:port`, with brackets around IPv6 (RFC 3986 §3.2.2).
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
