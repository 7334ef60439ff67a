import FaceAttributes
import Testing

@testable import Dialog

/// Everything the system can say, spelled out, in every language.
@Suite struct PhrasebookTests {
    /// How many different templates every pool must have.
    static let fewest = 60

    /// A pool of templates.
    struct Pool: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var patterns: @Sendable (any Phrasebook.Type) -> [Pattern]

        init(_ name: String, _ patterns: @escaping @Sendable (any Phrasebook.Type) -> [Pattern]) {
            testDescription = name
            self.patterns = patterns
        }
    }

    static let pools: [Pool] = [
        Pool("opening") { $0.opening }, Pool("reached") { $0.reached },
        Pool("partial") { $0.partial }, Pool("already there") { $0.alreadyThere },
        Pool("end of scale") { $0.endOfScale }, Pool("unreachable") { $0.unreachable },
        Pool("undone") { $0.undone }, Pool("whether enough") { $0.whetherEnough },
        Pool("suggestion") { $0.suggestion }, Pool("what's next") { $0.whatsNext },
        Pool("unsupported") { $0.unsupported }, Pool("question") { $0.question },
        Pool("small talk") { $0.smalltalk }, Pool("misunderstood") { $0.misunderstood },
        Pool("confirm") { $0.confirm }, Pool("farewell") { $0.farewell },
        Pool("content") { $0.content }, Pool("declined") { $0.declined },
        Pool("reached nearby") { $0.reachedNearby }, Pool("partial nearby") { $0.partialNearby },
        Pool("almost") { $0.almost }, Pool("stuck") { $0.stuck },
        Pool("wrong way") { $0.wrongWay }, Pool("wrong way nearby") { $0.wrongWayNearby },
        Pool("side effect") { $0.sideEffect }, Pool("nothing to undo") { $0.nothingToUndo },
        Pool("nothing to redo") { $0.nothingToRedo }, Pool("redone") { $0.redone },
        Pool("started over") { $0.startedOver }, Pool("agreed to nothing") { $0.agreedToNothing },
        Pool("nothing to adjust") { $0.nothingToAdjust }, Pool("what instead") { $0.whatInstead },
        Pool("which one") { $0.whichOne }, Pool("noted") { $0.noted },
        Pool("beyond the model") { $0.beyondModel }, Pool("left alone") { $0.leftAlone },
        Pool("acknowledgement") { $0.acknowledgement },
        Pool("opening without edits") { $0.openingWithoutEdits },
        Pool("nothing run") { $0.nothingRun }, Pool("undone earlier") { $0.undoneEarlier },
        Pool("redone earlier") { $0.redoneEarlier },
    ]

    /// What slots are filled with: every level, change and direction of every attribute.
    private static func fillings(_ wording: any Wording.Type) -> [[String: [String]]] {
        Attribute.allCases.flatMap { attribute in
            (0...5).map { label in
                let direction: Direction = label.isMultiple(of: 2) ? .increase : .decrease
                let other = Attribute.allCases[(attribute.index + 1 + label % 4) % 5]
                var degrees = Degrees(repeating: Double((label + 2) % 6))
                degrees[attribute] = Double(label)
                var terms = wording.about(attribute, direction).mapValues { [$0] }
                terms["from"] = [wording.level(attribute, label)]
                terms["to"] = [wording.level(attribute, (label + 1) % 6)]
                terms["goal"] = [wording.level(attribute, (label + 3) % 6)]
                terms["detail"] = [wording.detail(attribute, (label + 1) % 6)]
                terms["shift"] = [Term(wording.shift(attribute, from: label, to: (label + 1) % 6))]
                terms["end"] = [wording.end(label > 2 ? .increase : .decrease)]
                terms["wish"] = [wording.change(attribute, direction, from: Double(label)), wording.level(attribute, label)]
                terms["list"] = [wording.list(Attribute.allCases), wording.list([attribute, other])]
                terms["what"] = [wording.list([attribute]), wording.list([attribute, other])]
                terms["face"] = [wording.description(degrees)]
                var slots: [String: [String]] = [:]
                for (name, terms) in terms {
                    for term in terms {
                        for (form, text) in term.forms { slots[name + form, default: []].append(text) }
                    }
                }
                return slots
            }
        }
    }

    @Test(arguments: UtteranceLanguage.allCases, pools)
    func `every sentence of a situation is whole, whatever its slots hold`(_ language: UtteranceLanguage, _ pool: Pool) async {
        let patterns = pool.patterns(language.phrases)
        #expect(Set(patterns.map(\.source)).count >= Self.fewest, "\(patterns.count)")
        #expect(Set(patterns.map(\.source)).count == patterns.count, "a template stands there twice")
        let fillings = Self.fillings(language.wording)
        for pattern in patterns {
            // Tests that wait for a server share these threads.
            await Task.yield()
            // Each filling of the slots that the template has, once.
            let own = Set(fillings.map { $0.filter { slot, _ in pattern.source.contains("{\(slot)}") } })
            for slots in own {
                let sentences = pattern.expansions(slots)
                #expect(!sentences.isEmpty, "\(pattern.source) has a slot that nothing fills")
                let faulty = sentences.map(\.withCapitalizedSentences).first { !Self.faults(in: $0, language).isEmpty }
                #expect(faulty == nil, "\(faulty.map { Self.faults(in: $0, language) } ?? [])")
            }
        }
    }

    private static func faults(in text: String, _ language: UtteranceLanguage) -> [String] {
        faults(in: text) + (language == .german ? GermanFaults.faults(in: text) : [])
    }

    /// What is wrong with a text as such.
    private static func faults(in text: String) -> [String] {
        var faults: [String] = []
        if text.first?.isUppercase != true { faults.append("no capital") }
        if text.last.map({ !".?!".contains($0) }) ?? true { faults.append("no full stop") }
        let small = text.lowercased()
        let words = small.split(separator: " ")
        if zip(words, words.dropFirst()).contains(where: { $0 == $1 && $0 != "that" }) { faults.append("a word twice") }
        for bad in ["  ", " ,", " .", "..", "{", "[", "|", " a a", " an a ", " the a ", "the no ", " a no ", "!!", ",,", "?."]
        where small.contains(bad) {
            faults.append("\"\(bad)\"")
        }
        return faults
    }

    @Test(
        "faulty German is told apart from sound German",
        arguments: [
            ("Ich sehe einen kurzen Pony.", true), ("Ich sehe einen kurzer Pony.", false), ("Ich sehe eine kurzen Pony.", false),
            ("Das ist ein etwas älteres Gesicht.", true), ("Das ist ein etwas ältere Gesicht.", false),
            ("Die Pony ist länger.", false), ("Ich ändere etwas an der Brille.", true), ("Ich ändere etwas an dem Bart.", false),
            ("Wir kommen zu einer Brille.", true), ("Wir kommen zu eine Brille.", false), ("Ein Bart statt einer Brille.", true),
            ("Ein Bart statt eine Brille.", false), ("Ein Wort für einem Bart.", false),
            ("Das ist das Bild, bei dem wir waren.", true), ("Sag es mit ein paar Worten.", true),
        ])
    func germanFaults(text: String, isSound: Bool) {
        #expect(GermanFaults.faults(in: text).isEmpty == isSound, "\(GermanFaults.faults(in: text))")
    }
}
