import API
import Editing
import Foundation
import HTTPWire
import Logging
import Sessions
import SessionsTestSupport
import Testing

/// How requests reach the interface.
enum Transport: Sendable, CaseIterable {
    case inProcess
}

/// A started service with its interface, over a database of its own.
struct TestAPI: Sendable {
    static let document = Array("openapi: 3.1.0\n".utf8)
    static let page = WebPage(html: Array("<html>".utf8), script: "sha256-script", style: "sha256-style")

    let world: TestWorld
    let service: SessionService
    private let handler: any HTTPHandler

    static func started(
        _ transport: Transport = .inProcess, editor: any FaceEditor = StraightEditor(), workers: Int = 2, waiting: Int = 16,
        browsers: BrowserPolicy = BrowserPolicy()
    ) async throws -> TestAPI {
        let world = try TestWorld()
        let service = try await world.startedService(editor: editor, workers: workers, waiting: waiting)
        return TestAPI(world: world, service: service, browsers: browsers)
    }

    init(world: TestWorld, service: SessionService, browsers: BrowserPolicy = BrowserPolicy()) {
        self.world = world
        self.service = service
        handler = APIHandler(
            service: service, kernels: "portable", openAPI: Self.document, page: Self.page, browsers: browsers,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
            randomBits: world.sources.randomBits)
    }

    func send(_ method: String, _ target: String, body: String? = nil, _ fields: [(name: String, value: String)] = []) async -> Answer {
        await send(method, target, bytes: body.map { Array($0.utf8) } ?? [], fields)
    }

    func send(_ method: String, _ target: String, bytes: [UInt8], _ fields: [(name: String, value: String)] = []) async -> Answer {
        Answer(await handler.respond(to: HTTPRequest(method: method, target: target, fields: HTTPFields(fields), body: bytes)))
    }

    /// Starts a session and returns its path.
    func session(seed: Int = 0) async throws -> String {
        let answer = await send("POST", "/v1/sessions", body: "{\"seed\": \(seed)}")
        #expect(answer.status == 201)
        return try #require(answer.header("Location"))
    }
}

/// A response with its JSON, if it is JSON.
struct Answer: Sendable {
    let status: Int
    let fields: HTTPFields
    let body: [UInt8]

    init(_ response: HTTPResponse) {
        status = response.status
        fields = response.fields
        body = response.body
    }

    func header(_ name: String) -> String? { fields[name] }

    var json: Value {
        Value((try? JSONSerialization.jsonObject(with: Data(body), options: .fragmentsAllowed)) ?? NSNull())
    }

    /// A JSON value that is taken apart without ceremony.
    struct Value {
        private let value: Any
        init(_ value: Any) { self.value = value }
        subscript(_ name: String) -> Value { Value((value as? [String: Any])?[name] ?? NSNull()) }
        subscript(_ index: Int) -> Value {
            guard let array = value as? [Any], array.indices.contains(index) else { return Value(NSNull()) }
            return Value(array[index])
        }
        var string: String? { value as? String }
        var number: Double? { (value as? NSNumber)?.doubleValue }
        var count: Int { (value as? [Any])?.count ?? (value as? [String: Any])?.count ?? 0 }
        var names: Set<String> { Set((value as? [String: Any] ?? [:]).keys) }
        var isNull: Bool { value is NSNull }
    }

    /// Holds the response against what every problem document has.
    func expectProblem(_ status: Int, _ code: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(self.status == status, sourceLocation: sourceLocation)
        #expect(header("Content-Type") == "application/problem+json", sourceLocation: sourceLocation)
        #expect(json["code"].string == code, sourceLocation: sourceLocation)
        #expect(json["status"].number == Double(status), sourceLocation: sourceLocation)
        #expect(json["type"].string == "about:blank", sourceLocation: sourceLocation)
        for name in ["title", "detail", "instance", "request_id"] {
            #expect(json[name].string?.isEmpty == false, "\(name) is missing", sourceLocation: sourceLocation)
        }
        #expect(json["request_id"].string == header("X-Request-Id"), sourceLocation: sourceLocation)
    }
}
