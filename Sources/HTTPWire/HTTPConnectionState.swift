/// One connection as a state machine without I/O: told what happened on the socket, it says what to do.
///
/// Requests are read ahead up to a limit and handled one after the other, so that answers leave in the order of the requests (RFC 9112 §9.3.2).
/// What is refused (`HTTPRejection`) takes its place in that order, is answered with a problem document, and ends the connection:
/// nothing that was sent behind it is looked at.
public struct HTTPConnectionState: Sendable {
    /// What the owner of the socket is to do, in order.
    public enum Action: Sendable {
        /// Let a handler answer this request and report with `answer(_:)`; never a second one before that.
        case handle(HTTPRequest)
        /// Send these bytes and report with `sent()` when all are out.
        case send([UInt8])
        /// End the connection: half-close, then read and drop what still comes before closing, so that the last answer is not lost (RFC 9112 §9.6).
        case finish
    }

    /// What the connection waits for from the client: the owner holds a clock against it.
    public enum Waiting: Sendable, Equatable {
        /// Nothing: it is the server's turn.
        case nothing
        /// The first byte of a request, after so many others.
        case request(after: Int)
        /// The rest of a head. The number tells the requests of a connection apart.
        case head(request: Int)
        /// The rest of a body of which so many bytes have come.
        case body(request: Int, received: Int)
    }

    /// What the connection takes from outside itself.
    public struct Environment: Sendable {
        /// A new request id, made of bytes that `isRequestID` accepts.
        public var makeRequestID: @Sendable () -> String
        /// The present value of the Date field.
        public var date: @Sendable () -> String

        /// An environment of an id maker and a clock.
        public init(makeRequestID: @escaping @Sendable () -> String, date: @escaping @Sendable () -> String) {
            self.makeRequestID = makeRequestID
            self.date = date
        }
    }

    private enum Pending: Sendable {
        case request(HTTPIncomingRequest, id: String)
        case rejection(HTTPRejection, method: String, id: String)
    }

    private let limits: HTTPLimits
    private let environment: Environment
    private var parser: HTTPRequestParser
    /// Bytes that came and were not parsed yet.
    private var unread: ArraySlice<UInt8> = []
    private var queue: [Pending] = []
    private var running: (request: HTTPIncomingRequest, id: String)?
    /// The request being read waits for `100 Continue`.
    private var continueOwed = false
    private var requestNumber = 0
    /// Nothing more is read: end of input, a rejection, a last request, or drained.
    private var inputOver = false
    private var draining = false
    /// The next answer is the last, to make room for others.
    private var shedding = false
    private var sending = false
    private var finished = false

    /// A connection before its first byte.
    public init(limits: HTTPLimits, environment: Environment) {
        self.limits = limits
        self.environment = environment
        parser = HTTPRequestParser(limits: limits)
    }

    /// Whether the socket is to be read: false while enough is waiting to be answered, which is what pushes back on the client.
    public var wantsInput: Bool { !inputOver && unread.isEmpty && hasRoom }

    /// Whether a handler is at work.
    public var isHandling: Bool { running != nil }

    /// What the client owes.
    public var waiting: Waiting {
        guard wantsInput, !continueOwed else { return .nothing }
        switch parser.stage {
        case .idle: return running == nil && queue.isEmpty && !sending ? .request(after: requestNumber) : .nothing
        case .head: return .head(request: requestNumber)
        case .body(let received): return .body(request: requestNumber, received: received)
        case .rejected: return .nothing
        }
    }

    /// Bytes came from the client.
    public mutating func receive(_ bytes: [UInt8]) -> [Action] {
        guard !inputOver else { return [] }
        unread = unread.isEmpty ? bytes[...] : unread + bytes
        return advance()
    }

    /// The client sends no more. What it asked is still answered: a half-closed connection is not a dead one.
    public mutating func receiveEnd() -> [Action] {
        guard !inputOver else { return [] }
        if parser.stage != .idle {
            reject(.cutOff)
        }
        inputOver = true
        return advance()
    }

    /// The client was too slow with what `waiting` says: an unfinished request gets 408 (RFC 9110 §15.5.9), silence between requests an end.
    public mutating func timeOut() -> [Action] {
        switch waiting {
        case .nothing: return []
        case .request: inputOver = true
        case .head, .body: reject(.timedOut)
        }
        return advance()
    }

    /// The handler's answer to the request it was given last.
    public mutating func answer(_ response: HTTPResponse) -> [Action] {
        guard let (incoming, id) = running else { return [] }
        running = nil
        // A last request is the last that was read, except when draining: then what was read behind it is left to the client to repeat.
        let isLast = !incoming.keepsAlive || draining || (queue.isEmpty && (inputOver || shedding))
        if isLast {
            queue = []
            end()
        }
        let context = HTTPResponseContext(
            method: incoming.request.method, minorVersion: incoming.minorVersion, closes: isLast, date: environment.date(), requestID: id)
        sending = true
        return [.send(response.bytes(in: context))] + advance()
    }

    /// Everything that was to be sent is out.
    public mutating func sent() -> [Action] {
        sending = false
        return advance()
    }

    /// The server is going down: the running request, or one that has begun to arrive, is answered as the last; an idle connection ends.
    public mutating func drain() -> [Action] {
        draining = true
        return advance()
    }

    /// Makes room for others: ends the connection if it is idle and has had an answer, or else with its next answer.
    public mutating func shed() -> [Action] {
        if case .request(after: 1...) = waiting { return timeOut() }
        shedding = true
        return []
    }

    private var hasRoom: Bool { queue.count + (running == nil ? 0 : 1) < limits.pipelined }

    private mutating func advance() -> [Action] {
        guard !finished else { return [] }
        parse()
        guard !sending, running == nil else { return [] }
        if !queue.isEmpty {
            switch queue.removeFirst() {
            case .request(let incoming, let id):
                running = (incoming, id)
                var request = incoming.request
                request.fields.set("X-Request-Id", id)
                // Room was made: what waited unparsed can be looked at now.
                parse()
                return [.handle(request)]
            case .rejection(let rejection, let method, let id):
                sending = true
                let context = HTTPResponseContext(
                    method: method, minorVersion: 1, closes: true, date: environment.date(), requestID: id)
                return [.send(rejection.response(requestID: id).bytes(in: context))]
            }
        }
        if draining, parser.stage == .idle { end() }
        if inputOver {
            finished = true
            return [.finish]
        }
        if continueOwed {
            continueOwed = false
            sending = true
            return [.send(HTTPResponse.continueBytes)]
        }
        return []
    }

    private mutating func parse() {
        while !inputOver, hasRoom {
            do throws(HTTPRejection) {
                switch try parser.next(&unread) {
                case .head(let expectsContinue)?:
                    continueOwed = expectsContinue
                case .request(let incoming)?:
                    continueOwed = false
                    requestNumber += 1
                    queue.append(.request(incoming, id: requestID(incoming.request.fields)))
                    // RFC 9112 §9.6: after "close", nothing that follows is a request.
                    if !incoming.keepsAlive { end() }
                case nil:
                    return
                }
            } catch {
                reject(error)
            }
        }
    }

    private mutating func reject(_ rejection: HTTPRejection) {
        queue.append(.rejection(rejection, method: parser.method, id: requestID(parser.fields)))
        end()
    }

    private mutating func end() {
        inputOver = true
        continueOwed = false
        unread = []
    }

    /// The client's own id where it is one, a new one otherwise.
    private func requestID(_ fields: HTTPFields) -> String {
        if let id = fields["X-Request-Id"], Self.isRequestID(id) { return id }
        return environment.makeRequestID()
    }

    /// Whether a text may serve as a request id: 1…64 letters, digits, and `-_.`, nothing that means something in a log line.
    public static func isRequestID(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { HTTPGrammar.isAlpha($0) || HTTPGrammar.isDigit($0) || "-_.".utf8.contains($0) }
    }
}
