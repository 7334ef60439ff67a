import FaceAttributes
public import Foundation
public import Tensor

/// What can be wrong with the files of an encoder.
public enum LanguageEncoderError: Error, Sendable, CustomStringConvertible {
    case vocabulary(path: String, reason: String)
    case weights(WeightFileError)

    public var description: String {
        switch self {
        case .vocabulary(let path, let reason): "cannot use the vocabulary \(path): \(reason)"
        case .weights(let error): error.description
        }
    }
}

/// The language encoder E (section 4.1 of the paper): a sentence and its context → an editing encoding.
///
/// The forward pass records no gradients; weights are shared, so one value serves all workers.
public struct LanguageEncoder: LanguageUnderstanding {
    public static let weightsName = "language.safetensors"
    public static let vocabularyName = "vocabulary.json"

    private let network: LanguageNetwork
    private let vocabulary: LanguageVocabulary
    private let index: WordIndex

    /// - Parameters:
    ///   - vocabulary: must be sound: see `LanguageConfiguration`.
    ///   - tensors: named as `LanguageNetwork.initialTensors` names them.
    public init(_ vocabulary: LanguageVocabulary, tensors: [String: Tensor]) throws(LanguageEncoderError) {
        try self.init(vocabulary, path: "in memory") { (name, shape) throws(WeightFileError) in
            guard let tensor = tensors[name] else { throw .missing(tensor: name) }
            guard tensor.shape == shape else { throw .wrongShape(tensor: name, found: tensor.shape, expected: shape) }
            return tensor
        }
    }

    /// Opens the weights, memory-mapped, and the vocabulary.
    public init(weightsAt weights: URL, vocabularyAt vocabulary: URL) throws(LanguageEncoderError) {
        let known: LanguageVocabulary
        do {
            known = try JSONDecoder().decode(LanguageVocabulary.self, from: Data(contentsOf: vocabulary))
        } catch {
            throw .vocabulary(path: vocabulary.path, reason: String(describing: error))
        }
        let file: SafeTensorsFile
        do { file = try SafeTensorsFile(path: weights.path) } catch { throw .weights(error) }
        try self.init(known, path: vocabulary.path) { (name, shape) throws(WeightFileError) in try file.tensor(name, shape) }
    }

    /// Opens the encoder of a model folder, by the files' usual names.
    public init(folder: URL) throws(LanguageEncoderError) {
        try self.init(
            weightsAt: folder.appendingPathComponent(Self.weightsName), vocabularyAt: folder.appendingPathComponent(Self.vocabularyName))
    }

    private init(
        _ vocabulary: LanguageVocabulary, path: String, tensor: (String, [Int]) throws(WeightFileError) -> Tensor
    ) throws(LanguageEncoderError) {
        guard vocabulary.configuration.isSound, !vocabulary.words.isEmpty else {
            throw .vocabulary(path: path, reason: "its sizes or heads are impossible")
        }
        do {
            network = try LanguageNetwork(vocabulary.configuration, words: vocabulary.words.count, tensor: tensor)
        } catch {
            throw .weights(error)
        }
        self.vocabulary = vocabulary
        index = WordIndex(vocabulary)
    }

    public func understand(_ text: String, in context: DialogContext) -> Understanding {
        let words = vocabulary.words(of: text)
        guard !words.isEmpty else { return Understanding(act: .unsupported, confidence: 0) }
        let targets = configuration.heads.contains {
            $0.name == LanguageConfiguration.senseHead && $0.classes.contains(Sense.either.rawValue)
        }
        return Reading(answers: answers(words.map(index.row)), context: context, targetsHaveDirections: targets).understanding
    }

    /// What every head says about a sentence, by head.
    private func answers(_ words: [Int]) -> [String: Answer] {
        let heads = vocabulary.configuration.heads
        let logits = network.logits(words, heads: Array(heads.indices))
        var answers: [String: Answer] = [:]
        for (head, logits) in zip(heads, logits) {
            let temperature = vocabulary.temperatures[head.name] ?? 1
            let scaled = temperature.isFinite && temperature > 0 ? logits * Float(1 / temperature) : logits
            let probabilities = scaled.softmax().values
            guard let best = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] }) else { continue }
            answers[head.name] = Answer(name: head.classes[best], probability: Double(probabilities[best]))
        }
        return answers
    }

    /// The most probable class of one head.
    struct Answer: Sendable, Hashable {
        var name: String
        var probability: Double
    }

    /// Puts the heads' answers together.
    struct Reading {
        let answers: [String: Answer]
        let context: DialogContext
        /// Whether the direction of a target was taught.
        var targetsHaveDirections = true

        /// The joint reading; its confidence is the product of the probabilities of the heads that were used.
        var understanding: Understanding {
            guard let answer = answers[context.kind.rawValue], let act = Act(rawValue: answer.name) else {
                return Understanding(act: .unsupported, confidence: 0)
            }
            switch act {
            case .request, .yesRequest, .noRequest:
                guard let (wish, confidence) = wish() else { return Understanding(act: act, confidence: 0) }
                return Understanding(act: act, edits: wish.map { [$0] } ?? [], confidence: answer.probability * confidence)
            case .more, .less:
                guard let last = context.lastEdit, let (type, amount, confidence) = change() else {
                    return Understanding(act: act, confidence: answer.probability)
                }
                let direction = act == .more ? last.direction : last.direction.opposite
                let wish = EditWish(attribute: last.attribute, type: type, direction: direction, amount: amount)
                return Understanding(act: act, edits: [wish], confidence: answer.probability * confidence)
            default: return Understanding(act: act, confidence: answer.probability)
            }
        }

        /// The wish of a request; its inner nil: "it", and nothing was talked of yet.
        private func wish() -> (wish: EditWish?, confidence: Double)? {
            guard let topicAnswer = answers[LanguageConfiguration.topicHead], let topic = Topic(rawValue: topicAnswer.name),
                let typeAnswer = answers[LanguageConfiguration.typeHead], let type = RequestType(rawValue: typeAnswer.name),
                let senseAnswer = answers[LanguageConfiguration.senseHead], let sense = Sense(rawValue: senseAnswer.name)
            else { return nil }
            var confidence = topicAnswer.probability * typeAnswer.probability
            guard let attribute = topic.attribute ?? context.attribute ?? context.lastEdit?.attribute else { return (nil, confidence) }
            var wish = EditWish(attribute: attribute, type: type)
            switch type {
            case .target:
                guard let target = answers[LanguageConfiguration.targetHead], let degree = Double(target.name) else { return nil }
                // "At least" only ever goes up: no sentence asks for "at most". Where targets have no direction, as in the published
                // encoder, none was taught.
                wish.direction = targetsHaveDirections && sense == .increase && degree > 0 ? .increase : nil
                wish.target = degree
                confidence *= target.probability
            case .definite, .indefinite:
                guard let direction = sense.direction else { return (wish, 0) }
                wish.direction = direction
                confidence *= senseAnswer.probability
                guard type == .definite else { break }
                guard let amount = answers[LanguageConfiguration.amountHead], let degrees = Double(amount.name) else { return nil }
                wish.amount = degrees
                confidence *= amount.probability
            }
            return (wish, confidence)
        }

        /// By how much "more" or "less" is meant.
        private func change() -> (type: RequestType, amount: Double?, confidence: Double)? {
            guard let typeAnswer = answers[LanguageConfiguration.typeHead], let type = RequestType(rawValue: typeAnswer.name) else {
                return nil
            }
            guard type == .definite, let amount = answers[LanguageConfiguration.amountHead], let degrees = Double(amount.name) else {
                return (.indefinite, nil, 1)
            }
            return (.definite, degrees, typeAnswer.probability * amount.probability)
        }
    }
}

extension LanguageEncoder {
    /// The configuration of the network.
    public var configuration: LanguageConfiguration { vocabulary.configuration }

    /// The most probable class of every head, by head; empty for a text without words.
    public func classes(_ text: String) -> [String: String] {
        let words = vocabulary.words(of: text)
        return words.isEmpty ? [:] : answers(words.map(index.row)).mapValues(\.name)
    }
}
