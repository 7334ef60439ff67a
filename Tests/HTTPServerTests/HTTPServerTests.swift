import CurlTestSupport
import Foundation
import HTTPServer
import HTTPWire
import ServiceLifecycle
import Testing

@Suite struct HTTPServerTests {
    static let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test func `curl keeps its connection for a second request`() async throws {
        try await withServer { server, _ in
            let url = "http://\(server.address)"
            let result = try await Curl.run("-w", "%{num_connects} ", "\(url)/a", "\(url)/b")
            #expect(result.output == "GET /a 0 0\n1 GET /b 0 0\n0 ")
        }
    }

    @Test func `an answer carries date, length and request id, and nothing about the server`() async throws {
        try await withServer { server, _ in
            let result = try await Curl.run("-i", "-H", "X-Request-Id: mine", "http://\(server.address)/")
            let lines = result.output.split(separator: "\r\n").map(String.init)
            #expect(lines.first == "HTTP/1.1 200 OK")
            #expect(lines.contains("X-Request-Id: mine"))
            #expect(lines.contains("Content-Length: 10"))
            #expect(lines.contains { $0.hasPrefix("Date: ") && $0.hasSuffix(" GMT") })
            #expect(!lines.contains { $0.hasPrefix("Server:") || $0.hasPrefix("Connection:") })
        }
    }

    @Test func `curl asks for the head only`() async throws {
        try await withServer { server, _ in
            let result = try await Curl.run("-I", "http://\(server.address)/x")
            #expect(result.status == 0)
            #expect(result.output.contains("Content-Length: 12\r\n"))
        }
    }

    @Test func `a chunked upload arrives whole`() async throws {
        try await withServer { server, _ in
            let data = Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
            let sum = data.reduce(UInt64(0)) { ($0 &+ UInt64($1)) &* 31 }
            let result = try await Curl.run(
                "-H", "Transfer-Encoding: chunked", "--data-binary", "@-", "http://\(server.address)/up", input: data)
            #expect(result.output == "POST /up 300000 \(sum)\n")
        }
    }

    @Test func `a client that expects 100 Continue gets it`() async throws {
        try await withServer { server, _ in
            let result = try await Curl.run(
                "-v", "--expect100-timeout", "50", "-H", "Expect: 100-continue", "-d", "hello", "http://\(server.address)/")
            #expect(result.log.contains("< HTTP/1.1 100 Continue"))
            #expect(result.output.hasPrefix("POST / 5 "))
        }
    }

    @Test func `a body over the limit gets 413 before it is sent`() async throws {
        try await withServer(configure: { $0.limits.body = 1000 }) { server, _ in
            let result = try await Curl.run(
                "-v", "--expect100-timeout", "50", "-H", "Expect: 100-continue", "--data-binary", "@-", "http://\(server.address)/",
                input: Data(count: 100_000))
            #expect(result.log.contains("< HTTP/1.1 413 Content Too Large"))
            #expect(!result.log.contains("100 Continue"))
            #expect(result.output.contains("\"code\":\"body_too_large\""))
        }
    }

    @Test(arguments: ["Content-Type: text/plain", "Transfer-Encoding: chunked"])
    func `a client that sends too much without asking still reads its 413`(_ field: String) async throws {
        try await withServer(configure: { $0.limits.body = 1000 }) { server, _ in
            let result = try await Curl.run(
                "-w", "%{http_code}", "-H", "Expect:", "-H", field, "--data-binary", "@-", "http://\(server.address)/",
                input: Data(count: 8 << 20))
            #expect(result.output.hasSuffix("413"))
        }
    }

    @Test func `pipelined requests are answered in order, though the first is slow`() async throws {
        let handler = TestHandler()
        try await withServer(handler) { server, _ in
            let client = try Client(server.address)
            await client.send(
                "GET /slow HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\nGET /c HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            )
            await handler.arrived.wait()
            await handler.mayAnswer.open()
            let bodies = await client.readToEnd().split(separator: "\r\n").filter { $0.hasPrefix("GET") || $0.contains("\nHTTP") }
            #expect(bodies == ["GET /slow 0 0\nHTTP/1.1 200 OK", "GET /b 0 0\nHTTP/1.1 200 OK", "GET /c 0 0\n"])
        }
    }

    @Test func `many pipelined requests are all answered`() async throws {
        try await withServer { server, _ in
            let client = try Client(server.address)
            async let text = client.readToEnd()
            await client.send(String(repeating: Self.get, count: 2000))
            await client.endOutput()
            #expect(await text.split(separator: "HTTP/1.1 200").count == 2000)
        }
    }

    @Test func `nothing behind a rejected request is answered`() async throws {
        try await withServer { server, _ in
            let client = try Client(server.address)
            await client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\n\r\nGET /marker HTTP/1.1\r\nHost: a\r\n\r\n")
            await client.endOutput()
            let text = await client.readToEnd()
            #expect(text.contains("HTTP/1.1 200 OK") && text.contains("HTTP/1.1 400 Bad Request"))
            #expect(!text.contains("/marker"))
        }
    }

    @Test(arguments: ["GET / HTTP/1.1\r\nHo", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"])
    func `half a request and silence gets 408, and others are served meanwhile`(_ half: String) async throws {
        try await withServer(configure: {
            $0.headTimeout = .seconds(1)
            $0.bodyTimeout = .seconds(1)
        }) { server, _ in
            let slow = try Client(server.address)
            await slow.send(half)
            let other = try Client(server.address)
            await other.send(Self.get)
            #expect(await other.read(until: "GET / 0 0\n").hasPrefix("HTTP/1.1 200 OK"))
            let text = await slow.readToEnd()
            #expect(text.hasPrefix("HTTP/1.1 408 Request Timeout"))
            #expect(text.contains("\"code\":\"request_timeout\""))
            await other.send(Self.get)
            #expect(await other.read(until: "GET / 0 0\n").hasPrefix("HTTP/1.1 200 OK"))
        }
    }

    @Test func `silence between requests ends the connection without a word`() async throws {
        try await withServer(configure: { $0.idleTimeout = .milliseconds(100) }) { server, _ in
            let client = try Client(server.address)
            await client.send(Self.get)
            let text = await client.readToEnd()
            #expect(text.hasPrefix("HTTP/1.1 200 OK") && text.hasSuffix("GET / 0 0\n"))
        }
    }

    @Test func `a slow handler is no reason for a timeout`() async throws {
        let handler = TestHandler()
        try await withServer(handler, configure: { $0.idleTimeout = .milliseconds(50) }) { server, _ in
            let slow = try Client(server.address)
            await slow.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
            await handler.arrived.wait()
            // Another connection lives through a whole idle timeout.
            let other = try Client(server.address)
            await other.send(Self.get)
            #expect(await other.readToEnd().hasPrefix("HTTP/1.1 200 OK"))
            await handler.mayAnswer.open()
            #expect(await slow.readToEnd().hasPrefix("HTTP/1.1 200 OK"))
        }
    }

    @Test func `a long answer arrives whole at a reader`() async throws {
        try await withServer { server, _ in
            let result = try await Curl.run("-o", "/dev/null", "-w", "%{size_download}", "http://\(server.address)/big")
            #expect(result.output == "\(32 << 20)")
        }
    }

    @Test func `a client that does not read its answer is dropped`() async throws {
        let client = try await withServer(configure: { $0.writeTimeout = .milliseconds(100) }) { server, _ in
            let client = try Client(server.address)
            await client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = await client.receive()
            return client
        }
        // The server has drained, which only the write timeout made possible; what is left in the socket is less than the answer.
        #expect(await client.countToEnd() < 32 << 20)
    }

    @Test func `a connection more than the limit gets the place of an idle one`() async throws {
        try await withServer(configure: { $0.maximumConnections = 2 }) { server, _ in
            let first = try Client(server.address)
            let second = try Client(server.address)
            for client in [first, second] {
                await client.send(Self.get)
                _ = await client.read(until: "GET / 0 0\n")
            }
            let third = try Client(server.address)
            await third.send(Self.get)
            #expect(await third.read(until: "GET / 0 0\n").hasPrefix("HTTP/1.1 200 OK"))
            #expect(await first.readToEnd() == "")
        }
    }

    @Test func `busy connections at the limit make others wait, not fail`() async throws {
        let handler = TestHandler()
        try await withServer(handler, configure: { $0.maximumConnections = 1 }) { server, _ in
            let busy = try Client(server.address)
            await busy.send("GET /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            await handler.arrived.wait()
            let waiting = try Client(server.address)
            await waiting.send(Self.get)
            await handler.mayAnswer.open()
            #expect(await busy.readToEnd().hasPrefix("HTTP/1.1 200 OK"))
            #expect(await waiting.read(until: "GET / 0 0\n").hasPrefix("HTTP/1.1 200 OK"))
        }
    }

    @Test func `a half-closed client is still answered`() async throws {
        try await withServer { server, _ in
            let client = try Client(server.address)
            await client.send(Self.get)
            await client.endOutput()
            #expect(await client.readToEnd().hasPrefix("HTTP/1.1 200 OK"))
        }
    }

    @Test func `draining finishes the running request, ends idle connections and accepts no more`() async throws {
        let handler = TestHandler()
        try await withServer(handler) { server, group in
            let idle = try Client(server.address)
            await idle.send(Self.get)
            _ = await idle.read(until: "GET / 0 0\n")
            let running = try Client(server.address)
            await running.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
            await handler.arrived.wait()

            await group.triggerGracefulShutdown()
            #expect(await idle.readToEnd() == "")
            // The listener closes on its own queue; from some moment on nobody is accepted.
            while let late = try? Client(server.address) { _ = await late.readToEnd() }

            await handler.mayAnswer.open()
            let text = await running.readToEnd()
            #expect(text.hasPrefix("HTTP/1.1 200 OK"))
            #expect(text.contains("Connection: close\r\n"))
        }
    }

    @Test func `draining has a deadline, after which handlers are cancelled`() async throws {
        let handler = TestHandler()
        try await withServer(handler, configure: { $0.drainTimeout = .milliseconds(100) }) { server, group in
            let client = try Client(server.address)
            await client.send("GET /stuck HTTP/1.1\r\nHost: a\r\n\r\n")
            await handler.arrived.wait()
            await group.triggerGracefulShutdown()
            await handler.cancelled.wait()
            #expect(await client.readToEnd() == "")
        }
    }

    @Test func `an address in use is an error that says so`() async throws {
        try await withServer { server, _ in
            var configuration = HTTPServerConfiguration()
            configuration.port = server.address.port
            let error = #expect(throws: HTTPServerError.self) { try HTTPServer(configuration: configuration, handler: TestHandler()) }
            #expect(error?.description == "Cannot listen on 127.0.0.1 port \(server.address.port): Address already in use.")
        }
    }

    @Test func `a host that is none is an error that says so`() {
        var configuration = HTTPServerConfiguration()
        configuration.host = "256.0.0.1.invalid"
        #expect(throws: HTTPServerError.self) { try HTTPServer(configuration: configuration, handler: TestHandler()) }
    }

    @Test func `IPv6 is spoken`() async throws {
        try await withServer(configure: { $0.host = "::1" }) { server, _ in
            #expect(server.address.description.hasPrefix("[::1]:"))
            let result = try await Curl.run("-g", "http://\(server.address)/v6")
            #expect(result.output == "GET /v6 0 0\n")
        }
    }
}
