import FaceAttributes

extension MarkedUtterance {
    /// Whether an understanding says what the sentence is marked with; how much "more" and "less" is left out.
    func isRead(as understanding: Understanding) -> Bool {
        guard understanding.act == act.act, (understanding.toStart ?? false) == act.toStart else { return false }
        func attribute(_ topic: Topic) -> Attribute? { topic.attribute ?? context.attribute ?? context.lastEdit?.attribute }
        let kept = Set(ends.filter(\.isKeep).compactMap { attribute($0.label.topic) })
        guard kept == Set(understanding.keep ?? []) else { return false }
        if act.isAdjustment { return true }
        let wishes = ends.filter { !$0.isKeep }.compactMap { end in attribute(end.label.topic).flatMap(end.label.wish) }
        return Set(wishes) == Set(understanding.edits)
    }
}

extension WishLabel {
    /// The wish the label stands for; nil for a label that is none.
    func wish(_ attribute: Attribute) -> EditWish? {
        guard let type else { return nil }
        // "At least" has a direction, and an exact degree has none.
        return EditWish(
            attribute: attribute, type: type, direction: sense?.direction, amount: type == .definite ? amount.map(Double.init) : nil,
            target: type == .target ? target.map(Double.init) : nil)
    }
}
