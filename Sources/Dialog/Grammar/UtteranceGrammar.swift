import FaceAttributes

/// Makes marked sentences of one language: wishes, several at once, contrasts, what is to stay, answers, remarks.
public struct UtteranceGrammar: Sendable {
    /// Which templates sentences are made from: one request template in eight is held out of training.
    public enum Portion: String, Sendable, CaseIterable {
        case training, heldOut
        /// All templates: what the shipped encoder learns from, whose measure is hand-written sentences.
        case all
    }

    private let material: GrammarMaterial
    private let cells: [WeightedList<RequestTemplate>]
    private let drawnCells: WeightedList<Int>
    private let byForm: [RequestTemplate.Form: [RequestTemplate]]
    private let byTopic: [Topic: [RequestTemplate]]
    private let negatable: [RequestTemplate]
    private let unsupported: [(form: RequestTemplate.Form, pattern: Pattern)]
    private let talk: [Act: [TalkPhrases]]
    private let portion: Portion

    init(_ material: GrammarMaterial, _ portion: Portion) {
        self.material = material
        self.portion = portion
        // What can be said in many ways is drawn oftener, but by far not in proportion.
        cells = Self.cells(material.templates, portion).map { WeightedList($0) { Double($0.pattern.variety).squareRoot() } }
        drawnCells = WeightedList(Array(cells.indices)) { [cells] in cells[$0].total.squareRoot() }
        let all = cells.flatMap(\.items)
        byForm = Dictionary(grouping: all, by: \.form)
        byTopic = Dictionary(grouping: all, by: \.topic)
        negatable = all.filter { $0.form != .clause && ($0.type != .target || $0.target == 0 && $0.form == .imperative) }
        unsupported = material.unsupported.enumerated().compactMap { index, source in
            guard Self.belongs(index, to: portion), let mark = source.first, let form = RequestTemplate.Form(rawValue: mark) else {
                return nil
            }
            return (form, Pattern(String(source.dropFirst())))
        }
        talk = Dictionary(grouping: material.talk, by: \.act)
    }

    private static func belongs(_ index: Int, to portion: Portion) -> Bool { portion == .all || (index % 8 == 4) == (portion == .heldOut) }

    private struct Cell: Hashable {
        var topic: Topic
        var type: RequestType
        var sense: Sense
        var target: Int?
    }

    /// The templates by cell in a fixed order, without empty cells.
    private static func cells(_ templates: [RequestTemplate], _ portion: Portion) -> [[RequestTemplate]] {
        var order: [Cell] = []
        var cells: [Cell: [RequestTemplate]] = [:]
        for template in templates {
            let cell = Cell(topic: template.topic, type: template.type, sense: template.sense, target: template.target)
            if cells[cell] == nil { order.append(cell) }
            cells[cell, default: []].append(template)
        }
        return order.compactMap { cell in
            let part = cells[cell, default: []].enumerated().filter { belongs($0.offset, to: portion) }.map(\.element)
            return part.isEmpty ? nil : part
        }
    }

    // MARK: Drawing

    /// How often each kind of sentence is drawn, in parts of the sum.
    private enum Kind: Double, CaseIterable {
        case request = 40
        case yesRequest = 5.01
        case noRequest = 5
        case unsupported = 14
        case talk = 26
        case ended = 2
        case remark = 11
        case negated = 4
        case kept = 3
    }

    /// How often each act of the set phrases is drawn.
    private static let talkShares: [(act: Act, share: Double)] = [
        (.yes, 8), (.no, 8), (.end, 6), (.more, 6), (.less, 6), (.undo, 6), (.redo, 2), (.question, 8), (.smalltalk, 8), (.noEnd, 1),
    ]

    /// Sentences as they are written, repetitions included; equal seeds give equal sentences.
    public func sentences(count: Int, seed: UInt64) -> [MarkedUtterance] {
        var random = DialogRandom(seed: seed)
        return (0..<max(count, 0)).map { _ in sentence(random: &random) }
    }

    public func sentence(random: inout DialogRandom) -> MarkedUtterance {
        var draft = UtteranceDraft(context: .drawn(&random))
        let kinds = portion != .heldOut ? Kind.allCases : [.request, .yesRequest, .noRequest, .unsupported, .negated]
        switch kinds.pick(weight: \.rawValue, &random) {
        case .request:
            draft.act = UtteranceAct(.request)
            request(&draft, &random)
        case .yesRequest:
            draft.act = UtteranceAct(.yesRequest)
            let leads = draft.context.kind == .whetherEnough ? material.agreement + material.content : material.agreement
            answer(leads, &draft, &random)
        case .noRequest:
            draft.act = UtteranceAct(.noRequest)
            answer(material.refusalLead, &draft, &random)
        case .unsupported: cannot(&draft, &random)
        case .talk: phrase(&draft, &random)
        case .ended:
            draft.act = UtteranceAct(random.unit() < 0.6 ? .yesEnd : .noEnd)
            draft.add(say(draft.act.act == .yesEnd ? material.agreement : material.refusal, &random) + ", ")
            draft.add(say(material.ending, &random))
        case .remark:
            draft.act = UtteranceAct(.smalltalk)
            draft.add(say(material.remarks, &random))
        case .negated: negated(&draft, &random)
        case .kept:
            draft.act = UtteranceAct(.smalltalk)
            keep(Attribute.allCases.pick(&random), &draft, &random)
        }
        return draft.utterance
    }

    private func say(_ patterns: [Pattern], _ more: [String: [Pattern]] = [:], _ random: inout DialogRandom) -> String {
        guard !patterns.isEmpty else { return "" }
        return patterns.pick(&random).sentence(more.isEmpty ? material.words : material.words.merging(more) { $1 }, random: &random)
    }

    private func say(_ patterns: [Pattern], _ random: inout DialogRandom) -> String { say(patterns, [:], &random) }

    // MARK: Wishes

    /// The words of a wish and what they mean.
    private func core(_ template: RequestTemplate, _ random: inout DialogRandom) -> (text: String, label: WishLabel) {
        var slots = material.words
        var amount: Int?
        if let amounts = template.amounts {
            let drawn = amounts.lowerBound + random.index(below: amounts.count)
            amount = drawn
            slots.merge(material.amounts(drawn)) { $1 }
        }
        let label = WishLabel(topic: template.topic, type: template.type, sense: template.sense, amount: amount, target: template.target)
        return (template.pattern.sentence(slots, random: &random), label)
    }

    /// A wish with an opening, or bare.
    private func clause(_ template: RequestTemplate, bare: Double, _ draft: inout UtteranceDraft, _ random: inout DialogRandom) {
        let (text, label) = core(template, &random)
        guard random.unit() >= bare else { return draft.add(text, label) }
        let opening = say(material.openings(template.form), &random)
        guard let place = opening.firstIndex(of: "…") else {
            draft.add(opening)
            return draft.add(text, label)
        }
        draft.add(String(opening[..<place]))
        draft.add(text)
        draft.add(String(opening[opening.index(after: place)...]), label)
    }

    private func draw(_ random: inout DialogRandom) -> RequestTemplate { cells[drawnCells.pick(&random)].pick(&random) }

    private func request(_ draft: inout UtteranceDraft, _ random: inout DialogRandom) {
        if random.unit() < 0.06 { draft.add(say(material.prefaces, &random)) }
        if random.unit() < 0.12 { draft.add(material.fillers.pick(&random) + (random.unit() < 0.5 ? "," : "")) }
        let x = random.unit()
        if x < 0.06 {
            correction(&draft, &random)
        } else if x < 0.11 {
            exchange(&draft, &random)
        } else if x < 0.17 {
            joint(&draft, &random)
        } else if x < 0.22, !material.descriptions.isEmpty {
            description(&draft, &random)
        } else {
            wishes(&draft, &random)
        }
        if random.unit() < 0.13 {
            let used = draft.ends.compactMap(\.label.topic.attribute)
            if let attribute = Attribute.allCases.filter({ !used.contains($0) }).randomElement(using: &random) {
                draft.add(say(material.connectors, &random))
                keep(attribute, &draft, &random)
            }
        }
        if random.unit() < 0.22 { draft.add((random.unit() < 0.5 ? ", " : "") + say(material.closings, &random)) }
        if random.unit() < 0.08 { draft.add("?") }
    }

    private func wishes(_ draft: inout UtteranceDraft, _ random: inout DialogRandom) {
        let x = random.unit()
        let count = x < 0.55 ? 1 : x < 0.87 ? 2 : 3
        let first = draw(&random)
        clause(first, bare: WordGroups.bareShare(first.form), &draft, &random)
        var topics: Set<Topic> = [first.topic]
        var form = first.form
        for _ in 1..<count {
            // Behind one opening: "make her older and happier"; or each with its own.
            let shares = random.unit() < 0.55 && form != .clause
            var candidate: RequestTemplate?
            for _ in 0..<8 where candidate == nil {
                let drawn = draw(&random)
                if !topics.contains(drawn.topic), drawn.topic != .same, !shares || drawn.form == form { candidate = drawn }
            }
            guard let next = candidate else { continue }
            draft.add(say(material.connectors, &random))
            if !shares, next.form == .nounPhrase, random.unit() < 0.4 { draft.add(say(material.attachments, &random)) }
            clause(next, bare: shares ? 1 : next.form == .adjective || next.form == .verb ? 0 : 0.6, &draft, &random)
            topics.insert(next.topic)
            form = next.form
        }
    }

    /// "Not older but younger": two wishes of one topic, of which one counts.
    private func correction(_ draft: inout UtteranceDraft, _ random: inout DialogRandom) {
        guard let one = byForm[[.nounPhrase, .adjective].pick(&random), default: []].randomElement(using: &random), one.topic != .same,
            let other = byTopic[one.topic, default: []].filter({ $0.form == one.form && ($0.sense != one.sense || $0.target != one.target) }
            )
            .randomElement(using: &random)
        else { return wishes(&draft, &random) }
        let wanted = core(one, &random)
        let parts = material.corrections.pick(&random).source.split(separator: "{one}", maxSplits: 1, omittingEmptySubsequences: false)
        let words = material.words.merging(["other": [Pattern(core(other, &random).text)]]) { $1 }
        if random.unit() < 0.5 { draft.add(openingWithoutPlace(one.form, &random)) }
        draft.add(Pattern(String(parts[0])).sentence(words, random: &random))
        draft.add(wanted.text, wanted.label)
        if parts.count > 1 { draft.add(Pattern(String(parts[1])).sentence(words, random: &random)) }
    }

    private func openingWithoutPlace(_ form: RequestTemplate.Form, _ random: inout DialogRandom) -> String {
        let opening = say(material.openings(form), &random)
        return opening.contains("…") ? "" : opening
    }

    /// "Replace the glasses by a beard": something goes, something comes.
    private func exchange(_ draft: inout UtteranceDraft, _ random: inout DialogRandom) {
        let removable: [Attribute] = [.bangs, .eyeglasses, .beard, .smiling]
        let gone = removable.pick(&random)
        let pool = byForm[.nounPhrase, default: []].filter { $0.topic != .same && $0.topic.attribute != gone && $0.sense != .decrease }
        guard let one = pool.randomElement(using: &random), one.target != 0 else { return wishes(&draft, &random) }
        let wanted = core(one, &random)
        let removal = WishLabel(topic: Topic(rawValue: gone.rawValue) ?? .same, type: .target, sense: .either, target: 0)
        var rest = material.exchanges.pick(&random).source[...]
        while let open = rest.firstIndex(of: "{") {
            draft.add(Pattern(String(rest[..<open])).sentence(material.words, random: &random))
            let close = rest[open...].firstIndex(of: "}") ?? rest.index(before: rest.endIndex)
            switch rest[rest.index(after: open)..<close] {
            case "gone": draft.add(say(material.names[gone, default: []], &random), removal)
            case "one": draft.add(wanted.text, wanted.label)
            case "kept":
                let kept = Attribute.allCases.filter { $0 != gone }.pick(&random)
                let label = WishLabel(topic: Topic(rawValue: kept.rawValue) ?? .same)
                draft.add(say(material.names[kept, default: []], &random), label, isKeep: true)
            default: draft.add(say([Pattern(String(rest[open...close]))], &random))
            }
            rest = rest[rest.index(after: close)...]
        }
        draft.add(Pattern(String(rest)).sentence(material.words, random: &random))
    }

    /// "No glasses and no beard", "less beard and more smile": names behind one verb.
    private func joint(_ draft: inout UtteranceDraft, _ random: inout DialogRandom) {
        let (pattern, meaning) = material.joint.pick(&random)
        var pool: [Attribute] = meaning.type == .target ? [.bangs, .eyeglasses, .beard, .smiling] : Attribute.allCases
        if meaning.type == .indefinite { pool.removeAll { $0 == .age } }
        pool.shuffle(using: &random)
        let parts = pattern.source.split(separator: "{names}", maxSplits: 1, omittingEmptySubsequences: false)
        draft.add(Pattern(String(parts[0])).sentence(material.words, random: &random))
        let count = random.unit() < 0.75 ? 2 : 3
        for (index, attribute) in pool.prefix(count).enumerated() {
            if index > 0 { draft.add(index == count - 1 ? say(material.listLinks, &random) : ",") }
            let target = meaning.target == 3 && attribute == .smiling ? 3 : meaning.target
            let label = WishLabel(
                topic: Topic(rawValue: attribute.rawValue) ?? .same, type: meaning.type, sense: meaning.sense, target: target)
            draft.add(say(material.names[attribute, default: []], &random), label)
        }
        if parts.count > 1 { draft.add(Pattern(String(parts[1])).sentence(material.words, random: &random)) }
    }

    /// "An old man with a long beard, laughing": a person and what is to be seen of them.
    private func description(_ draft: inout UtteranceDraft, _ random: inout DialogRandom) {
        var rest = material.descriptions.pick(&random).source[...]
        var used: Set<Topic> = []
        while let open = rest.firstIndex(of: "{") {
            draft.add(Pattern(String(rest[..<open])).sentence(material.words, random: &random))
            let close = rest[open...].firstIndex(of: "}") ?? rest.index(before: rest.endIndex)
            let slot = rest[rest.index(after: open)..<close]
            if slot == "thing" {
                let pool = byForm[.nounPhrase, default: []].filter {
                    $0.type == .target && $0.topic != .same && $0.topic != .age && !used.contains($0.topic)
                }
                if let one = pool.randomElement(using: &random) {
                    used.insert(one.topic)
                    let (text, label) = core(one, &random)
                    draft.add(text, label)
                }
            } else if slot.hasPrefix("age"), let degree = Int(slot.dropFirst(3)) {
                used.insert(.age)
                let label = WishLabel(topic: .age, type: .target, sense: .either, target: degree)
                draft.add(say([Pattern(String(rest[open...close]))], &random), label)
            } else {
                draft.add(say([Pattern(String(rest[open...close]))], &random))
            }
            rest = rest[rest.index(after: close)...]
        }
        draft.add(Pattern(String(rest)).sentence(material.words, random: &random))
    }

    private func keep(_ attribute: Attribute, _ draft: inout UtteranceDraft, _ random: inout DialogRandom) {
        let source = material.keeps.pick(&random).source
        let parts = source.split(separator: "{keep}", maxSplits: 1, omittingEmptySubsequences: false)
        let label = WishLabel(topic: Topic(rawValue: attribute.rawValue) ?? .same)
        draft.add(Pattern(String(parts[0])).sentence(material.words, random: &random))
        draft.add(say(material.names[attribute, default: []], &random), label, isKeep: true)
        if parts.count > 1 { draft.add(Pattern(String(parts[1])).sentence(material.words, random: &random)) }
    }

    private func answer(_ leads: [Pattern], _ draft: inout UtteranceDraft, _ random: inout DialogRandom) {
        draft.add(say(leads, &random) + (random.unit() < 0.7 ? "," : ""))
        draft.add(say(material.answerLinks, &random))
        if random.unit() < 0.1 { joint(&draft, &random) } else { wishes(&draft, &random) }
        if random.unit() < 0.15 { draft.add(say(material.closings, &random)) }
    }

    // MARK: Without an edit

    /// "Don't make her older": what was turned down is to stay.
    private func negated(_ draft: inout UtteranceDraft, _ random: inout DialogRandom) {
        let template = negatable.pick(&random)
        let (text, label) = core(template, &random)
        draft.act = UtteranceAct(.smalltalk)
        let lead = say(material.negations(template.form), &random)
        let kept = WishLabel(topic: label.topic)
        guard let place = lead.firstIndex(of: "…") else {
            draft.add(lead)
            return draft.add(text, kept, isKeep: true)
        }
        draft.add(String(lead[..<place]))
        draft.add(text)
        draft.add(String(lead[lead.index(after: place)...]), kept, isKeep: true)
    }

    private func cannot(_ draft: inout UtteranceDraft, _ random: inout DialogRandom) {
        let (form, pattern) = unsupported.pick(&random)
        draft.act = UtteranceAct(.unsupported)
        var slots = material.unsupportedWords.merging(material.amounts(1 + random.index(below: 4))) { $1 }
        // Things nobody thought of are as impossible as those in the lists.
        if random.unit() < 0.08 {
            for group in ["part", "thing", "adjective"] where slots[group] != nil { slots[group] = [Pattern(Self.invented(&random))] }
        }
        let text = say([pattern], slots, &random)
        let bare = random.unit() < WordGroups.bareShare(form)
        let opening = bare ? "" : say(material.openings(form), &random)
        if let place = opening.firstIndex(of: "…") {
            draft.add(String(opening[..<place]) + text + String(opening[opening.index(after: place)...]))
        } else {
            draft.add(opening)
            draft.add(text)
        }
        if random.unit() < 0.15 { draft.add(say(material.closings, &random)) }
        if random.unit() < 0.1 { draft.add("?") }
    }

    /// A word that does not exist.
    private static func invented(_ random: inout DialogRandom) -> String {
        let parts = [
            "ka", "lor", "mi", "ten", "shu", "bra", "vel", "so", "pin", "dra", "wo", "ster", "nu", "gle", "tri", "ck", "fan", "el", "ow",
        ]
        return (0...1 + random.index(below: 2)).map { _ in parts.pick(&random) }.joined()
    }

    private func phrase(_ draft: inout UtteranceDraft, _ random: inout DialogRandom) {
        let drawn = Self.talkShares.filter { talk[$0.act] != nil }.pick(weight: \.share, &random).act
        // As often as there are patterns, but no set of a handful is forgotten.
        let sets = talk[drawn, default: []]
        guard !sets.isEmpty else { return remark(&draft, &random) }
        let set = sets.pick(weight: { Double($0.patterns.count).squareRoot() }, &random)
        if !set.contexts.contains(draft.context.kind) {
            var other = DialogContext.drawn(&random)
            for _ in 0..<40 where !set.contexts.contains(other.kind) { other = .drawn(&random) }
            draft.context = other
        }
        draft.act = UtteranceAct(drawn, toStart: set.toStart)
        let pattern = set.patterns.pick(&random)
        var label: WishLabel?
        var slots: [String: [Pattern]] = [:]
        if drawn == .more || drawn == .less {
            label = WishLabel(topic: .same, type: .indefinite, sense: .either)
            if ["{amount}", "{byAmount}", "{steps}"].contains(where: pattern.source.contains) {
                let amount = 1 + random.index(below: pattern.source.contains("{steps}") ? 5 : 4)
                slots = material.amounts(amount)
                label?.type = .definite
                label?.amount = amount
            }
        }
        draft.add(say([pattern], slots, &random), label)
        if drawn == .question, random.unit() < 0.7 { draft.add("?") }
        if random.unit() < 0.12 { draft.add(say(material.closings, &random)) }
    }

    private func remark(_ draft: inout UtteranceDraft, _ random: inout DialogRandom) {
        draft.act = UtteranceAct(.smalltalk)
        draft.add(say(material.remarks, &random))
    }
}
