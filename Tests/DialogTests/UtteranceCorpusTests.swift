import FaceAttributes
import Foundation
import Testing

@testable import Dialog

@Suite struct UtteranceCorpusTests {
    private static let corpora = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Corpora").standardized

    private static func texts(_ language: UtteranceLanguage) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            at: corpora.appending(path: language.rawValue), includingPropertiesForKeys: nil
        ).map { try String(contentsOf: $0, encoding: .utf8) }
    }

    private static func only(_ line: String, under heading: String = "request") throws -> MarkedUtterance {
        try #require(try UtteranceCorpus(["## \(heading)\n\(line)"], language: .english).plainSentences(count: 1).first)
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
            #expect(!sentence.tokens.isEmpty && sentence.ends.allSatisfy { sentence.tokens.indices.contains($0.position) })
            #expect(Set(sentence.ends.map(\.position)).count == sentence.ends.count, "\(sentence.tokens)")
            #expect(sentence.act.carriesWish == sentence.ends.contains { !$0.isKeep }, "\(sentence.tokens)")
        }
    }

    @Test func `equal seeds draw equal sentences`() throws {
        let corpus = try UtteranceCorpus(try Self.texts(.german), language: .german)
        #expect(corpus.sentences(count: 50, seed: 9) == corpus.sentences(count: 50, seed: 9))
        #expect(corpus.sentences(count: 50, seed: 9) != corpus.sentences(count: 50, seed: 10))
    }
}
