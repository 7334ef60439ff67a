import Dialog
import FaceAttributes

/// What the degrees of the attributes mean, in the words that the system uses in its talks.
enum AttributeTable {
    static func document(in language: UtteranceLanguage) -> JSON {
        .page(Attribute.allCases.map { entry($0, language) }, next: nil)
    }

    private static func entry(_ attribute: Attribute, _ language: UtteranceLanguage) -> JSON {
        let degrees = (0...5).map { degree -> JSON in
            ["degree": JSON(degree), "meaning": .string(language.meaning(of: attribute, label: degree))]
        }
        return [
            "name": .string(attribute.rawValue), "title": .string(language.name(of: attribute)),
            "description": .string(description(attribute)), "minimum": 0, "maximum": 5, "degrees": .array(degrees),
        ]
    }

    private static func description(_ attribute: Attribute) -> String {
        switch attribute {
        case .bangs: "How much of the forehead the bangs cover."
        case .eyeglasses: "How much the eyeglasses stand out."
        case .beard: "How much beard there is."
        case .smiling: "How broad the smile is."
        case .age: "How old the face looks."
        }
    }
}
