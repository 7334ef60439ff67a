import API
import Foundation
import Testing
import Yams

/// openapi.yaml is the contract: it and the route table must say the same.
@Suite struct OpenAPITests {
    static let methods: Set<String> = ["get", "post", "put", "patch", "delete", "head", "options"]

    static func document() throws -> Node {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../openapi.yaml")
        return try #require(try compose(yaml: String(contentsOf: url, encoding: .utf8)))
    }

    @Test func `every route stands in openapi.yaml under its operation's name, and nothing else does`() throws {
        var written: Set<String> = []
        for (path, item) in try #require(Self.document()["paths"]?.mapping) {
            for (method, operation) in try #require(item.mapping) where Self.methods.contains(method.string ?? "") {
                written.insert("\(method.string!.uppercased()) \(path.string!) \(operation["operationId"]?.string ?? "without name")")
            }
        }
        let routed = Set(Route.all.map { "\($0.method) \($0.pattern) \($0.operation.rawValue)" })
        #expect(written.subtracting(routed).sorted() == [])
        #expect(routed.subtracting(written).sorted() == [])
    }

    @Test func `it is OpenAPI 3.1 and every reference leads somewhere`() throws {
        let document = try Self.document()
        #expect(document["openapi"]?.string?.hasPrefix("3.1.") == true)
        func check(_ node: Node) {
            if let reference = node.mapping?["$ref"]?.string {
                let target = reference.split(separator: "/").dropFirst().reduce(Optional(document)) { $0?[String($1)] }
                #expect(reference.hasPrefix("#/") && target != nil, "\(reference)")
            }
            for (_, value) in node.mapping ?? [:] { check(value) }
            for value in node.sequence ?? [] { check(value) }
        }
        check(document)
    }

    @Test func `every operation says what it does, what it answers, and which parameters its path has`() throws {
        for (path, item) in try #require(Self.document()["paths"]?.mapping) {
            let names = path.string!.matches(of: /\{(\w+)\}/).map { String($0.1) }
            let parameters =
                item["parameters"]?.sequence?.compactMap { $0["$ref"]?.string?.split(separator: "/").last.map(String.init) } ?? []
            #expect(parameters.count == names.count, "\(path.string!)")
            for (method, operation) in try #require(item.mapping) where Self.methods.contains(method.string ?? "") {
                #expect(operation["summary"]?.string?.isEmpty == false, "\(method.string!) \(path.string!)")
                #expect(operation["responses"]?.mapping?.isEmpty == false, "\(method.string!) \(path.string!)")
            }
        }
    }
}
