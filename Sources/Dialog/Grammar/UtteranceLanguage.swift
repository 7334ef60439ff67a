/// A language of a talk: users may speak it, and the system can.
public enum UtteranceLanguage: String, Codable, Sendable, CaseIterable {
    case english = "en"
    case german = "de"

    var material: GrammarMaterial {
        switch self {
        case .english: .english
        case .german: .german
        }
    }

    /// Words that people leave out.
    private var droppable: Set<String> {
        switch self {
        case .english: ["a", "an", "the", "please", "i", "of", "his", "her", "him", "it", "to", "is", "are"]
        case .german: ["ein", "eine", "einen", "der", "die", "das", "den", "bitte", "ich", "mal", "ihr", "ihm", "sie", "es", "ist"]
        }
    }

    /// Makes training sentences.
    public func grammar(_ portion: UtteranceGrammar.Portion = .all) -> UtteranceGrammar { UtteranceGrammar(material, portion) }

    /// Disturbs them.
    func noise(_ spellings: UtteranceSpellings = UtteranceSpellings()) -> UtteranceNoise {
        UtteranceNoise(fillers: material.fillers, shortForms: material.shortForms, droppable: droppable, spellings: spellings)
    }
}
