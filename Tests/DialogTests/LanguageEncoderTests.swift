import FaceAttributes
import Foundation
import Tensor
import Testing

@testable import Dialog

private let small = LanguageConfiguration(embedding: 16, hidden: 24, layers: 2, headWidth: 16)

/// A tiny encoder with random weights.
private func untrained(_ configuration: LanguageConfiguration = small) throws -> LanguageEncoder {
    let vocabulary = LanguageVocabulary(configuration: configuration, texts: ["make her smile more no yes"], minimum: 1)
    return try LanguageEncoder(
        vocabulary, tensors: LanguageNetwork.initialTensors(configuration, words: vocabulary.words.count, seed: 3))
}

@Suite struct LanguageEncoderTests {
    static let lesson: [(String, ContextKind, SentenceLabel)] = [
        ("make her smile", .start, SentenceLabel(act: .request, topic: .smiling, type: .target, sense: .increase, target: 3)),
        ("make her older", .start, SentenceLabel(act: .request, topic: .age, type: .indefinite, sense: .increase)),
        ("make her much younger", .start, SentenceLabel(act: .request, topic: .age, type: .definite, sense: .decrease, amount: 3)),
        ("make it longer", .whetherEnough, SentenceLabel(act: .request, topic: .same, type: .indefinite, sense: .increase)),
        ("no beard", .whatsNext, SentenceLabel(act: .request, topic: .beard, type: .target, sense: .either, target: 0)),
        ("yes", .suggestion, SentenceLabel(act: .yes)),
        ("no", .suggestion, SentenceLabel(act: .no)),
        ("a bit less", .whetherEnough, SentenceLabel(act: .less, type: .definite, amount: 1)),
        ("more", .whetherEnough, SentenceLabel(act: .more, type: .indefinite)),
        ("paint the sky", .start, SentenceLabel(act: .unsupported)),
    ]

    /// An encoder that has learnt the lesson by heart.
    static let learnt: LanguageEncoder? = {
        let vocabulary = LanguageVocabulary(configuration: small, texts: lesson.map(\.0), minimum: 1)
        let index = WordIndex(vocabulary)
        var tensors = LanguageNetwork.initialTensors(small, words: vocabulary.words.count, seed: 1)
        let names = tensors.keys.filter { !$0.contains("running_") }.sorted()
        var adam = Adam(names.map { tensors[$0]! }, learningRate: 0.01)
        let sentences = lesson.map { Tokenizer.words($0.0).map(index.row) }
        let classes = lesson.map { small.classes(of: $0.2, in: $0.1) }
        for _ in 0..<150 {
            let parameters = names.map { tensors[$0]! }
            let leaves = parameters.map { $0.tracked() }
            let tracked = tensors.merging(zip(names, leaves)) { $1 }
            guard
                let network = try? LanguageNetwork(
                    small, words: vocabulary.words.count, tensor: { (name, _) throws(WeightFileError) in tracked[name]! })
            else { return nil }
            let losses = network.logits(sentences, training: true).enumerated().map { head, logits in
                logits.crossEntropy(classes.map { $0[head] })
            }
            adam.update(parameters, with: gradients(of: losses.dropFirst().reduce(losses[0], +), for: leaves))
        }
        tensors = tensors.mapValues { $0 }
        return try? LanguageEncoder(vocabulary, tensors: tensors)
    }()

    @Test func `a tiny encoder learns a tiny set by heart`() throws {
        let encoder = try #require(Self.learnt)
        for (text, context, label) in Self.lesson {
            let answers = encoder.classes(text)
            for (head, expected) in zip(small.heads, small.classes(of: label, in: context)) {
                if let expected { #expect(answers[head.name] == head.classes[expected], "\(text), \(head.name)") }
            }
        }
    }

    @Test func `what the heads say becomes an understanding in the light of the context`() throws {
        let encoder = try #require(Self.learnt)
        let start = DialogContext(kind: .start)
        let smile = encoder.understand("Make her smile!", in: start)
        #expect(smile.act == .request)
        #expect(smile.edits == [EditWish(attribute: .smiling, type: .target, direction: .increase, target: 3)])
        #expect(smile.confidence > 0.5)
        let younger = encoder.understand("make her much younger", in: start)
        #expect(younger.edits == [EditWish(attribute: .age, type: .definite, direction: .decrease, amount: 3)])
        let last = LastEdit(attribute: .bangs, direction: .increase, amount: 1)
        let asked = DialogContext(kind: .whetherEnough, attribute: .bangs, lastEdit: last)
        #expect(
            encoder.understand("make it longer", in: asked).edits == [EditWish(attribute: .bangs, type: .indefinite, direction: .increase)])
        #expect(
            encoder.understand("a bit less", in: asked).edits == [
                EditWish(attribute: .bangs, type: .definite, direction: .decrease, amount: 1)
            ])
        #expect(encoder.understand("more", in: asked).edits == [EditWish(attribute: .bangs, type: .indefinite, direction: .increase)])
        let nothingYet = encoder.understand("make it longer", in: DialogContext(kind: .whetherEnough))
        #expect(nothingYet.act == .request && nothingYet.edits.isEmpty)
    }

    @Test(arguments: ["", "   ", "?!.", "…", "\u{0}", "😀😀😀"]) func `a text without words is read with no confidence`(_ text: String) throws
    {
        let understanding = try untrained().understand(text, in: DialogContext(kind: .start))
        #expect(understanding.edits.isEmpty)
        #expect(understanding.confidence == 0 || !Tokenizer.words(text).isEmpty)
    }

    @Test func `any text in any context gives an understanding`() throws {
        let encoder = try untrained()
        for text in ["more", "xyzzy plugh", String(repeating: "no ", count: 5000), "Ωμέγα 你好 1️⃣"] {
            for kind in ContextKind.allCases {
                let understanding = encoder.understand(text, in: DialogContext(kind: kind))
                #expect((0...1).contains(understanding.confidence))
            }
        }
    }

    @Test func `a sentence is read alike alone and in a padded batch`() throws {
        let vocabulary = LanguageVocabulary(configuration: small, words: LanguageVocabulary.special + ["a", "b", "c"])
        let tensors = LanguageNetwork.initialTensors(small, words: vocabulary.words.count, seed: 5)
        let network = try LanguageNetwork(small, words: vocabulary.words.count) { (name, _) throws(WeightFileError) in tensors[name]! }
        let sentences = [[4], [5, 6, 4, 4, 5], [6, 4, 3]]
        let together = network.logits(sentences)
        for (row, sentence) in sentences.enumerated() {
            for (alone, batch) in zip(network.logits([sentence]), together) {
                let expected = batch.slice(axis: 0, row..<row + 1).values
                #expect(zip(alone.values, expected).allSatisfy { abs($0 - $1) < 1e-5 })
            }
        }
    }

    @Test func `weights and vocabulary survive their files, in half precision too`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("language-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let vocabulary = LanguageVocabulary(configuration: small, texts: ["make her smile"], minimum: 1)
        let tensors = LanguageNetwork.initialTensors(small, words: vocabulary.words.count, seed: 3)
        try JSONEncoder().encode(vocabulary).write(to: folder.appendingPathComponent(LanguageEncoder.vocabularyName))
        let path = folder.appendingPathComponent(LanguageEncoder.weightsName).path
        let context = DialogContext(kind: .start)
        let expected = try LanguageEncoder(vocabulary, tensors: tensors).understand("make her smile", in: context)
        for precision in WeightPrecision.allCases {
            try writeSafeTensors(tensors, precision: precision, to: path)
            let read = try LanguageEncoder(folder: folder).understand("make her smile", in: context)
            #expect(read.act == expected.act)
            #expect(abs(read.confidence - expected.confidence) < 0.01)
        }
        try Data("{}".utf8).write(to: folder.appendingPathComponent(LanguageEncoder.vocabularyName))
        #expect(throws: LanguageEncoderError.self) { try LanguageEncoder(folder: folder) }
    }

    @Test func `impossible sizes and missing weights are errors`() throws {
        var configuration = small
        configuration.hidden = 0
        let unsound = LanguageVocabulary(configuration: configuration, words: LanguageVocabulary.special)
        #expect(throws: LanguageEncoderError.self) { try LanguageEncoder(unsound, tensors: [:]) }
        let empty = LanguageVocabulary(configuration: small, words: LanguageVocabulary.special)
        #expect(throws: LanguageEncoderError.self) { try LanguageEncoder(empty, tensors: [:]) }
    }
}
