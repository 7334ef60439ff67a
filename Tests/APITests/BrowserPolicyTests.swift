import API
import SessionsTestSupport
import Testing

@Suite(.timeLimit(.minutes(2))) struct BrowserPolicyTests {
    static let site = "https://faces.example.org"

    private func create(_ fields: (name: String, value: String)..., browsers: BrowserPolicy = BrowserPolicy()) async throws -> Answer {
        try await TestAPI.started(browsers: browsers).send("POST", "/v1/sessions", body: "{}", fields)
    }

    @Test("a page of another site cannot change anything", arguments: ["cross-site", "same-origin", "none"])
    func fetchMetadata(site: String) async throws {
        let answer = try await create(("Sec-Fetch-Site", site))
        if site == "cross-site" { answer.expectProblem(403, "cross_site") } else { #expect(answer.status == 201) }
        #expect(try await TestAPI.started().send("GET", "/v1/sessions", [("Sec-Fetch-Site", site)]).status == 200)
    }

    @Test("where there is no fetch metadata, the origin has to be the service's own")
    func origin() async throws {
        let host = (name: "Host", value: "Localhost:8080")
        #expect(try await create(host, ("Origin", "http://localhost:8080")).status == 201)
        #expect(try await create(host).status == 201)
        for foreign in ["http://localhost:9090", "http://evil.example", "http://xlocalhost:8080", "null", ""] {
            try await create(host, ("Origin", foreign)).expectProblem(403, "cross_site")
        }
        try await create(("Origin", "http://localhost")).expectProblem(403, "cross_site")
    }

    @Test("a name that is not the service's own gets no answer, whatever is asked")
    func foreignHost() async throws {
        let api = try await TestAPI.started(browsers: BrowserPolicy(hosts: BrowserPolicy.loopback))
        for host in ["localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:8080"] {
            #expect(await api.send("GET", "/v1/sessions", [("Host", host)]).status == 200)
        }
        for host in ["evil.example:8080", "localhost.evil.example", "", "[::1", "127.0.0.1.evil"] {
            for method in ["GET", "POST", "OPTIONS"] {
                await api.send(method, "/v1/sessions", [("Host", host)]).expectProblem(403, "foreign_host")
            }
        }
    }

    @Test("a listed site may read and change, and its browser is told so")
    func listedSite() async throws {
        let policy = BrowserPolicy(origins: [Self.site])
        let answer = try await create(("Host", "x"), ("Origin", Self.site), ("Sec-Fetch-Site", "cross-site"), browsers: policy)
        #expect(answer.status == 201)
        #expect(answer.header("Access-Control-Allow-Origin") == Self.site)
        #expect(answer.header("Vary") == "Origin")
        #expect(answer.header("Access-Control-Expose-Headers")?.contains("Location") == true)

        let api = try await TestAPI.started(browsers: policy)
        let asked = await api.send("OPTIONS", "/v1/sessions", [("Origin", Self.site), ("Access-Control-Request-Method", "POST")])
        #expect(asked.status == 204)
        #expect(asked.header("Access-Control-Allow-Methods")?.contains("POST") == true)
        #expect(asked.header("Access-Control-Allow-Headers")?.contains("Content-Type") == true)
    }

    @Test("any other site is told nothing")
    func unlistedSite() async throws {
        let api = try await TestAPI.started(browsers: BrowserPolicy(origins: [Self.site]))
        let answer = await api.send("OPTIONS", "/v1/sessions", [("Origin", "https://evil.example")])
        #expect(answer.header("Access-Control-Allow-Origin") == nil)
        #expect(answer.header("Access-Control-Allow-Methods") == nil)
        #expect(answer.header("Vary") == "Origin")
    }
}
