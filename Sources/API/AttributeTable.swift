import FaceAttributes

/// What the degrees of the attributes mean, for people.
enum AttributeTable {
    static let document = JSON.page(Attribute.allCases.map(entry), next: nil)

    private static func entry(_ attribute: Attribute) -> JSON {
        let (description, meanings) = words(attribute)
        let degrees = meanings.enumerated().map { degree, meaning -> JSON in ["degree": JSON(degree), "meaning": .string(meaning)] }
        return [
            "name": .string(attribute.rawValue), "description": .string(description), "minimum": 0, "maximum": 5,
            "degrees": .array(degrees),
        ]
    }

    private static func words(_ attribute: Attribute) -> (description: String, meanings: [String]) {
        switch attribute {
        case .bangs:
            (
                "How much of the forehead the bangs cover.",
                [
                    "no bangs, the whole forehead shows", "very short, a fifth is covered", "short, two fifths are covered",
                    "medium, three fifths are covered", "long, four fifths are covered", "the forehead is covered",
                ]
            )
        case .eyeglasses:
            (
                "How much the eyeglasses stand out.",
                ["no glasses", "rimless", "thin frame", "medium frame", "thick frame", "sunglasses"]
            )
        case .beard:
            (
                "How much beard there is.",
                ["clean-shaven", "fresh stubble", "a few days old", "of medium length", "long and groomed", "long and bushy"]
            )
        case .smiling:
            (
                "How broad the smile is.",
                [
                    "no smile", "a hint of a smile, lips closed", "a slight smile, some teeth", "a smile with a row of teeth",
                    "a big smile, mouth a little open", "a laugh, mouth wide open",
                ]
            )
        case .age:
            ("How old the face looks.", ["under 15", "15 to 30", "30 to 40", "40 to 50", "50 to 60", "over 60"])
        }
    }
}
