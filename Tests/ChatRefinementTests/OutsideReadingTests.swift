import Dialog
import FaceAttributes
import Foundation
import Testing

@testable import ChatRefinement

@Suite struct OutsideReadingTests {
    /// A reading as JSON.
    private static func json(act: String = "request", edits: [String] = [wish()], keep: String = "[]", toStart: String = "false") -> String
    {
        #"{"act":"\#(act)","edits":[\#(edits.joined(separator: ","))],"keep":\#(keep),"to_start":\#(toStart)}"#
    }

    private static func wish(
        _ attribute: String = "beard", type: String = "indefinite", direction: String = #""increase""#, amount: String = "null",
        target: String = "null"
    ) -> String {
        #"{"attribute":"\#(attribute)","type":"\#(type)","direction":\#(direction),"amount":\#(amount),"target":\#(target)}"#
    }

    private static func read(_ json: String) throws -> Understanding {
        try JSONDecoder().decode(OutsideReading.self, from: Data(json.utf8)).understanding
    }

    @Test func `everything the encoding can say can be read`() throws {
        let wishes = [
            Self.wish("age", type: "target", direction: "null", target: "2.5"),
            Self.wish("bangs", type: "definite", direction: #""decrease""#, amount: "5"), Self.wish("eyeglasses"),
        ]
        let expected = [
            EditWish(attribute: .age, type: .target, target: 2.5),
            EditWish(attribute: .bangs, type: .definite, direction: .decrease, amount: 5),
            EditWish(attribute: .eyeglasses, type: .indefinite, direction: .increase),
        ]
        let reading = try Self.read(Self.json(act: "yes_request", edits: wishes, keep: #"["beard","smiling"]"#))
        #expect(reading == Understanding(act: .yesRequest, edits: expected, keep: [.beard, .smiling]))
        #expect(try Self.read(Self.json(act: "undo", edits: [], toStart: "true")) == Understanding(act: .undo, toStart: true))
        #expect(try Self.read(Self.json(act: "less", edits: [])) == Understanding(act: .less))
        #expect(try Self.read(Self.json(act: "more")).edits.count == 1)
    }

    @Test(arguments: [
        json(act: "delete"), json(act: "request", edits: []), json(act: "smalltalk"), json(act: "yes"), json(act: "undo"),
        json(edits: Array(repeating: wish(), count: 6)), json(keep: #"["nose"]"#), json(keep: #"["age","age"]"#), json(keep: "null"),
        json(toStart: "true"), json(toStart: "1"), json(toStart: "null"),
        json(edits: [wish("nose")]), json(edits: [wish(type: "absolute")]), json(edits: [wish(direction: #""up""#)]),
        json(edits: [wish(direction: "null")]), json(edits: [wish(amount: "1")]), json(edits: [wish(target: "1")]),
        json(edits: [wish(type: "definite")]), json(edits: [wish(type: "definite", direction: "null", amount: "1")]),
        json(edits: [wish(type: "definite", amount: "5.01")]), json(edits: [wish(type: "definite", amount: "-1")]),
        json(edits: [wish(type: "definite", amount: "1e999")]), json(edits: [wish(type: "definite", amount: #""1""#)]),
        json(edits: [wish(type: "definite", amount: "1", target: "1")]), json(edits: [wish(type: "target")]),
        json(edits: [wish(type: "target", amount: "1", target: "1")]), json(edits: [wish(type: "target", target: "6")]),
        json(edits: [wish().replacing("}", with: #","say":"hello"}"#)]),
        json(edits: [wish().replacing(#""target":null"#, with: #""goal":null"#)]),
        json().replacing(#""to_start":false"#, with: #""to_start":false,"confidence":1"#),
        json().replacing(#","to_start":false"#, with: ""),
        "[\(json())]", "null", "", json() + json(),
    ])
    func `what strays from the schema is no reading`(_ json: String) { #expect(throws: (any Error).self) { try Self.read(json) } }

    @Test func `the schema that is sent says the same`() throws {
        let schema = ChatQuestion<OutsideReading>.reading.schema()
        #expect(schema["additionalProperties"] as? Bool == false)
        #expect(schema["required"] as? [String] == ["act", "edits", "keep", "to_start"])
        let edits = try #require((schema["properties"] as? [String: [String: Any]])?["edits"])
        let wish = try #require(edits["items"] as? [String: Any])
        #expect(wish["additionalProperties"] as? Bool == false)
        #expect(wish["required"] as? [String] == ["amount", "attribute", "direction", "target", "type"])
    }
}
