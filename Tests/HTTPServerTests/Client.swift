import Dispatch
import Glibc
import HTTPServer

/// A plain TCP client whose blocking calls stay off the cooperative pool, where the handlers run.
final class Client: Sendable {
    private let descriptor: Int32
    private let writing = DispatchQueue(label: "client.writing")
    private let reading = DispatchQueue(label: "client.reading")

    struct ConnectionRefused: Error {}

    init(_ address: HTTPAddress) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = address.port.bigEndian
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard result == 0 else {
            close(descriptor)
            throw ConnectionRefused()
        }
    }

    deinit { close(descriptor) }

    func send(_ text: String) async {
        await on(writing) { [descriptor] in
            let bytes = Array(text.utf8)
            _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        }
    }

    func endOutput() async {
        await on(writing) { [descriptor] in _ = shutdown(descriptor, Int32(SHUT_WR)) }
    }

    /// What comes until the server closes.
    func readToEnd() async -> String {
        await on(reading) { [self] in
            var all: [UInt8] = []
            while let part = receiveSome() { all += part }
            return String(decoding: all, as: UTF8.self)
        }
    }

    /// What comes until it ends in `ending`, or the server closes.
    func read(until ending: String) async -> String {
        await on(reading) { [self] in
            var all: [UInt8] = []
            while !String(decoding: all, as: UTF8.self).hasSuffix(ending), let part = receiveSome() { all += part }
            return String(decoding: all, as: UTF8.self)
        }
    }

    /// The number of bytes that come until the server closes.
    func countToEnd() async -> Int {
        await on(reading) { [self] in
            var count = 0
            while let part = receiveSome() { count += part.count }
            return count
        }
    }

    /// What comes next, or nil when the server closes.
    func receive() async -> [UInt8]? {
        await on(reading) { [self] in receiveSome() }
    }

    private func receiveSome() -> [UInt8]? {
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, initialized in
            count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            initialized = max(0, count)
        }
        return count > 0 ? bytes : nil
    }

    private func on<T: Sendable>(_ queue: DispatchQueue, _ work: @escaping @Sendable () -> T) async -> T {
        await withCheckedContinuation { continuation in queue.async { continuation.resume(returning: work()) } }
    }
}
