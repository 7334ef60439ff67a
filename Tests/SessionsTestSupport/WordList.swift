public import Dialog
import FaceAttributes

/// A language side that knows a dozen words: an attribute's name with "up", "down" or "to" and a number; "more", "less",
/// "undo", "redo", "yes", "no", "bye", "restart" (undo all), "keep" and a name. Everything else is small talk. "and" joins wishes.
public struct WordList: LanguageUnderstanding {
    public init() {}

    public func understand(_ text: String, in context: DialogContext) -> Understanding {
        let words = text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "." }).map(String.init)
        if words.first == "keep", let kept = wish(in: words) { return Understanding(act: .smalltalk, keep: [kept.attribute]) }
        if words.contains("restart") { return Understanding(act: .undo, toStart: true) }
        let wishes = words.split(separator: "and").compactMap { wish(in: Array($0)) }
        if !wishes.isEmpty { return Understanding(act: .request, edits: wishes) }
        let acts: [String: Act] = ["more": .more, "less": .less, "undo": .undo, "redo": .redo, "yes": .yes, "no": .no, "bye": .end]
        return Understanding(act: words.lazy.compactMap { acts[$0] }.first ?? .smalltalk)
    }

    private func wish(in words: [String]) -> EditWish? {
        let names: [String: Attribute] = [
            "bangs": .bangs, "glasses": .eyeglasses, "beard": .beard, "smile": .smiling, "older": .age, "age": .age,
        ]
        guard let attribute = words.lazy.compactMap({ names[$0] }).first else { return nil }
        let number = words.lazy.compactMap(Double.init).first
        if words.contains("to"), let number { return EditWish(attribute: attribute, type: .target, target: number) }
        let direction: Direction = words.contains("down") || words.contains("less") ? .decrease : .increase
        guard let number else { return EditWish(attribute: attribute, type: .indefinite, direction: direction) }
        return EditWish(attribute: attribute, type: .definite, direction: direction, amount: number)
    }
}
