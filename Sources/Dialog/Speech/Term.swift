/// What a slot of a template is filled with, in every form that the templates of its language ask for.
///
/// A slot names the form with its end: filled with a term under the name "to", `{to}` is the plain form and `{toDat}` the one
/// called "Dat".
struct Term: Sendable, Hashable {
    /// By name; the plain form, which every term has, is called "".
    let forms: [String: String]

    init(_ plain: String) { forms = ["": plain] }

    /// - Parameter forms: by name.
    init(plain: String, _ forms: [String: String]) { self.forms = forms.merging(["": plain]) { $1 } }

    var plain: String { forms[""] ?? "" }

    /// The form of this name, the plain one where there is none.
    subscript(_ name: String) -> String { forms[name] ?? plain }

    /// The term with every form changed alike.
    func map(_ change: (String) -> String) -> Term { Term(plain: change(plain), forms.mapValues(change)) }

    /// Everything that templates can say with the terms, by slot.
    static func slots(_ terms: [String: Term]) -> [String: [Pattern]] {
        var slots: [String: [Pattern]] = [:]
        for (name, term) in terms {
            for (form, text) in term.forms { slots[name + form] = [Pattern(text)] }
        }
        return slots
    }
}

extension Term: ExpressibleByStringInterpolation {
    init(stringLiteral value: String) { self.init(value) }
}
