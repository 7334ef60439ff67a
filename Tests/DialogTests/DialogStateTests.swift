import FaceAttributes
import Foundation
import Testing

@testable import Dialog

/// A dialog brought into the context of the given kind; the last edit raised the smile by one degree.
private func dialog(in kind: ContextKind, attribute: Attribute = .smiling, seed: UInt64 = 1) -> DialogState {
    var state = DialogState(seed: seed)
    let before = Degrees(repeating: 2)
    _ = state.opening(degrees: before)
    guard kind != .start else { return state }
    var after = before
    after[attribute] = 3
    let understanding = Understanding(act: .request, edits: [EditWish(attribute: attribute, type: .indefinite, direction: .increase)])
    let decision = state.decide(understanding, degrees: before)
    let report = EditReport(
        request: EditRequest(attribute: attribute, target: 3), conclusion: .reached, degreesBefore: before, degreesAfter: after)
    _ = state.reply(after: decision, understanding: understanding, reports: [report], degrees: after)
    state.pending = nil
    state.context.kind = kind
    state.context.attribute = kind == .whatsNext ? nil : attribute
    return state
}

/// Whether a text begins with a sentence of a pool.
private func says(_ text: String, _ pool: [Pattern], _ slots: [String: [String]] = [:]) -> Bool {
    pool.contains { pattern in pattern.expansions(slots).contains { text.hasPrefix($0.withCapitalizedSentences) } }
}

private let older = EditWish(attribute: .age, type: .indefinite, direction: .increase)

/// Runs the edit of a decision the way an editor that always succeeds would.
private func reports(_ decision: Decision, degrees: inout Degrees) -> [EditReport] {
    guard case .edit(let requests) = decision else { return [] }
    return requests.map { request in
        let before = degrees
        let there = abs(request.target - before[request.attribute]) < 0.01
        degrees[request.attribute] = request.target
        return EditReport(
            request: request, conclusion: there ? .alreadyThere : .reached, degreesBefore: before, degreesAfter: degrees)
    }
}

@Suite struct DialogStateTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var kind: ContextKind
        var act: Act
        var phase: DialogPhase
        var testDescription: String { "\(kind.rawValue), \(act.rawValue) → \(phase.rawValue)" }
    }

    static let table: [Row] = [
        Row(kind: .start, act: .request, phase: .editing),
        Row(kind: .start, act: .yes, phase: .noEdit),
        Row(kind: .start, act: .no, phase: .noEdit),
        Row(kind: .start, act: .end, phase: .end),
        Row(kind: .start, act: .smalltalk, phase: .noEdit),
        Row(kind: .start, act: .undo, phase: .noEdit),
        Row(kind: .start, act: .more, phase: .noEdit),
        Row(kind: .suggestion, act: .yes, phase: .editing),
        Row(kind: .suggestion, act: .yesRequest, phase: .editing),
        Row(kind: .suggestion, act: .noRequest, phase: .editing),
        Row(kind: .suggestion, act: .no, phase: .noEdit),
        Row(kind: .suggestion, act: .noEnd, phase: .end),
        Row(kind: .whetherEnough, act: .yes, phase: .noEdit),
        Row(kind: .whetherEnough, act: .yesRequest, phase: .editing),
        Row(kind: .whetherEnough, act: .no, phase: .editing),
        Row(kind: .whetherEnough, act: .noRequest, phase: .editing),
        Row(kind: .whetherEnough, act: .yesEnd, phase: .end),
        Row(kind: .whetherEnough, act: .more, phase: .editing),
        Row(kind: .whetherEnough, act: .less, phase: .editing),
        Row(kind: .whetherEnough, act: .undo, phase: .noEdit),
        Row(kind: .whetherEnough, act: .question, phase: .noEdit),
        Row(kind: .whetherEnough, act: .unsupported, phase: .noEdit),
        Row(kind: .whatsNext, act: .request, phase: .editing),
        Row(kind: .whatsNext, act: .end, phase: .end),
        Row(kind: .whatsNext, act: .no, phase: .end),
        Row(kind: .whatsNext, act: .yes, phase: .noEdit),
    ]

    @Test(arguments: table) func `each act in each context leads to the state the table names`(_ row: Row) {
        var state = dialog(in: row.kind)
        let edits = [Act.request, .yesRequest, .noRequest].contains(row.act) ? [older] : []
        _ = state.decide(Understanding(act: row.act, edits: edits), degrees: Degrees(repeating: 3))
        #expect(state.phase == row.phase)
    }

    @Test func `a dialog begins in the start state with an opening that asks what to change`() {
        var state = DialogState(seed: 3)
        #expect(state.phase == .start)
        let reply = state.opening(degrees: Degrees([0, 5, 0, 1, 2]))
        #expect(reply.kind == .whatsNext)
        #expect(reply.text.contains("sunglasses"))
        #expect(reply.text.contains("?"))
        #expect(state.context.kind == .start)
    }

    struct Target: Sendable {
        var wish: EditWish
        var current: Double
        var target: Double?
    }

    static let targets: [Target] = [
        Target(wish: EditWish(attribute: .smiling, type: .definite, direction: .increase, amount: 3), current: 1.4, target: 4.4),
        Target(wish: EditWish(attribute: .smiling, type: .definite, direction: .increase, amount: 3), current: 3.1, target: 5),
        Target(wish: EditWish(attribute: .smiling, type: .definite, direction: .decrease, amount: 0.5), current: 2, target: 1.5),
        Target(wish: EditWish(attribute: .age, type: .indefinite, direction: .increase), current: 2.3, target: 3.3),
        Target(wish: EditWish(attribute: .age, type: .indefinite, direction: .decrease), current: 0.6, target: 0),
        Target(wish: EditWish(attribute: .age, type: .indefinite, direction: .increase), current: 4.8, target: 4.8),
        Target(wish: EditWish(attribute: .beard, type: .indefinite, direction: .decrease), current: 0.2, target: 0.2),
        Target(wish: EditWish(attribute: .beard, type: .target, target: 2.5), current: 0.2, target: 2.5),
        Target(wish: EditWish(attribute: .beard, type: .target, target: 9), current: 0.2, target: 5),
        Target(wish: EditWish(attribute: .eyeglasses, type: .target, direction: .increase, target: 3), current: 0, target: 3),
        Target(wish: EditWish(attribute: .eyeglasses, type: .target, direction: .increase, target: 3), current: 4.2, target: 4.2),
        Target(wish: EditWish(attribute: .bangs, type: .definite, direction: .increase, amount: -.infinity), current: 1, target: nil),
        Target(wish: EditWish(attribute: .bangs, type: .target), current: 1, target: nil),
        Target(wish: EditWish(attribute: .bangs, type: .definite, amount: 2), current: 1, target: nil),
    ]

    @Test(arguments: targets) func `a wish is a degree to walk to, kept on the scale`(_ row: Target) {
        let target = row.wish.target(from: row.current)
        if let expected = row.target {
            #expect(abs((target ?? -1) - expected) < 1e-9)
        } else {
            #expect(target == nil)
        }
    }

    @Test func `no to the question whether it is enough goes one degree further the same way`() {
        var state = dialog(in: .whetherEnough)
        var degrees = Degrees(repeating: 2)
        degrees[.smiling] = 3
        let decision = state.decide(Understanding(act: .no), degrees: degrees)
        #expect(decision == .edit([EditRequest(attribute: .smiling, target: 4)]))
    }

    @Test func `no at the end of the scale changes nothing and says so`() {
        var state = dialog(in: .whetherEnough)
        var degrees = Degrees(repeating: 2)
        degrees[.smiling] = 4.9
        let understanding = Understanding(act: .no)
        let decision = state.decide(understanding, degrees: degrees)
        #expect(decision == .edit([EditRequest(attribute: .smiling, target: 4.9)]))
        let report = EditReport(
            request: EditRequest(attribute: .smiling, target: 4.9), conclusion: .alreadyThere, degreesBefore: degrees,
            degreesAfter: degrees)
        let reply = state.reply(after: decision, understanding: understanding, reports: [report], degrees: degrees)
        #expect(reply.kind == .whatsNext)
        #expect(reply.text.contains("a laugh"))
        #expect(says(reply.text, EnglishPhrases.endOfScale, ["to": ["a laugh"], "end": ["upper"]]))
        #expect(state.context.kind == .whatsNext)
    }

    @Test func `asking for a degree the face has is answered with that degree, not with the end of the scale`() {
        for seed in UInt64(0)..<20 {
            var state = dialog(in: .whatsNext, seed: seed)
            let degrees = Degrees(repeating: 0)
            let wish = EditWish(attribute: .beard, type: .target, target: 0)
            let understanding = Understanding(act: .request, edits: [wish])
            let decision = state.decide(understanding, degrees: degrees)
            let report = EditReport(
                request: EditRequest(attribute: .beard, target: 0), conclusion: .alreadyThere, degreesBefore: degrees,
                degreesAfter: degrees)
            let reply = state.reply(after: decision, understanding: understanding, reports: [report], degrees: degrees)
            #expect(says(reply.text, EnglishPhrases.alreadyThere, ["to": ["no beard"]]), "\(reply.text)")
        }
    }

    @Test func `less goes back, less again goes further back, and more returns to the wish`() {
        var state = dialog(in: .whetherEnough)
        var degrees = Degrees(repeating: 2)
        degrees[.smiling] = 4
        for (act, expected) in [(Act.less, 3.0), (.less, 2), (.more, 3)] {
            let understanding = Understanding(act: act)
            let decision = state.decide(understanding, degrees: degrees)
            #expect(decision == .edit([EditRequest(attribute: .smiling, target: expected)]))
            let done = reports(decision, degrees: &degrees)
            _ = state.reply(after: decision, understanding: understanding, reports: done, degrees: degrees)
        }
    }

    @Test func `less with an amount goes back by that amount`() {
        var state = dialog(in: .whatsNext)
        let wish = EditWish(attribute: .smiling, type: .definite, direction: .decrease, amount: 2)
        let decision = state.decide(Understanding(act: .less, edits: [wish]), degrees: Degrees(repeating: 4))
        #expect(decision == .edit([EditRequest(attribute: .smiling, target: 2)]))
    }

    @Test func `undo takes back as many changes as were made and then says that none is left`() {
        var state = dialog(in: .whetherEnough)
        let understanding = Understanding(act: .undo)
        let degrees = Degrees(repeating: 2)
        let decision = state.decide(understanding, degrees: degrees)
        #expect(decision == .undo)
        let reply = state.reply(after: decision, understanding: understanding, reports: [], degrees: degrees)
        #expect(reply.kind == .whatsNext)
        #expect(state.context.lastEdit == nil)
        let again = state.decide(understanding, degrees: degrees)
        #expect(again == .noEdit)
        let second = state.reply(after: again, understanding: understanding, reports: [], degrees: degrees)
        #expect(says(second.text, EnglishPhrases.nothingToUndo))
    }

    @Test(arguments: [Act.end, .yesEnd, .noEnd])
    func `who may be leaving, but not for sure, is taken to be content for now`(_ act: Act) {
        var dialog = DialogState(seed: 1)
        #expect(dialog.decide(Understanding(act: act, confidence: 0.7), degrees: Degrees(repeating: 2)) == .noEdit)
        #expect(dialog.phase != .end)
        let reply = dialog.reply(
            after: .noEdit, understanding: Understanding(act: act, confidence: 0.7), reports: [], degrees: Degrees(repeating: 2))
        #expect(reply.kind == .whatsNext || reply.kind == .suggestion)
        #expect(dialog.decide(Understanding(act: act, confidence: 0.9), degrees: Degrees(repeating: 2)) == .end)
    }

    @Test func `an ended dialog opens again with a new request`() {
        var state = dialog(in: .whatsNext)
        let bye = Understanding(act: .end)
        let decision = state.decide(bye, degrees: Degrees(repeating: 2))
        #expect(decision == .end)
        #expect(state.reply(after: decision, understanding: bye, reports: [], degrees: Degrees(repeating: 2)).kind == .farewell)
        let next = state.decide(Understanding(act: .request, edits: [older]), degrees: Degrees(repeating: 2))
        #expect(next == .edit([EditRequest(attribute: .age, target: 3)]))
        #expect(state.phase == .editing)
    }

    @Test func `no to a turn that missed is no goodbye`() {
        var state = dialog(in: .whatsNext)
        let degrees = Degrees(repeating: 2)
        let purple = Understanding(act: .unsupported)
        _ = state.reply(after: state.decide(purple, degrees: degrees), understanding: purple, reports: [], degrees: degrees)
        let no = Understanding(act: .no)
        #expect(state.decide(no, degrees: degrees) == .noEdit)
        let reply = state.reply(after: .noEdit, understanding: no, reports: [], degrees: degrees)
        #expect(reply.kind == .whatsNext && says(reply.text, EnglishPhrases.whatInstead))
    }

    @Test func `what is to stay is neither suggested nor asked about`() {
        let degrees = Degrees(repeating: 2)
        for seed in 0..<60 as Range<UInt64> {
            var state = dialog(in: .suggestion, attribute: .age, seed: seed)
            let keep = Understanding(act: .smalltalk, keep: [.age, .bangs])
            var reply = state.reply(after: state.decide(keep, degrees: degrees), understanding: keep, reports: [], degrees: degrees)
            #expect(reply.kind == .whatsNext)
            for _ in 0..<6 {
                let no = Understanding(act: .no, confidence: 0.7)
                reply = state.reply(after: state.decide(no, degrees: degrees), understanding: no, reports: [], degrees: degrees)
                #expect(reply.attribute != .bangs && reply.attribute != .age)
            }
        }
    }

    @Test func `beside a change, what did not change is not told as if nothing had`() {
        let both = Understanding(
            act: .request,
            edits: [EditWish(attribute: .beard, type: .target, target: 0), EditWish(attribute: .smiling, type: .target, target: 4)])
        for (language, seed) in (0..<40 as Range<UInt64>).flatMap({ seed in UtteranceLanguage.allCases.map { ($0, seed) } }) {
            var state = DialogState(seed: seed, language: language)
            var degrees = Degrees([2, 2, 0, 2, 2])
            let decision = state.decide(both, degrees: degrees)
            let done = reports(decision, degrees: &degrees)
            let text = state.reply(after: decision, understanding: both, reports: done, degrees: degrees).text.lowercased()
            for claim in ["nothing", "is the same", "stays the same", "as it was", "as before.", "nichts", "bleibt gleich", "dasselbe"] {
                #expect(!text.contains(claim), "\(text)")
            }
        }
    }

    @Test func `yes with another wish carries that out and comes back to the suggestion`() {
        var state = dialog(in: .suggestion, attribute: .bangs)
        let (before, understanding) = (Degrees(repeating: 2), Understanding(act: .yesRequest, edits: [older]))
        let decision = state.decide(understanding, degrees: before)
        #expect(decision == .edit([EditRequest(attribute: .age, target: 3)]))
        var after = before
        let done = reports(decision, degrees: &after)
        let reply = state.reply(after: decision, understanding: understanding, reports: done, degrees: after)
        #expect(reply.kind == .suggestion && reply.attribute == .bangs)
        #expect(state.decide(Understanding(act: .yes), degrees: after) == .edit([EditRequest(attribute: .bangs, target: 3)]))
    }

    @Test func `more after a wish that came to nothing goes on with that wish`() {
        var state = dialog(in: .whatsNext)
        var degrees = Degrees(repeating: 3)
        let glasses = Understanding(
            act: .request, edits: [EditWish(attribute: .eyeglasses, type: .target, direction: .increase, target: 3)])
        let decision = state.decide(glasses, degrees: degrees)
        let done = reports(decision, degrees: &degrees)
        _ = state.reply(after: decision, understanding: glasses, reports: done, degrees: degrees)
        #expect(state.decide(Understanding(act: .more), degrees: degrees) == .edit([EditRequest(attribute: .eyeglasses, target: 4)]))
    }

    @Test func `what cannot go further is not asked whether it is enough`() {
        let off = Understanding(act: .request, edits: [EditWish(attribute: .eyeglasses, type: .target, target: 0)])
        for seed in 0..<40 as Range<UInt64> {
            var (state, degrees) = (DialogState(seed: seed), Degrees(repeating: 2))
            let decision = state.decide(off, degrees: degrees)
            let done = reports(decision, degrees: &degrees)
            let reply = state.reply(after: decision, understanding: off, reports: done, degrees: degrees)
            #expect(reply.kind != .whetherEnough)
        }
    }

    @Test func `a doubtful reading of two wishes is asked about as a whole, with what is to stay`() {
        var state = dialog(in: .whatsNext)
        let degrees = Degrees(repeating: 2)
        let glasses = EditWish(attribute: .eyeglasses, type: .target, target: 4)
        let doubtful = Understanding(act: .request, edits: [older, glasses], keep: [.bangs], confidence: 0.4)
        let reply = state.reply(after: state.decide(doubtful, degrees: degrees), understanding: doubtful, reports: [], degrees: degrees)
        #expect(reply.kind == .clarify && reply.text.contains(" and "))
        var other = state
        let decision = state.decide(Understanding(act: .yes), degrees: degrees)
        #expect(
            decision
                == .edit([
                    EditRequest(attribute: .age, target: 3), EditRequest(attribute: .eyeglasses, target: 4),
                    EditRequest(attribute: .bangs, target: 2),
                ]))
        #expect(state.keeping == [.bangs])
        var third = other
        let smile = EditWish(attribute: .smiling, type: .target, target: 5)
        guard case .edit(let all) = third.decide(Understanding(act: .yesRequest, edits: [smile]), degrees: degrees) else {
            Issue.record("yes, and a laugh too")
            return
        }
        #expect(Set(all.map(\.attribute)) == [.age, .eyeglasses, .smiling, .bangs])
        let no = Understanding(act: .no)
        let answer = other.reply(after: other.decide(no, degrees: degrees), understanding: no, reports: [], degrees: degrees)
        #expect(answer.kind == .whatsNext && says(answer.text, EnglishPhrases.whatInstead) && other.keeping.isEmpty)
    }

    @Test func `a reading below the threshold is asked about, and yes then carries it out`() {
        var state = dialog(in: .whatsNext)
        let degrees = Degrees(repeating: 2)
        let wish = EditWish(attribute: .eyeglasses, type: .target, target: 4)
        let doubtful = Understanding(act: .request, edits: [wish], confidence: 0.4)
        let decision = state.decide(doubtful, degrees: degrees)
        #expect(decision == .noEdit)
        let reply = state.reply(after: decision, understanding: doubtful, reports: [], degrees: degrees)
        #expect(reply.kind == .clarify)
        #expect(reply.attribute == .eyeglasses)
        #expect(reply.text.contains("thick-framed glasses"))
        #expect(state.decide(Understanding(act: .yes), degrees: degrees) == .edit([EditRequest(attribute: .eyeglasses, target: 4)]))
    }

    @Test(arguments: [Act.request, .undo, .end, .more, .no])
    func `a reading without confidence changes nothing`(_ act: Act) {
        var state = dialog(in: .whetherEnough)
        let understanding = Understanding(act: act, edits: act == .request ? [older] : [], confidence: 0.1)
        let decision = state.decide(understanding, degrees: Degrees(repeating: 2))
        #expect(decision == .noEdit)
        let reply = state.reply(after: decision, understanding: understanding, reports: [], degrees: Degrees(repeating: 2))
        #expect(reply.kind == .clarify)
        #expect(reply.text.contains("?"))
    }

    @Test func `yes to a suggestion does what was suggested and then asks whether it is enough`() {
        for seed in UInt64(0)..<40 {
            var state = dialog(in: .whetherEnough, seed: seed)
            var degrees = Degrees([0, 1, 3, 3, 4])
            let content = Understanding(act: .yes)
            let decision = state.decide(content, degrees: degrees)
            #expect(decision == .noEdit)
            let reply = state.reply(after: decision, understanding: content, reports: [], degrees: degrees)
            guard reply.kind == .suggestion, let attribute = reply.attribute else { continue }
            let up = degrees[attribute] <= 2
            let yes = state.decide(Understanding(act: .yes), degrees: degrees)
            #expect(yes == .edit([EditRequest(attribute: attribute, target: degrees[attribute] + (up ? 1 : -1))]))
            let done = reports(yes, degrees: &degrees)
            let check = state.reply(after: yes, understanding: Understanding(act: .yes), reports: done, degrees: degrees)
            #expect(check.kind == .whetherEnough)
            #expect(check.attribute == attribute)
        }
    }

    @Test func `a beard is never suggested to a face that has none`() {
        for seed in UInt64(0)..<300 {
            var state = dialog(in: .whetherEnough, seed: seed)
            let content = Understanding(act: .yes)
            let degrees = Degrees([2, 2, 0, 2, 2])
            let decision = state.decide(content, degrees: degrees)
            let reply = state.reply(after: decision, understanding: content, reports: [], degrees: degrees)
            #expect(reply.kind == .whatsNext || reply.kind == .suggestion)
            #expect(reply.attribute != .beard)
            #expect(reply.attribute != .smiling)
        }
    }

    @Test(arguments: [EditConclusion.alreadyThere, .unreachable, .noEdit])
    func `a turn that changed nothing never claims a change and asks what is next`(_ conclusion: EditConclusion) {
        for seed in UInt64(0)..<200 {
            var state = dialog(in: .whatsNext, seed: seed)
            let degrees = Degrees(repeating: 2)
            let understanding = Understanding(act: .request, edits: [older])
            let decision = state.decide(understanding, degrees: degrees)
            let report = EditReport(
                request: EditRequest(attribute: .age, target: conclusion == .alreadyThere ? 2 : 3), conclusion: conclusion,
                degreesBefore: degrees, degreesAfter: degrees)
            let reply = state.reply(after: decision, understanding: understanding, reports: [report], degrees: degrees)
            #expect(reply.kind == .whatsNext)
            #expect(state.context.kind == .whatsNext)
            #expect(reply.text.hasSuffix("?"))
            let thirties = EnglishWording.level(.age, 2).plain
            let honest = conclusion == .alreadyThere ? EnglishPhrases.alreadyThere : EnglishPhrases.unreachable
            #expect(
                says(reply.text, honest, ["to": [thirties], "from": [thirties], "goal": [EnglishWording.level(.age, 3).plain]]),
                "\(reply.text)")
        }
    }

    @Test func `a walk that stopped early is told with how far it got and what was wanted`() {
        for seed in UInt64(0)..<50 {
            var state = dialog(in: .whatsNext, seed: seed)
            let before = Degrees([0, 0, 0, 0, 2])
            var after = before
            after[.smiling] = 2.6
            let wish = EditWish(attribute: .smiling, type: .target, target: 5)
            let understanding = Understanding(act: .request, edits: [wish])
            let decision = state.decide(understanding, degrees: before)
            let report = EditReport(
                request: EditRequest(attribute: .smiling, target: 5), conclusion: .partial, degreesBefore: before, degreesAfter: after)
            let reply = state.reply(after: decision, understanding: understanding, reports: [report], degrees: after)
            #expect(reply.text.lowercased().contains("a smile with some teeth"))
            #expect(reply.text.contains("a laugh"))
            #expect(!reply.text.hasPrefix("Done"))
        }
    }

    @Test func `another attribute that moved along is mentioned`() {
        var state = dialog(in: .whatsNext)
        let before = Degrees([0, 0, 0, 2, 2])
        let after = Degrees([0, 0, 0, 2, 3])
        var moved = after
        moved[.eyeglasses] = 1.2
        let understanding = Understanding(act: .request, edits: [older])
        let decision = state.decide(understanding, degrees: before)
        let report = EditReport(
            request: EditRequest(attribute: .age, target: 3), conclusion: .reached, degreesBefore: before, degreesAfter: moved)
        let reply = state.reply(after: decision, understanding: understanding, reports: [report], degrees: moved)
        #expect(reply.text.contains("rimless glasses"))
    }

    @Test func `two hundred random turns never trap, whatever is said and however edits end`() throws {
        for seed in UInt64(0)..<20 {
            var state = DialogState(seed: seed)
            var random = DialogRandom(seed: seed &+ 1000)
            var degrees = Degrees((0..<5).map { _ in random.unit() * 5 })
            _ = state.opening(degrees: degrees)
            for turn in 0..<200 {
                let act = Act.allCases.pick(&random)
                let wishes = (0..<random.index(below: 3)).map { _ in
                    EditWish(
                        attribute: Attribute.allCases.pick(&random), type: RequestType.allCases.pick(&random),
                        direction: [nil, .increase, .decrease].pick(&random),
                        amount: [nil, 1, 2.5, .nan, -3, 99].pick(&random), target: [nil, 0, 2.5, 5, .infinity, -1].pick(&random))
                }
                let understanding = Understanding(
                    act: act, edits: wishes, confidence: [1, 1, 0.9, 0.3, 0, .nan].pick(&random))
                var given = degrees
                if random.unit() < 0.05 { given[.age] = .nan }
                let decision = state.decide(understanding, degrees: given)
                var done: [EditReport] = []
                if case .edit(let requests) = decision {
                    #expect(!requests.isEmpty)
                    for request in requests {
                        #expect(Degrees.range.contains(request.target))
                        let before = degrees
                        let conclusion = [EditConclusion.reached, .partial, .unreachable].pick(&random)
                        if conclusion == .reached { degrees[request.attribute] = request.target }
                        if conclusion == .partial { degrees[request.attribute] = random.unit() * 5 }
                        done.append(
                            EditReport(request: request, conclusion: conclusion, degreesBefore: before, degreesAfter: degrees))
                    }
                }
                let reply = state.reply(after: decision, understanding: understanding, reports: done, degrees: degrees)
                #expect(!reply.text.isEmpty)
                #expect(!reply.text.contains("{"))
                #expect(!reply.text.contains("  "))
                #expect((reply.kind == .farewell) == (state.phase == .end))
                #expect(state.context.kind != .start)
                if reply.kind == .whetherEnough || reply.kind == .suggestion {
                    #expect(state.context.attribute == reply.attribute)
                    #expect(reply.attribute != nil)
                }
                #expect(state.steps.count <= DialogState.rememberedSteps)
                if turn % 50 == 0 {
                    let stored = try JSONEncoder().encode(state)
                    #expect(try JSONDecoder().decode(DialogState.self, from: stored) == state)
                }
            }
            let bye = Understanding(act: .end)
            let decision = state.decide(bye, degrees: degrees)
            #expect(state.phase == .end)
            #expect(state.reply(after: decision, understanding: bye, reports: [], degrees: degrees).kind == .farewell)
        }
    }

    @Test func `the same seed and the same turns give the same words`() {
        func talk() -> [String] {
            var state = DialogState(seed: 42)
            var degrees = Degrees(repeating: 2)
            var texts = [state.opening(degrees: degrees).text]
            for act in [Act.request, .no, .less, .yes, .yes, .undo, .smalltalk, .question, .unsupported, .end] {
                let understanding = Understanding(act: act, edits: act == .request ? [older] : [])
                let decision = state.decide(understanding, degrees: degrees)
                let done = reports(decision, degrees: &degrees)
                texts.append(state.reply(after: decision, understanding: understanding, reports: done, degrees: degrees).text)
            }
            return texts
        }
        #expect(talk() == talk())
    }
}
