import Foundation
import HTTPServer
import ServiceLifecycle
import Sessions

/// Sessions behind their server, started and stopped in the right order.
///
/// Interrupted turns are taken up before the first request is answered. On shutdown nothing new is begun, the server
/// lets the requests that run end, and only then the walks that still run are waited for.
struct Conversations: Service {
    let sessions: SessionService
    let server: HTTPServer
    /// Called when requests are answered.
    let onReady: @Sendable () -> Void

    func run() async throws {
        try await sessions.start()
        onReady()
        try await withGracefulShutdownHandler {
            try await server.run()
        } onGracefulShutdown: {
            sessions.stopAccepting()
        }
        await sessions.drain()
    }
}
