import FaceAttributes

/// A training sentence that is being written, part by part.
struct UtteranceDraft {
    var context: DialogContext
    var act = UtteranceAct(.smalltalk)
    private(set) var tokens: [String] = []
    private(set) var ends: [MarkedUtterance.End] = []

    init(context: DialogContext) { self.context = context }

    /// Appends words, the last of which ends a wish or what is to stay, if a label is given.
    mutating func add(_ text: String, _ label: WishLabel? = nil, isKeep: Bool = false) {
        // A comma at either end of a part is lost by itself; here it stands between words.
        if text.hasPrefix(","), !tokens.isEmpty, tokens.last != "," { tokens.append(",") }
        let added = UtteranceTokenizer.tokens(text)
        tokens += added
        if let label, !added.isEmpty { ends.append(MarkedUtterance.End(position: tokens.count - 1, label: label, isKeep: isKeep)) }
        if text.hasSuffix(",") || text.hasSuffix(", "), tokens.last != ",", !tokens.isEmpty { tokens.append(",") }
    }

    var utterance: MarkedUtterance {
        var trimmed = tokens
        if trimmed.last == "," { trimmed.removeLast() }
        return MarkedUtterance(tokens: trimmed, context: context, act: act, ends: ends)
    }
}

extension DialogContext {
    /// A context by chance, as talks have them: "is it enough?" is mostly asked about what was changed last.
    static func drawn(_ random: inout DialogRandom) -> DialogContext {
        var context = DialogContext(kind: ContextKind.allCases.pick(&random))
        if context.kind == .suggestion || context.kind == .whetherEnough { context.attribute = Attribute.allCases.pick(&random) }
        if context.kind != .start, random.unit() < 0.85 {
            let same = context.kind == .whetherEnough && random.unit() < 0.9 ? context.attribute : nil
            context.lastEdit = LastEdit(
                attribute: same ?? Attribute.allCases.pick(&random), direction: random.unit() < 0.5 ? .increase : .decrease, amount: 1)
        }
        return context
    }
}
