import FaceAttributes
import Foundation
import Testing

@testable import Dialog

@Suite struct UtteranceCorpusTests {
    private static let corpora = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Corpora").standardized

    private static func texts(_ language: UtteranceLanguage) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            at: corpora.appending(path: language.rawValue), includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "txt" }.map { try String(contentsOf: $0, encoding: .utf8) }
    }

    private static func only(_ line: String, under heading: String = "request") throws -> MarkedUtterance {
        var random = DialogRandom(seed: 1)
        return try CorpusLine(line[...], under: try CorpusHeading(heading[...])).sentence(random: &random)
    }

    @Test(arguments: [
        ("<s+>", WishLabel(topic: .smiling, type: .indefinite, sense: .increase)),
        ("<a-2>", WishLabel(topic: .age, type: .definite, sense: .decrease, amount: 2)),
        ("<b=4>", WishLabel(topic: .bangs, type: .target, sense: .either, target: 4)),
        ("<g=3^>", WishLabel(topic: .eyeglasses, type: .target, sense: .increase, target: 3)),
        ("<x-1>", WishLabel(topic: .same, type: .definite, sense: .decrease, amount: 1)),
    ])
    func `a tag says what the word before it ends`(tag: String, label: WishLabel) throws {
        let sentence = try Self.only("please do it\(tag) now")
        #expect(sentence.tokens == ["please", "do", "it", "now"] && sentence.act == UtteranceAct(.request))
        #expect(sentence.ends == [MarkedUtterance.End(position: 2, label: label, isKeep: false)])
    }

    @Test func `what is to stay is no wish`() throws {
        let sentence = try Self.only("the beard<d!> is fine", under: "smalltalk")
        #expect(sentence.ends == [MarkedUtterance.End(position: 1, label: WishLabel(topic: .beard), isKeep: true)])
    }

    @Test func `a heading gives act and context`() throws {
        let sentence = try Self.only("nope, older<a+>", under: "no_request @enough:beard-")
        #expect(sentence.act.act == .noRequest && sentence.context.kind == .whetherEnough && sentence.context.attribute == .beard)
        #expect(sentence.context.lastEdit == LastEdit(attribute: .beard, direction: .decrease, amount: 1))
        #expect(try Self.only("to the start", under: "undo_start").act == UtteranceAct(.undo, toStart: true))
    }

    @Test func `more and less carry their amount, said or not`() throws {
        #expect(try Self.only("too much", under: "less").ends.map(\.label) == [WishLabel(topic: .same, type: .indefinite, sense: .either)])
        #expect(try Self.only("two less<2>", under: "less").ends.map(\.label.amount) == [2])
    }

    @Test(arguments: [
        ("older<a+>", "line 1: no heading stands above"), ("## request\nolder", "line 2: there is no wish"),
        ("## yes\nolder<a+>", "line 2: there is a wish"), ("## request\n[old<a+>|older]", "line 2: a tag stands inside of brackets"),
        ("## request\nolder<q+>", "line 2: the tag q+ names no attribute"), ("## request\nolder<a=9>", "line 2: the tag a=9 has no degree"),
        ("## shout", "line 1: there is no act shout"), ("## yes @later", "line 1: there is no context @later"),
    ])
    func `a faulty line is named with its reason`(text: String, message: String) {
        #expect(performing: { try UtteranceCorpus([text], language: .english) }, throws: { String(describing: $0) == message })
    }

    @Test(arguments: UtteranceLanguage.allCases) func `every line of the shipped corpora is read and gives whole sentences`(
        _ language: UtteranceLanguage
    ) throws {
        let corpus = try UtteranceCorpus(try Self.texts(language), language: language)
        #expect(corpus.count > 1500)
        for sentence in corpus.sentences(count: 4000, seed: 3) {
            // A text of marks alone has no tokens, and so no wish.
            #expect(sentence.ends.allSatisfy { sentence.tokens.indices.contains($0.position) })
            #expect(Set(sentence.ends.map(\.position)).count == sentence.ends.count, "\(sentence.tokens)")
            #expect(sentence.act.carriesWish == sentence.ends.contains { !$0.isKeep }, "\(sentence.tokens)")
        }
    }

    @Test func `lines that an encoder reads otherwise are named`() throws {
        struct Yes: LanguageUnderstanding {
            func understand(_ text: String, in context: DialogContext) -> Understanding { Understanding(act: .yes) }
        }
        let corpus = try UtteranceCorpus(["## yes\nsure\n## no\n[no|nope]"], language: .english)
        let misreadings = corpus.misreadings(by: Yes(), draws: 4)
        #expect(misreadings.map(\.line) == ["[no|nope]"] && misreadings.map(\.misread) == [4])
    }

    @Test func `a sentence is read right only with the same act, wishes and what stays`() throws {
        let sentence = try Self.only("older<a+2> and it longer<x+>, keep the smile<s!>", under: "request @enough:beard+")
        let older = EditWish(attribute: .age, type: .definite, direction: .increase, amount: 2)
        let longer = EditWish(attribute: .beard, type: .indefinite, direction: .increase)
        #expect(sentence.isRead(as: Understanding(act: .request, edits: [longer, older], keep: [.smiling])))
        #expect(!sentence.isRead(as: Understanding(act: .request, edits: [longer, older])))
        #expect(!sentence.isRead(as: Understanding(act: .request, edits: [older], keep: [.smiling])))
        #expect(!sentence.isRead(as: Understanding(act: .yesRequest, edits: [longer, older], keep: [.smiling])))
    }

    @Test func `equal seeds draw equal sentences`() throws {
        let corpus = try UtteranceCorpus(try Self.texts(.german), language: .german)
        #expect(corpus.sentences(count: 50, seed: 9) == corpus.sentences(count: 50, seed: 9))
        #expect(corpus.sentences(count: 50, seed: 9) != corpus.sentences(count: 50, seed: 10))
    }
}

@Suite struct UtteranceSpellingsTests {
    @Test func `a word, or two together, is replaced by a variant, and the end of a wish stays with it`() {
        let spellings = UtteranceSpellings("sunglasses\tsun_glasses\na_lot\talot\nsmile\tsmile smyle\nno tab\n")
        #expect(spellings.count == 3)
        #expect(spellings.match(["a", "lot", "older"]).map { [[String(describing: $0.used)]] + $0.by } == [["2"], ["alot"]])
        #expect(spellings.match(["smile"])?.by == [["smyle"]], "a variant that reads the same is none")
        #expect(spellings.match(["beard"]) == nil)
        let noise = UtteranceNoise(fillers: ["well"], shortForms: [:], droppable: [], spellings: spellings)
        let end = MarkedUtterance.End(
            position: 1, label: WishLabel(topic: .eyeglasses, type: .target, sense: .either, target: 5), isKeep: false)
        let sentence = MarkedUtterance(
            tokens: ["add", "sunglasses", "please"], context: DialogContext(kind: .start), act: UtteranceAct(.request), ends: [end])
        var random = DialogRandom(seed: 3)
        let torn = (0..<400).map { _ in noise.disturbed(sentence, random: &random) }.filter { $0.tokens.contains("glasses") }
        #expect(!torn.isEmpty && torn.allSatisfy { $0.tokens[$0.ends[0].position].hasPrefix("gl") || $0.tokens.count > 4 })
    }
}
