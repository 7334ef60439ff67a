import FaceAttributes
public import Foundation
public import Tensor

/// The utterance encoder: a sentence in its context → act, any number of wishes, what is to stay, and how sure that is.
///
/// One network or several, trained from different seeds, whose probabilities are averaged: where they disagree, the confidence is low.
/// The forward pass records no gradients; weights are shared, so one value serves all workers.
public struct UtteranceEncoder: LanguageUnderstanding {
    /// Two ends of wishes are told apart from the most probable token on; below this share none is seen.
    private static let wishThreshold: Float = 0.5

    private let members: [UtteranceMember]
    private let calibration: Calibration?

    /// - Parameter tensors: named as `UtteranceNetwork.initialTensors` names them, with the member's number and a dot before.
    public init(_ committee: UtteranceCommittee, tensors: [String: Tensor]) throws(LanguageEncoderError) {
        try self.init(committee, path: "in memory") { (name, shape) throws(WeightFileError) in
            guard let tensor = tensors[name] else { throw .missing(tensor: name) }
            guard tensor.shape == shape else { throw .wrongShape(tensor: name, found: tensor.shape, expected: shape) }
            return tensor
        }
    }

    init(
        _ committee: UtteranceCommittee, path: String, tensor: (String, [Int]) throws(WeightFileError) -> Tensor
    ) throws(LanguageEncoderError) {
        guard committee.isSound else { throw .vocabulary(path: path, reason: "its sizes are impossible") }
        var members: [UtteranceMember] = []
        do throws(WeightFileError) {
            for (number, vocabulary) in committee.members.enumerated() {
                members.append(
                    try UtteranceMember(vocabulary) { (name, shape) throws(WeightFileError) in try tensor("\(number).\(name)", shape) })
            }
        } catch {
            throw .weights(error)
        }
        self.members = members
        calibration = committee.calibration
    }

    public func understand(_ text: String, in context: DialogContext) -> Understanding {
        let tokens = UtteranceTokenizer.tokens(text)
        guard !tokens.isEmpty else { return Understanding(act: .unsupported, confidence: 0) }
        let before = context.tokens
        let opinions = members.map { $0.opinion(on: before + tokens) }
        let acts = Self.mean(opinions.map(\.acts))
        let marks = Self.mean(opinions.map(\.marks))
        func share(_ token: Int, _ mark: UtteranceMark) -> Float { marks[token * UtteranceMark.allCases.count + mark.rawValue] }
        let range = before.count..<before.count + tokens.count
        // An act that carries a wish goes with the end of one, and the others with none: both heads have a say.
        let noWish = max(1e-6, range.reduce(Double(1)) { $0 * Double(1 - share($1, .wish)) })
        let joint = zip(UtteranceAct.all, acts).map { act, share in Double(share) * (act.carriesWish ? max(1e-6, 1 - noWish) : noWish) }
        // Acts that come to the same thing are told apart last: "no, older" is carried out like "older".
        var outcomes: [UtteranceAct: Double] = [:]
        for (act, share) in zip(UtteranceAct.all, joint) { outcomes[act.outcome, default: 0] += share }
        let outcome = UtteranceAct.all.max { outcomes[$0, default: 0] < outcomes[$1, default: 0] } ?? UtteranceAct(.unsupported)
        let candidates = UtteranceAct.all.indices.filter { UtteranceAct.all[$0].outcome == outcome }
        let act = candidates.max { joint[$0] < joint[$1] }.map { UtteranceAct.all[$0] } ?? outcome
        var confidence = outcomes[outcome, default: 0] / max(1e-12, joint.reduce(0, +))

        // Where the act says that there is a wish, the likeliest token is its end.
        var wishEnds = range.filter { share($0, .wish) > Self.wishThreshold }
        let keepEnds = range.filter { share($0, .keep) > Self.wishThreshold }
        let wants = [Act.request, .yesRequest, .noRequest].contains(act.act)
        if wants, wishEnds.isEmpty, let likeliest = range.max(by: { share($0, .wish) < share($1, .wish) }) { wishEnds = [likeliest] }
        var understanding = Understanding(act: act.act, confidence: confidence)
        understanding.toStart = act.toStart ? true : nil
        let keeps = read(opinions, at: keepEnds)
        let kept = keeps.compactMap { $0.topic.attribute ?? context.attribute }
        if !kept.isEmpty { understanding.keep = Attribute.allCases.filter(kept.contains) }
        let readings = read(opinions, at: wishEnds)
        switch act.act {
        case .request, .yesRequest, .noRequest:
            for reading in readings {
                confidence *= reading.confidence
                guard let wish = reading.wish(in: context) else { continue }
                // "Sunglasses instead of the glasses": what is to be there counts, not what goes for it; else the later wish.
                if let other = understanding.edits.firstIndex(where: { $0.attribute == wish.attribute }) {
                    if wish.target != 0 { understanding.edits[other] = wish }
                } else {
                    understanding.edits.append(wish)
                }
            }
            understanding.confidence = confidence
        case .more, .less:
            guard let last = context.lastEdit else { break }
            let direction = act.act == .more ? last.direction : last.direction.opposite
            let stated = readings.first { $0.type == .definite }
            understanding.edits = [
                EditWish(
                    attribute: last.attribute, type: stated == nil ? .indefinite : .definite, direction: direction, amount: stated?.amount)
            ]
        default: break
        }
        if let calibration { understanding.confidence = calibration(understanding.confidence) }
        return understanding
    }

    /// What the wish heads say at one token.
    private struct Reading {
        var topic: Topic
        var type: RequestType
        var sense: Sense
        var amount, target: Double
        /// The product of the probabilities of the answers that matter.
        var confidence: Double

        /// Nil for "it" where nothing was talked of, and for a change without a direction.
        func wish(in context: DialogContext) -> EditWish? {
            guard let attribute = topic.attribute ?? context.attribute ?? context.lastEdit?.attribute else { return nil }
            var wish = EditWish(attribute: attribute, type: type, direction: sense.direction)
            switch type {
            case .target:
                wish.target = target
                // "At least" only ever goes up: no sentence asks for "at most".
                if wish.direction == .decrease || target == 0 { wish.direction = nil }
            case .definite: wish.amount = amount
            case .indefinite: break
            }
            return type == .target || wish.direction != nil ? wish : nil
        }
    }

    private func read(_ opinions: [UtteranceMember.Opinion], at rows: [Int]) -> [Reading] {
        guard !rows.isEmpty else { return [] }
        let votes = opinions.map { $0.wishes(at: rows) }
        let heads = WishHead.allCases.enumerated().map { number, head in (head: head, values: Self.mean(votes.map { $0[number] })) }
        return rows.indices.map { row in
            var answers: [WishHead: (index: Int, share: Double)] = [:]
            for (head, values) in heads {
                let classes = head.classes.count
                let own = values[row * classes..<(row + 1) * classes]
                // A change has a direction; "either" is for targets, which have none.
                let isChange = head == .sense && answers[.type].map { RequestType.allCases[$0.index] != .target } ?? false
                let candidates = isChange ? own.indices.filter { Sense.allCases[$0 - own.startIndex].direction != nil } : Array(own.indices)
                let best = candidates.max { own[$0] < own[$1] } ?? own.startIndex
                answers[head] = (best - own.startIndex, Double(values[best]))
            }
            func answer(_ head: WishHead) -> (index: Int, share: Double) { answers[head] ?? (0, 0) }
            let type = RequestType.allCases[answer(.type).index]
            var confidence = answer(.topic).share * answer(.type).share
            switch type {
            case .target: confidence *= answer(.target).share
            case .definite: confidence *= answer(.sense).share * answer(.amount).share
            case .indefinite: confidence *= answer(.sense).share
            }
            return Reading(
                topic: Topic.allCases[answer(.topic).index], type: type, sense: Sense.allCases[answer(.sense).index],
                amount: Double(answer(.amount).index + 1), target: Double(answer(.target).index), confidence: confidence)
        }
    }

    /// The means of several arrays of one length, at each place.
    private static func mean(_ arrays: [[Float]]) -> [Float] {
        guard arrays.count > 1, var sums = arrays.first else { return arrays.first ?? [] }
        for array in arrays.dropFirst() { for place in sums.indices { sums[place] += array[place] } }
        return sums.map { $0 / Float(arrays.count) }
    }
}

/// The language side of a model folder, whichever encoder it holds.
public enum LanguageFiles {
    /// Opens weights, memory-mapped, and vocabulary.
    public static func open(weightsAt weights: URL, vocabularyAt vocabulary: URL) throws(LanguageEncoderError) -> any LanguageUnderstanding
    {
        struct Kind: Decodable { var architecture: String? }
        let data: Data
        let kind: Kind
        do {
            data = try Data(contentsOf: vocabulary)
            kind = try JSONDecoder().decode(Kind.self, from: data)
        } catch {
            throw .vocabulary(path: vocabulary.path, reason: String(describing: error))
        }
        switch kind.architecture {
        case nil: return try LanguageEncoder(weightsAt: weights, vocabularyAt: vocabulary)
        case UtteranceCommittee.architecture:
            let known: UtteranceCommittee
            do { known = try JSONDecoder().decode(UtteranceCommittee.self, from: data) } catch {
                throw .vocabulary(path: vocabulary.path, reason: String(describing: error))
            }
            let file: SafeTensorsFile
            do { file = try SafeTensorsFile(path: weights.path) } catch { throw .weights(error) }
            return try UtteranceEncoder(known, path: vocabulary.path) { (name, shape) throws(WeightFileError) in
                try file.tensor(name, shape)
            }
        case let other?: throw .vocabulary(path: vocabulary.path, reason: "the architecture \(other) is not known")
        }
    }
}
