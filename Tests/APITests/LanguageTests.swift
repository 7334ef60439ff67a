import Dialog
import Foundation
import Sessions
import SessionsTestSupport
import Testing

@testable import API

@Suite struct AcceptLanguageTests {
    @Test(
        "the language that a client wants most is chosen",
        arguments: [
            ("de", .german), ("DE", .german), ("de-AT", .german), ("de-Latn-AT-1996, en;q=0.9", .german), ("en, de", .english),
            ("de, en", .german), ("fr, de;q=0.3, en;q=0.2", .german), ("en;q=0.2, de;q=0.3", .german), ("en;q=0.999,de;q=1.000", .german),
            ("de-AT;q=0.2, de;q=0.9, en;q=0.5", .german), (" \tde ; q=0.5 ,en;q=0.4", .german), ("de;Q=0.5", .german), ("*", .english),
            ("en;q=0.5, *", .german), ("de;q=0, *;q=0.1", .english), ("*;q=0.8, de;q=0.8", .german), ("de;q=0.5, *;q=0.8", .english),
            (",,de,,", .german),
        ] as [(String, UtteranceLanguage)])
    func chosen(field: String, language: UtteranceLanguage) {
        #expect(AcceptLanguage(field).best(among: UtteranceLanguage.allCases) == language)
    }

    @Test(
        "where none is wanted that there is, none is chosen, whatever the field holds",
        arguments: [
            "", " ", ",", ";", "fr", "fr-CH, fr;q=0.9", "de;q=0", "de;q=0.000, en;q=0", "*;q=0", "deutsch", "dee", "d", "de_DE", "de-",
            "-de", "de;q", "de;q=", "de;q=2", "de;q=-1", "de;q=1.5", "de;q=0.1234", "de;q=.5", "de;q=1.001", "de;q=0,5x", "de;q=NaN",
            "de;v=1", "de;q=1;q=1", "d\u{0}e", "dé", "1de", "**", "*-de", "de q=1", "\u{1F600}", "de-abcdefghi", "q=1",
            String(repeating: "x-", count: 5000), String(repeating: ";", count: 5000),
        ])
    func none(field: String) {
        #expect(AcceptLanguage(field).best(among: UtteranceLanguage.allCases) == nil)
    }

    @Test func `what cannot be read leaves the rest alone`() {
        #expect(AcceptLanguage("en;q=9, de_AT, ;;, de;q=0.1").best(among: UtteranceLanguage.allCases) == .german)
    }
}

@Suite(.timeLimit(.minutes(2))) struct SessionLanguageTests {
    /// Words that German replies have and English ones do not, by letters and by umlaut.
    private func isGerman(_ text: String?) -> Bool {
        guard let text else { return false }
        let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
        return !words.isDisjoint(with: ["ich", "ist", "das", "du", "was", "und", "wir", "ein", "soll", "der", "die"])
            && words.isDisjoint(with: ["the", "is", "you", "what", "and", "we"])
    }

    struct Choice: Sendable {
        var body: String
        var acceptLanguage: String?
        var language: String
    }

    @Test(
        "the language of a session is asked for in the body or by Accept-Language, or it is English",
        arguments: [
            Choice(body: #"{"seed": 1}"#, language: "en"), Choice(body: #"{"seed": 1, "language": "de"}"#, language: "de"),
            Choice(body: #"{"seed": 1, "language": null}"#, acceptLanguage: "de-AT, en;q=0.5", language: "de"),
            Choice(body: "", acceptLanguage: "de", language: "de"), Choice(body: "{}", acceptLanguage: "fr;q=1, de;q=x", language: "en"),
            Choice(body: #"{"seed": 1, "language": "en"}"#, acceptLanguage: "de", language: "en"),
        ])
    func choice(_ choice: Choice) async throws {
        let api = try await TestAPI.started()
        let fields = choice.acceptLanguage.map { [(name: "Accept-Language", value: $0)] } ?? []
        let answer = await api.send("POST", "/v1/sessions", body: choice.body, fields)
        #expect(answer.status == 201)
        #expect(answer.header("Content-Language") == choice.language)
        #expect(answer.json["language"].string == choice.language)
        #expect(isGerman(answer.json["reply"]["text"].string) == (choice.language == "de"))
        let path = try #require(answer.header("Location"))
        #expect(await api.send("GET", path).json["language"].string == choice.language)
        #expect(await api.send("GET", "/v1/sessions").json["items"][0]["language"].string == choice.language)
    }

    @Test("a German session stays German, whatever language its user writes in or accepts later")
    func german() async throws {
        let api = try await TestAPI.started()
        let path = try #require(
            await api.send("POST", "/v1/sessions", body: #"{"seed": 0, "language": "de"}"#).header("Location"))
        let english = [(name: "Accept-Language", value: "en"), (name: "Prefer", value: "wait=60")]
        for text in ["smile up 2", "beard up 1", "more", "hello", "no", "undo"] {
            let answer = await api.send("POST", path + "/edits", body: "{\"text\": \"\(text)\"}", english)
            #expect(answer.status == 201)
            #expect(isGerman(answer.json["reply"]["text"].string), "\(answer.json["reply"]["text"].string ?? "")")
        }
        let redone = await api.send("POST", path + "/redo")
        #expect(redone.json["language"].string == "de" && isGerman(redone.json["reply"]["text"].string))
    }

    @Test("a session is as German after a restart as before")
    func restart() async throws {
        let world = try TestWorld()
        let before = try await world.startedService()
        let session = try await before.createSession(seed: 3, language: .german)
        await before.drain()
        let after = try await world.startedService()
        #expect(try await after.session(session.id).dialog.language == .german)
        let turn = try await after.talk("smile to 4", in: session.id)
        #expect(isGerman(turn.reply?.text), "\(turn.reply?.text ?? "")")
    }
}
