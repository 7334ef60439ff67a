/// Header fields in the order they came; names compare without regard to ASCII case (RFC 9110 §5.1).
public struct HTTPFields: Sendable, Equatable {
    public private(set) var entries: [(name: String, value: String)] = []

    public init() {}

    public init(_ entries: [(name: String, value: String)]) { self.entries = entries }

    /// The values of all fields of this name joined by ", ", or nil.
    public subscript(name: String) -> String? {
        let values = self.values(name)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    public func values(_ name: String) -> [String] {
        entries.filter { Self.sameName($0.name, name) }.map(\.value)
    }

    public mutating func append(_ name: String, _ value: String) { entries.append((name, value)) }

    /// Replaces every field of this name by one.
    public mutating func set(_ name: String, _ value: String) {
        remove(name)
        append(name, value)
    }

    public mutating func remove(_ name: String) { entries.removeAll { Self.sameName($0.name, name) } }

    private static func sameName(_ a: String, _ b: String) -> Bool {
        a.utf8.count == b.utf8.count
            && zip(a.utf8, b.utf8).allSatisfy { lowercase($0) == lowercase($1) }
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

    public static func == (a: HTTPFields, b: HTTPFields) -> Bool {
        a.entries.count == b.entries.count && zip(a.entries, b.entries).allSatisfy { $0.name == $1.name && $0.value == $1.value }
    }
}

/// A complete request: head and body.
public struct HTTPRequest: Sendable {
    public var method: String
    /// The target as sent, in origin form: path and query, still percent-encoded.
    public var target: String
    public var fields: HTTPFields
    public var body: [UInt8]

    public init(method: String, target: String, fields: HTTPFields = HTTPFields(), body: [UInt8] = []) {
        self.method = method
        self.target = target
        self.fields = fields
        self.body = body
    }
}

/// A complete response: the server adds Date, Content-Length and Connection.
public struct HTTPResponse: Sendable {
    /// 100…599.
    public var status: Int
    public var fields: HTTPFields
    public var body: [UInt8]

    public init(status: Int, fields: HTTPFields = HTTPFields(), body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}

/// Answers requests; called concurrently, never throws: errors become problem documents before they get here.
public protocol HTTPHandler: Sendable {
    func respond(to request: HTTPRequest) async -> HTTPResponse
}
