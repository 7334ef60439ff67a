import CurlTestSupport
import Foundation
import Testing

extension EndToEnd {
    /// The program with the shipped model, as its users meet it: over real sockets, with the real curl, through its whole life.
    @Suite(.serialized) final class TalkTests {
        private let folder: URL
        private var database: URL { folder.appending(path: "talk.sqlite") }

        init() throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "end-to-end-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        static let attributes: Set<String> = ["bangs", "eyeglasses", "beard", "smiling", "age"]
        static let final: Set<String> = ["succeeded", "failed", "cancelled"]

        // MARK: The talk

        @Test func `a first talk with curl works as written`() async throws {
            let program = try await Program.serve(database: database)
            let url = program.address + "/v1/sessions"

            let created = try await Answer([url, "-d", #"{"seed": 7}"#])
            #expect(created.status == 201)
            let session = try created.json
            let id = try #require(session.text("id"))
            #expect(created.fields["location"] == "/v1/sessions/\(id)")
            #expect(session.integer("seed") == 7)
            #expect(session.text("model") == ProcessInfo.processInfo.environment["TALK_TO_EDIT_MODEL"] ?? "synthfaces-128")
            #expect(session.text("state") == "start")
            #expect(session.names("degrees") == Self.attributes && session.names("labels") == Self.attributes)
            #expect(session.text("reply.text")?.isEmpty == false)
            for name in [
                "version", "created_at", "updated_at", "links.self", "links.image", "links.edits", "links.feedback", "links.trajectory",
            ] {
                #expect(session.value(name) != nil, "\(name)")
            }

            let edited = try await Answer(["\(url)/\(id)/edits", "-H", "Prefer: wait=30", "-d", #"{"text": "make her smile a lot more"}"#])
            #expect(edited.status == 201)
            #expect(edited.fields["preference-applied"] == "wait=30")
            let edit = try edited.json
            #expect(edit.text("status") == "succeeded")
            #expect(edit.text("request.text") == "make her smile a lot more")
            #expect(edit.text("understood.act") == "request")
            #expect(edit.text("understood.edits.0.attribute") == "smiling")
            #expect(edit.text("understood.edits.0.direction") == "increase")
            #expect(edit.names("degrees_before") == Self.attributes && edit.names("degrees_after") == Self.attributes)
            #expect(["reached", "partial", "already_there", "unreachable"].contains(edit.text("outcome")))
            #expect(edit.text("reply.text")?.isEmpty == false)

            let image = try await Answer(["\(url)/\(id)/edits/1/image"])
            #expect(image.status == 200)
            #expect(image.fields["content-type"] == "image/png")
            #expect(image.body.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))

            let feedback = try await Answer(["\(url)/\(id)/feedback", "-H", "Prefer: wait=30", "-d", #"{"text": "a bit less, please"}"#])
            #expect(feedback.status == 200)
            #expect(try feedback.json.integer("number") == 2)
            #expect(try feedback.json.text("status") == "succeeded")
            #expect(try feedback.json.text("reply.text")?.isEmpty == false)

            #expect(await program.terminate(SIGINT) == 0)
        }

        @Test func `what has not changed is not sent again`() async throws {
            let program = try await Program.serve(database: database)
            let session = try await newSession(program)
            let first = try await Answer([session])
            let tag = try #require(first.fields["etag"])
            let again = try await Answer([session, "-H", "If-None-Match: \(tag)"])
            #expect(again.status == 304 && again.body.isEmpty && again.fields["etag"] == tag)
            let picture = try await Answer([session + "/image"])
            let pictureAgain = try await Answer([session + "/image", "-H", "If-None-Match: \(try #require(picture.fields["etag"]))"])
            #expect(pictureAgain.status == 304)

            _ = try await finished(try await newEdit(program, session))
            let changed = try await Answer([session, "-H", "If-None-Match: \(tag)"])
            #expect(changed.status == 200 && changed.fields["etag"] != tag)
        }

        @Test func `an edit that is not waited for is polled with its progress until it ends`() async throws {
            let program = try await Program.serve(database: database)
            let session = try await newSession(program)
            let accepted = try await Answer([session + "/edits", "-d", #"{"attribute": "smiling", "target": 5}"#])
            #expect(accepted.status == 202)
            #expect(accepted.fields["retry-after"] != nil)
            let edit = program.address + (try #require(accepted.fields["location"]))

            var steps: [Int] = []
            while true {
                let answer = try await Answer([edit])
                #expect(answer.status == 200)
                let json = try answer.json
                steps.append(try #require(json.integer("progress.step")))
                if Self.final.contains(json.text("status") ?? "") {
                    #expect(json.text("status") == "succeeded")
                    #expect(json.integer("steps") == steps.last)
                    break
                }
            }
            #expect(steps == steps.sorted())
            #expect(try #require(steps.last) > 0)
        }

        @Test func `twenty rounds in a row stay sane`() async throws {
            let sentences = [
                "make the smile bigger", "more", "I would like glasses", "yes, that is enough", "a thicker frame please",
                "now make him look a bit older", "less", "add some bangs", "yes", "give the person a beard",
                "undo", "remove the glasses", "no", "she should look younger", "a little more",
                "no smile at all", "what can you do?", "trim the fringe a little", "purple elephants", "smile a little",
            ]
            let program = try await Program.serve(database: database)
            let session = try await newSession(program)
            for (round, sentence) in sentences.enumerated() {
                let path = round % 3 == 2 ? "/edits" : "/feedback"
                let answer = try await Answer(
                    [session + path, "-H", "Prefer: wait=60", "--data-binary", "@-"], input: try body(["text": sentence]))
                #expect([200, 201].contains(answer.status), "\(sentence)")
                let edit = try answer.json
                #expect(edit.integer("number") == round + 1)
                #expect(edit.text("status") == "succeeded", "\(sentence)")
                #expect(edit.text("reply.text")?.isEmpty == false)
                for attribute in Self.attributes {
                    #expect((0...5).contains(try #require(edit.number("degrees_after.\(attribute)"))), "\(sentence)")
                }
            }
            #expect(try await Answer([session + "/edits?limit=100"]).json.count("items") == sentences.count)
            #expect(try await Answer([session]).json.text("state") != "end")
        }

        @Test func `health, readiness and the contract are served`() async throws {
            let program = try await Program.serve(database: database)
            #expect(try await Answer([program.address + "/healthz"]).status == 200)
            #expect(try await Answer([program.address + "/readyz"]).status == 200)
            let contract = try await Answer([program.address + "/openapi.yaml"])
            #expect(contract.status == 200)
            #expect(contract.body == (try Data(contentsOf: Program.repository.appending(path: "openapi.yaml"))))
            let page = try await Answer([program.address])
            #expect(page.status == 200)
            #expect(page.body == (try Data(contentsOf: Program.repository.appending(path: "Web/page.html"))))
            #expect(try await Answer([program.address, "-H", "Host: elsewhere.example"]).status == 403)
        }

        // MARK: Bad input

        @Test func `bad input gets a problem document and changes nothing`() async throws {
            let program = try await Program.serve(database: database, settings: ["TALK_TO_EDIT_BODY_LIMIT": "200000"])
            let session = try await newSession(program)
            let before = try await Answer([session])
            let url = program.address + "/v1"
            let long = try body(["text": String(repeating: "a", count: 100_000)])
            let cases: [(status: Int, arguments: [String], input: Data?)] = [
                (400, [session + "/edits", "-d", #"{"text": "#], nil),
                (400, [session + "/edits", "-d", "not json"], nil),
                (400, [session + "/edits", "-d", #"{"text": "a"} {"#], nil),
                (400, [session + "/edits", "-X", "POST"], nil),
                (400, [url + "/sessions", "-d", #"{"seed": 1, "seed": 2}"#], nil),
                (422, [session + "/edits", "-d", #"{"text": 7}"#], nil),
                (422, [session + "/edits", "-d", #"{"text": null}"#], nil),
                (422, [session + "/edits", "-d", #"["text"]"#], nil),
                (422, [session + "/edits", "-d", #"{"text": ""}"#], nil),
                (422, [session + "/edits", "-d", #"{"text": "   "}"#], nil),
                (422, [session + "/edits", "--data-binary", "@-"], long),
                (422, [session + "/edits", "-d", #"{"attribute": "nose", "target": 3}"#], nil),
                (422, [session + "/edits", "-d", #"{"attribute": "age", "target": 6}"#], nil),
                (422, [session + "/edits", "-d", #"{"attribute": "age", "target": "old"}"#], nil),
                (422, [session + "/edits", "-d", #"{"attribute": "age"}"#], nil),
                (422, [session + "/edits", "-d", "{}"], nil),
                (422, [session + "/feedback", "-d", #"{"answer": "maybe"}"#], nil),
                (422, [url + "/sessions", "-d", #"{"seed": -1}"#], nil),
                (422, [url + "/sessions", "-d", #"{"seed": "7"}"#], nil),
                (422, [url + "/sessions", "-d", #"{"seed": 1.5}"#], nil),
                (422, [url + "/sessions", "-d", #"{"model": "nobody"}"#], nil),
                (415, [session + "/edits", "-H", "Content-Type: text/plain", "-d", #"{"text": "smile"}"#], nil),
                (413, [session + "/edits", "--data-binary", "@-"], Data(count: 300_000)),
                (
                    413, [session + "/edits", "-H", "Transfer-Encoding: chunked", "-H", "Expect:", "--data-binary", "@-"],
                    Data(count: 300_000)
                ),
                (404, [url + "/sessions/nobody"], nil),
                (404, [url + "/sessions/01ARZ3NDEKTSV4RRFFQ69G5FAV"], nil),
                (404, [url + "/sessions/01ARZ3NDEKTSV4RRFFQ69G5FAV/edits", "-d", #"{"text": "smile"}"#], nil),
                (404, [session + "/edits/1"], nil),
                (404, [session + "/edits/99999999999999999999"], nil),
                (404, [session + "/edits/1/image"], nil),
                (404, [url + "/images/\(String(repeating: "0", count: 64))"], nil),
                (404, [url + "/nothing"], nil),
                (404, [program.address + "/nothing"], nil),
                (405, ["-X", "PUT", session], nil),
                (405, ["-X", "DELETE", program.address + "/healthz"], nil),
                (405, ["-X", "BREW", url + "/sessions"], nil),
                (409, ["-X", "POST", session + "/undo"], nil),
                (400, [url + "/sessions?limit=many"], nil),
                (400, ["--path-as-is", url + "/sessions/%"], nil),
                (414, [url + "/" + String(repeating: "a", count: 9000)], nil),
                (431, [session, "-H", "X-Long: " + String(repeating: "a", count: 40_000)], nil),
                (417, [session + "/edits", "-H", "Expect: a miracle", "-d", #"{"text": "smile"}"#], nil),
            ]
            for (status, arguments, input) in cases {
                let answer = try await Answer(arguments, input: input)
                let what = arguments.joined(separator: " ").prefix(200)
                #expect(answer.status == status, "\(what)")
                #expect(answer.isProblem, "\(what)")
                if status == 405 { #expect(answer.fields["allow"] != nil, "\(what)") }
            }
            let after = try await Answer([session])
            #expect(after.body == before.body)
            #expect(try await Answer([session + "/edits"]).json.count("items") == 0)
            #expect(try await Answer([url + "/sessions"]).json.count("items") == 1)
        }

        @Test func `a second edit while one runs gets 409`() async throws {
            let program = try await Program.serve(database: database)
            let session = try await newSession(program)
            let (edit, _) = try await runningEdit(program, session)
            let second = try await Answer([session + "/edits", "-d", #"{"text": "glasses please"}"#])
            // The first may have ended by now on a fast machine; then the second is an edit like any other.
            let first = try await Answer([edit]).json.text("status")
            if first == "running" || first == "queued" {
                #expect(second.status == 409 && second.isProblem)
            }
            #expect([409, 202].contains(second.status))
            _ = try await finished(edit)
        }

        @Test func `half a request and silence gets 408, and others are served meanwhile`() async throws {
            let program = try await Program.serve(
                database: database, settings: ["TALK_TO_EDIT_HEAD_TIMEOUT": "2", "TALK_TO_EDIT_BODY_TIMEOUT": "2"])
            let session = try await newSession(program)
            // A body shorter than it claims: curl sends what it has and waits.
            async let slow = Answer([session + "/edits", "-H", "Content-Length: 100", "-d", #"{"text": "#])
            let other = try await Answer([session])
            #expect(other.status == 200)
            let answer = try await slow
            #expect(answer.status == 408 && answer.isProblem)
            #expect(try await Answer([session]).body == other.body)
        }

        // MARK: Life and death

        @Test func `after kill -9 in the middle of an edit everything finished is there, and the talk goes on`() async throws {
            var program = try await Program.serve(database: database)
            var session = try await newSession(program)
            let done = try await finished(try await newEdit(program, session))
            let picture = try await Answer([session + "/edits/1/image"])

            let (edit, wasRunning) = try await runningEdit(program, session)
            await program.kill9()
            program = try await restarted(from: program, &session)

            let before = try await Answer([session + "/edits/1"])
            #expect(before.body == done.body)
            #expect(try await Answer([session + "/edits/1/image"]).body == picture.body)

            let path = try #require(URL(string: edit)).path
            let interrupted = try await finished(program.address + path).json
            #expect(["succeeded", "failed"].contains(interrupted.text("status")))
            if interrupted.text("status") == "failed" { #expect(interrupted.text("error.code") == "interrupted") }
            #expect(wasRunning || interrupted.text("status") == "succeeded")

            let next = try await finished(try await newEdit(program, session))
            #expect(try next.json.integer("number") == 3)
            #expect(try next.json.text("status") == "succeeded")
            #expect(await program.terminate() == 0)
        }

        @Test func `SIGTERM lets the running edit end and keeps it`() async throws {
            var program = try await Program.serve(database: database)
            var session = try await newSession(program)
            let (edit, _) = try await runningEdit(program, session)
            #expect(await program.terminate() == 0)
            program = try await restarted(from: program, &session)
            let ended = try await finished(program.address + (try #require(URL(string: edit))).path).json
            #expect(ended.text("status") == "succeeded")
        }

        @Test func `a port in use, a model that is not there and a wrong option are errors that say so`() async throws {
            let program = try await Program.serve(database: database)
            let port = try #require(program.address.split(separator: ":").last)
            for (arguments, message) in [
                (["--port", String(port)], "Address already in use"), (["--port", "0", "--model", "nobody"], "nobody"),
                (["--port", "many"], "--port must be a whole number"),
            ] {
                let result = try await run(["serve", "--database", folder.appending(path: "other.sqlite").path] + arguments)
                #expect(result.status == 1)
                #expect(result.log.contains(message), "\(result.log)")
            }
        }

        // MARK: Helpers

        private func body(_ members: [String: String]) throws -> Data { try JSONSerialization.data(withJSONObject: members) }

        /// The address of a new session.
        private func newSession(_ program: Program) async throws -> String {
            let answer = try await Answer([program.address + "/v1/sessions", "-d", #"{"seed": 7}"#])
            return program.address + (try #require(answer.fields["location"]))
        }

        /// The address of a new edit that nobody waits for. Its target is the end of the range that is further away.
        private func newEdit(_ program: Program, _ session: String, _ attribute: String = "smiling") async throws -> String {
            let degree = try #require(try await Answer([session]).json.number("degrees.\(attribute)"))
            let answer = try await Answer([
                session + "/edits", "-d", #"{"attribute": "\#(attribute)", "target": \#(degree < 2.5 ? 5 : 0)}"#,
            ])
            #expect(answer.status == 202)
            return program.address + (try #require(answer.fields["location"]))
        }

        /// An edit that was seen running, if it was not too quick for that.
        private func runningEdit(_ program: Program, _ session: String) async throws -> (address: String, wasRunning: Bool) {
            let edit = try await newEdit(program, session, "age")
            while true {
                let status = try await Answer([edit]).json.text("status")
                if status == "running" { return (edit, true) }
                if Self.final.contains(status ?? "") { return (edit, false) }
            }
        }

        /// The answer that shows an edit ended.
        private func finished(_ edit: String) async throws -> Answer {
            while true {
                let answer = try await Answer([edit])
                #expect(answer.status == 200)
                if Self.final.contains(try answer.json.text("status") ?? "") { return answer }
            }
        }

        /// The program served anew from the same database; `session` moves along to its new address.
        private func restarted(from old: Program, _ session: inout String) async throws -> Program {
            let program = try await Program.serve(database: database)
            session = program.address + session.dropFirst(old.address.count)
            return program
        }

        private func run(_ arguments: [String]) async throws -> (status: Int32, log: String) {
            let process = Process()
            process.executableURL = Program.executable
            process.arguments = arguments
            process.environment = ProcessInfo.processInfo.environment.merging(["TALK_TO_EDIT_HOME": Program.repository.path]) { $1 }
            let log = folder.appending(path: "log")
            try Data().write(to: log)
            process.standardOutput = FileHandle.nullDevice
            process.standardError = try FileHandle(forWritingTo: log)
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                process.terminationHandler = { _ in continuation.resume() }
                do { try process.run() } catch { continuation.resume(throwing: error) }
            }
            return (process.terminationStatus, String(decoding: try Data(contentsOf: log), as: UTF8.self))
        }
    }

}
