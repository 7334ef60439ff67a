/// A request as it came off the wire, with what the connection must know to answer it.
public struct HTTPIncomingRequest: Sendable {
    /// The method, origin-form target, fields and decoded body.
    public var request: HTTPRequest
    /// The minor version: 0 or 1.
    public let minorVersion: Int
    /// Whether the client wants the connection kept (RFC 9112 §9.3).
    public let keepsAlive: Bool
}
