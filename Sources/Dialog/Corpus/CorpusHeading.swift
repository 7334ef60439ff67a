import FaceAttributes

/// What the lines below a heading do, and in which context: `## no_request @enough:beard+`.
struct CorpusHeading: Sendable, Hashable {
    var act: UtteranceAct
    /// Nil for any.
    var kind: ContextKind?
    /// What the system's last utterance was about; in other kinds than its own the last change.
    var attribute: Attribute?
    /// Of the last change.
    var direction: Direction?

    init(_ source: Substring) throws(CorpusError.Reason) {
        let words = source.split(separator: " ")
        guard let act = words.first, words.count <= 2 else { throw .init("a heading names an act and a context") }
        if act == "undo_start" {
            self.act = UtteranceAct(.undo, toStart: true)
        } else {
            guard let named = Act(rawValue: String(act)) else { throw .init("there is no act \(act)") }
            self.act = UtteranceAct(named)
        }
        guard words.count == 2 else { return }
        var parts = words[1].split(separator: ":", maxSplits: 1)
        let name = parts.removeFirst()
        kind = Self.kinds[name]
        guard kind != nil || name == "@any" else { throw .init("there is no context \(name)") }
        guard var rest = parts.first else { return }
        if let sign = rest.last, sign == "+" || sign == "-" {
            direction = sign == "+" ? .increase : .decrease
            rest.removeLast()
        }
        attribute = Attribute(rawValue: String(rest))
        guard attribute != nil else { throw .init("there is no attribute \(rest)") }
    }

    private static let kinds: [Substring: ContextKind] = [
        "@start": .start, "@suggestion": .suggestion, "@enough": .whetherEnough, "@next": .whatsNext,
    ]

    /// A context of this kind, by chance where nothing is said.
    func context(_ random: inout DialogRandom) -> DialogContext {
        var context = DialogContext.drawn(&random)
        // Only after a change there is something to go on with or to take back.
        let needsEdit = act.isAdjustment || act.act == .undo || act.act == .redo
        for _ in 0..<40 where kind.map({ $0 != context.kind }) ?? (needsEdit && context.kind == .start) { context = .drawn(&random) }
        if let kind { context.kind = kind }
        guard let attribute else { return context }
        if context.kind == .whetherEnough || context.kind == .suggestion { context.attribute = attribute }
        if let direction { context.lastEdit = LastEdit(attribute: attribute, direction: direction, amount: 1) }
        return context
    }
}
