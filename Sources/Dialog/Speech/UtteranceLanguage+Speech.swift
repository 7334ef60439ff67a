/// What the system speaks. Another language takes a folder beside `English` with one set of phrases and one of words, and
/// its line in each of these two lists; the tests then expand every sentence of it.
extension UtteranceLanguage {
    /// What is said.
    var phrases: any Phrasebook.Type {
        switch self {
        case .english: EnglishPhrases.self
        case .german: GermanPhrases.self
        }
    }

    /// The words it is said with.
    var wording: any Wording.Type {
        switch self {
        case .english: EnglishWording.self
        case .german: GermanWording.self
        }
    }
}
