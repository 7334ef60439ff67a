import API
import HTTPWire
import SessionsTestSupport
import Testing

@Suite(.timeLimit(.minutes(2))) struct RoutingTests {
    @Test("every operation has one route")
    func table() {
        #expect(Set(Route.all.map(\.operation)).count == Route.all.count)
        #expect(Route.all.count == Operation.allCases.count)
        #expect(Set(Route.all.map { $0.method + $0.pattern }).count == Route.all.count)
    }

    @Test("every route answers and none is a mistake of the service", arguments: Route.all)
    func answered(route: Route) async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        _ = await api.send("POST", path + "/edits", body: #"{"text": "hello"}"#, [("Prefer", "wait=60")])
        let target = route.pattern.replacing("/v1/sessions/{id}", with: path).replacing("{n}", with: "1").replacing(
            "{name}", with: "straight")
        let answer = await api.send(route.method, target, body: #"{"text": "hello"}"#)
        #expect(answer.status < 500)
        #expect(answer.status != 405)
    }

    @Test(
        "what is not there is not found",
        arguments: ["/v1", "/v1/", "/v1/session", "/v1/sessions/", "/v2/sessions", "/healthz/x", "//healthz", "x"])
    func notFound(target: String) async throws {
        let api = try await TestAPI.started()
        for method in ["GET", "POST", "OPTIONS", "BREW"] { await api.send(method, target).expectProblem(404, "not_found") }
    }

    @Test(
        "wrong methods are told the right ones",
        arguments: [
            ("PUT", "/v1/sessions", "POST, GET, HEAD, OPTIONS"), ("POST", "/healthz", "GET, HEAD, OPTIONS"),
            ("PATCH", "/v1/sessions/x", "GET, HEAD, DELETE, OPTIONS"), ("GET", "/v1/parse", "POST, OPTIONS"),
            ("get", "/healthz", "GET, HEAD, OPTIONS"),
            ("HEAD", "/v1/parse", "POST, OPTIONS"),
        ])
    func wrongMethod(method: String, target: String, allow: String) async throws {
        let api = try await TestAPI.started()
        let answer = await api.send(method, target)
        answer.expectProblem(405, "method_not_allowed")
        #expect(answer.header("Allow") == allow)
        let options = await api.send("OPTIONS", target)
        #expect(options.status == 204)
        #expect(options.header("Allow") == allow)
    }

    @Test("HEAD is answered like GET")
    func head() async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        let answer = await api.send("HEAD", path)
        #expect(answer.status == 200)
        #expect(answer.header("ETag") == "\"1\"")
        #expect(await api.send("OPTIONS", "*").status == 204)
    }

    @Test("escapes in the path are undone, broken ones refused")
    func escapes() async throws {
        let api = try await TestAPI.started()
        #expect(await api.send("GET", "/%68ealthz").status == 200)
        #expect(await api.send("GET", "/healthz?x=%20&y").status == 200)
        for target in ["/v1/%", "/v1/%2", "/v1/%zz", "/v1/%ff", "/healthz?x=%f"] {
            await api.send("GET", target).expectProblem(400, "invalid_target")
        }
        await api.send("GET", "/v1%2Fsessions").expectProblem(404, "not_found")
    }

    @Test(
        "the request's id is kept when it is harmless",
        arguments: [("abc-1.2_X", true), ("", false), ("a b", false), (String(repeating: "a", count: 65), false)])
    func requestID(id: String, isKept: Bool) async throws {
        let api = try await TestAPI.started()
        let answer = await api.send("GET", "/nothing", [("X-Request-Id", id)])
        answer.expectProblem(404, "not_found")
        #expect((answer.header("X-Request-Id") == id) == isKept)
        #expect(answer.header("X-Content-Type-Options") == "nosniff")
    }

    @Test("the page is served under a policy that lets nothing else run")
    func page() async throws {
        let answer = try await TestAPI.started().send("GET", "/")
        #expect(answer.status == 200)
        #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
        let policy = try #require(answer.header("Content-Security-Policy"))
        #expect(policy.contains("default-src 'none'"))
        #expect(policy.contains("script-src 'sha256-script'"))
        #expect(!policy.contains("unsafe"))
    }
}
