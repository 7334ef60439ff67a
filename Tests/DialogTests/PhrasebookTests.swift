import FaceAttributes
import Testing

@testable import Dialog

/// Everything the system can say, spelled out.
@Suite struct PhrasebookTests {
    /// A pool of templates and how many different ones it must have.
    struct Pool: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var patterns: [Pattern]
        var fewest: Int
        /// What "{what}" is filled with: names with "the", or without.
        var articles: Bool

        init(_ name: String, _ patterns: [Pattern], atLeast fewest: Int, articles: Bool = false) {
            testDescription = name
            self.patterns = patterns
            self.fewest = fewest
            self.articles = articles
        }
    }

    static let pools: [Pool] = [
        Pool("opening", Phrasebook.opening, atLeast: 60), Pool("reached", Phrasebook.reached, atLeast: 60),
        Pool("partial", Phrasebook.partial, atLeast: 60), Pool("already there", Phrasebook.alreadyThere, atLeast: 60),
        Pool("end of scale", Phrasebook.endOfScale, atLeast: 60), Pool("unreachable", Phrasebook.unreachable, atLeast: 60),
        Pool("undone", Phrasebook.undone, atLeast: 60), Pool("whether enough", Phrasebook.whetherEnough, atLeast: 60),
        Pool("suggestion", Phrasebook.suggestion, atLeast: 60), Pool("what's next", Phrasebook.whatsNext, atLeast: 60),
        Pool("unsupported", Phrasebook.unsupported, atLeast: 60), Pool("question", Phrasebook.question, atLeast: 60),
        Pool("small talk", Phrasebook.smalltalk, atLeast: 60), Pool("misunderstood", Phrasebook.misunderstood, atLeast: 60),
        Pool("confirm", Phrasebook.confirm, atLeast: 60), Pool("farewell", Phrasebook.farewell, atLeast: 60),
        Pool("content", Phrasebook.content, atLeast: 60), Pool("declined", Phrasebook.declined, atLeast: 60),
        Pool("reached nearby", Phrasebook.reachedNearby, atLeast: 20), Pool("partial nearby", Phrasebook.partialNearby, atLeast: 20),
        Pool("almost", Phrasebook.almost, atLeast: 20), Pool("stuck", Phrasebook.stuck, atLeast: 20),
        Pool("wrong way", Phrasebook.wrongWay, atLeast: 20), Pool("wrong way nearby", Phrasebook.wrongWayNearby, atLeast: 20),
        Pool("side effect", Phrasebook.sideEffect, atLeast: 20), Pool("nothing to undo", Phrasebook.nothingToUndo, atLeast: 20),
        Pool("nothing to redo", Phrasebook.nothingToRedo, atLeast: 20), Pool("redone", Phrasebook.redone, atLeast: 20),
        Pool("started over", Phrasebook.startedOver, atLeast: 20), Pool("agreed to nothing", Phrasebook.agreedToNothing, atLeast: 20),
        Pool("nothing to adjust", Phrasebook.nothingToAdjust, atLeast: 20), Pool("what instead", Phrasebook.whatInstead, atLeast: 20),
        Pool("which one", Phrasebook.whichOne, atLeast: 20), Pool("noted", Phrasebook.noted, atLeast: 20, articles: true),
        Pool("beyond the model", Phrasebook.beyondModel, atLeast: 20), Pool("left alone", Phrasebook.leftAlone, atLeast: 20),
        Pool("acknowledgement", Phrasebook.acknowledgement, atLeast: 12),
        Pool("opening without edits", Phrasebook.openingWithoutEdits, atLeast: 12),
        Pool("nothing run", Phrasebook.nothingRun, atLeast: 12), Pool("undone earlier", Phrasebook.undoneEarlier, atLeast: 12),
        Pool("redone earlier", Phrasebook.redoneEarlier, atLeast: 12),
    ]

    /// What slots are filled with: every level, change and direction of every attribute.
    private static let fillings: [[String: [String]]] = Attribute.allCases.flatMap { attribute in
        (0...5).map { label in
            let direction: Direction = label.isMultiple(of: 2) ? .increase : .decrease
            let other = Attribute.allCases[(attribute.index + 1 + label % 4) % 5]
            var degrees = Degrees(repeating: Double((label + 2) % 6))
            degrees[attribute] = Double(label)
            return [
                "from": [Wording.level(attribute, label)], "to": [Wording.level(attribute, (label + 1) % 6)],
                "goal": [Wording.level(attribute, (label + 3) % 6)], "detail": [Wording.detail(attribute, (label + 1) % 6)],
                "noun": [Wording.noun(attribute)], "nounIs": [Wording.nounIs(attribute)], "isNoun": [Wording.isNoun(attribute)],
                "comparative": [Wording.comparative(attribute, direction)], "positive": [Wording.positive(attribute, direction)],
                "end": [label > 2 ? "upper" : "lower"],
                "wish": [Wording.change(attribute, direction, from: Double(label)), Wording.level(attribute, label)],
                "list": [Wording.list(Attribute.allCases.map(Wording.noun)), Wording.list([attribute, other].map(Wording.noun))],
                "what": [Wording.noun(attribute), Wording.list([attribute, other].map(Wording.noun))],
                "theWhat": ["the \(Wording.noun(attribute))", Wording.list([attribute, other].map { "the " + Wording.noun($0) })],
                "face": [Wording.description(degrees)],
            ]
        }
    }

    @Test(arguments: pools) func `every sentence of a situation is whole, whatever its slots hold`(_ pool: Pool) {
        #expect(Set(pool.patterns.map(\.source)).count >= pool.fewest, "\(pool.patterns.count)")
        #expect(Set(pool.patterns.map(\.source)).count == pool.patterns.count, "a template stands there twice")
        for var slots in Self.fillings {
            if pool.articles { slots["what"] = slots["theWhat"] }
            for pattern in pool.patterns {
                let sentences = pattern.expansions(slots)
                #expect(!sentences.isEmpty, "\(pattern.source) has a slot that nothing fills")
                for sentence in sentences {
                    let text = Wording.sentences(sentence)
                    let faults = Self.faults(in: text)
                    #expect(faults.isEmpty, "\(faults): \(text)")
                }
            }
        }
    }

    /// What is wrong with a text as such.
    private static func faults(in text: String) -> [String] {
        var faults: [String] = []
        if text.first?.isUppercase != true { faults.append("no capital") }
        if text.last.map({ !".?!".contains($0) }) ?? true { faults.append("no full stop") }
        let words = text.lowercased().split(separator: " ")
        if zip(words, words.dropFirst()).contains(where: { $0 == $1 && $0 != "that" }) { faults.append("a word twice") }
        for bad in ["  ", " ,", " .", "..", "{", "[", "|", " a a", " an a ", " the a ", "the no ", " a no ", "!!", ",,", "?."]
        where text.lowercased().contains(bad) {
            faults.append("\"\(bad)\"")
        }
        return faults
    }
}
