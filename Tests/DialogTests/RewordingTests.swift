import FaceAttributes
import Testing

@testable import Dialog

@Suite struct RewordingTests {
    static let reply =
        "Okay, that worked. We left medium-framed glasses and arrived at thick-framed glasses. I could next try longer bangs; shall I?"

    @Test func `the question stays word for word`() throws {
        let rewording = try #require(Rewording(of: Self.reply))
        #expect(rewording.statement == "Okay, that worked. We left medium-framed glasses and arrived at thick-framed glasses.")
        #expect(
            rewording.reply(saying: " There you are:  from medium-framed glasses we went to thick-framed glasses. ")
                == "There you are: from medium-framed glasses we went to thick-framed glasses. I could next try longer bangs; shall I?")
    }

    @Test(arguments: ["Is that enough?", "Yes to what, I wonder? Please tell me what to do.", "", String(repeating: "Good. ", count: 80)])
    func `a bare question and a long speech stay as they are`(_ text: String) { #expect(Rewording(of: text) == nil) }

    @Test func `a reply that asks nothing goes on asking nothing`() throws {
        let rewording = try #require(Rewording(of: "We can pick this up again any time you like. Goodbye!"))
        #expect(rewording.reply(saying: "Come back whenever you like. Goodbye!") == "Come back whenever you like. Goodbye!")
        #expect(rewording.reply(saying: "Come back soon, will you?") == nil)
    }

    @Test(arguments: [
        "", " ", "Medium-framed glasses became thick-framed glasses", "Medium-framed glasses became thick-framed glasses?",
        // other facts, none, or the same the other way round
        "Done.", "We left medium-framed glasses and arrived at sunglasses.",
        "We left thick-framed glasses and arrived at medium-framed glasses.",
        "We left medium-framed glasses.", "Lighter: we left medium-framed glasses and arrived at thick-framed glasses.",
        // more than was said
        "We left medium-framed glasses and arrived at thick-framed glasses. The beard suits you.",
        "We left medium-framed glasses and arrived at thick-framed glasses. You look younger.",
        "We left medium-framed glasses and arrived at thick-framed glasses, 2 steps.",
        "We left medium-framed glasses and arrived at thick-framed glasses, two steps.",
        // no plain prose
        "We left medium-framed glasses and arrived at thick-framed glasses.\nGood.",
        "We left medium-framed glasses and arrived at thick-framed glasses.\u{202E} Good.",
        "We left medium-framed glasses and arrived at **thick-framed glasses**.",
        "We left medium-framed glasses and arrived at thick-framed glasses <b>now</b>.",
        "We left medium-framed glasses and arrived at thick-framed glasses. See http://example.com.",
        "We left medium-framed glasses and arrived at thick-framed glasses. See example.com.",
        "We left medium-framed glasses and arrived at thick-framed glasses 😀.",
        "We left medium-framed glasses and arrived at thick-framed glasses. Ѕее.",
        "We left medium-framed glasses and arrived at thick-framed glasses. " + String(repeating: "Good. ", count: 60),
    ])
    func `words that tell something else, or more, or no prose, are not taken`(_ words: String) throws {
        #expect(try #require(Rewording(of: Self.reply)).reply(saying: words) == nil)
    }

    @Test func `numbers that were said may be said again`() throws {
        let rewording = try #require(Rewording(of: "We have a face under 30 now."))
        #expect(rewording.reply(saying: "Now we see a face under 30.") != nil)
        #expect(rewording.reply(saying: "Now we see a face under 30, or 20.") == nil)
    }

    /// The rules must not stand in the way of what the Talk module itself would say.
    @Test func `every reply of the Talk module passes in its own words`() throws {
        var reworded = 0
        for seed in 0..<40 as Range<UInt64> {
            var dialog = DialogState(seed: seed)
            var degrees = Degrees([0, 1, 2, 3, 4])
            for attribute in Attribute.allCases {
                let understanding = Understanding(
                    act: .request, edits: [EditWish(attribute: attribute, type: .target, target: Double(seed % 6))])
                let decision = dialog.decide(understanding, degrees: degrees)
                guard case .edit(let requests) = decision else { continue }
                let before = degrees
                degrees[attribute] = requests[0].target
                let conclusion: EditConclusion = before == degrees ? .alreadyThere : .reached
                let report = EditReport(request: requests[0], conclusion: conclusion, degreesBefore: before, degreesAfter: degrees)
                let reply = dialog.reply(after: decision, understanding: understanding, reports: [report], degrees: degrees)
                guard let rewording = Rewording(of: reply.text) else { continue }
                #expect(rewording.reply(saying: rewording.statement) == reply.text)
                reworded += 1
            }
        }
        #expect(reworded > 150)
    }
}
