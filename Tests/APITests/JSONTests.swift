@testable import API
import Foundation
import Testing

@Suite struct JSONTests {
    @Test(
        "values are read as they stand",
        arguments: [
            ("null", JSON.null), (" true ", .bool(true)), ("-0", .integer(0)), ("12", .integer(12)), ("-1.5e2", .number(-150)),
            ("9223372036854775808", .number(9_223_372_036_854_775_808)), (#""a\u00e9\n\ud83d\ude42\/""#, .string("aé\n🙂/")),
            ("[]", .array([])),
            ("[1,[2]]", .array([1, .array([2])])), ("{}", .object([])),
            (#"{"b":1,"a":{}}"#, .object([.init(name: "b", value: 1), .init(name: "a", value: .object([]))])),
        ])
    func read(text: String, value: JSON) throws {
        #expect(try JSONParser.parse(Array(text.utf8)) == value)
    }

    @Test(
        "what is not JSON is refused",
        arguments: [
            "", " ", "nul", "tru", "01", "-", "1.", ".5", "1e", "+1", "1e999", "0x1", "NaN", "'a'", "[1,]", "[,1]", "{,}", #"{"a"}"#,
            #"{a:1}"#, #"{"a":1,}"#,
            #"{"a":1"b":2}"#, "[1 2]", "\"\t\"", #""\x""#, #""\u12""#, #""\udc00""#, #""\ud800x""#, "1 2", "\"", "[", "{",
            #"{"a":1,"a":2}"#, "\u{FEFF}1",
        ])
    func refuse(text: String) {
        #expect(throws: JSONError.self) { try JSONParser.parse(Array(text.utf8)) }
    }

    @Test("nesting is taken to its bound and no further")
    func depth() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array(String(repeating: "[", count: depth).utf8) + Array(String(repeating: "]", count: depth).utf8)
        }
        #expect(throws: Never.self) { try JSONParser.parse(nested(JSONParser.maximumDepth)) }
        #expect(throws: JSONError.self) { try JSONParser.parse(nested(JSONParser.maximumDepth + 1)) }
        #expect(throws: JSONError.self) { try JSONParser.parse(nested(1_000_000)) }
    }

    @Test("what is written can be read by others", arguments: ["", "plain", "a\"b\\c\n\t\u{1}\u{7F}", "é🙂\u{2028}"])
    func write(text: String) throws {
        let value = JSON.object([.init(name: text, value: .array([.string(text), .number(0.1), .integer(-3), .bool(false), .null]))])
        let read = try JSONSerialization.jsonObject(with: Data(value.bytes)) as? [String: [Any]]
        #expect(read?[text]?[0] as? String == text)
        #expect(read?[text]?[1] as? Double == 0.1)
        #expect(try JSONParser.parse(value.bytes) == value)
    }

    @Test(
        "measured numbers have four decimals, and none when they are whole",
        arguments: [
            (0.123456, "0.1235"), (3.0, "3"), (-0.00001, "0"), (1e300, "1e+300"), (.nan, "null"), (.infinity, "null"),
        ])
    func rounding(value: Double, text: String) {
        #expect(JSON(rounding: value).text == text)
    }

    @Test("random bytes never crash the parser")
    func random() {
        var state: UInt64 = 1
        let alphabet = Array(#"{}[]",:\u0019aeE+-.tfn "#.utf8) + [0xC3, 0xA9, 0xFF, 0]
        for _ in 0..<20_000 {
            let bytes = (0..<12).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(state >> 33) % alphabet.count]
            }
            _ = try? JSONParser.parse(bytes)
        }
    }
}
