import FaceAttributes

/// The words of one language for attributes, degrees and changes: what fills the slots of its `Phrasebook`.
protocol Wording {
    /// What stands before the last item of a list.
    static var and: String { get }

    /// What an attribute is called, by itself: "glasses".
    static func name(_ attribute: Attribute) -> String

    /// Slots about an attribute and the way it goes: `comparative` ("longer"), `positive` ("long"), and its name as the language's
    /// templates need it.
    static func about(_ attribute: Attribute, _ direction: Direction) -> [String: Term]

    /// What a face of this degree class shows, as a noun phrase; the class is clamped to 0…5.
    static func level(_ attribute: Attribute, _ label: Int) -> Term

    /// What makes a degree class what it is, after a comma: "a broad smile, teeth showing"; the class is clamped to 0…5.
    static func detail(_ attribute: Attribute, _ label: Int) -> Term

    /// The outcome of a change by about a degree, as something one can try: "a bigger smile", "a pair of light glasses".
    static func change(_ attribute: Attribute, _ direction: Direction, from degree: Double) -> Term

    /// The way from one degree class to another: "from a smile to a laugh".
    static func shift(_ attribute: Attribute, from before: Int, to after: Int) -> String

    /// The end of the scale that lies in a direction.
    static func end(_ direction: Direction) -> Term

    /// What the face shows, all five attributes.
    static func description(_ degrees: Degrees) -> Term

    /// The names of attributes: "bangs, glasses and age".
    static func list(_ attributes: [Attribute]) -> Term
}

extension Wording {
    /// "a, b and c".
    static func join(_ items: [String]) -> String { join(items, by: and) }

    /// "a, b and c", in every form.
    static func join(_ items: [Term]) -> Term {
        let forms = Set(items.flatMap { $0.forms.keys })
        return Term(
            plain: join(items.map(\.plain)),
            Dictionary(uniqueKeysWithValues: forms.subtracting([""]).map { form in (form, join(items.map { $0[form] })) }))
    }

    /// "a, b or c".
    static func join(_ items: [String], by word: String) -> String {
        guard let last = items.last else { return "" }
        return items.count == 1 ? last : items.dropLast().joined(separator: ", ") + " \(word) " + last
    }
}

extension Array {
    /// The element for a degree class, clamped to those there are.
    subscript(label label: Int) -> Element { self[Swift.min(Swift.max(label, 0), count - 1)] }
}
