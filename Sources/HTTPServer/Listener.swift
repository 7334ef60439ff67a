import CLinux
import Glibc

/// A listening TCP socket that does not block.
struct Listener {
    let descriptor: Int32
    let address: HTTPAddress

    /// Binds the first address that `host` stands for and listens.
    init(host: String, port: UInt16) throws(HTTPServerError) {
        func failure(_ reason: String) -> HTTPServerError {
            HTTPServerError(description: "Cannot listen on \(host) port \(port): \(reason).")
        }
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        var found: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &found)
        guard code == 0, let found else { throw failure(String(cString: gai_strerror(code))) }
        defer { freeaddrinfo(found) }

        var reason = "no address"
        var next: UnsafeMutablePointer<addrinfo>? = found
        while let candidate = next?.pointee {
            next = candidate.ai_next
            let descriptor = socket(
                candidate.ai_family, candidate.ai_socktype | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue),
                candidate.ai_protocol)
            guard descriptor >= 0 else {
                reason = Self.message(errno)
                continue
            }
            var on: Int32 = 1
            setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
            if bind(descriptor, candidate.ai_addr, candidate.ai_addrlen) == 0, listen(descriptor, 512) == 0,
                let address = Self.address(of: descriptor)
            {
                self.descriptor = descriptor
                self.address = address
                return
            }
            reason = Self.message(errno)
            close(descriptor)
        }
        throw failure(reason)
    }

    /// Accepts one connection; nil when none waits, otherwise a descriptor or the error number.
    func accept() -> Result<Int32, ErrorNumber>? {
        while true {
            let result = clinux_accept(descriptor)
            switch -result {
            case _ where result >= 0: return .success(result)
            case EAGAIN: return nil
            // accept(2): errors of the connection that was to be accepted, not of the listener.
            case EINTR, ECONNABORTED, EPROTO, ENETDOWN, ENOPROTOOPT, EHOSTDOWN, ENONET, EHOSTUNREACH, EOPNOTSUPP, ENETUNREACH: continue
            default: return .failure(ErrorNumber(value: -result))
            }
        }
    }

    private static func address(of descriptor: Int32) -> HTTPAddress? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        var service = [CChar](repeating: 0, count: Int(NI_MAXSERV))
        let ok = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                getsockname(descriptor, address, &length) == 0
                    && getnameinfo(
                        address, length, &host, socklen_t(host.count), &service, socklen_t(service.count), NI_NUMERICHOST | NI_NUMERICSERV)
                        == 0
            }
        }
        guard ok, let port = UInt16(text(service)) else { return nil }
        return HTTPAddress(host: text(host), port: port)
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func message(_ number: Int32) -> String { String(cString: strerror(number)) }
}

/// A number that the system gave as its reason.
struct ErrorNumber: Error {
    let value: Int32
}
