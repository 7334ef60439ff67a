import Dialog
import FaceAttributes
import Foundation
import Logging
import Testing

@testable import ChatRefinement

@Suite(.timeLimit(.minutes(2))) struct ChatRefinerTests {
    static let degrees = Degrees([0, 1.04, 2, 3, 4.96])

    static func refiner(
        _ address: String, key: String? = nil, timeout: Duration = .seconds(20), uses: Set<ChatRefiner.Use> = [.parsing, .rewording]
    ) throws -> ChatRefiner {
        let endpoint = ChatEndpoint(address: try ChatAddress(address), model: "some-model", key: key.flatMap(Secret.init), timeout: timeout)
        return ChatRefiner(endpoint, uses: uses, logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    @Test func `a sentence is read`() async throws {
        let server = FakeChatServer(.content(Misbehaviour.reading))
        let reading = try await Self.refiner(server.address).parse("jollier", degrees: Self.degrees)
        #expect(reading?.act == .request)
        #expect(reading?.edits == [EditWish(attribute: .smiling, type: .indefinite, direction: .increase)])
    }

    @Test func `a statement is put into other words`() async throws {
        let server = FakeChatServer(.content(#"{"statement":"Done, the picture shows a laugh."}"#))
        #expect(try await Self.refiner(server.address).reword("We have a laugh now.") == "Done, the picture shows a laugh.")
    }

    @Test(arguments: Misbehaviour.all)
    func `no reading comes of a service that`(_ misbehaviour: Misbehaviour) async throws {
        let server = FakeChatServer(misbehaviour.answer)
        let refiner = try Self.refiner(server.address, timeout: misbehaviour.timeout)
        #expect(await refiner.parse("jollier", degrees: Self.degrees) == nil)
        #expect(server.received.count == 1, "asked once, and nowhere else")
    }

    @Test func `nobody listening is no reading`() async throws {
        let port = FakeChatServer(.silence).port
        #expect(try await Self.refiner("http://127.0.0.1:\(port)").parse("jollier", degrees: Self.degrees) == nil)
    }

    @Test func `an encrypted address is not asked without encryption`() async throws {
        let server = FakeChatServer(.content(Misbehaviour.reading))
        let refiner = try Self.refiner("https://127.0.0.1:\(server.port)/v1", key: "k", timeout: .milliseconds(300))
        #expect(await refiner.parse("jollier", degrees: Self.degrees) == nil)
        #expect(server.received.isEmpty)
    }

    @Test func `the utterance and the degrees are all that is sent for a reading`() async throws {
        let server = FakeChatServer(.content(Misbehaviour.reading))
        let refiner = try Self.refiner(server.address, key: "sk-1")
        _ = await refiner.parse("say \"hi\" / tschüß", degrees: Self.degrees)
        let request = try #require(server.received.first)
        #expect(request.line == "POST /v1/chat/completions HTTP/1.1")
        #expect(request.fields["authorization"] == "Bearer sk-1")
        #expect(request.fields["user-agent"] == "talk-to-edit")
        #expect(request.fields["accept-language"] == "*")
        let names: Set = [
            "host", "connection", "authorization", "user-agent", "accept", "accept-encoding", "accept-language", "content-type",
            "content-length",
        ]
        #expect(Set(request.fields.keys).subtracting(names) == [])
        let sent = try #require(try JSONSerialization.jsonObject(with: request.body) as? [String: Any])
        #expect(Set(sent.keys) == ["model", "messages", "response_format"])
        #expect(sent["model"] as? String == "some-model")
        let messages = try #require(sent["messages"] as? [[String: String]])
        #expect(messages.map { $0["role"] } == ["system", "user"])
        #expect(messages[0]["content"] == ChatQuestion<OutsideReading>.reading.instructions)
        #expect(
            messages[1]["content"]
                == #"{"degrees":{"age":5,"bangs":0,"beard":2,"eyeglasses":1,"smiling":3},"utterance":"say \"hi\" / tschüß"}"#)
        let schema = try #require((sent["response_format"] as? [String: Any])?["json_schema"] as? [String: Any])
        #expect(schema["strict"] as? Bool == true)
    }

    @Test func `the statement is all that is sent for other words`() async throws {
        let server = FakeChatServer(.content(#"{"statement":"x"}"#))
        _ = try await Self.refiner(server.address).reword("We have a laugh now.")
        let request = try #require(server.received.first)
        #expect(request.fields["authorization"] == nil)
        let sent = try #require(try JSONSerialization.jsonObject(with: request.body) as? [String: Any])
        let messages = try #require(sent["messages"] as? [[String: String]])
        #expect(messages[0]["content"] == ChatQuestion<OutsideWording>.wording.instructions)
        #expect(messages[1]["content"] == #"{"statement":"We have a laugh now."}"#)
    }

    @Test func `what is switched off is not asked for`() async throws {
        let server = FakeChatServer(.content(Misbehaviour.reading))
        #expect(try await Self.refiner(server.address, uses: [.parsing]).reword("We have a laugh now.") == nil)
        #expect(try await Self.refiner(server.address, uses: [.rewording]).parse("jollier", degrees: Self.degrees) == nil)
        #expect(server.received.isEmpty)
    }

    @Test func `a question that is taken back ends at once`() async throws {
        let (asked, ask) = AsyncStream<Void>.makeStream()
        let server = FakeChatServer { _ in
            ask.yield()
            return .silence
        }
        let refiner = try Self.refiner(server.address, timeout: .seconds(3600))
        let asking = Task { await refiner.parse("jollier", degrees: Self.degrees) }
        for await _ in asked { break }
        asking.cancel()
        #expect(await asking.value == nil)
        let early = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await refiner.parse("jollier", degrees: Self.degrees)
        }
        #expect(await early.value == nil)
        #expect(server.received.count == 1)
    }

    @Test func `a service that fails three times in a row is left alone`() async throws {
        let server = FakeChatServer(.response(status: "500 Internal Server Error", body: ""))
        let refiner = try Self.refiner(server.address)
        for _ in 0..<5 { #expect(await refiner.parse("jollier", degrees: Self.degrees) == nil) }
        #expect(server.received.count == Breaker.limit)
    }
}

@Suite struct ChatAddressTests {
    @Test(arguments: [
        ("https://chat.example.org/v1", "https://chat.example.org/v1/chat/completions", "chat.example.org"),
        ("https://chat.example.org:8443/v1/", "https://chat.example.org:8443/v1/chat/completions", "chat.example.org:8443"),
        ("HTTP://LocalHost:11434/v1", "HTTP://LocalHost:11434/v1/chat/completions", "LocalHost:11434"),
        ("http://127.1.2.3", "http://127.1.2.3/chat/completions", "127.1.2.3"),
        ("http://[::1]:80/v1", "http://[::1]:80/v1/chat/completions", "[::1]:80"),
    ])
    func `a good address says where to ask`(_ text: String, _ completions: String, _ host: String) throws {
        let address = try ChatAddress(text)
        #expect(address.completions.absoluteString == completions)
        #expect(address.description == host)
    }

    @Test(arguments: [
        "", "chat.example.org", "ftp://127.0.0.1", "file:///etc/passwd", "http:/v1", "https://", "http://chat.example.org/v1",
        "http://127.0.0.1.example.com", "http://127.0.0", "http://127.0.0.256", "http://0.0.0.0", "http://localhost.example.com",
        "http://[::2]/", "https://a:b@example.com", "https://a@example.com", "https://example.com/v1?key=1", "https://example.com/#a",
        "https://exa mple.com",
    ])
    func `a bad address is refused`(_ text: String) { #expect(throws: ChatAddress.Invalid.self) { try ChatAddress(text) } }

    @Test func `a key shows itself nowhere`() throws {
        let endpoint = ChatEndpoint(address: try ChatAddress("https://example.com"), model: "m", key: Secret("sk-123"))
        var dumped = ""
        dump(endpoint, to: &dumped)
        for text in ["\(endpoint)", String(reflecting: endpoint), dumped] { #expect(!text.contains("sk-123")) }
        for text in ["", "a b", "a\r\nX: y", "ü", String(repeating: "a", count: 4097)] { #expect(Secret(text) == nil) }
    }
}
