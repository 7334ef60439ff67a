import FaceAttributes

/// Makes labelled sentences from templates and synonym groups: what the encoder learns its language from.
public struct RequestGrammar: Sendable {
    /// Which templates sentences are made from. One request template in eight, spread over all cells, is held out of training,
    /// supported and unsupported requests alike; set phrases such as "yes" or "undo that" are all taught.
    public enum Portion: String, Sendable, CaseIterable {
        case training, heldOut
    }

    /// Every how many-th template of a cell is held out.
    public static let holdOutEvery = 8

    private let requests: [[RequestTemplate]]
    private let unsupported: [RequestTemplate.Form: [Pattern]]
    private let unsupportedForms: [RequestTemplate.Form]
    private let talk: [Act: [(context: ContextKind, patterns: [Pattern])]]
    private let negatable: [RequestTemplate]
    private let shares: [(act: Act, share: Double)]

    /// - Parameter portion: which templates to use.
    public init(_ portion: Portion = .training) {
        requests = Self.cells(RequestTemplate.all, portion)
        var forms: [RequestTemplate.Form: [Pattern]] = [:]
        var drawn: [RequestTemplate.Form] = []
        for (index, source) in UnsupportedRequests.patterns.enumerated() where Self.belongs(index, to: portion) {
            guard let mark = source.first, let form = RequestTemplate.Form(rawValue: mark) else { continue }
            forms[form, default: []].append(Pattern(String(source.dropFirst())))
            drawn.append(form)
        }
        unsupported = forms
        unsupportedForms = drawn
        var acts: [Act: [(ContextKind, [Pattern])]] = [:]
        for set in TalkPhrases.all {
            for context in set.contexts { acts[set.act, default: []].append((context, set.patterns)) }
        }
        talk = acts
        negatable = requests.joined().filter { $0.form != .clause && ($0.type != .target || ($0.target == 0 && $0.form == .imperative)) }
        shares = portion == .training ? Self.allShares : Self.allShares.filter { Self.templated.contains($0.act) }
    }

    private static func belongs(_ index: Int, to portion: Portion) -> Bool {
        (index % holdOutEvery == holdOutEvery / 2) == (portion == .heldOut)
    }

    private struct Cell: Hashable {
        var topic: Topic
        var type: RequestType
        var sense: Sense
        var target: Int?
    }

    /// The templates by cell, in a fixed order, without empty cells. Cells of fewer than five templates hold none out.
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

    // MARK: Sentences

    /// How often each act is drawn, in parts of the sum.
    private static let allShares: [(act: Act, share: Double)] = [
        (.request, 42), (.yesRequest, 5), (.noRequest, 5), (.unsupported, 12), (.question, 5), (.smalltalk, 8), (.yes, 6), (.no, 6),
        (.end, 5),
        (.yesEnd, 1), (.noEnd, 1), (.more, 5), (.less, 5), (.undo, 4),
    ]

    /// The acts whose sentences are made from request templates.
    private static let templated: Set<Act> = [.request, .yesRequest, .noRequest, .unsupported]

    /// Labelled sentences, repetitions included.
    ///
    /// - Parameter seed: equal seeds give equal sentences.
    public func sentences(count: Int, seed: UInt64) -> [LabelledSentence] {
        var random = DialogRandom(seed: seed)
        return (0..<max(count, 0)).map { _ in sentence(random: &random) }
    }

    /// One labelled sentence.
    public func sentence(random: inout DialogRandom) -> LabelledSentence {
        let total = shares.reduce(0) { $0 + $1.share }
        var x = random.unit() * total
        var act = Act.request
        for (candidate, share) in shares {
            act = candidate
            x -= share
            if x < 0 { break }
        }
        let context = ContextKind.allCases.pick(&random)
        switch act {
        case .request: return request(.request, context: context, random: &random)
        case .yesRequest:
            let lead = context == .whetherEnough ? TalkPhrases.agreement + TalkPhrases.content : TalkPhrases.agreement
            return request(act, after: lead, ["[now|and|but|then|]"], context: context, random: &random)
        case .noRequest:
            return request(act, after: TalkPhrases.refusalLead, ["[now|but|rather|instead|]"], context: context, random: &random)
        case .unsupported: return unsupportedRequest(context: context, random: &random)
        case .yesEnd, .noEnd:
            let lead = act == .yesEnd ? TalkPhrases.agreement : TalkPhrases.refusal
            let text = joined(lead, TalkPhrases.ending, &random)
            return LabelledSentence(text: styled(text, &random), context: context, label: SentenceLabel(act: act))
        case .smalltalk where random.unit() < 0.25: return negated(context: context, random: &random)
        default: return phrase(act, random: &random)
        }
    }

    /// "Don't make her older": a request turned into its opposite of no edit.
    private func negated(context: ContextKind, random: inout DialogRandom) -> LabelledSentence {
        let template = negatable.pick(&random)
        var slots = WordGroups.common
        if let amounts = template.amounts {
            slots.merge(WordGroups.amounts(amounts.lowerBound + random.index(below: amounts.count))) { $1 }
        }
        let lead = WordGroups.negations(template.form).pick(&random).sentence(slots, random: &random)
        let text = lead + " " + template.pattern.sentence(slots, random: &random)
        return LabelledSentence(text: styled(text, &random), context: context, label: SentenceLabel(act: .smalltalk))
    }

    private func joined(_ first: [Pattern], _ second: [Pattern], _ random: inout DialogRandom) -> String {
        first.pick(&random).sentence(random: &random) + ", " + second.pick(&random).sentence(random: &random)
    }

    private func request(
        _ act: Act, after lead: [Pattern] = [], _ links: [Pattern] = [], context: ContextKind, random: inout DialogRandom
    ) -> LabelledSentence {
        let template = requests.pick(&random).pick(&random)
        var slots = WordGroups.common
        var amount: Int?
        if let amounts = template.amounts {
            let drawn = amounts.lowerBound + random.index(below: amounts.count)
            amount = drawn
            slots.merge(WordGroups.amounts(drawn)) { $1 }
        }
        let core = template.pattern.sentence(slots, random: &random)
        let wrapped = wrap(core, template.form, mayStandAlone: lead.isEmpty, random: &random)
        var text = wrapped
        if !lead.isEmpty {
            let link = links.pick(&random).sentence(random: &random)
            text = lead.pick(&random).sentence(random: &random) + ", " + (link.isEmpty ? "" : link + " ") + wrapped
        }
        let label = SentenceLabel(
            act: act, topic: template.topic, type: template.type, sense: template.sense, amount: amount, target: template.target)
        return LabelledSentence(text: styled(text, &random), context: context, label: label)
    }

    private func unsupportedRequest(context: ContextKind, random: inout DialogRandom) -> LabelledSentence {
        let form = unsupportedForms.pick(&random)
        let slots = Self.unsupportedSlots.merging(WordGroups.amounts(1 + random.index(below: 4))) { $1 }
        let core = unsupported[form, default: ["{offTopic}"]].pick(&random).sentence(slots, random: &random)
        let text = wrap(core, form, mayStandAlone: true, random: &random)
        return LabelledSentence(text: styled(text, &random), context: context, label: SentenceLabel(act: .unsupported))
    }

    private static let unsupportedSlots = WordGroups.common.merging(UnsupportedRequests.groups) { $1 }

    /// Puts the core of a request into a whole sentence.
    private func wrap(_ core: String, _ form: RequestTemplate.Form, mayStandAlone: Bool, random: inout DialogRandom) -> String {
        let bare = random.unit() < WordGroups.bareShare(form) && (mayStandAlone || form == .imperative)
        var text = core
        if !bare {
            let opening = WordGroups.openings(form).pick(&random).sentence(WordGroups.common, random: &random)
            text = opening + " " + core
        }
        if random.unit() < 0.25 { text += (random.unit() < 0.5 ? ", " : " ") + WordGroups.closings.pick(&random).sentence(random: &random) }
        let asks = ["can ", "could ", "would ", "how about", "what about", "please can"].contains { text.hasPrefix($0) }
        return asks && random.unit() < 0.7 ? text + "?" : text
    }

    private func phrase(_ act: Act, random: inout DialogRandom) -> LabelledSentence {
        let (context, patterns) = talk[act, default: []].pick(&random)
        let pattern = patterns.pick(&random)
        var slots = WordGroups.common
        var label = SentenceLabel(act: act)
        if act == .more || act == .less {
            label.type = .indefinite
            let source = pattern.source
            if ["{amount}", "{byAmount}", "{steps}"].contains(where: source.contains) {
                label.type = .definite
                let amount = 1 + random.index(below: source.contains("{steps}") ? 5 : 4)
                label.amount = amount
                slots.merge(WordGroups.amounts(amount)) { $1 }
            }
        }
        var text = pattern.sentence(slots, random: &random)
        if act == .question, random.unit() < 0.7 { text += "?" }
        if act == .more || act == .less, random.unit() < 0.2 { text = "please " + text }
        return LabelledSentence(text: styled(text, &random), context: context, label: label)
    }

    /// Capitals, full stop or exclamation mark, and dropped apostrophes, as people type.
    private func styled(_ text: String, _ random: inout DialogRandom) -> String {
        var text = text
        if random.unit() < 0.1 { text = text.filter { $0 != "'" } }
        let x = random.unit()
        if x < 0.5 { text = text.withInitialCapital } else if x < 0.53 { text = text.uppercased() }
        if !text.hasSuffix("?"), random.unit() < 0.4 { text += random.unit() < 0.8 ? "." : "!" }
        return text
    }
}
