import HTTPWire

/// Feeds a connection and answers every request at once with an echo of it; keeps what the client would see.
struct Exchange {
    var state: HTTPConnectionState
    /// What the server sent, without interim responses.
    var output: [UInt8] = []
    var interim = 0
    var handled: [HTTPRequest] = []
    var finished = false
    var answer: (HTTPRequest) -> HTTPResponse = { request in
        HTTPResponse(status: 200, body: Array("\(request.method) \(request.target) \(request.body.count)".utf8))
    }

    init(limits: HTTPLimits = Exchange.limits) {
        state = HTTPConnectionState(
            limits: limits, environment: .init(makeRequestID: { "made-id" }, date: { "Sun, 06 Nov 1994 08:49:37 GMT" }))
    }

    /// Small limits, so that tests can go over them.
    static var limits: HTTPLimits {
        var limits = HTTPLimits()
        limits.requestLine = 100
        limits.header = 300
        limits.fieldCount = 10
        limits.body = 64
        limits.chunkExtensions = 20
        limits.pipelined = 4
        return limits
    }

    mutating func feed(_ bytes: [UInt8]) { perform(state.receive(bytes)) }

    mutating func feed(_ text: String) { feed(Array(text.utf8)) }

    mutating func end() { perform(state.receiveEnd()) }

    mutating func perform(_ actions: [HTTPConnectionState.Action]) {
        for action in actions {
            switch action {
            case .handle(let request):
                handled.append(request)
                perform(state.answer(answer(request)))
            case .send(let bytes):
                if bytes.starts(with: "HTTP/1.1 100".utf8) { interim += 1 } else { output += bytes }
                perform(state.sent())
            case .finish:
                finished = true
            }
        }
    }

    /// Everything at once, then the end of input.
    static func run(_ pieces: [ArraySlice<UInt8>], limits: HTTPLimits = Exchange.limits) -> Exchange {
        var exchange = Exchange(limits: limits)
        for piece in pieces { exchange.feed(Array(piece)) }
        exchange.end()
        return exchange
    }

    var text: String { String(decoding: output, as: UTF8.self) }

    /// The statuses in the order they were sent. Bodies here never contain a status line.
    var statuses: [Int] { text.split(separator: "HTTP/1.1 ").compactMap { Int($0.prefix(3)) } }
}
