public import FaceAttributes

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

    /// What an attribute is called, as a label: "glasses".
    public func name(of attribute: Attribute) -> String { wording.name(attribute) }

    /// What a face of a degree class shows: "thick-framed glasses"; the class is clamped to 0…5.
    public func meaning(of attribute: Attribute, label: Int) -> String { wording.level(attribute, label).plain }
}
