import HTTPServer
import HTTPWire
import Logging
import ServiceLifecycle

/// Answers with what it was asked; `/slow` waits for a gate, `/big` is long, `/stuck` waits for its own cancellation.
struct TestHandler: HTTPHandler {
    let arrived = Gate()
    let mayAnswer = Gate()
    let cancelled = Gate()

    func respond(to request: HTTPRequest) async -> HTTPResponse {
        switch request.target {
        case "/slow":
            await arrived.open()
            await mayAnswer.wait()
        case "/big":
            return HTTPResponse(status: 200, body: [UInt8](repeating: 0x78, count: 32 << 20))
        case "/stuck":
            await arrived.open()
            while !Task.isCancelled { await Task.yield() }
            await cancelled.open()
        default: break
        }
        let text = "\(request.method) \(request.target) \(request.body.count) \(request.body.reduce(0) { ($0 &+ UInt64($1)) &* 31 })\n"
        return HTTPResponse(status: 200, fields: HTTPFields([("Content-Type", "text/plain")]), body: Array(text.utf8))
    }
}

/// A server on a port of its own, run as the application runs it, and stopped gracefully when `body` is through.
@discardableResult
func withServer<Result: Sendable>(
    _ handler: TestHandler = TestHandler(), configure: (inout HTTPServerConfiguration) -> Void = { _ in },
    body: @Sendable (HTTPServer, ServiceGroup) async throws -> Result
) async throws -> Result {
    var configuration = HTTPServerConfiguration()
    configuration.port = 0
    configuration.lingerTimeout = .milliseconds(500)
    configure(&configuration)
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let server = try HTTPServer(configuration: configuration, handler: handler, logger: logger)
    let group = ServiceGroup(services: [server], logger: logger)
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await group.run() }
        // An error thrown here cancels the group, and with it the server.
        let result = try await body(server, group)
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
        return result
    }
}
