/// What is said of a turn: all that a chat service is told of a talk whose reply it is to reword.
struct WordingInput: Encodable {
    var statement: String
}

/// Other words for a statement; `Rewording` decides whether they will do.
struct OutsideWording: Decodable {
    let statement: String

    private enum Key: String, CodingKey, CaseIterable { case statement }

    init(from decoder: any Decoder) throws {
        statement = try decoder.exactly(Key.self).decode(String.self, forKey: .statement)
    }
}

extension ChatQuestion<OutsideWording> {
    static var wording: Self {
        Self(
            name: "wording",
            instructions: """
                A program edits portraits and tells what it has done. You put what it says into other words, so that it does not always \
                sound the same. The user message is a JSON object with the "statement" of the program; answer with yours.

                Say the same, no more and no less, in the same language, friendly and plain, in at most as many sentences. Leave every \
                phrase that describes the face, such as "a broad smile", "thick-framed glasses" or "a face in the thirties", and every word \
                for a direction, such as "longer" or "fuller", exactly as it is and in the same order. Add no number, no question, no \
                address, no list and no formatting; end with a full stop.
                """,
            schema: { Schema.object(["statement": ["type": "string"]]) })
    }
}
