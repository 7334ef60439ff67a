import HTTPWire

extension HTTPRequest {
    /// Whether If-None-Match names this strong entity tag or is `*` (RFC 9110 §13.1.2, weak comparison).
    func hasMatch(for tag: String) -> Bool {
        guard let list = fields["If-None-Match"] else { return false }
        if list.trimmed == "*" { return true }
        var rest = list.utf8[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "\"")) {
            let opened = rest.index(after: start)
            guard let end = rest[opened...].firstIndex(of: UInt8(ascii: "\"")) else { return false }
            if String(rest[start...end]) == tag { return true }
            rest = rest[rest.index(after: end)...]
        }
        return false
    }

    /// The seconds of `Prefer: wait=n` (RFC 7240 §4.3), at most 60; nil when there is none that can be read.
    var preferredWait: Int? {
        guard let list = fields["Prefer"] else { return nil }
        for preference in list.split(separator: ",") {
            let sides = preference.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            guard sides.count == 2, sides[0].lowercased() == "wait" else { continue }
            let digits = sides[1].filter { $0 != "\"" }
            guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            return digits.utf8.count > 4 ? 60 : min(Int(digits) ?? 60, 60)
        }
        return nil
    }
}

extension String {
    /// Without the blanks that HTTP allows around values (RFC 9110 §5.6.3).
    var trimmed: String {
        let space: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return String(drop(while: space).reversed().drop(while: space).reversed())
    }
}
