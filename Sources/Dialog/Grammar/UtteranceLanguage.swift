/// A language that users may speak.
public enum UtteranceLanguage: String, Codable, Sendable, CaseIterable {
    case english = "en"

    var material: GrammarMaterial {
        switch self {
        case .english: .english
        }
    }

    /// Words that people leave out.
    private var droppable: Set<String> {
        switch self {
        case .english: ["a", "an", "the", "please", "i", "of", "his", "her", "him", "it", "to", "is", "are"]
        }
    }

    /// Makes training sentences.
    public func grammar(_ portion: UtteranceGrammar.Portion = .all) -> UtteranceGrammar { UtteranceGrammar(material, portion) }

    /// Disturbs them.
    func noise() -> UtteranceNoise { UtteranceNoise(fillers: material.fillers, shortForms: material.shortForms, droppable: droppable) }
}
