extension HTTPRequestParser {
    mutating func requestLine(_ input: inout ArraySlice<UInt8>) throws(HTTPRejection) -> [UInt8]? {
        let limit = limits.requestLine
        return try line(
            &input, atMost: limit,
            else: HTTPRejection(
                status: 414, code: "target_too_long", detail: "The request line is longer than the limit of \(limit) bytes."))
    }

    /// A line of the header or trailer section, which share one budget each (RFC 9110 §5.4).
    mutating func fieldLine(_ input: inout ArraySlice<UInt8>) throws(HTTPRejection) -> [UInt8]? {
        let limit = limits.header
        let line = try line(
            &input, atMost: limit - headerBytes, else: .headerTooLarge("The header is larger than the limit of \(limit) bytes."))
        if let line { headerBytes = min(headerBytes + line.count + 2, limits.header) }
        return line
    }

    mutating func chunkSizeLine(_ input: inout ArraySlice<UInt8>) throws(HTTPRejection) -> [UInt8]? {
        try line(&input, atMost: limits.chunkExtensions, else: .malformed("A chunk's size line is too long."))
    }

    /// chunk-size [ chunk-ext ] (RFC 9112 §7.1).
    mutating func chunkSize(_ line: [UInt8]) throws(HTTPRejection) -> Int {
        let digits = line.prefix { HTTPGrammar.hexValue($0) != nil }
        guard !digits.isEmpty else { throw .malformed("A chunk's size is not a hexadecimal number.") }
        let rest = line[digits.endIndex...]
        if !rest.isEmpty {
            // RFC 9112 §7.1.1: extensions are ignored, and their total length is limited.
            guard HTTPGrammar.trimmed(rest).first == UInt8(ascii: ";"), rest.allSatisfy(HTTPGrammar.isFieldValueByte) else {
                throw .malformed("A chunk's size is followed by something other than an extension.")
            }
            extensionBytes += rest.count
            guard extensionBytes <= limits.chunkExtensions else { throw .malformed("The chunk extensions are too long.") }
        }
        var size = 0
        for digit in digits {
            size = size * 16 + (HTTPGrammar.hexValue(digit) ?? 0)
            // Checked at every digit, so that no number of digits overflows (RFC 9112 §7.1).
            guard size <= limits.body - body.count else { throw .bodyTooLarge(limits.body) }
        }
        return size
    }

    /// Moves at most `remaining` bytes into the body and returns how many are still to come; nil when there was no input.
    mutating func takeBody(_ remaining: Int, from input: inout ArraySlice<UInt8>) -> Int? {
        guard !input.isEmpty else { return nil }
        let part = input.prefix(remaining)
        body.append(contentsOf: part)
        input = input.dropFirst(part.count)
        return remaining - part.count
    }

    /// The next line without its CRLF, or nil when its end has not come; `excess` is thrown once it is longer than `limit`.
    mutating func line(
        _ input: inout ArraySlice<UInt8>, atMost limit: Int, else excess: @autoclosure () -> HTTPRejection
    ) throws(HTTPRejection) -> [UInt8]? {
        let window = input.prefix(limit + 2 - partial.count)
        guard let end = window.firstIndex(of: HTTPGrammar.lineFeed) else {
            partial.append(contentsOf: window)
            input = input.dropFirst(window.count)
            if partial.count >= limit + 2 { throw excess() }
            return nil
        }
        partial.append(contentsOf: window[..<end])
        input = input[(end + 1)...]
        let line = partial
        partial.removeAll(keepingCapacity: true)
        // RFC 9112 §2.2: a recipient may take a bare LF as a line end; it may not take a bare CR as anything but an error.
        guard line.last == HTTPGrammar.carriageReturn else { throw .malformed("A line ends in LF without CR.") }
        guard line.dropLast().firstIndex(of: HTTPGrammar.carriageReturn) == nil else {
            throw .malformed("A line contains a CR that is not followed by LF.")
        }
        return Array(line.dropLast())
    }
}
