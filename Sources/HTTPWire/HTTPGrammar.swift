/// The character classes and small productions of RFC 9110, RFC 9112 and RFC 3986, over bytes.
enum HTTPGrammar {
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let tab: UInt8 = 0x09

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static func isAlpha(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

    static func isWhitespace(_ byte: UInt8) -> Bool { byte == space || byte == tab }

    /// The value of a hexadecimal digit, or nil.
    static func hexValue(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte) - 0x30
        case 0x41...0x46: Int(byte) - 0x41 + 10
        case 0x61...0x66: Int(byte) - 0x61 + 10
        default: nil
        }
    }

    /// tchar (RFC 9110 §5.6.2).
    static func isTokenByte(_ byte: UInt8) -> Bool {
        isAlpha(byte) || isDigit(byte) || contains("!#$%&'*+-.^_`|~", byte)
    }

    /// token = 1*tchar (RFC 9110 §5.6.2).
    static func isToken(_ bytes: some Collection<UInt8>) -> Bool { !bytes.isEmpty && bytes.allSatisfy(isTokenByte) }

    /// field-vchar, SP and HTAB (RFC 9110 §5.5): everything else could end the line or hide from a reader.
    static func isFieldValueByte(_ byte: UInt8) -> Bool { (byte >= 0x20 && byte != 0x7F) || byte == tab }

    /// Without the optional whitespace around it (RFC 9110 §5.6.3).
    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while let first = rest.first, isWhitespace(first) { rest.removeFirst() }
        while let last = rest.last, isWhitespace(last) { rest.removeLast() }
        return rest
    }

    /// A text without surrounding whitespace, in lower-case ASCII, for comparing tokens.
    static func normalized(_ text: Substring) -> String {
        let bytes = trimmed(ArraySlice(text.utf8)).map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The members of a comma-separated list, normalised, without empty ones (RFC 9110 §5.6.1.2).
    static func list(_ values: [String]) -> [String] {
        values.flatMap { $0.split(separator: ",") }.map(normalized).filter { !$0.isEmpty }
    }

    /// absolute-path [ "?" query ], with whole percent triplets (RFC 3986 §3.3, §3.4; RFC 9112 §3.2.1).
    static func isOriginForm(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.first == UInt8(ascii: "/") && isMadeOf(bytes) { isUnreservedOrDelimiter($0) || contains(":@/?", $0) }
    }

    /// uri-host [ ":" port ], the host not empty (RFC 9110 §4.2.1, §7.2).
    static func isAuthority(_ bytes: ArraySlice<UInt8>) -> Bool {
        let port: ArraySlice<UInt8>
        if bytes.first == UInt8(ascii: "[") {
            guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
            let literal = bytes[(bytes.startIndex + 1)..<end]
            guard !literal.isEmpty, literal.allSatisfy({ isUnreservedOrDelimiter($0) || $0 == UInt8(ascii: ":") }) else { return false }
            port = bytes[(end + 1)...]
        } else {
            let end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
            guard end > bytes.startIndex, isMadeOf(bytes[..<end], of: isUnreservedOrDelimiter) else { return false }
            port = bytes[end...]
        }
        if port.isEmpty { return true }
        return port.first == UInt8(ascii: ":") && port.count <= 6 && port.dropFirst().allSatisfy(isDigit)
    }

    private static func isUnreservedOrDelimiter(_ byte: UInt8) -> Bool {
        isAlpha(byte) || isDigit(byte) || contains("-._~!$&'()*+,;=", byte)
    }

    private static func isMadeOf(_ bytes: ArraySlice<UInt8>, of allowed: (UInt8) -> Bool) -> Bool {
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.popFirst(), let low = rest.popFirst(), hexValue(high) != nil, hexValue(low) != nil else {
                    return false
                }
            } else if !allowed(byte) {
                return false
            }
        }
        return true
    }

    private static func contains(_ set: StaticString, _ byte: UInt8) -> Bool {
        set.withUTF8Buffer { $0.contains(byte) }
    }
}
