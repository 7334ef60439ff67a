import HTTPWire
import Sessions
import SessionsTestSupport
import Testing

@Suite(.timeLimit(.minutes(2))) struct SessionRoutesTests {
    @Test("a session starts from a seed, with the document that clients rely on", arguments: Transport.allCases)
    func create(transport: Transport) async throws {
        let api = try await TestAPI.started(transport)
        let answer = await api.send("POST", "/v1/sessions", body: #"{"seed": 7}"#, [("Content-Type", "application/x-www-form-urlencoded")])
        #expect(answer.status == 201)
        let json = answer.json
        let id = try #require(json["id"].string)
        #expect(answer.header("Location") == "/v1/sessions/\(id)")
        #expect(answer.header("Content-Type") == "application/json")
        #expect(answer.header("X-Content-Type-Options") == "nosniff")
        #expect(
            json.names == [
                "id", "model", "seed", "language", "state", "current_edit", "degrees", "labels", "wanted", "kept", "can_undo", "can_redo",
                "reply", "version", "created_at", "updated_at", "links",
            ])
        #expect(json["model"].string == "straight")
        #expect(json["seed"].number == 7)
        #expect(json["state"].string == "start")
        #expect(json["current_edit"].number == 0)
        #expect(json["degrees"].names == ["bangs", "eyeglasses", "beard", "smiling", "age"])
        #expect(json["degrees"]["bangs"].number == 1)
        #expect(json["labels"]["bangs"].number == 1)
        #expect(json["reply"].names == ["kind", "attribute", "text"])
        #expect(json["version"].number == 1)
        #expect(json["created_at"].string?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
        #expect(json["links"]["self"].string == "/v1/sessions/\(id)")
        for name in json["links"].names where name != "feedback" {
            #expect(await api.send("GET", try #require(json["links"][name].string)).status == 200)
        }
    }

    @Test("a session without a seed gets one by chance", arguments: ["", "{}", #"{"seed": null}"#])
    func noSeed(body: String) async throws {
        let api = try await TestAPI.started()
        let answer = await api.send("POST", "/v1/sessions", body: body)
        #expect(answer.status == 201)
        #expect(answer.json["seed"].number != nil)
    }

    @Test(
        "bodies are JSON under three names",
        arguments: [nil, "application/json", "Application/JSON; charset=utf-8", "application/x-www-form-urlencoded"])
    func mediaTypes(type: String?) async throws {
        let api = try await TestAPI.started()
        #expect(await api.send("POST", "/v1/sessions", body: "{}", type.map { [("Content-Type", $0)] } ?? []).status == 201)
    }

    @Test("other media types are refused", arguments: ["text/plain", "image/png", "multipart/form-data; boundary=x", "application/jsonp"])
    func otherMediaTypes(type: String) async throws {
        let api = try await TestAPI.started()
        await api.send("POST", "/v1/sessions", body: "{}", [("Content-Type", type)]).expectProblem(415, "unsupported_media_type")
    }

    @Test(
        "wrong members are named by their pointers",
        arguments: [
            (#"{"seed": -1}"#, "/seed"), (#"{"seed": 1.5}"#, "/seed"), (#"{"seed": "7"}"#, "/seed"),
            (#"{"seed": 9007199254740992}"#, "/seed"),
            (#"{"seed": 18446744073709551616}"#, "/seed"), (#"{"sed": 7}"#, "/sed"), (#"{"a/b~c": 7}"#, "/a~1b~0c"),
            (#"{"model": "other"}"#, "/model"), (#"{"language": "fr"}"#, "/language"), (#"{"language": 7}"#, "/language"),
            (#"{"language": "DE"}"#, "/language"),
            ("[]", ""), ("7", ""),
        ])
    func wrongMembers(body: String, pointer: String) async throws {
        let api = try await TestAPI.started()
        let answer = await api.send("POST", "/v1/sessions", body: body)
        answer.expectProblem(422, "invalid_request")
        #expect(answer.json["errors"][0]["pointer"].string == pointer)
        #expect(answer.json["errors"][0]["detail"].string?.isEmpty == false)
        #expect(await api.send("GET", "/v1/sessions").json["items"].count == 0)
    }

    @Test("a poller that has seen the session gets 304 until it changes", arguments: Transport.allCases)
    func entityTag(transport: Transport) async throws {
        let api = try await TestAPI.started(transport)
        let path = try await api.session()
        let tag = try #require(await api.send("GET", path).header("ETag"))
        for match in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
            let answer = await api.send("GET", path, [("If-None-Match", match)])
            #expect(answer.status == 304)
            #expect(answer.body.isEmpty)
            #expect(answer.header("ETag") == tag)
        }
        for match in ["\"x\"", "", "\"", "1"] { #expect(await api.send("GET", path, [("If-None-Match", match)]).status == 200) }
        _ = await api.send("POST", path + "/edits", body: #"{"text": "smile to 2"}"#, [("Prefer", "wait=60")])
        let answer = await api.send("GET", path, [("If-None-Match", tag)])
        #expect(answer.status == 200)
        #expect(answer.json["current_edit"].number == 1)
        #expect(answer.json["state"].string == "editing")
    }

    @Test("lists come in pages by cursor")
    func pages() async throws {
        let api = try await TestAPI.started()
        var paths: [String] = []
        for seed in 0..<5 { paths.append(try await api.session(seed: seed)) }
        var seen: [String] = []
        var target = "/v1/sessions?limit=2"
        while true {
            let page = await api.send("GET", target).json
            seen += (0..<page["items"].count).compactMap { page["items"][$0]["links"]["self"].string }
            guard let next = page["next"].string else { break }
            target = "/v1/sessions?limit=2&after=\(next)"
        }
        #expect(seen == paths.reversed())
        #expect(await api.send("GET", "/v1/sessions").json["next"].isNull)
    }

    @Test(
        "wrong parameters of a list are refused",
        arguments: [
            "limit=0", "limit=101", "limit=-1", "limit=x", "limit=", "limit=1&limit=2", "after=x", "limit=99999999999999999999",
        ])
    func wrongParameters(query: String) async throws {
        let api = try await TestAPI.started()
        await api.send("GET", "/v1/sessions?\(query)").expectProblem(400, "invalid_query")
    }

    @Test("a removed session is gone")
    func delete() async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        let image = await api.send("GET", path + "/image").header("ETag")?.filter { $0 != "\"" } ?? ""
        let answer = await api.send("DELETE", path)
        #expect(answer.status == 204)
        #expect(answer.body.isEmpty)
        for (method, target) in [
            ("GET", path), ("DELETE", path), ("GET", path + "/edits"), ("GET", path + "/image"), ("GET", path + "/trajectory"),
        ] {
            await api.send(method, target).expectProblem(404, "session_not_found")
        }
        await api.send("GET", "/v1/images/\(image)").expectProblem(404, "image_not_found")
    }

    @Test(
        "unknown ids are not found, whatever they look like",
        arguments: [
            "/v1/sessions/01J0000000000000000000000X", "/v1/sessions/%00", "/v1/sessions/x'--", "/v1/sessions/x/edits/1",
            "/v1/sessions/x/image",
        ])
    func unknown(target: String) async throws {
        let api = try await TestAPI.started()
        await api.send("GET", target).expectProblem(404, "session_not_found")
        await api.send("GET", "/v1/images/x").expectProblem(404, "image_not_found")
        await api.send("GET", "/v1/models/x").expectProblem(404, "model_not_found")
    }

    @Test("models, attributes, health and the contract are told")
    func documents() async throws {
        let api = try await TestAPI.started()
        let models = await api.send("GET", "/v1/models").json
        #expect(models["items"][0]["name"].string == "straight")
        #expect(await api.send("GET", "/v1/models/straight").json["step_budget"].number == 20)
        let attributes = await api.send("GET", "/v1/attributes").json["items"]
        #expect(attributes.count == 5)
        for index in 0..<5 { #expect(attributes[index]["degrees"].count == 6) }
        #expect(attributes[1]["title"].string == "glasses")
        #expect(attributes[1]["degrees"][4]["meaning"].string == "thick-framed glasses")
        let german = await api.send("GET", "/v1/attributes", [("Accept-Language", "de-AT")])
        #expect(german.header("Content-Language") == "de")
        #expect(german.json["items"][1]["title"].string == "Brille")
        #expect(german.json["items"][1]["degrees"][4]["meaning"].string == "eine Brille mit dickem Rahmen")
        #expect(await api.send("GET", "/healthz").json["status"].string == "ok")
        #expect(await api.send("GET", "/readyz").status == 200)
        let contract = await api.send("GET", "/openapi.yaml")
        #expect(contract.body == TestAPI.document)
        #expect(contract.header("Content-Type") == "application/yaml")
    }

    @Test("a service that stops is alive but not ready")
    func draining() async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        api.service.stopAccepting()
        let answer = await api.send("GET", "/readyz")
        answer.expectProblem(503, "not_ready")
        #expect(answer.header("Retry-After") != nil)
        #expect(await api.send("GET", "/healthz").status == 200)
        #expect(await api.send("GET", path).status == 200)
        await api.send("POST", path + "/edits", body: #"{"text": "smile to 2"}"#).expectProblem(503, "not_ready")
    }
}
