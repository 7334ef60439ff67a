/// Turns bytes into requests: a strict state machine without I/O, whose outcome does not depend on how the bytes were split.
///
/// Where RFC 9112 lets a recipient be lenient (bare LF, folded lines, stray whitespace, repeated lengths) this parser rejects, because two
/// readers that repair a message differently disagree about where the next one begins. After a rejection nothing more is read.
public struct HTTPRequestParser: Sendable {
    /// What the parser found.
    public enum Event: Sendable {
        /// A head was read and accepted; the body follows. True where the client waits for `100 Continue` (RFC 9110 §10.1.1).
        case head(expectsContinue: Bool)
        /// A whole request.
        case request(HTTPIncomingRequest)
    }

    /// How far the request being read has come.
    public enum Stage: Sendable, Equatable {
        /// Nothing of it has arrived.
        case idle
        /// Its head has begun.
        case head
        /// Its head is whole; so many bytes of its body have come, framing included.
        case body(received: Int)
        /// It was rejected, for good.
        case rejected
    }

    enum State {
        /// Before a request line, after `emptyLines` ignored line ends. Next: fields.
        case requestLine(emptyLines: Int)
        /// Next: complete, fixedBody, chunkSize.
        case fields
        /// Next: complete.
        case fixedBody(remaining: Int)
        /// Next: chunkData, trailers.
        case chunkSize
        /// Next: chunkEnd.
        case chunkData(remaining: Int)
        /// The line end after a chunk's data. Next: chunkSize.
        case chunkEnd
        /// Next: complete.
        case trailers
        /// A whole request is there to be handed out. Next: requestLine.
        case complete
        /// Final.
        case rejected(HTTPRejection)
    }

    let limits: HTTPLimits
    var state = State.requestLine(emptyLines: 0)
    /// A line whose end has not come yet.
    var partial: [UInt8] = []
    var head = HTTPRequestHead()
    var body: [UInt8] = []
    var headerBytes = 0
    var extensionBytes = 0
    var bodyBytesReceived = 0

    /// A parser before its first byte.
    public init(limits: HTTPLimits = HTTPLimits()) {
        self.limits = limits
    }

    /// How far the request being read has come.
    public var stage: Stage {
        switch state {
        case .requestLine: partial.isEmpty ? .idle : .head
        case .fields: .head
        case .fixedBody, .chunkSize, .chunkData, .chunkEnd, .trailers, .complete: .body(received: bodyBytesReceived)
        case .rejected: .rejected
        }
    }

    /// The method of the request being read or rejected; empty before its request line is known.
    public var method: String { head.method }

    /// The fields read so far of the request being read or rejected.
    public var fields: HTTPFields { head.fields }

    /// Reads up to the next event and takes what it read off `input`; nil when more bytes are needed.
    public mutating func next(_ input: inout ArraySlice<UInt8>) throws(HTTPRejection) -> Event? {
        do {
            return try advance(&input)
        } catch {
            state = .rejected(error)
            partial = []
            body = []
            throw error
        }
    }

    private mutating func advance(_ input: inout ArraySlice<UInt8>) throws(HTTPRejection) -> Event? {
        while true {
            let before = input.count
            switch state {
            case .requestLine(let emptyLines):
                guard let line = try requestLine(&input) else { return nil }
                if line.isEmpty {
                    // RFC 9112 §2.2: ignore an empty line before the request line. One is what old clients send.
                    guard emptyLines == 0 else { throw .malformed("A request begins with more than one empty line.") }
                    state = .requestLine(emptyLines: 1)
                } else {
                    head = try HTTPRequestHead(requestLine: line)
                    (headerBytes, extensionBytes, bodyBytesReceived) = (0, 0, 0)
                    state = .fields
                }
            case .fields:
                guard let line = try fieldLine(&input) else { return nil }
                guard line.isEmpty else {
                    try head.append(fieldLine: line, limits: limits)
                    continue
                }
                try head.finish(limits: limits)
                switch head.framing {
                case .none, .length(0): state = .complete
                case .length(let length): state = .fixedBody(remaining: length)
                case .chunked: state = .chunkSize
                }
                headerBytes = 0
                return .head(expectsContinue: head.expectsContinue)
            case .fixedBody(let remaining):
                guard let left = takeBody(remaining, from: &input) else { return nil }
                bodyBytesReceived += before - input.count
                state = left == 0 ? .complete : .fixedBody(remaining: left)
            case .chunkSize:
                let line = try chunkSizeLine(&input)
                bodyBytesReceived += before - input.count
                guard let line else { return nil }
                let size = try chunkSize(line)
                state = size == 0 ? .trailers : .chunkData(remaining: size)
            case .chunkData(let remaining):
                guard let left = takeBody(remaining, from: &input) else { return nil }
                bodyBytesReceived += before - input.count
                state = left == 0 ? .chunkEnd : .chunkData(remaining: left)
            case .chunkEnd:
                // RFC 9112 §7.1: chunk-data CRLF, and nothing between them.
                let line = try line(&input, atMost: 0, else: .malformed("A chunk is not followed by a line end."))
                bodyBytesReceived += before - input.count
                guard line != nil else { return nil }
                state = .chunkSize
            case .trailers:
                let line = try fieldLine(&input)
                bodyBytesReceived += before - input.count
                guard let line else { return nil }
                if line.isEmpty {
                    state = .complete
                } else {
                    // RFC 9112 §7.1.2: trailers are checked and dropped; nothing here has a use for one.
                    _ = try HTTPRequestHead.field(line)
                }
            case .complete:
                let request = HTTPRequest(method: head.method, target: head.target, fields: head.fields, body: body)
                let incoming = HTTPIncomingRequest(request: request, minorVersion: head.minorVersion, keepsAlive: head.keepsAlive)
                body = []
                head = HTTPRequestHead()
                state = .requestLine(emptyLines: 0)
                return .request(incoming)
            case .rejected(let rejection):
                throw rejection
            }
        }
    }
}
