import FaceAttributes
import Testing

@testable import Dialog

/// A talk with an editor that always succeeds.
private struct Talk {
    var state = DialogState(seed: 3)
    var degrees = Degrees(repeating: 2)
    /// The faces by turn, as the service keeps them, and the current one.
    var faces: [(degrees: Degrees, parent: Int?)] = []
    var current = 0

    init() {
        _ = state.opening(degrees: degrees)
        faces = [(degrees, nil)]
    }

    @discardableResult
    mutating func say(_ understanding: Understanding) -> (decision: Decision, reply: Reply) {
        let decision = state.decide(understanding, degrees: degrees)
        var reports: [EditReport] = []
        switch decision {
        case .edit(let requests):
            for request in requests {
                let before = degrees
                degrees[request.attribute] = request.target
                reports.append(
                    EditReport(
                        request: request, conclusion: before == degrees ? .alreadyThere : .reached, degreesBefore: before,
                        degreesAfter: degrees))
            }
            show(degrees)
        case .undo:
            state.leave(face: current)
            current = faces[current].parent ?? 0
        case .redo: current = state.faceToRedo ?? current
        case .startOver: show(faces[0].degrees)
        case .noEdit, .end: break
        }
        degrees = faces[current].degrees
        return (decision, state.reply(after: decision, understanding: understanding, reports: reports, degrees: degrees))
    }

    private mutating func show(_ degrees: Degrees) {
        faces.append((degrees, current))
        current = faces.count - 1
    }
}

private func change(_ attribute: Attribute, _ direction: Direction) -> Understanding {
    Understanding(act: .request, edits: [EditWish(attribute: attribute, type: .indefinite, direction: direction)])
}

@Suite struct DialogHistoryTests {
    @Test func `what was taken back can be made again, step by step, until something else is changed`() {
        var talk = Talk()
        talk.say(change(.smiling, .increase))
        talk.say(change(.age, .increase))
        let changed = talk.degrees
        talk.say(Understanding(act: .undo))
        talk.say(Understanding(act: .undo))
        #expect(talk.degrees == Degrees(repeating: 2))
        #expect(talk.say(Understanding(act: .redo)).decision == .redo)
        #expect(talk.degrees[.smiling] == 3 && talk.degrees[.age] == 2)
        #expect(talk.say(Understanding(act: .redo)).decision == .redo)
        #expect(talk.degrees == changed)
        #expect(talk.say(Understanding(act: .redo)).decision == .noEdit)
        talk.say(Understanding(act: .undo))
        talk.say(change(.beard, .increase))
        #expect(talk.state.faceToRedo == nil)
        #expect(talk.say(Understanding(act: .redo)).decision == .noEdit)
    }

    @Test func `more after an undo means the change before, and after a redo the one made again`() {
        var talk = Talk()
        talk.say(change(.smiling, .increase))
        talk.say(change(.age, .decrease))
        talk.say(Understanding(act: .undo))
        #expect(talk.state.context.lastEdit?.attribute == .smiling)
        talk.say(Understanding(act: .redo))
        #expect(talk.state.context.lastEdit?.attribute == .age)
        #expect(talk.say(Understanding(act: .more)).decision == .edit([EditRequest(attribute: .age, target: 0)]))
    }

    @Test func `start over shows the first picture, and an undo leads back`() {
        var talk = Talk()
        #expect(talk.say(Understanding(act: .undo, toStart: true)).decision == .noEdit)
        talk.say(change(.smiling, .increase))
        talk.say(change(.age, .increase))
        let changed = talk.degrees
        #expect(talk.say(Understanding(act: .undo, toStart: true)).decision == .startOver)
        #expect(talk.degrees == Degrees(repeating: 2) && talk.state.wanted.isEmpty)
        #expect(talk.state.context.lastEdit == nil)
        #expect(talk.say(Understanding(act: .undo)).decision == .undo)
        #expect(talk.degrees == changed)
    }

    @Test func `what is to stay is walked back to with every later edit, until it is asked for itself`() {
        var talk = Talk()
        let noted = talk.say(Understanding(act: .smalltalk, keep: [.smiling]))
        #expect(noted.decision == .noEdit && noted.reply.text.contains("smile"))
        #expect(talk.state.keeping == [.smiling])
        #expect(
            talk.say(change(.age, .increase)).decision
                == .edit([EditRequest(attribute: .age, target: 3), EditRequest(attribute: .smiling, target: 2)]))
        #expect(talk.state.held == [.smiling])
        talk.say(change(.smiling, .increase))
        #expect(talk.state.keeping.isEmpty && talk.state.held.isEmpty)
    }

    @Test func `an undo brings back what was wanted and kept, and what is to stay stays as it is shown`() {
        var talk = Talk()
        talk.say(Understanding(act: .smalltalk, keep: [.smiling]))
        talk.say(change(.age, .increase))
        talk.say(Understanding(act: .smalltalk, keep: [.age]))
        talk.say(change(.smiling, .increase))
        #expect(talk.state.keeping == [.age])
        talk.say(Understanding(act: .undo))
        #expect(Set(talk.state.keeping) == [.age, .smiling] && !talk.state.wanted.contains { $0.attribute == .smiling })
        talk.say(Understanding(act: .undo))
        #expect(talk.degrees[.age] == 2 && talk.state.wanted.isEmpty)
        let next = talk.say(change(.bangs, .increase)).decision
        guard case .edit(let requests) = next else { return #expect(Bool(false), "\(next)") }
        #expect(requests.first { $0.attribute == .age }?.target == 2, "the age that is shown now, not the one taken back")
    }

    @Test func `a redo makes free again what the change had set free`() {
        var talk = Talk()
        talk.say(Understanding(act: .smalltalk, keep: [.smiling]))
        talk.say(change(.smiling, .increase))
        talk.say(Understanding(act: .undo))
        talk.say(Understanding(act: .redo))
        #expect(talk.state.keeping.isEmpty && talk.state.wanted.map(\.target) == [3])
    }

    @Test func `who is at the start already cannot start over`() {
        var talk = Talk()
        talk.say(change(.smiling, .increase))
        talk.say(Understanding(act: .undo, toStart: true))
        #expect(talk.say(Understanding(act: .undo, toStart: true)).decision == .noEdit)
        #expect(talk.say(Understanding(act: .undo)).decision == .undo)
        #expect(talk.degrees[.smiling] == 3)
    }

    @Test func `a reply says nothing of what was only held in place`() {
        var talk = Talk()
        talk.say(Understanding(act: .smalltalk, keep: [.beard]))
        for _ in 0..<10 {
            let reply = talk.say(change(.age, talk.degrees[.age] < 2.5 ? .increase : .decrease)).reply
            #expect(!reply.text.contains("stubble already"))
        }
    }

    @Test func `the talk knows the degree last asked for of every attribute`() {
        var talk = Talk()
        talk.say(change(.smiling, .increase))
        talk.say(Understanding(act: .request, edits: [EditWish(attribute: .age, type: .target, target: 4)]))
        talk.say(Understanding(act: .more))
        #expect(Dictionary(uniqueKeysWithValues: talk.state.wanted.map { ($0.attribute, $0.target) }) == [.smiling: 3, .age: 5])
    }
}
