public import FaceAttributes

/// The Talk module (section 4.6 of the paper, figure 7): the state machine of one dialog.
///
/// A value without I/O, stored with every turn and deterministic through its own random state. One turn is
/// `decide`, the edit, then `reply`. Any act is legal in any context, and a dialog that has ended opens again
/// when something new is asked.
public struct DialogState: Codable, Sendable, Hashable {
    /// Below this confidence an edit, undo or end is not carried out but asked about.
    public static let confidenceThreshold = 0.6
    /// Nobody likes to be shown the door: ending takes more certainty, and below this confidence the talk goes on.
    public static let endThreshold = 0.8
    /// Below this confidence the reading is not even offered; the user is asked to say it in other words.
    public static let guessThreshold = 0.2
    /// Nearer than this to the end of the scale, a further step in that direction has nowhere to go; in degrees.
    public static let endMargin = 0.25
    /// A degree that moved by less than this counts as unchanged; in degrees.
    static let visibleChange = 0.1
    /// How many changes are remembered for "more" and "less" after an undo.
    static let rememberedSteps = 32

    /// start → editing, no_edit or end with the first turn; then any of the latter three from any of them.
    public internal(set) var phase: DialogPhase = .start
    /// What the next sentence is to be understood in.
    public var context = DialogContext(kind: .start)
    /// Turns that edited or declined to, so far.
    public internal(set) var round = 0
    /// The attributes neither the user nor the system has spoken of yet; suggestions come from these.
    public internal(set) var untouched = Attribute.allCases

    /// What the system speaks; users may speak any language.
    public var language: UtteranceLanguage { spoken ?? .english }

    var random: DialogRandom
    /// What "yes" would carry out: the last suggestion, or the first wish of a reading the system was not sure of.
    var pending: EditWish? {
        didSet { if pending == nil { (alsoPending, pendingKeep) = (nil, nil) } }
    }
    /// The further wishes of that reading, and what it wanted left as it is.
    var alsoPending: [EditWish]?
    var pendingKeep: [Attribute]?
    /// A suggestion that was agreed to in the breath of another wish: made again once that is done.
    var postponed: EditWish?
    /// Whether the last turn did not bring what was wanted, so that a bare "no" is about that.
    var hasMissed: Bool?
    /// The changes made so far, the newest last; at most `rememberedSteps`.
    var steps: [Step] = []
    /// How many changes can be taken back.
    var undoable = 0
    /// How the sentence of this turn was taken; `decide` sets it, `reply` speaks after it.
    var reading = Reading.request
    /// What the model can change; nil for everything, as in the talks of models that could not say.
    var limits: [Attribute]?
    /// What this turn asked for beyond that.
    var refused: [Attribute]?
    /// The degree that was last asked for, by attribute; nil in talks from before it was kept.
    var wishes: [EditRequest]?
    /// What is to stay, and the degree it had when that was said.
    var kept: [EditRequest]?
    /// Attributes that this turn only holds where they are.
    var holding: [Attribute]?
    /// What was taken back, the latest last.
    var undone: [Undone]?
    /// What was wanted before this turn's edit.
    var before: Wants?
    /// The language of the replies; nil in talks from before there was a choice.
    var spoken: UtteranceLanguage?

    /// What the user is after: degrees to reach, and what is to stay.
    struct Wants: Codable, Sendable, Hashable {
        var wishes: [EditRequest]
        var kept: [EditRequest]
    }

    /// One change of the picture.
    struct Step: Codable, Sendable, Hashable {
        /// What the user was after: the direction that "more" means; nil for the way back to the first picture.
        var intent: LastEdit?
        /// What was done: the direction that "no, not enough" means. Differs from `intent` after "less".
        var move: LastEdit?
        /// What was wanted before; nil in talks from before it was kept.
        var before: Wants?

        /// Whether this was the way back to the first picture.
        var isStartOver: Bool { move == nil }
    }

    /// A change that was taken back and can be made again.
    struct Undone: Codable, Sendable, Hashable {
        /// The turn whose face was left.
        var face: Int
        var step: Step?
        /// What was wanted when it was taken back.
        var wants: Wants?
    }

    /// How a sentence was taken.
    enum Reading: String, Codable, Sendable {
        case request, acceptedSuggestion, adjustment
        case content, declined, stillOpen, agreedToNothing, beyondModel
        case undo, nothingToUndo, redo, nothingToRedo, startOver, noted, nothingToAdjust
        case unclear, unsure, question, unsupported, smalltalk
        case end
    }

    /// - Parameters:
    ///   - seed: equal seeds and equal turns give equal replies.
    ///   - editable: what the model can change.
    ///   - language: what the system speaks.
    public init(seed: UInt64, editable: [Attribute] = Attribute.allCases, language: UtteranceLanguage = .english) {
        random = DialogRandom(seed: seed)
        spoken = language
        self.editable = editable
    }

    /// What the model can change: nothing else is edited or suggested.
    public var editable: [Attribute] {
        get { limits ?? Attribute.allCases }
        set {
            limits = newValue.count == Attribute.allCases.count ? nil : newValue
            untouched.removeAll { !newValue.contains($0) }
        }
    }

    /// The degree that was last asked for, by attribute.
    public var wanted: [EditRequest] { wishes ?? [] }
    /// What the user wants left as it is.
    public var keeping: [Attribute] { (kept ?? []).map(\.attribute) }
    /// What this turn's edit only brings back to where it was, should it move.
    public var held: [Attribute] { holding ?? [] }
    /// The turn whose face `Decision.redo` makes the current one again.
    public var faceToRedo: Int? { undone?.last?.face }

    /// To be called before the reply to an undo, with the turn whose face it leaves.
    public mutating func leave(face: Int) {
        undone = (undone ?? []).suffix(Self.rememberedSteps - 1) + [Undone(face: face, step: steps.last, wants: wants)]
    }

    var wants: Wants { Wants(wishes: wanted, kept: kept ?? []) }

    /// Takes in a sentence: moves to the next state and says what is to be done.
    ///
    /// - Parameters:
    ///   - understanding: any act in any context; numbers out of range are clamped.
    ///   - degrees: of the current picture.
    public mutating func decide(_ understanding: Understanding, degrees: Degrees) -> Decision {
        let degrees = degrees.sound
        (holding, postponed) = (nil, nil)
        before = wants
        let understanding = possible(in: understanding)
        if understanding.confidence >= Self.confidenceThreshold { keep(understanding.keep ?? [], degrees: degrees) }
        let decision = read(understanding, degrees: degrees)
        switch decision {
        case .edit(let requests):
            phase = .editing
            for request in requests where !held.contains(request.attribute) { touch(request.attribute) }
        case .undo, .redo, .startOver, .noEdit: phase = .noEdit
        case .end: phase = .end
        }
        return decision
    }

    /// The understanding without wishes that the model cannot fulfil.
    private mutating func possible(in understanding: Understanding) -> Understanding {
        var possible = understanding
        possible.edits.removeAll { !editable.contains($0.attribute) }
        possible.keep?.removeAll { !editable.contains($0) }
        let beyond = understanding.edits.map(\.attribute).filter { !editable.contains($0) }
        refused = beyond.isEmpty ? nil : beyond
        return possible
    }

    private mutating func read(_ understanding: Understanding, degrees: Degrees) -> Decision {
        let sure = understanding.confidence >= Self.confidenceThreshold
        if sure, refused != nil, understanding.edits.isEmpty { return without(.beyondModel) }
        switch understanding.act {
        case .question: return without(sure ? .question : .unclear)
        case .unsupported: return without(sure ? .unsupported : .unclear)
        case .smalltalk: return without(!sure ? .unclear : understanding.keep?.isEmpty ?? true ? .smalltalk : .noted)
        case .request, .yesRequest, .noRequest:
            let wishes = understanding.edits
            guard !requests(for: wishes, degrees: degrees).isEmpty else { return without(.unclear) }
            guard sure else { return doubt(understanding) }
            guard understanding.act == .yesRequest, context.kind == .suggestion else { return edit(wishes, as: .request, degrees: degrees) }
            // "Yes, and …" to "do you mean …?": what was meant, then what comes on top.
            if reading == .unsure { return edit(accepted(degrees: degrees) + wishes, as: .request, degrees: degrees) }
            postpone(beside: wishes, degrees: degrees)
            return edit(wishes, as: .request, degrees: degrees)
        case .end, .yesEnd, .noEnd:
            if understanding.confidence >= Self.endThreshold { return end() }
            guard understanding.confidence >= Self.guessThreshold else { return without(.unclear) }
            switch context.kind {
            case .whetherEnough: return without(.content)
            case .suggestion: return without(.declined)
            case .start, .whatsNext: return without(.stillOpen)
            }
        default: break
        }
        guard sure else { return without(.unclear) }
        switch understanding.act {
        case .undo:
            let toStart = understanding.toStart == true
            guard undoable > 0, !toStart || steps.last?.isStartOver != true else { return without(.nothingToUndo) }
            reading = toStart ? .startOver : .undo
            return toStart ? .startOver : .undo
        case .redo:
            guard faceToRedo != nil else { return without(.nothingToRedo) }
            reading = .redo
            return .redo
        case .more, .less: return adjust(understanding, degrees: degrees)
        case .yes:
            switch context.kind {
            case .suggestion:
                let wishes = accepted(degrees: degrees)
                return wishes.isEmpty ? without(.agreedToNothing) : edit(wishes, as: .acceptedSuggestion, degrees: degrees)
            case .whetherEnough: return without(.content)
            case .start, .whatsNext: return without(.agreedToNothing)
            }
        case .no:
            switch context.kind {
            case .whetherEnough:
                guard let move = steps.last?.move ?? context.lastEdit else { return without(.nothingToAdjust) }
                return edit([.step(move.attribute, move.direction)], as: .adjustment, degrees: degrees)
            case .whatsNext:
                // "No" to a miss is no goodbye.
                return hasMissed != true && understanding.confidence >= Self.endThreshold ? end() : without(.stillOpen)
            case .suggestion: return without(reading == .unsure ? .stillOpen : .declined)
            case .start: return without(.declined)
            }
        case .request, .yesRequest, .noRequest, .end, .yesEnd, .noEnd, .question, .unsupported, .smalltalk: return without(.unclear)
        }
    }

    private mutating func without(_ reading: Reading) -> Decision {
        self.reading = reading
        return .noEdit
    }

    private mutating func end() -> Decision {
        reading = .end
        return .end
    }

    /// Asks about a reading that is likely but not sure.
    private mutating func doubt(_ understanding: Understanding) -> Decision {
        guard understanding.confidence >= Self.guessThreshold, let first = understanding.edits.first else { return without(.unclear) }
        pending = first.finite
        alsoPending = understanding.edits.dropFirst().map(\.finite)
        pendingKeep = understanding.keep
        return without(.unsure)
    }

    /// "Yes, and older too": the wish that was spelt out comes first, and the suggestion is made again.
    private mutating func postpone(beside wishes: [EditWish], degrees: Degrees) {
        guard let wish = offered(degrees: degrees), !wishes.contains(where: { $0.attribute == wish.attribute }) else { return }
        postponed = wish
    }

    private mutating func edit(_ wishes: [EditWish], as reading: Reading, degrees: Degrees) -> Decision {
        self.reading = reading
        let requests = requests(for: wishes, degrees: degrees)
        for request in requests {
            self.wishes = self.wanted.filter { $0.attribute != request.attribute } + [request]
            kept?.removeAll { $0.attribute == request.attribute }
        }
        // What is to stay is walked back to, should the others have moved it; a face that is there costs nothing.
        let holds = (kept ?? []).filter { editable.contains($0.attribute) }
        holding = holds.isEmpty ? nil : holds.map(\.attribute)
        return .edit(requests + holds)
    }

    /// Remembers what is to stay as it is.
    private mutating func keep(_ attributes: [Attribute], degrees: Degrees) {
        for attribute in attributes where editable.contains(attribute) {
            kept = (kept ?? []).filter { $0.attribute != attribute } + [EditRequest(attribute: attribute, target: degrees[attribute])]
        }
    }

    /// "More" goes on in the direction the user was after, "less" goes back.
    private mutating func adjust(_ understanding: Understanding, degrees: Degrees) -> Decision {
        if !requests(for: understanding.edits, degrees: degrees).isEmpty {
            return edit(understanding.edits, as: .adjustment, degrees: degrees)
        }
        guard let last = context.lastEdit else { return without(.nothingToAdjust) }
        let direction = understanding.act == .more ? last.direction : last.direction.opposite
        return edit([.step(last.attribute, direction)], as: .adjustment, degrees: degrees)
    }

    /// What "yes" to the last suggestion means: the pending wish, or one degree up below the middle of the scale and
    /// one down above it.
    private func offered(degrees: Degrees) -> EditWish? {
        if let pending, pending.attribute == context.attribute { return pending }
        guard let attribute = context.attribute else { return nil }
        return .step(attribute, degrees.suggestedDirection(attribute))
    }

    /// Everything that "yes" means; what was to stay with it is remembered. Empty if nothing is offered.
    private mutating func accepted(degrees: Degrees) -> [EditWish] {
        guard let wish = offered(degrees: degrees) else { return [] }
        keep(pendingKeep ?? [], degrees: degrees)
        return [wish] + (alsoPending ?? [])
    }

    /// The targets of all wishes that can be carried out, one an attribute (the last one counts).
    private func requests(for wishes: [EditWish], degrees: Degrees) -> [EditRequest] {
        var requests: [EditRequest] = []
        for wish in wishes {
            guard let target = wish.target(from: degrees[wish.attribute]) else { continue }
            requests.removeAll { $0.attribute == wish.attribute }
            requests.append(EditRequest(attribute: wish.attribute, target: target))
        }
        return requests
    }

    mutating func touch(_ attribute: Attribute) { untouched.removeAll { $0 == attribute } }
}

extension EditWish {
    /// A change by one degree.
    static func step(_ attribute: Attribute, _ direction: Direction) -> EditWish {
        EditWish(attribute: attribute, type: .indefinite, direction: direction)
    }

    /// The same wish without numbers that are not finite, so that it can be stored.
    var finite: EditWish {
        EditWish(
            attribute: attribute, type: type, direction: direction, amount: amount.flatMap { $0.isFinite ? $0 : nil },
            target: target.flatMap { $0.isFinite ? $0 : nil })
    }

    /// The degree to walk to from `current`, or nil when the wish does not say.
    ///
    /// A change of direction only is one degree. Within `DialogState.endMargin` of the end of the scale a change towards
    /// that end asks for the degree the face has. A target with a direction means "at least" (increase) or "at most"
    /// (decrease): "add glasses" leaves thicker ones alone.
    func target(from current: Double) -> Double? {
        let scale = Degrees.range
        switch type {
        case .target:
            guard let target, target.isFinite else { return nil }
            let wanted = min(max(target, scale.lowerBound), scale.upperBound)
            switch direction {
            case .increase: return max(wanted, current)
            case .decrease: return min(wanted, current)
            case nil: return wanted
            }
        case .definite, .indefinite:
            guard let direction else { return nil }
            let stated = type == .definite ? amount ?? 1 : 1
            guard stated.isFinite else { return nil }
            let end = direction == .increase ? scale.upperBound : scale.lowerBound
            if abs(end - current) < DialogState.endMargin { return current }
            return min(max(current + direction.sign * max(stated, 0), scale.lowerBound), scale.upperBound)
        }
    }
}

extension Degrees {
    /// The same degrees, each inside 0…5; a value that is no number becomes 0.
    var sound: Degrees { Degrees(values.map { $0.isFinite ? min(max($0, 0), 5) : 0 }) }

    /// Towards the farther end of the scale: up to degree 2, then down.
    func suggestedDirection(_ attribute: Attribute) -> Direction { self[attribute] <= 2 ? .increase : .decrease }

    /// Whether a suggestion about the attribute makes sense: a beard is not pushed on a face that has none.
    func isSuggestible(_ attribute: Attribute) -> Bool { attribute != .beard || self[attribute] >= 0.5 }
}
