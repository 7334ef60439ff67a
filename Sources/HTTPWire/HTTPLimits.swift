/// How much of a request the parser accepts before it rejects it; every figure is in bytes unless it says otherwise.
public struct HTTPLimits: Sendable, Equatable {
    /// The request line without its line end; a longer one gets 414 (RFC 9112 §3).
    public var requestLine = 8 * 1024
    /// All field lines together, line ends included; more gets 431 (RFC 6585 §5). Trailers count anew.
    public var header = 32 * 1024
    /// The number of field lines; more gets 431.
    public var fieldCount = 100
    /// The content after decoding; more gets 413 before any of it is read, where its length is declared (RFC 9110 §15.5.14).
    public var body = 16 * 1024 * 1024
    /// A chunk's size line and the sum of all chunk extensions of one request (RFC 9112 §7.1.1).
    public var chunkExtensions = 1024
    /// Requests of one connection that are read and not yet answered; past it nothing more is read.
    public var pipelined = 8

    /// The default limits.
    public init() {}
}
