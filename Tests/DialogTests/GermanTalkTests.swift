import FaceAttributes
import Foundation
import Testing

@testable import Dialog

@Suite struct GermanTalkTests {
    /// A talk with an editor that always succeeds, and all that was said by the system.
    private struct Talk {
        var state: DialogState
        var degrees = Degrees([1, 0, 0, 2, 1])
        var replies: [Reply] = []

        init(seed: UInt64) {
            state = DialogState(seed: seed, language: .german)
            replies.append(state.opening(degrees: degrees))
        }

        mutating func say(_ act: Act, _ wishes: EditWish..., keep: [Attribute]? = nil, confidence: Double = 1, reach: Double = 1) {
            let understanding = Understanding(act: act, edits: wishes, keep: keep, confidence: confidence)
            let decision = state.decide(understanding, degrees: degrees)
            var reports: [EditReport] = []
            if case .edit(let requests) = decision {
                for request in requests {
                    let before = degrees
                    degrees[request.attribute] += (request.target - before[request.attribute]) * reach
                    let conclusion: EditConclusion = before == degrees ? .unreachable : reach < 1 ? .partial : .reached
                    reports.append(EditReport(request: request, conclusion: conclusion, degreesBefore: before, degreesAfter: degrees))
                }
            }
            replies.append(state.reply(after: decision, understanding: understanding, reports: reports, degrees: degrees))
        }
    }

    private static func talk(seed: UInt64) -> Talk {
        var talk = Talk(seed: seed)
        talk.say(.request, EditWish(attribute: .smiling, type: .indefinite, direction: .increase))
        talk.say(.no)
        talk.say(.less)
        talk.say(.yes)
        talk.say(.request, EditWish(attribute: .beard, type: .target, target: 4), reach: 0.5)
        talk.say(.request, EditWish(attribute: .bangs, type: .target, target: 5), reach: 0)
        talk.say(.request, EditWish(attribute: .eyeglasses, type: .target, target: 3), confidence: 0.4)
        talk.say(.yes)
        talk.say(.smalltalk, keep: [.beard, .age])
        talk.say(.request, EditWish(attribute: .age, type: .definite, direction: .increase, amount: 0.3))
        for act in [Act.undo, .redo, .redo, .question, .unsupported, .smalltalk, .end] { talk.say(act) }
        return talk
    }

    @Test func `a whole talk is German and without faults`() {
        for seed in UInt64(0)..<40 {
            let replies = Self.talk(seed: seed).replies
            #expect(replies.count == 18 && replies.last?.kind == .farewell)
            for reply in replies {
                #expect(GermanFaults.faults(in: reply.text).isEmpty, "\(reply.text)")
                #expect(reply.text.firstMatch(of: /\b(the|you|your|is|and|what|glasses|beard|smile)\b/) == nil, "\(reply.text)")
                #expect(!reply.text.contains("{") && !reply.text.contains("  "), "\(reply.text)")
            }
        }
    }

    @Test func `a German talk decides what an English one decides`() {
        var english = DialogState(seed: 5)
        var german = DialogState(seed: 5, language: .german)
        let degrees = Degrees(repeating: 2)
        _ = (english.opening(degrees: degrees), german.opening(degrees: degrees))
        for act in Act.allCases {
            let understanding = Understanding(act: act, edits: [EditWish(attribute: .age, type: .indefinite, direction: .increase)])
            #expect(english.decide(understanding, degrees: degrees) == german.decide(understanding, degrees: degrees))
        }
    }

    @Test func `the same seed and the same turns give the same German words`() {
        #expect(Self.talk(seed: 9).replies == Self.talk(seed: 9).replies)
        #expect(Self.talk(seed: 9).replies != Self.talk(seed: 10).replies)
    }

    @Test func `a talk comes back from storage in its language, and one from before there was a choice in English`() throws {
        let german = Self.talk(seed: 2).state
        let stored = try JSONEncoder().encode(german)
        #expect(try JSONDecoder().decode(DialogState.self, from: stored) == german)
        var members = try #require(try JSONSerialization.jsonObject(with: stored) as? [String: Any])
        #expect(members.removeValue(forKey: "spoken") as? String == "de")
        let old = try JSONDecoder().decode(DialogState.self, from: JSONSerialization.data(withJSONObject: members))
        #expect(old.language == .english)
    }

    @Test(arguments: [
        (GermanNoun.der("Pony", "kurz"), ["ein kurzer Pony", "einen kurzen Pony", "einem kurzen Pony", "eines kurzen Ponys"]),
        (
            .die("Brille", rest: "mit dickem Rahmen"),
            ["eine Brille", "eine Brille", "einer Brille", "einer Brille"].map { $0 + " mit dickem Rahmen" }
        ),
        (
            .das("Gesicht", "etwas älter"),
            ["ein etwas älteres Gesicht", "ein etwas älteres Gesicht", "einem etwas älteren Gesicht", "eines etwas älteren Gesichts"]
        ),
    ])
    func `a noun is declined after ein`(_ noun: GermanNoun, _ cases: [String]) {
        #expect(["", "Acc", "Dat", "Gen"].map { noun.indefinite[$0] } == cases)
    }

    @Test func `a noun is declined after its article, which prepositions take in`() {
        let forms = ["", "Acc", "Dat", "Gen", "An", "Bei", "Zu"]
        #expect(
            forms.map { GermanNoun.der("Bart").definite[$0] } == [
                "der Bart", "den Bart", "dem Bart", "des Barts", "am Bart", "beim Bart", "zum Bart",
            ])
        #expect(
            forms.map { GermanNoun.die("Brille").definite[$0] } == [
                "die Brille", "die Brille", "der Brille", "der Brille", "an der Brille", "bei der Brille", "zur Brille",
            ])
        #expect(GermanNoun.das("Ende", "ober").definite["An"] == "am oberen Ende")
    }

    @Test func `a face is described in one phrase`() {
        #expect(
            GermanWording.description(Degrees([2, 0, 0, 4, 1])).plain
                == "ein Gesicht unter 30 mit kurzem Pony, glattem Kinn, breitem Lächeln und ohne Brille")
        #expect(
            GermanWording.description(Degrees([0, 5, 4, 0, 3]))["Dat"]
                == "einem Gesicht in den Vierzigern mit freier Stirn, Sonnenbrille, Vollbart und ernster Miene")
    }
}
