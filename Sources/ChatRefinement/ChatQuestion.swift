import Foundation

/// A kind of question to a chat service: what it is told, and the strict schema its answer has to have.
struct ChatQuestion<Answer: Decodable>: Sendable {
    var name: String
    /// The same for everyone, always.
    var instructions: String
    /// The JSON schema of `Answer`, in the part of the language that strict modes know.
    var schema: @Sendable () -> [String: Any]

    /// The body of a request.
    ///
    /// - Parameter input: all that is said besides what is the same for everyone.
    func body(_ input: some Encodable, model: String) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let input = String(decoding: try encoder.encode(input), as: UTF8.self)
        let body: [String: Any] = [
            "model": model,
            "messages": [["role": "system", "content": instructions], ["role": "user", "content": input]],
            "response_format": [
                "type": "json_schema", "json_schema": ["name": name, "strict": true, "schema": schema()] as [String: Any],
            ],
        ]
        return try JSONSerialization.data(withJSONObject: body, options: [.sortedKeys, .withoutEscapingSlashes])
    }

    /// What the body of a response answers.
    ///
    /// - Throws: when it is not a finished answer, or the answer strays from the schema.
    func answer(in body: Data) throws -> Answer {
        let decoder = JSONDecoder()
        let completion = try decoder.decode(ChatCompletion.self, from: body)
        guard let choice = completion.choices.first, choice.finishReason ?? "stop" == "stop", let content = choice.message.content else {
            throw ChatFailure.unreadable
        }
        return try decoder.decode(Answer.self, from: Data(content.utf8))
    }
}

enum Schema {
    /// The schema of an object that has these properties, all of them and no others.
    static func object(_ properties: [String: Any]) -> [String: Any] {
        ["type": "object", "properties": properties, "required": properties.keys.sorted(), "additionalProperties": false]
    }
}

/// As much of a chat service's response as is looked at.
private struct ChatCompletion: Decodable {
    struct Choice: Decodable {
        struct Message: Decodable { var content: String? }
        var message: Message
        var finishReason: String?

        enum CodingKeys: String, CodingKey {
            case message
            case finishReason = "finish_reason"
        }
    }

    var choices: [Choice]
}

extension Decoder {
    /// The members of an object that has these keys, all of them and no others.
    func exactly<Key: CodingKey & CaseIterable>(_ type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let present = Set(try container(keyedBy: AnyKey.self).allKeys.map(\.stringValue))
        guard present == Set(Key.allCases.map(\.stringValue)) else { throw ChatFailure.unreadable }
        return try container(keyedBy: type)
    }
}

private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
