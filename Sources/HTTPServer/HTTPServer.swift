import CLinux
import Dispatch
import Glibc
public import HTTPWire
public import Logging
public import ServiceLifecycle
import Synchronization

/// An HTTP/1.1 server on Dispatch sources: accepts connections, gives every request to one handler, drains on graceful shutdown.
///
/// The socket listens from `init` on, so that the address is known before the first request; `run()` begins to answer, and is called once.
public final class HTTPServer: Service {
    /// Where it listens.
    public let address: HTTPAddress

    private let acceptor: Acceptor
    private let configuration: HTTPServerConfiguration
    private let environment: HTTPConnectionState.Environment
    private let handler: any HTTPHandler
    private let logger: Logger
    private let queues: [DispatchQueue]
    private let shared = Mutex(Shared())

    private enum Stage: Int, Comparable {
        case accepting, draining, aborting
        static func < (a: Stage, b: Stage) -> Bool { a.rawValue < b.rawValue }
    }

    private struct Shared {
        var stage = Stage.accepting
        var connections: [UInt64: HTTPConnection] = [:]
        var accepted: UInt64 = 0
        var wasFull = false
        var listenerIsClosed = false
        /// Resumed when the listener is closed and the last connection has ended.
        var waiter: CheckedContinuation<Void, Never>?

        var isDone: Bool { listenerIsClosed && connections.isEmpty }

        mutating func takeWaiterIfDone() -> CheckedContinuation<Void, Never>? {
            guard isDone else { return nil }
            defer { waiter = nil }
            return waiter
        }
    }

    /// Binds and listens; throws `HTTPServerError` when the address is not to be had.
    public init(
        configuration: HTTPServerConfiguration = HTTPServerConfiguration(), handler: any HTTPHandler,
        logger: Logger = Logger(label: "http")
    ) throws(HTTPServerError) {
        let listener = try Listener(host: configuration.host, port: configuration.port)
        address = listener.address
        acceptor = Acceptor(listener, logger: logger)
        var configuration = configuration
        // Some descriptors are for others: the database, the log, what Dispatch needs.
        configuration.maximumConnections = max(1, min(configuration.maximumConnections, clinux_descriptors() - 64))
        self.configuration = configuration
        self.handler = handler
        self.logger = logger
        environment = .init(makeRequestID: Self.makeRequestID, date: { HTTPDate.text(secondsSince1970: time(nil)) })
        queues = (0..<max(1, configuration.queues)).map { DispatchQueue(label: "http.connections.\($0)") }
    }

    /// Serves until graceful shutdown, which lets what runs finish within the drain timeout, or until cancelled, which does not.
    public func run() async throws {
        acceptor.start(
            hasRoom: { [self] in hasRoom() }, onAccept: { [self] in accepted($0) }, onStop: { [self] in listenerClosed() })
        logger.info("listening", metadata: ["address": "\(address)"])
        let graceful: Void? = try? await gracefulShutdown()
        acceptor.stop()
        enter(graceful == nil ? .aborting : .draining)
        let deadline = DispatchWorkItem { @Sendable [self] in enter(.aborting) }
        queues[0].asyncAfter(deadline: .now() + .milliseconds(Int(configuration.drainTimeout / .milliseconds(1))), execute: deadline)
        await withTaskCancellationHandler {
            await ended()
        } onCancel: {
            enter(.aborting)
        }
        deadline.cancel()
        logger.info("stopped")
    }

    private func hasRoom() -> Bool {
        let idle: [HTTPConnection] = shared.withLock { shared in
            guard shared.connections.count >= configuration.maximumConnections else { return [] }
            shared.wasFull = true
            return Array(shared.connections.values)
        }
        // Silent connections make room for those that have something to ask.
        for connection in idle { connection.shed() }
        return idle.isEmpty
    }

    private func accepted(_ descriptor: Int32) {
        shared.withLock { shared in
            let id = shared.accepted
            shared.accepted += 1
            let connection = HTTPConnection(
                descriptor: descriptor, queue: queues[Int(id % UInt64(queues.count))], configuration: configuration,
                environment: environment, handler: handler, logger: logger, onEnd: { [self] in connectionEnded(id) })
            shared.connections[id] = connection
            connection.start()
            if shared.stage >= .draining { connection.drain() }
            if shared.stage == .aborting { connection.abort() }
        }
    }

    private func connectionEnded(_ id: UInt64) {
        let (waiter, wasFull) = shared.withLock { shared in
            shared.connections[id] = nil
            defer { shared.wasFull = false }
            return (shared.takeWaiterIfDone(), shared.wasFull)
        }
        if wasFull { acceptor.resume() }
        waiter?.resume()
    }

    private func listenerClosed() {
        let waiter = shared.withLock { shared in
            shared.listenerIsClosed = true
            return shared.takeWaiterIfDone()
        }
        waiter?.resume()
    }

    private func enter(_ stage: Stage) {
        let connections: [HTTPConnection] = shared.withLock { shared in
            guard stage > shared.stage else { return [] }
            shared.stage = stage
            return Array(shared.connections.values)
        }
        for connection in connections {
            if stage == .draining { connection.drain() } else { connection.abort() }
        }
    }

    private func ended() async {
        await withCheckedContinuation { continuation in
            let isDone = shared.withLock { shared in
                if !shared.isDone { shared.waiter = continuation }
                return shared.isDone
            }
            if isDone { continuation.resume() }
        }
    }

    /// 128 random bits in hexadecimal.
    private static func makeRequestID() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
