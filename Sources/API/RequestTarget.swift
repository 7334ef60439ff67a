import HTTPWire

/// The target of a request in origin form (RFC 9112 §3.2.1), taken apart.
struct RequestTarget {
    /// As sent, without the query.
    var path: String
    /// Between the slashes, percent-decoded.
    var segments: [String]
    private var query: [(name: String, value: String)] = []

    /// - Throws: a problem when a percent escape is broken or does not make UTF-8.
    init(_ target: String) throws(Problem) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts[0])
        let broken = Problem(status: 400, code: "invalid_target", detail: "A percent escape in the target is broken.")
        guard path.hasPrefix("/") else { throw Problem.notFound }
        segments = []
        for segment in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let decoded = Self.decode(segment) else { throw broken }
            segments.append(decoded)
        }
        guard parts.count == 2 else { return }
        for pair in parts[1].split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decode(sides[0], plusIsSpace: true),
                let value = sides.count == 2 ? Self.decode(sides[1], plusIsSpace: true) : ""
            else { throw broken }
            query.append((name, value))
        }
    }

    /// - Throws: a problem when the parameter comes twice.
    func parameter(_ name: String) throws(Problem) -> String? {
        let values = query.filter { $0.name == name }
        guard values.count <= 1 else { throw .invalidQuery("\(name) is given twice.") }
        return values.first?.value
    }

    /// The size of a page, `usual` where the client does not say.
    func limit(usual: Int, maximum: Int) throws(Problem) -> Int {
        guard let text = try parameter("limit") else { return usual }
        guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let limit = Int(text),
            (1...maximum).contains(limit)
        else { throw .invalidQuery("limit must be a whole number from 1 to \(maximum).") }
        return limit
    }

    private static func decode(_ text: Substring, plusIsSpace: Bool = false) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
                bytes.append(high << 4 | low)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init)
    }
}
