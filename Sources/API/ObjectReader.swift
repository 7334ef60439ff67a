/// Takes an object apart member by member and notes all that is wrong with it, unknown members included.
struct ObjectReader {
    private var members: [String: JSON] = [:]
    private let pointer: String
    private(set) var violations: [Problem.Violation] = []

    /// - Parameter pointer: of the object itself; empty for the whole body.
    init(_ value: JSON, pointer: String = "") {
        self.pointer = pointer
        if case .object(let list) = value {
            members = Dictionary(list.map { ($0.name, $0.value) }) { $1 }
        } else {
            violations.append(.init(pointer: pointer, detail: "must be an object"))
        }
    }

    func has(_ name: String) -> Bool { members[name].map { $0 != .null } ?? false }

    mutating func reject(_ name: String?, _ detail: String) {
        violations.append(.init(pointer: name.map { pointer + "/" + Self.escape($0) } ?? pointer, detail: detail))
    }

    /// A member, if it is there and not null.
    mutating func take(_ name: String) -> JSON? {
        guard let value = members.removeValue(forKey: name), value != .null else { return nil }
        return value
    }

    mutating func string(_ name: String) -> String? {
        guard let value = take(name) else { return nil }
        if case .string(let text) = value { return text }
        reject(name, "must be a string")
        return nil
    }

    /// A sentence of the user: not empty, not long, no control characters but tabs and line ends.
    mutating func sentence(_ name: String, maximumBytes: Int) -> String? {
        guard has(name) else {
            _ = take(name)
            reject(name, "is missing")
            return nil
        }
        guard let text = string(name) else { return nil }
        if !text.contains(where: { !$0.isWhitespace }) {
            reject(name, "must not be empty")
        } else if text.utf8.count > maximumBytes {
            reject(name, "must not be longer than \(maximumBytes) bytes; this has \(text.utf8.count)")
        } else if text.unicodeScalars.contains(where: { $0.value < 0x20 && ![9, 10, 13].contains($0.value) || $0.value == 0x7F }) {
            reject(name, "must not have control characters")
        } else {
            return text
        }
        return nil
    }

    mutating func number(_ name: String, in range: ClosedRange<Double>) -> Double? {
        guard let value = take(name) else { return nil }
        let number: Double? =
            switch value {
            case .integer(let value): Double(value)
            case .number(let value): value
            default: nil
            }
        if let number, range.contains(number) { return number }
        reject(name, "must be a number from \(JSON(rounding: range.lowerBound).text) to \(JSON(rounding: range.upperBound).text)")
        return nil
    }

    mutating func whole(_ name: String, in range: ClosedRange<UInt64>) -> UInt64? {
        guard let value = take(name) else { return nil }
        let number: UInt64? =
            switch value {
            case .integer(let value): UInt64(exactly: value)
            case .number(let value): UInt64(exactly: value)
            default: nil
            }
        if let number, range.contains(number) { return number }
        reject(name, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    /// One of the words of an enumeration.
    mutating func word<Word: RawRepresentable>(_ name: String, among words: [Word]) -> Word? where Word.RawValue == String {
        guard let value = take(name) else { return nil }
        if case .string(let text) = value, let word = Word(rawValue: text), words.contains(where: { $0.rawValue == text }) { return word }
        reject(name, "must be one of " + words.map(\.rawValue).joined(separator: ", "))
        return nil
    }

    /// Reads an object within the object.
    mutating func object<Value>(_ name: String, _ read: (inout ObjectReader) -> Value?) -> Value? {
        guard let value = take(name) else { return nil }
        var reader = ObjectReader(value, pointer: pointer + "/" + Self.escape(name))
        let result = read(&reader)
        reader.rejectRest()
        violations += reader.violations
        return result
    }

    /// - Throws: a problem with all that was wrong.
    mutating func finish() throws(Problem) {
        rejectRest()
        guard violations.isEmpty else { throw .invalid(violations) }
    }

    /// Members that nobody took; a null one counts as taken only if its name is known.
    private mutating func rejectRest() {
        for name in members.keys.sorted().prefix(20) { reject(String(name.prefix(100)), "is not known here") }
        members = [:]
    }

    private static func escape(_ name: String) -> String {
        name.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}

extension JSON {
    /// The value as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}
