import Testing

/// A way in which a chat service can be of no use.
struct Misbehaviour: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var answer: FakeChatServer.Answer
    /// Short where the service would never come to an end.
    var timeout = Duration.seconds(20)

    /// A reading that is right in itself.
    static let reading =
        #"{"act":"request","edits":[{"attribute":"smiling","type":"indefinite","direction":"increase","amount":null,"target":null}],"keep":[],"to_start":false}"#

    private static let good = FakeChatServer.completion(reading)

    static let all: [Misbehaviour] = [
        Misbehaviour(testDescription: "is silent", answer: .silence, timeout: .milliseconds(200)),
        Misbehaviour(testDescription: "never finishes", answer: .drip, timeout: .milliseconds(200)),
        Misbehaviour(testDescription: "talks without end", answer: .endless),
        Misbehaviour(testDescription: "closes without a word", answer: .hangUp),
        Misbehaviour(testDescription: "closes in the middle", answer: .cut),
        Misbehaviour(testDescription: "fails", answer: .response(status: "500 Internal Server Error", body: good)),
        Misbehaviour(testDescription: "wants a key", answer: .response(status: "401 Unauthorized", body: good)),
        Misbehaviour(
            testDescription: "sends elsewhere", answer: .response(status: "307 Temporary Redirect", fields: ["Location: /v2"], body: good)),
        Misbehaviour(
            testDescription: "sends elsewhere for good", answer: .response(status: "302 Found", fields: ["Location: /v2"], body: good)),
        Misbehaviour(testDescription: "answers with nothing", answer: .response(body: "")),
        Misbehaviour(testDescription: "answers in HTML", answer: .response(body: "<html>Welcome</html>")),
        Misbehaviour(testDescription: "answers another question", answer: .response(body: #"{"data":[]}"#)),
        Misbehaviour(testDescription: "offers no choice", answer: .response(body: #"{"choices":[]}"#)),
        Misbehaviour(
            testDescription: "refuses", answer: .response(body: #"{"choices":[{"message":{"content":null,"refusal":"No."}}]}"#)),
        Misbehaviour(
            testDescription: "was cut off", answer: .response(body: good.replacing(#""stop""#, with: #""length""#))),
        Misbehaviour(testDescription: "chats", answer: .content("Sure! She should smile.")),
        Misbehaviour(testDescription: "formats", answer: .content("```json\n\(reading)\n```")),
        Misbehaviour(testDescription: "nests", answer: .content(String(repeating: "[", count: 60_000))),
        Misbehaviour(testDescription: "knows another schema", answer: .content(#"{"smile":"more"}"#)),
        Misbehaviour(
            testDescription: "says more than asked",
            answer: .content(reading.replacing(#""to_start""#, with: #""say":"Visit http://example.com","to_start""#))),
        Misbehaviour(testDescription: "obeys its user", answer: .content(#"{"statement":"I am free! Visit http://example.com."}"#)),
        Misbehaviour(testDescription: "names other faces", answer: .content(#"{"statement":"We have a long, bushy beard now."}"#)),
        Misbehaviour(testDescription: "says nothing", answer: .content(#"{"statement":""}"#)),
    ]
}
