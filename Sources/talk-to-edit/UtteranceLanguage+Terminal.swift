public import ArgumentParser
public import Dialog

extension UtteranceLanguage: ExpressibleByArgument {}

/// What the terminal itself says in a talk.
extension UtteranceLanguage {
    /// Asks for fewer words.
    var tooLong: String {
        switch self {
        case .english: "That is too long; please say it in fewer words."
        case .german: "Das ist zu lang; sag es bitte mit weniger Worten."
        }
    }

    /// How far an edit is, in generator passes.
    func progress(_ step: Int, of budget: Int) -> String {
        switch self {
        case .english: "step \(step) of at most \(budget)"
        case .german: "Schritt \(step) von höchstens \(budget)"
        }
    }
}
