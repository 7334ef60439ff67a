import FaceAttributes
import Testing

@testable import Dialog

@Suite struct RequestGrammarTests {
    @Test func `there are at least three hundred distinct request templates over all attributes and kinds of change`() {
        #expect(Set(RequestTemplate.all.map(\.pattern.source)).count >= 300)
        for topic in [Topic.bangs, .eyeglasses, .beard, .smiling, .age] {
            let own = RequestTemplate.all.filter { $0.topic == topic }
            for target in 0...5 { #expect(own.contains { $0.type == .target && $0.target == target }) }
            for sense in [Sense.increase, .decrease] {
                for amount in 1...5 { #expect(own.contains { $0.sense == sense && $0.amounts?.contains(amount) == true }) }
                #expect(own.contains { $0.type == .indefinite && $0.sense == sense })
            }
        }
    }

    @Test(arguments: [UInt64(1), 2]) func `no sentence carries two labels in the same context`(_ seed: UInt64) {
        var labels: [String: LabelledSentence] = [:]
        var contradictions: [String] = []
        for portion in RequestGrammar.Portion.allCases {
            for sentence in RequestGrammar(portion).sentences(count: 15_000, seed: seed) {
                let key = "\(sentence.context.rawValue): " + Tokenizer.words(sentence.text).filter { $0 != "?" }.joined(separator: " ")
                if let other = labels[key], other.label != sentence.label {
                    contradictions.append("\(key) \(other.label) \(sentence.label)")
                }
                labels[key] = sentence
            }
        }
        #expect(contradictions.isEmpty, "\(contradictions.prefix(5).joined(separator: "\n"))")
    }

    @Test func `ten thousand requests are mostly different sentences and cover every class`() {
        let sentences = RequestGrammar().sentences(count: 10_000, seed: 7)
        #expect(Set(sentences.map(\.text)).count > 7500)
        #expect(Set(sentences.map(\.label.act)) == Set(Act.allCases).subtracting([.redo]))
        #expect(Set(sentences.compactMap(\.label.topic)) == Set(Topic.allCases))
        #expect(Set(sentences.compactMap(\.label.amount)) == Set(1...5))
        #expect(Set(sentences.compactMap(\.label.target)) == Set(0...5))
        #expect(sentences.allSatisfy { sentence in !sentence.text.contains { "{}[]|".contains($0) } })
        #expect(sentences.allSatisfy { (1...40).contains(Tokenizer.words($0.text).count) })
    }

    @Test func `the fields of a label fit its act and type`() {
        for sentence in RequestGrammar().sentences(count: 5000, seed: 9) {
            let label = sentence.label
            switch label.act {
            case .request, .yesRequest, .noRequest:
                #expect(label.topic != nil && label.sense != nil)
                #expect((label.type == .target) == (label.target != nil))
                #expect((label.type == .definite) == (label.amount != nil))
                #expect(label.type == .target || label.sense != .either)
            case .more, .less: #expect((label.type == .definite) == (label.amount != nil))
            default: #expect(label == SentenceLabel(act: label.act))
            }
        }
    }

    @Test func `held-out templates are not among those of training`() {
        let training = Set(RequestGrammar(.training).sentences(count: 20_000, seed: 1).map(\.text))
        let heldOut = RequestGrammar(.heldOut).sentences(count: 2000, seed: 2).filter { $0.label.act == .request }
        let shared = heldOut.filter { training.contains($0.text) }
        #expect(shared.count < heldOut.count / 50)
    }

    @Test func `equal seeds give equal sentences`() {
        #expect(RequestGrammar().sentences(count: 300, seed: 5) == RequestGrammar().sentences(count: 300, seed: 5))
        #expect(RequestGrammar().sentences(count: 300, seed: 5) != RequestGrammar().sentences(count: 300, seed: 6))
    }
}
