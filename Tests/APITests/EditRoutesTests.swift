import FaceAttributes
import HTTPWire
import Sessions
import SessionsTestSupport
import Testing

@Suite(.timeLimit(.minutes(2))) struct EditRoutesTests {
    private let wait = [(name: "Prefer", value: "wait=60")]

    @Test("a sentence with time to wait is answered with the finished edit", arguments: Transport.allCases)
    func waited(transport: Transport) async throws {
        let api = try await TestAPI.started(transport)
        let path = try await api.session()
        let answer = await api.send("POST", path + "/edits", body: #"{"text": "beard up 2"}"#, wait)
        #expect(answer.status == 201)
        #expect(answer.header("Location") == path + "/edits/1")
        #expect(answer.header("Preference-Applied") == "wait=60")
        let edit = answer.json
        #expect(
            edit.names.isSuperset(of: [
                "number", "status", "request", "understood", "outcome", "degrees_before", "degrees_after", "requested", "side_effects",
                "identity_distance", "steps", "progress", "reply", "queued_ms", "compute_ms", "links",
            ]))
        #expect(edit["number"].number == 1)
        #expect(edit["status"].string == "succeeded")
        #expect(edit["request"]["text"].string == "beard up 2")
        #expect(edit["understood"]["act"].string == "request")
        #expect(edit["understood"]["confidence"].number == 1)
        let understood = edit["understood"]["edits"][0]
        #expect(understood.names == ["attribute", "type", "direction", "amount", "target"])
        #expect(understood["attribute"].string == "beard")
        #expect(understood["type"].string == "definite")
        #expect(understood["direction"].string == "increase")
        #expect(understood["amount"].number == 2)
        #expect(understood["target"].isNull)
        #expect(edit["outcome"].string == "reached")
        #expect(edit["stop_reason"].string == "reached")
        #expect(edit["degrees_before"]["beard"].number == 0)
        #expect(edit["degrees_after"]["beard"].number == 2)
        #expect(edit["requested"].names == ["beard"])
        #expect(edit["requested"]["beard"].number == 2)
        #expect(edit["side_effects"][0]["attribute"].string == "age")
        #expect(edit["side_effects"][0]["change"].number == 0.5)
        #expect(edit["identity_distance"].number == 0.2)
        #expect(edit["steps"].number == 5)
        #expect(edit["progress"]["of"].number == 20)
        #expect(edit["reply"]["text"].string?.isEmpty == false)
        #expect(edit["error"].isNull)
        #expect(edit["queued_ms"].number != nil)
        #expect(edit["compute_ms"].number != nil)
        #expect(edit["links"]["image"].string == path + "/edits/1/image")

        let again = await api.send("GET", path + "/edits/1")
        #expect(again.body == answer.body)
        #expect(await api.send("GET", path + "/edits/1", [("If-None-Match", try #require(again.header("ETag")))]).status == 304)
    }

    @Test("a sentence without time to wait is taken in, and can be polled with its progress until it ends")
    func polled() async throws {
        let gate = Gate()
        let api = try await TestAPI.started(editor: StraightEditor { _ in gate.pass() })
        let path = try await api.session()
        let answer = await api.send("POST", path + "/edits", body: #"{"text": "smile to 2"}"#)
        #expect(answer.status == 202)
        #expect(answer.header("Retry-After") == "1")
        #expect(answer.header("Preference-Applied") == nil)
        let edit = try #require(answer.header("Location"))
        await gate.arrival()
        let first = await api.send("GET", edit)
        #expect(first.json["status"].string == "running")
        #expect(first.json["progress"]["step"].number == 0)
        #expect(first.json["progress"]["of"].number == 20)
        #expect(first.json["outcome"].isNull)
        let tag = try #require(first.header("ETag"))
        #expect(await api.send("GET", edit, [("If-None-Match", tag)]).status == 304)
        gate.step()
        await gate.arrival()
        let second = await api.send("GET", edit, [("If-None-Match", tag)])
        #expect(second.status == 200)
        #expect(second.json["progress"]["step"].number == 1)
        await api.send("GET", edit + "/image").expectProblem(404, "image_not_ready")
        // Another time to wait, too short for this walk.
        let busy = await api.send("POST", path + "/edits", body: #"{"text": "smile to 2"}"#, [("Prefer", "wait=0")])
        busy.expectProblem(409, "edit_in_progress")
        gate.open()
        let key = try #require(SessionID(path.split(separator: "/").last.map(String.init) ?? "")).turn(1)
        _ = try await api.service.turn(key, waiting: .seconds(60))
        let last = await api.send("GET", edit)
        #expect(last.json["status"].string == "succeeded")
        #expect(last.header("Retry-After") == nil)
        #expect(await api.send("GET", path + "/edits").json["items"].count == 1)
    }

    @Test(
        "the time to wait is bounded, and one that ends first gives 202",
        arguments: [
            ("wait=0", "wait=0"), ("respond-async, WAIT = 1", "wait=1"), ("wait=999999999999", "wait=60"), ("wait=60; x=y", "wait=60"),
            ("wait=x", nil),
            ("wait", nil), ("", nil),
        ] as [(String, String?)])
    func preferences(value: String, applied: String?) async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        let answer = await api.send("POST", path + "/edits", body: #"{"text": "smile to 2"}"#, [("Prefer", value)])
        #expect([201, 202].contains(answer.status))
        #expect(answer.header("Preference-Applied") == applied)
        if applied == "wait=60" { #expect(answer.status == 201) }
    }

    @Test(
        "a structured wish reaches fractions of degrees",
        arguments: [
            (#"{"attribute": "smiling", "target": 2.5}"#, 2.5),
            (#"{"attribute": "smiling", "direction": "increase", "amount": 0.75}"#, 0.75),
            (#"{"attribute": "smiling", "direction": "increase"}"#, 1),
            (#"{"attribute": "smiling", "target": 3, "direction": null, "text": null}"#, 3),
        ])
    func structured(body: String, degree: Double) async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        let answer = await api.send("POST", path + "/edits", body: body, wait)
        #expect(answer.status == 201)
        #expect(answer.json["degrees_after"]["smiling"].number == degree)
        #expect(answer.json["request"]["attribute"].string == "smiling")
    }

    @Test(
        "wishes that cannot be taken are refused with pointers, and change nothing",
        arguments: [
            ("{}", "/text"), (#"{"text": 7}"#, "/text"), (#"{"text": ""}"#, "/text"), (#"{"text": " \n\t "}"#, "/text"),
            (#"{"text": null}"#, "/text"),
            (#"{"text": "a\u0000b"}"#, "/text"), (#"{"text": "x", "tex": 1}"#, "/tex"),
            (#"{"attribute": "nose", "target": 1}"#, "/attribute"),
            (#"{"attribute": 1, "target": 1}"#, "/attribute"), (#"{"attribute": "age", "target": 6}"#, "/target"),
            (#"{"attribute": "age", "target": "old"}"#, "/target"), (#"{"attribute": "age"}"#, "/target"),
            (#"{"attribute": "age", "amount": 1}"#, "/direction"), (#"{"attribute": "age", "direction": "sideways"}"#, "/direction"),
            (#"{"attribute": "age", "direction": "increase", "amount": 1, "target": 1}"#, "/amount"),
            (#"{"attribute": "age", "target": 1, "text": "older"}"#, "/text"), (#""smile""#, ""), ("null", ""),
        ])
    func refused(body: String, pointer: String) async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        let answer = await api.send("POST", path + "/edits", body: body, wait)
        answer.expectProblem(422, "invalid_request")
        let errors = answer.json["errors"]
        let pointers = (0..<errors.count).compactMap { errors[$0]["pointer"].string }
        #expect(pointers.contains(pointer))
        #expect(await api.send("GET", path + "/edits").json["items"].count == 0)
    }

    @Test("a sentence of 100 kB is refused with its limit, one of 2,000 bytes is taken")
    func longSentence() async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        for length in [2_001, 100_000] {
            let answer = await api.send("POST", path + "/edits", body: #"{"text": "\#(String(repeating: "a", count: length))"}"#)
            answer.expectProblem(422, "invalid_request")
            #expect(answer.json["errors"][0]["pointer"].string == "/text")
            #expect(answer.json["errors"][0]["detail"].string?.contains("2000") == true)
        }
        let taken = await api.send("POST", path + "/edits", body: #"{"text": "\#(String(repeating: "ä", count: 1_000))"}"#, wait)
        #expect(taken.status == 201)
        let huge = await api.send("POST", path + "/edits", bytes: Array(repeating: 0x20, count: 1 << 21))
        huge.expectProblem(413, "body_too_large")
    }

    @Test(
        "what is not JSON is refused and says where it ceases to be",
        arguments: [
            "", "{", #"{"text""#, #"{"text": "smile}"#, #"{"text": 'smile'}"#, "text=smile", #"{"text": "a",}"#,
            #"{"text": "a", "text": "b"}"#,
            #"{"text": "a"} x"#, #"{"text": "\ud800"}"#, #"{"text": NaN}"#, "{\"text\": \"a\nb\"}", String(repeating: "[", count: 100_000),
            String(repeating: #"{"a":"#, count: 50_000),
        ])
    func brokenJSON(body: String) async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        await api.send("POST", path + "/edits", body: body).expectProblem(400, "malformed_json")
    }

    @Test("bytes that are not UTF-8 are not JSON")
    func brokenUTF8() async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        await api.send("POST", path + "/edits", bytes: Array(#"{"text": ""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8))
            .expectProblem(400, "malformed_json")
    }

    @Test("feedback is a sentence or one of four answers", arguments: Transport.allCases)
    func feedback(transport: Transport) async throws {
        let api = try await TestAPI.started(transport)
        let path = try await api.session()
        _ = await api.send("POST", path + "/edits", body: #"{"text": "smile to 2"}"#, wait)
        let bodies = [
            (#"{"answer": "more"}"#, 3.0), (#"{"answer": "less"}"#, 2), (#"{"text": "More!"}"#, 3), (#"{"text": "a bit less, please"}"#, 2),
            (#"{"answer": "undo"}"#, 3), (#"{"text": "undo"}"#, 2), (#"{"answer": "enough"}"#, 2),
        ]
        for (index, (body, degree)) in bodies.enumerated() {
            let answer = await api.send("POST", path + "/feedback", body: body, wait)
            #expect(answer.status == 200)
            #expect(answer.json["number"].number == Double(index + 2))
            #expect(answer.json["degrees_after"]["smiling"].number == degree, "\(body)")
            #expect(answer.header("Location") == path + "/edits/\(index + 2)")
        }
        #expect(await api.send("POST", path + "/feedback", body: #"{"answer": "more"}"#).status == 202)
    }

    @Test(
        "feedback that cannot be taken is refused",
        arguments: [
            #"{"answer": "maybe"}"#, #"{"answer": "more", "text": "more"}"#, "{}", #"{"answer": 3}"#, #"{"text": ""}"#,
        ])
    func refusedFeedback(body: String) async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        await api.send("POST", path + "/feedback", body: body).expectProblem(422, "invalid_request")
    }

    @Test("undo answers with the session as it was before the last change, until there is none")
    func undo() async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        await api.send("POST", path + "/undo").expectProblem(409, "nothing_to_undo")
        _ = await api.send("POST", path + "/edits", body: #"{"text": "smile to 2"}"#, wait)
        _ = await api.send("POST", path + "/edits", body: #"{"text": "smile to 4"}"#, wait)
        let once = await api.send("POST", path + "/undo")
        #expect(once.status == 200)
        #expect(once.json["current_edit"].number == 1)
        #expect(once.json["degrees"]["smiling"].number == 2)
        #expect(once.header("Location") == path + "/edits/3")
        #expect(await api.send("POST", path + "/undo").json["degrees"]["smiling"].number == 0)
        await api.send("POST", path + "/undo").expectProblem(409, "nothing_to_undo")
        let again = await api.send("POST", path + "/redo")
        #expect(again.status == 200 && again.json["degrees"]["smiling"].number == once.json["degrees"]["smiling"].number)
        #expect(again.json["can_undo"].number == 1 && again.json["can_redo"].number == 1)
        #expect(await api.send("POST", path + "/redo").status == 200)
        await api.send("POST", path + "/redo").expectProblem(409, "nothing_to_redo")
    }

    @Test("a cancelled edit leaves the picture alone; a finished one cannot be cancelled")
    func cancel() async throws {
        let gate = Gate()
        let api = try await TestAPI.started(editor: StraightEditor { _ in gate.pass() }, workers: 1)
        let first = try await api.session(seed: 0)
        let second = try await api.session(seed: 1)
        _ = await api.send("POST", first + "/edits", body: #"{"text": "smile to 2"}"#)
        await gate.arrival()
        _ = await api.send("POST", second + "/edits", body: #"{"text": "smile to 2"}"#)
        let answer = await api.send("POST", second + "/edits/1/cancel")
        #expect(answer.status == 200)
        #expect(answer.json["status"].string == "cancelled")
        gate.open()
        await api.send("POST", second + "/edits/1/cancel").expectProblem(409, "edit_finished")
        await api.send("POST", second + "/edits/2/cancel").expectProblem(404, "edit_not_found")
        #expect(await api.send("GET", second + "/edits/1/image").body == api.send("GET", second + "/image").body)
    }

    @Test("when the queue is full the answer is 503 and says when to come again")
    func queueFull() async throws {
        let gate = Gate()
        let api = try await TestAPI.started(editor: StraightEditor { _ in gate.pass() }, workers: 1, waiting: 0)
        let first = try await api.session(seed: 0)
        let second = try await api.session(seed: 1)
        _ = await api.send("POST", first + "/edits", body: #"{"text": "smile to 2"}"#)
        await gate.arrival()
        let answer = await api.send("POST", second + "/edits", body: #"{"text": "smile to 2"}"#)
        answer.expectProblem(503, "queue_full")
        #expect(answer.header("Retry-After") == "5")
        #expect(await api.send("GET", second + "/edits").json["items"].count == 0)
        gate.open()
    }

    @Test("after goodbye a new wish opens the talk again")
    func ended() async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        let bye = await api.send("POST", path + "/feedback", body: #"{"text": "bye"}"#, wait)
        #expect(bye.json["reply"]["kind"].string == "farewell")
        #expect(await api.send("GET", path).json["state"].string == "end")
        #expect(await api.send("POST", path + "/edits", body: #"{"text": "smile to 2"}"#, wait).status == 201)
        #expect(await api.send("GET", path).json["state"].string == "editing")
    }

    @Test("a walk that breaks is reported in the edit, without its inner reason")
    func failed() async throws {
        let api = try await TestAPI.started(editor: StraightEditor { _ in throw StraightEditor.Broken() })
        let path = try await api.session()
        let answer = await api.send("POST", path + "/edits", body: #"{"text": "smile to 2"}"#, wait)
        #expect(answer.status == 201)
        #expect(answer.json["status"].string == "failed")
        #expect(answer.json["error"]["code"].string == "edit_failed")
        #expect(!String(decoding: answer.body, as: UTF8.self).contains("Broken"))
    }

    @Test("pictures are PNG under their hash, and never sent twice")
    func pictures() async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        let start = await api.send("GET", path + "/image")
        _ = await api.send("POST", path + "/edits", body: #"{"text": "smile to 2"}"#, wait)
        let edited = await api.send("GET", path + "/edits/1/image")
        #expect(edited.status == 200)
        #expect(edited.header("Content-Type") == "image/png")
        #expect(edited.header("Cache-Control")?.contains("immutable") == true)
        #expect(edited.body.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
        #expect(edited.body != start.body)
        #expect(await api.send("GET", path + "/image").body == edited.body)
        let tag = try #require(edited.header("ETag"))
        #expect(await api.send("GET", path + "/image", [("If-None-Match", tag)]).status == 304)
        #expect(await api.send("GET", path + "/edits/1/image", [("If-None-Match", tag)]).status == 304)
        let byHash = await api.send("GET", "/v1/images/" + tag.filter { $0 != "\"" })
        #expect(byHash.body == edited.body)
        #expect(byHash.header("Cache-Control")?.contains("immutable") == true)
    }

    @Test("the trajectory has every step, page by page")
    func trajectory() async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        _ = await api.send("POST", path + "/edits", body: #"{"text": "smile to 2"}"#, wait)
        _ = await api.send("POST", path + "/edits", body: #"{"text": "bangs to 1"}"#, wait)
        let all = await api.send("GET", path + "/trajectory").json
        #expect(all["items"].count == 8)
        #expect(all["next"].isNull)
        #expect(all["items"][0].names == ["edit", "step", "attribute", "target", "latent_norm", "degrees", "identity_distance"])
        #expect(all["items"][7]["edit"].number == 2)
        #expect(all["items"][7]["latent_norm"].number == 2.2361)
        let page = await api.send("GET", path + "/trajectory?limit=6").json
        #expect(page["items"].count == 6)
        let rest = await api.send("GET", path + "/trajectory?after=\(try #require(page["next"].string))").json
        #expect(rest["items"].count == 2)
        for cursor in ["1", "x.y", "1.2.3", "."] {
            await api.send("GET", path + "/trajectory?after=\(cursor)").expectProblem(400, "invalid_query")
        }
    }

    @Test("edits are listed in order, page by page; numbers that are none are not found")
    func list() async throws {
        let api = try await TestAPI.started()
        let path = try await api.session()
        for _ in 0..<3 { _ = await api.send("POST", path + "/edits", body: #"{"text": "hello"}"#, wait) }
        let page = await api.send("GET", path + "/edits?limit=2").json
        #expect(page["items"].count == 2)
        #expect(page["items"][1]["number"].number == 2)
        #expect(page["next"].string == "2")
        #expect(await api.send("GET", path + "/edits?limit=2&after=2").json["items"][0]["number"].number == 3)
        for number in ["0", "4", "-1", "01", "x", "99999999999999999999"] {
            await api.send("GET", path + "/edits/\(number)").expectProblem(404, "edit_not_found")
        }
    }

    @Test("the language side alone says what it understands")
    func parse() async throws {
        let api = try await TestAPI.started()
        let context =
            #"{"kind": "whether_enough", "attribute": "smiling", "last_edit": {"attribute": "smiling", "direction": "increase", "amount": 1}}"#
        for body in [#"{"text": "smile to 2.5"}"#, #"{"text": "smile to 2.5", "context": \#(context)}"#] {
            let answer = await api.send("POST", "/v1/parse", body: body)
            #expect(answer.status == 200)
            #expect(answer.json["act"].string == "request")
            #expect(answer.json["edits"][0]["target"].number == 2.5)
        }
        for (body, pointer) in [
            (#"{"text": "x", "context": {"kind": "why"}}"#, "/context/kind"), (#"{"text": "x", "context": []}"#, "/context"),
            (#"{"text": "x", "context": {"last_edit": {"attribute": "smiling"}}}"#, "/context/last_edit/direction"),
            (#"{"text": "x", "context": {"last_edit": {"x": 1}}}"#, "/context/last_edit/x"),
        ] {
            let answer = await api.send("POST", "/v1/parse", body: body)
            answer.expectProblem(422, "invalid_request")
            let errors = answer.json["errors"]
            #expect((0..<errors.count).contains { errors[$0]["pointer"].string == pointer })
        }
    }
}

extension SessionID {
    func turn(_ number: Int) -> TurnKey { TurnKey(session: self, number: number) }
}
