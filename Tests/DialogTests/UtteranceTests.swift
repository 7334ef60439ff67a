import FaceAttributes
import Tensor
import Testing

@testable import Dialog

@Suite struct UtteranceTokenizerTests {
    @Test(arguments: [
        ("Make her SOOO happy!!!", ["make", "her", "so", "happy"]), ("don't, pls", ["dont", ",", "pls"]),
        ("forty-five or seventy two", ["45", "or", "72"]), ("this one", ["this", "one"]), ("smile 4/5", ["smile", "4", "of", "5"]),
        ("50% more 🙂", ["50", "percent", "more", "🙂"]), ("a 45yo, in her 40s", ["a", "45", "yo", ",", "in", "her", "40s"]),
        ("jünger, größer", ["juenger", ",", "groesser"]), ("café?!", ["cafe", "?"]), ("beard -2", ["beard", "minus", "2"]), ("", []),
        ("…!!", []),
    ])
    func `text becomes plain tokens`(text: String, tokens: [String]) {
        #expect(UtteranceTokenizer.tokens(text) == tokens)
    }

    @Test func `all of a text of 2000 characters is read, and of a longer one no more`() {
        #expect(UtteranceTokenizer.tokens(String(repeating: "a ", count: 999) + "x").last == "x")
        #expect(UtteranceTokenizer.tokens(String(repeating: "word ", count: 100_000)).count == 400)
        #expect(UtteranceTokenizer.tokens(String(repeating: "ab", count: 100_000)).allSatisfy { $0.count <= 40 })
    }
}

@Suite struct UtteranceGrammarTests {
    @Test func `every end of a wish lies inside of its sentence and carries what its type needs`() {
        for sentence in UtteranceLanguage.english.grammar().sentences(count: 4000, seed: 5) {
            for end in sentence.ends {
                #expect(sentence.tokens.indices.contains(end.position))
                guard !end.isKeep, [.request, .yesRequest, .noRequest].contains(sentence.act.act) else { continue }
                #expect(end.label.type != .target || end.label.target != nil, "\(sentence.tokens)")
                #expect(end.label.type != .definite || end.label.amount != nil, "\(sentence.tokens)")
            }
            #expect(!sentence.tokens.contains { $0.contains("{") || $0.contains("[") || $0.contains("…") }, "\(sentence.tokens)")
        }
    }

    @Test func `noise moves ends with their words`() {
        let noise = UtteranceLanguage.english.noise()
        var random = DialogRandom(seed: 1)
        for sentence in UtteranceLanguage.english.grammar().sentences(count: 2000, seed: 6) where !sentence.tokens.isEmpty {
            let disturbed = noise.disturbed(sentence, random: &random)
            #expect(disturbed.ends.count == sentence.ends.count && disturbed.ends.map(\.label) == sentence.ends.map(\.label))
            #expect(disturbed.ends.allSatisfy { disturbed.tokens.indices.contains($0.position) })
        }
    }

    @Test func `equal seeds give equal sentences`() {
        let grammar = UtteranceLanguage.english.grammar()
        #expect(grammar.sentences(count: 50, seed: 9) == grammar.sentences(count: 50, seed: 9))
        #expect(grammar.sentences(count: 50, seed: 9) != grammar.sentences(count: 50, seed: 10))
    }
}

@Suite struct UtteranceEncoderTests {
    private static let configuration = UtteranceConfiguration(embedding: 12, pieces: 64, hidden: 10, layers: 2, headWidth: 8)

    private static func vocabulary(_ words: [String] = ["glasses", "younger", "smile"]) -> UtteranceVocabulary {
        UtteranceVocabulary(configuration: configuration, words: ["<unknown>"] + DialogContext.allTokens + words)
    }

    @Test func `vowels may be left out, and long words may have two slips`() {
        let index = UtteranceIndex(Self.vocabulary(["glasses", "younger", "sunglasses", "moustache"]))
        #expect(index.repaired("yungr") == "younger" && index.repaired("sungalses") == "sunglasses")
        #expect(index.repaired("mustash") == nil && index.repaired("ygr") == nil && index.repaired("gallant") == nil)
    }

    private static func network() throws -> UtteranceNetwork {
        let tensors = UtteranceNetwork.initialTensors(configuration, words: vocabulary().words.count, seed: 4)
        return try UtteranceNetwork(configuration, words: vocabulary().words.count) { (name, shape) throws(WeightFileError) in
            guard let tensor = tensors[name], tensor.shape == shape else { throw .missing(tensor: name) }
            return tensor
        }
    }

    @Test func `a word one slip away is taken for the known one`() {
        let index = UtteranceIndex(Self.vocabulary())
        #expect(index.repaired("glases") == "glasses" && index.repaired("yuonger") == "younger" && index.repaired("smilr") == "smile")
        #expect(index.repaired("smile") == nil && index.repaired("smoke") == nil && index.repaired("gls") == nil)
        #expect(index.entry("glases") == index.entry("glasses"))
    }

    @Test func `a sentence is read alike alone and beside others`() throws {
        let network = try Self.network()
        let index = UtteranceIndex(Self.vocabulary())
        let sentences = [["smile"], ["younger", "smile", "glasses", "please"], ["no", "glasses"]].map { $0.map { index.entry($0) } }
        var random = RandomSource(seed: 1)
        let together = network.logits(sentences, random: &random)
        for (i, sentence) in sentences.enumerated() {
            let alone = network.logits([sentence], random: &random)
            #expect(difference(alone.acts, together.acts.slice(axis: 0, i..<i + 1)) < 1e-4)
            for token in sentence.indices {
                let row = token * sentences.count + i
                #expect(difference(alone.marks.slice(axis: 0, token..<token + 1), together.marks.slice(axis: 0, row..<row + 1)) < 1e-4)
            }
        }
    }

    private func difference(_ a: Tensor, _ b: Tensor) -> Float { zip(a.values, b.values).map { abs($0 - $1) }.max() ?? 0 }

    @Test func `a small encoder learns to tell two wishes of one sentence apart`() throws {
        func sentence(_ words: [String], _ ends: [(Int, Topic, Sense)], act: Act = .request) -> MarkedUtterance {
            MarkedUtterance(
                tokens: words, context: DialogContext(kind: .start), act: UtteranceAct(act),
                ends: ends.map {
                    MarkedUtterance.End(position: $0.0, label: WishLabel(topic: $0.1, type: .indefinite, sense: $0.2), isKeep: false)
                })
        }
        let lesson = UtteranceLesson(
            Self.configuration,
            sentences: [
                sentence(["younger"], [(0, .age, .decrease)]), sentence(["older"], [(0, .age, .increase)]),
                sentence(["more", "smile"], [(1, .smiling, .increase)]), sentence(["less", "smile"], [(1, .smiling, .decrease)]),
                sentence(["younger", "and", "more", "smile"], [(0, .age, .decrease), (3, .smiling, .increase)]),
                sentence(["older", "and", "less", "smile"], [(0, .age, .increase), (3, .smiling, .decrease)]),
                sentence(["hello", "there"], [], act: .smalltalk),
            ], epochs: 160, batch: 7, seed: 2)
        var tensors = UtteranceNetwork.initialTensors(Self.configuration, words: lesson.vocabulary.words.count, seed: 4)
        let names = tensors.keys.sorted()
        var adam = Adam(names.map { tensors[$0]! }, learningRate: 0.02)
        for step in 0..<lesson.steps {
            let leaves = names.map { tensors[$0]!.tracked() }
            let tracked = Dictionary(uniqueKeysWithValues: zip(names, leaves))
            let loss = try lesson.loss(step: step) { (name, _) throws(WeightFileError) in
                guard let tensor = tracked[name] else { throw .missing(tensor: name) }
                return tensor
            }
            adam.update(names.map { tensors[$0]! }, with: gradients(of: loss, for: leaves))
        }
        tensors = tensors.mapValues { $0.detached() }
        let one = UtteranceCommittee([lesson.vocabulary])
        let encoder = try UtteranceEncoder(one, tensors: Dictionary(uniqueKeysWithValues: tensors.map { ("0." + $0.key, $0.value) }))
        let read = encoder.understand("younger and less smile", in: DialogContext(kind: .start))
        #expect(read.act == .request)
        #expect(Set(read.edits.map(\.attribute)) == [.age, .smiling])
        #expect(read.edits.allSatisfy { $0.direction == .decrease })
        #expect(encoder.understand("hello there", in: DialogContext(kind: .start)).edits.isEmpty)
        #expect(encoder.understand("", in: DialogContext(kind: .start)).confidence == 0)
        // A second network that has learnt nothing makes the first one's readings less sure; one like the first changes nothing.
        let fresh = UtteranceNetwork.initialTensors(Self.configuration, words: lesson.vocabulary.words.count, seed: 5)
        func pair(_ second: [String: Tensor]) throws -> UtteranceEncoder {
            let named = [tensors, second].enumerated().flatMap { number, tensors in tensors.map { ("\(number).\($0.key)", $0.value) } }
            return try UtteranceEncoder(
                UtteranceCommittee([lesson.vocabulary, lesson.vocabulary]), tensors: Dictionary(uniqueKeysWithValues: named))
        }
        #expect(try pair(tensors).understand("younger and less smile", in: DialogContext(kind: .start)).edits == read.edits)
        #expect(try pair(fresh).understand("younger and less smile", in: DialogContext(kind: .start)).confidence < read.confidence)
        #expect(throws: LanguageEncoderError.self) { try UtteranceEncoder(UtteranceCommittee([]), tensors: [:]) }
    }
}
