public import Dialog
public import FaceAttributes
public import Foundation

/// A hand-written sentence with every reading of it that is right: one line of a test set.
public struct ExpectedUtterance: Decodable, Sendable {
    public struct Reading: Decodable, Sendable {
        public struct Edit: Decodable, Sendable {
            public var attribute: Attribute
            public var direction: Direction?
            /// Degrees of the change, from … to; any if absent.
            public var amount: [Double]?
            /// Degree to reach, from … to.
            public var target: [Double]?
        }

        public var acts: [Act]
        public var edits: [Edit]?
        /// What must be remembered as to stay.
        public var keep: [Attribute]?
    }

    public struct Context: Decodable, Sendable {
        public var kind: ContextKind
        public var attribute: Attribute?
        public var lastEdit: LastEdit?
    }

    public var text: String
    public var context: Context
    public var category: String
    public var accept: [Reading]

    var dialogContext: DialogContext { DialogContext(kind: context.kind, attribute: context.attribute, lastEdit: context.lastEdit) }

    /// The sentences of a file, one JSON object a line.
    public static func read(_ file: URL) throws -> [ExpectedUtterance] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).map {
            try decoder.decode(ExpectedUtterance.self, from: Data($0.utf8))
        }
    }

    /// Whether an understanding is one of the accepted readings.
    public func accepts(_ understanding: Understanding) -> Bool { accept.contains { $0.matches(understanding) } }

    /// Whether some accepted reading edits the picture; "more" and the like included.
    var wantsEdit: Bool { accept.contains { !($0.edits ?? []).isEmpty || !Set($0.acts).isDisjoint(with: [.more, .less, .undo, .redo]) } }

    /// The directions in which some accepted reading moves an attribute.
    func accepts(_ direction: Direction, of attribute: Attribute) -> Bool {
        accept.contains { reading in
            (reading.edits ?? []).contains { $0.attribute == attribute && ($0.direction == direction || $0.target != nil) }
        }
    }
}

extension ExpectedUtterance.Reading {
    private static let wanting: Set<Act> = [.request, .yesRequest, .noRequest]

    func matches(_ understanding: Understanding) -> Bool {
        guard acts.contains(understanding.act) else { return false }
        if let keep, !Set(keep).isSubset(of: understanding.keep ?? []) { return false }
        guard Self.wanting.contains(understanding.act) else { return true }
        let wanted = edits ?? []
        guard wanted.count == understanding.edits.count else { return false }
        return wanted.allSatisfy { edit in understanding.edits.contains { edit.matches($0) } }
    }
}

extension ExpectedUtterance.Reading.Edit {
    func matches(_ wish: EditWish) -> Bool {
        guard wish.attribute == attribute else { return false }
        if let target {
            guard wish.type == .target, let reached = wish.target else { return false }
            return target.count == 2 && reached >= target[0] && reached <= target[1]
        }
        guard wish.type != .target, wish.direction == direction else { return false }
        guard let amount, amount.count == 2 else { return true }
        let stated = wish.amount ?? 1
        return stated >= amount[0] && stated <= amount[1]
    }
}

/// How an encoder does on a test set.
public struct UtteranceScore: Codable, Sendable {
    public struct Share: Codable, Sendable {
        public var right = 0
        public var of = 0
        public var share: Double { Double(right) / Double(max(1, of)) }
    }

    public var all = Share()
    public var categories: [String: Share] = [:]
    /// Sentences without a wish of which something is edited.
    public var unaskedEdits = 0
    /// Sentences of which an attribute is moved the other way.
    public var wrongDirections = 0
    /// Sentences that are asked about instead of acted on, and of those how many would have been right.
    public var unsure = Share()
    /// Right among those said with a confidence of 0…0.1, 0.1…0.2, …
    public var reliability: [Share] = Array(repeating: Share(), count: 10)
}

/// What an encoder's confidences are worth on sentences with known meanings.
public func calibration(of language: any LanguageUnderstanding, on sentences: [ExpectedUtterance]) -> Calibration {
    Calibration(
        fitting: sentences.map { sentence in
            let understanding = language.understand(sentence.text, in: sentence.dialogContext)
            return (understanding.confidence, sentence.accepts(understanding))
        })
}

/// Holds an encoder against a test set.
///
/// A reading below `DialogState.confidenceThreshold` edits nothing: the talk asks. So it counts as no unasked edit and no wrong direction;
/// whether it is right counts as for any other.
public func score(
    _ language: any LanguageUnderstanding, on sentences: [ExpectedUtterance], miss: (ExpectedUtterance, Understanding) -> Void = { _, _ in }
) -> UtteranceScore {
    var score = UtteranceScore()
    for sentence in sentences {
        let understanding = language.understand(sentence.text, in: sentence.dialogContext)
        let isRight = sentence.accepts(understanding)
        func count(_ share: inout UtteranceScore.Share) {
            share.of += 1
            if isRight { share.right += 1 }
        }
        count(&score.all)
        count(&score.categories[sentence.category, default: .init()])
        count(&score.reliability[min(9, max(0, Int(understanding.confidence * 10)))])
        if !isRight { miss(sentence, understanding) }
        guard understanding.confidence >= DialogState.confidenceThreshold else {
            count(&score.unsure)
            continue
        }
        let edits = understanding.edits
        let moves = !edits.isEmpty || understanding.act == .undo || understanding.act == .redo
        if moves, !sentence.wantsEdit { score.unaskedEdits += 1 }
        let wanting = [Act.request, .yesRequest, .noRequest].contains(understanding.act)
        if wanting, sentence.wantsEdit,
            edits.contains(where: { wish in
                wish.direction.map {
                    wish.type != .target && sentence.accepts($0.opposite, of: wish.attribute) && !sentence.accepts($0, of: wish.attribute)
                }
                    ?? false
            })
        {
            score.wrongDirections += 1
        }
    }
    return score
}
