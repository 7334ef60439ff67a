import HTTPWire
import Testing

@Suite struct ConnectionTests {
    static let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test func `bodies arrive decoded and whole`() {
        var exchange = Exchange()
        exchange.feed("POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;x\r\nhello\r\n1\r\n!\r\n0\r\nT: u\r\n\r\n")
        exchange.feed("POST /l HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc")
        #expect(exchange.handled.map { String(decoding: $0.body, as: UTF8.self) } == ["hello!", "abc"])
        #expect(exchange.handled.allSatisfy { $0.fields["T"] == nil })
    }

    @Test func `an absolute target becomes a path and its authority the Host`() {
        var exchange = Exchange()
        exchange.feed("GET http://b:81?q=1 HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(exchange.handled.first?.target == "/?q=1")
        #expect(exchange.handled.first?.fields["host"] == "b:81")
    }

    @Test func `bytes that are no UTF-8 are read as ISO-8859-1`() {
        var exchange = Exchange()
        exchange.feed(Array("GET / HTTP/1.1\r\nHost: a\r\nX: caf".utf8) + [0xE9] + Array("\r\n\r\n".utf8))
        #expect(exchange.handled.first?.fields["X"] == "café")
    }

    @Test func `answers leave in the order of the requests, one handler at a time`() {
        var state = Exchange().state
        let actions = state.receive(Array((1...3).map { "GET /\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined().utf8))
        #expect(actions.compactMap(\.handled) == ["/1"])
        let first = state.answer(HTTPResponse(status: 200))
        #expect(first.count == 1)
        #expect(state.sent().compactMap(\.handled) == ["/2"])
        _ = state.answer(HTTPResponse(status: 200))
        #expect(state.sent().compactMap(\.handled) == ["/3"])
    }

    @Test func `a client that sends too much ahead is not read any more until it is answered`() {
        var state = Exchange().state
        _ = state.receive(Array(String(repeating: Self.get, count: 9).utf8))
        var handled = 1
        #expect(!state.wantsInput)
        #expect(state.waiting == .nothing)
        while state.isHandling {
            _ = state.answer(HTTPResponse(status: 200))
            handled += state.sent().compactMap(\.handled).count
        }
        #expect(handled == 9)
        #expect(state.wantsInput)
    }

    @Test func `no handler starts while an answer is still on its way out`() {
        var state = Exchange().state
        _ = state.receive(Array((Self.get + Self.get).utf8))
        let actions = state.answer(HTTPResponse(status: 200))
        #expect(actions.compactMap(\.handled).isEmpty)
        #expect(!state.isHandling)
    }

    @Test func `HEAD is answered with the length and without the body`() {
        var exchange = Exchange()
        exchange.feed("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(exchange.text.contains("Content-Length: 9\r\n"))
        #expect(exchange.text.hasSuffix("\r\n\r\n"))
    }

    @Test func `a rejected HEAD has no body either`() {
        var exchange = Exchange()
        exchange.feed("HEAD /x HTTP/1.1\r\n\r\n")
        #expect(exchange.statuses == [400])
        #expect(exchange.text.hasSuffix("\r\n\r\n"))
    }

    @Test(arguments: [204, 304])
    func `an answer that cannot have content has neither length nor body`(_ status: Int) {
        var exchange = Exchange()
        exchange.answer = { _ in HTTPResponse(status: status, fields: HTTPFields([("ETag", "\"1\"")]), body: [1, 2, 3]) }
        exchange.feed(Self.get)
        #expect(!exchange.text.contains("Content-Length"))
        #expect(exchange.text.hasSuffix("\r\n\r\n"))
    }

    @Test func `the server's own fields replace a handler's`() {
        var exchange = Exchange()
        exchange.answer = { _ in
            HTTPResponse(
                status: 200, fields: HTTPFields([("content-length", "99"), ("Transfer-Encoding", "chunked"), ("Date", "x"), ("A", "b")]))
        }
        exchange.feed(Self.get)
        #expect(
            exchange.text
                == "HTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 0\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nX-Request-Id: made-id\r\n\r\n")
    }

    @Test(arguments: [
        HTTPResponse(status: 200, fields: HTTPFields([("Location", "/a\r\nSet-Cookie: b")])),
        HTTPResponse(status: 200, fields: HTTPFields([("Loca tion", "/a")])),
        HTTPResponse(status: 200, fields: HTTPFields([("", "/a")])),
        HTTPResponse(status: 200, fields: HTTPFields([("X", "a\0")])),
        HTTPResponse(status: 101), HTTPResponse(status: 99), HTTPResponse(status: 600), HTTPResponse(status: -1),
    ])
    func `an answer that would break the framing becomes 500`(_ response: HTTPResponse) {
        var exchange = Exchange()
        exchange.answer = { _ in response }
        exchange.feed(Self.get)
        #expect(exchange.statuses == [500])
        #expect(!exchange.text.contains("Set-Cookie"))
    }

    @Test(arguments: [
        ("abc-1_2.3", "abc-1_2.3"), ("a b", "made-id"), ("", "made-id"), ("é", "made-id"),
        (String(repeating: "x", count: 65), "made-id"),
    ])
    func `a request id is passed on when it is one, and made otherwise`(_ sent: String, _ used: String) {
        var exchange = Exchange()
        exchange.feed("GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: \(sent)\r\n\r\n")
        #expect(exchange.handled.first?.fields.values("X-Request-Id") == [used])
        #expect(exchange.text.contains("X-Request-Id: \(used)\r\n"))
    }

    @Test func `a rejected request keeps its id`() {
        var exchange = Exchange()
        exchange.feed("POST / HTTP/1.1\r\nHost: a\r\nX-Request-Id: mine\r\nContent-Length: 1000\r\n\r\n")
        #expect(exchange.statuses == [413])
        #expect(exchange.text.contains("\"request_id\":\"mine\""))
    }

    @Test func `a waiting client is told to continue, once`() {
        var exchange = Exchange()
        exchange.feed("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n")
        #expect(exchange.interim == 1)
        exchange.feed("he")
        exchange.feed("llo")
        #expect(exchange.interim == 1)
        #expect(exchange.statuses == [200])
    }

    @Test func `a waiting client is not told to continue before the answers it is owed`() {
        var state = Exchange().state
        let head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n"
        #expect(state.receive(Array((Self.get + head).utf8)).count == 1)
        #expect(state.waiting == .nothing)
        let answer = state.answer(HTTPResponse(status: 200))
        #expect(answer.count == 1)
        let next = state.sent()
        #expect(next.compactMap(\.text) == ["HTTP/1.1 100 Continue\r\n\r\n"])
        #expect(state.waiting == .body(request: 1, received: 0))
    }

    @Test func `a body over the limit is refused without asking for it`() {
        var exchange = Exchange()
        exchange.feed("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 65\r\n\r\n")
        #expect(exchange.interim == 0)
        #expect(exchange.statuses == [413])
        #expect(exchange.finished)
    }

    @Test func `the clock knows what the client owes`() {
        var state = Exchange().state
        #expect(state.waiting == .request(after: 0))
        _ = state.receive(Array("\r\n".utf8))
        #expect(state.waiting == .request(after: 0))
        _ = state.receive(Array("POST / HT".utf8))
        #expect(state.waiting == .head(request: 0))
        _ = state.receive(Array("TP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na".utf8))
        #expect(state.waiting == .body(request: 0, received: 1))
        _ = state.receive(Array("bc".utf8))
        #expect(state.waiting == .nothing)
        _ = state.answer(HTTPResponse(status: 200))
        _ = state.sent()
        #expect(state.waiting == .request(after: 1))
    }

    @Test(arguments: ["G", "GET / HTTP/1.1\r\nHost: a\r\n", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na"])
    func `half a request and silence gets 408`(_ half: String) {
        var exchange = Exchange()
        exchange.feed(half)
        exchange.perform(exchange.state.timeOut())
        #expect(exchange.statuses == [408])
        #expect(exchange.finished)
        exchange.feed(Self.get)
        #expect(exchange.statuses == [408])
    }

    @Test func `silence between requests ends the connection without a word`() {
        var exchange = Exchange()
        exchange.feed(Self.get)
        exchange.perform(exchange.state.timeOut())
        #expect(exchange.statuses == [200])
        #expect(exchange.finished)
    }

    @Test func `a connection that has had an answer makes room for others at once`() {
        var exchange = Exchange()
        exchange.feed(Self.get)
        exchange.perform(exchange.state.shed())
        #expect(exchange.statuses == [200] && exchange.finished)
    }

    @Test func `a connection that is still to have its first answer makes room with that`() {
        var exchange = Exchange()
        exchange.perform(exchange.state.shed())
        #expect(!exchange.finished)
        exchange.feed(Self.get)
        #expect(exchange.statuses == [200] && exchange.text.contains("Connection: close") && exchange.finished)
    }

    @Test func `silence while a handler works ends nothing`() {
        var state = Exchange().state
        _ = state.receive(Array(Self.get.utf8))
        #expect(state.timeOut().isEmpty)
        #expect(state.shed().isEmpty)
        #expect(state.isHandling)
    }

    @Test func `a client that sends no more is still answered`() {
        var exchange = Exchange()
        var state = exchange.state
        _ = state.receive(Array(Self.get.utf8))
        #expect(state.receiveEnd().isEmpty)
        exchange.state = state
        exchange.perform(exchange.state.answer(HTTPResponse(status: 200)))
        #expect(exchange.statuses == [200])
        #expect(exchange.text.contains("Connection: close"))
        #expect(exchange.finished)
    }

    @Test func `draining ends an idle connection at once`() {
        var exchange = Exchange()
        exchange.feed(Self.get)
        exchange.perform(exchange.state.drain())
        #expect(exchange.finished)
    }

    @Test func `draining answers what runs as the last`() {
        var exchange = Exchange()
        _ = exchange.state.receive(Array((Self.get + Self.get).utf8))
        exchange.perform(exchange.state.drain())
        #expect(!exchange.finished)
        exchange.perform(exchange.state.answer(HTTPResponse(status: 200)))
        #expect(exchange.statuses == [200])
        #expect(exchange.text.contains("Connection: close"))
        #expect(exchange.finished)
    }

    @Test func `draining lets a begun request come to its end`() {
        var exchange = Exchange()
        exchange.feed("GET / HT")
        exchange.perform(exchange.state.drain())
        #expect(!exchange.finished)
        exchange.feed("TP/1.1\r\nHost: a\r\n\r\n")
        #expect(exchange.statuses == [200])
        #expect(exchange.text.contains("Connection: close"))
        #expect(exchange.finished)
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
        (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
        (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"), (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
        (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
    ])
    func `dates are written as HTTP wants them`(_ seconds: Int, _ text: String) {
        #expect(HTTPDate.text(secondsSince1970: seconds) == text)
    }

    @Test func `fields compare without regard to case`() {
        var fields = HTTPFields([("Accept", "a"), ("ACCEPT", "b")])
        #expect(fields["accept"] == "a, b")
        fields.set("accept", "c")
        #expect(fields.entries.map(\.value) == ["c"])
    }
}

extension HTTPConnectionState.Action {
    var handled: String? { if case .handle(let request) = self { request.target } else { nil } }
    var text: String? { if case .send(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil } }
}
