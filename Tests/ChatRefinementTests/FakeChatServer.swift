import Foundation
import Glibc
import Synchronization

/// A chat service on a loopback port that does what a test tells it, one request a connection, and remembers what it was sent.
final class FakeChatServer: Sendable {
    struct Request: Sendable {
        var line: String
        /// Names in lower case.
        var fields: [String: String]
        var body: Data
    }

    enum Answer: Sendable {
        /// A completion with this content.
        case content(String)
        case response(status: String = "200 OK", fields: [String] = [], body: String)
        /// Nothing at all, until the client has had enough.
        case silence
        /// A byte now and then.
        case drip
        /// A body that has no end.
        case endless
        /// Less of a good answer than was promised.
        case cut
        case hangUp
    }

    let port: UInt16
    private let core: Core

    /// - Parameter answer: called on a thread of the connection.
    init(_ answer: @escaping @Sendable (Request) -> Answer) {
        core = Core(answer)
        port = core.port
        Thread.detachNewThread { [core] in core.accept() }
    }

    convenience init(_ answer: Answer) { self.init { _ in answer } }

    deinit { core.stop() }

    /// The base address for clients.
    var address: String { "http://127.0.0.1:\(port)/v1" }
    var received: [Request] { core.received.withLock { $0 } }

    static func completion(_ content: String) -> String {
        let message: [String: Any] = ["role": "assistant", "content": content]
        let choice: [String: Any] = ["index": 0, "message": message, "finish_reason": "stop"]
        let body: [String: Any] = ["id": "x", "object": "chat.completion", "model": "fake", "choices": [choice]]
        return String(decoding: try! JSONSerialization.data(withJSONObject: body), as: UTF8.self)
    }

    private final class Core: Sendable {
        let port: UInt16
        let received = Mutex<[Request]>([])
        private let listener: Int32
        private let answer: @Sendable (Request) -> Answer

        init(_ answer: @escaping @Sendable (Request) -> Answer) {
            self.answer = answer
            listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var name = sockaddr_in()
            name.sin_family = sa_family_t(AF_INET)
            name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let descriptor = listener
            withUnsafeMutablePointer(to: &name) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    precondition(bind(descriptor, address, length) == 0 && listen(descriptor, 16) == 0, "no loopback port to be had")
                    getsockname(descriptor, address, &length)
                }
            }
            port = UInt16(bigEndian: name.sin_port)
        }

        func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

        func accept() {
            while true {
                let connection = Glibc.accept(listener, nil, nil)
                guard connection >= 0 else { break }
                Thread.detachNewThread { [self] in
                    serve(connection)
                    close(connection)
                }
            }
            close(listener)
        }

        private func serve(_ connection: Int32) {
            guard let request = read(connection) else { return }
            received.withLock { $0.append(request) }
            switch answer(request) {
            case .content(let content): respond(connection, body: FakeChatServer.completion(content))
            case .response(let status, let fields, let body): respond(connection, status: status, fields: fields, body: body)
            case .silence: while receive(connection) != nil {}
            case .drip:
                send(connection, "HTTP/1.1 200 OK\r\n\r\n")
                while send(connection, " ") { usleep(10_000) }
            case .endless:
                send(connection, "HTTP/1.1 200 OK\r\n\r\n")
                while send(connection, String(repeating: " ", count: 4096)) {}
            case .cut:
                let body = FakeChatServer.completion("{}")
                send(connection, "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n" + body.dropLast(10))
            case .hangUp: break
            }
        }

        private func respond(_ connection: Int32, status: String = "200 OK", fields: [String] = [], body: String) {
            let head = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)", "Connection: close"] + fields
            send(connection, head.joined(separator: "\r\n") + "\r\n\r\n" + body)
        }

        private func read(_ connection: Int32) -> Request? {
            var bytes = Data()
            let end = Data("\r\n\r\n".utf8)
            while true {
                if let head = bytes.range(of: end) {
                    let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
                    let pairs = lines.dropFirst().compactMap { line in
                        line.firstIndex(of: ":").map {
                            (line[..<$0].lowercased(), line[line.index(after: $0)...].trimmingCharacters(in: .whitespaces))
                        }
                    }
                    let fields = Dictionary(pairs) { $0 + ", " + $1 }
                    let length = fields["content-length"].flatMap { Int($0) } ?? 0
                    let body = bytes[head.upperBound...]
                    if body.count >= length { return Request(line: lines[0], fields: fields, body: Data(body)) }
                }
                guard let more = receive(connection) else { return nil }
                bytes += more
            }
        }

        private func receive(_ connection: Int32) -> [UInt8]? {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, initialized in
                count = recv(connection, buffer.baseAddress, buffer.count, 0)
                initialized = max(0, count)
            }
            return count > 0 ? bytes : nil
        }

        @discardableResult private func send(_ connection: Int32, _ text: String) -> Bool {
            let bytes = Array(text.utf8)
            return Glibc.send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
        }
    }
}
