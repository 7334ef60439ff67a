public import HTTPWire

/// Where a server listens and how long it is patient.
public struct HTTPServerConfiguration: Sendable {
    /// A name or address; `::` is every interface.
    public var host = "127.0.0.1"
    /// 0 lets the system choose.
    public var port: UInt16 = 8080
    /// What requests may measure.
    public var limits = HTTPLimits()
    /// Connections open at a time; more wait in the kernel's queue.
    public var maximumConnections = 1024
    /// From the first byte of a head to its last, and from a connection's start to its first byte.
    public var headTimeout = Duration.seconds(15)
    /// From the end of the head to the last byte of the body, and a second more for every `minimumBodyRate` bytes that came.
    public var bodyTimeout = Duration.seconds(20)
    /// Bytes a second below which a body is too slow.
    public var minimumBodyRate = 4096
    /// Silence between requests.
    public var idleTimeout = Duration.seconds(60)
    /// Time without any progress in sending.
    public var writeTimeout = Duration.seconds(30)
    /// How long a connection that has been ended waits for the client to end it too, dropping what it sends.
    public var lingerTimeout = Duration.seconds(3)
    /// How long a graceful shutdown lets running requests finish.
    public var drainTimeout = Duration.seconds(30)
    /// Serial queues that the connections are spread over.
    public var queues = 2

    /// The default configuration: loopback, port 8080.
    public init() {}
}
