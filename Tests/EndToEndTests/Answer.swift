import CurlTestSupport
import Foundation
import Testing

/// An HTTP response as the real curl brought it.
struct Answer {
    let status: Int
    let fields: [String: String]
    let body: Data

    /// Runs curl; the last head counts, after any `100 Continue`.
    init(_ arguments: [String], input: Data? = nil) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "answer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (head, body) = (folder.appending(path: "head"), folder.appending(path: "body"))
        let result = try await Curl.run(["-D", head.path, "-o", body.path] + arguments, input: input)
        try #require(result.status == 0, "curl: \(result.log)")
        let heads = String(decoding: try Data(contentsOf: head), as: UTF8.self).components(separatedBy: "\r\n\r\n").filter { !$0.isEmpty }
        let lines = try #require(heads.last).components(separatedBy: "\r\n")
        status = try #require(Int(lines[0].split(separator: " ")[1]))
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let sides = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if sides.count == 2 { fields[sides[0].lowercased()] = sides[1].trimmingCharacters(in: .whitespaces) }
        }
        self.fields = fields
        self.body = (try? Data(contentsOf: body)) ?? Data()
    }

    /// The body as a JSON object.
    var json: JSONObject {
        get throws { try JSONObject(body) }
    }

    /// Whether it is a problem document that says what its head says.
    var isProblem: Bool {
        guard fields["content-type"] == "application/problem+json", let json = try? json else { return false }
        return json.integer("status") == status && json.text("code") != nil && json.text("title") != nil
            && json.text("request_id") == fields["x-request-id"]
    }
}

/// A JSON object whose members are had by paths such as `links.image`.
struct JSONObject {
    private let members: [String: Any]

    init(_ data: Data) throws {
        members = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any], "\(String(decoding: data, as: UTF8.self))")
    }

    func value(_ path: String) -> Any? {
        path.split(separator: ".").reduce(Optional<Any>(members)) { value, name in
            if let list = value as? [Any], let index = Int(name) { return list.indices.contains(index) ? list[index] : nil }
            return (value as? [String: Any])?[String(name)]
        }
    }

    func text(_ path: String) -> String? { value(path) as? String }
    func integer(_ path: String) -> Int? { (value(path) as? NSNumber)?.intValue }
    func number(_ path: String) -> Double? { (value(path) as? NSNumber)?.doubleValue }
    func names(_ path: String) -> Set<String> { Set((value(path) as? [String: Any] ?? [:]).keys) }
    func count(_ path: String) -> Int? { (value(path) as? [Any])?.count }
}
