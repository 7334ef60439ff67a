import FaceAttributes

/// The words the system uses for attributes, degrees and changes.
enum Wording {
    /// What a face of this degree class shows, as a noun phrase; the class is clamped to 0…5.
    static func level(_ attribute: Attribute, _ label: Int) -> String {
        let words =
            switch attribute {
            case .bangs: ["no bangs", "very short bangs", "short bangs", "medium bangs", "long bangs", "bangs over the whole forehead"]
            case .eyeglasses:
                ["no glasses", "rimless glasses", "thin-framed glasses", "medium-framed glasses", "thick-framed glasses", "sunglasses"]
            case .beard: ["no beard", "light stubble", "heavy stubble", "a short beard", "a full beard", "a long, bushy beard"]
            case .smiling: ["no smile", "a slight smile", "a gentle smile", "a smile with some teeth", "a broad smile", "a laugh"]
            case .age:
                [
                    "a child's face", "a face under 30", "a face in the thirties", "a face in the forties", "a face in the fifties",
                    "a face over 60",
                ]
            }
        return words[min(max(label, 0), 5)]
    }

    static func noun(_ attribute: Attribute) -> String {
        switch attribute {
        case .bangs: "bangs"
        case .eyeglasses: "glasses"
        case .beard: "beard"
        case .smiling: "smile"
        case .age: "age"
        }
    }

    /// "the bangs are", "the beard is".
    static func nounIs(_ attribute: Attribute) -> String {
        switch attribute {
        case .bangs, .eyeglasses: "the \(noun(attribute)) are"
        case .beard, .smiling: "the \(noun(attribute)) is"
        case .age: "the face is"
        }
    }

    /// "are the bangs", "is the beard".
    static func isNoun(_ attribute: Attribute) -> String {
        switch attribute {
        case .bangs, .eyeglasses: "are the \(noun(attribute))"
        case .beard, .smiling: "is the \(noun(attribute))"
        case .age: "is the face"
        }
    }

    static func comparative(_ attribute: Attribute, _ direction: Direction) -> String {
        let pair =
            switch attribute {
            case .bangs: ("longer", "shorter")
            case .eyeglasses: ("heavier", "lighter")
            case .beard: ("fuller", "lighter")
            case .smiling: ("bigger", "smaller")
            case .age: ("older", "younger")
            }
        return direction == .increase ? pair.0 : pair.1
    }

    static func positive(_ attribute: Attribute, _ direction: Direction) -> String {
        let pair =
            switch attribute {
            case .bangs: ("long", "short")
            case .eyeglasses: ("heavy", "light")
            case .beard: ("full", "light")
            case .smiling: ("big", "small")
            case .age: ("old", "young")
            }
        return direction == .increase ? pair.0 : pair.1
    }

    /// The outcome of a change by about a degree, as something one can try: "a bigger smile", "adding light glasses".
    static func change(_ attribute: Attribute, _ direction: Direction, from degree: Double) -> String {
        switch (attribute, direction) {
        case (.bangs, .increase): degree < 0.5 ? "some short bangs" : "longer bangs"
        case (.bangs, .decrease): "shorter bangs"
        case (.eyeglasses, .increase): degree < 0.5 ? "a pair of light glasses" : "glasses with a heavier frame"
        case (.eyeglasses, .decrease): degree > 4.5 ? "clear glasses instead of the sunglasses" : "glasses with a lighter frame"
        case (.beard, .increase): degree < 0.5 ? "some stubble" : "a fuller beard"
        case (.beard, .decrease): "a lighter beard"
        case (.smiling, .increase): degree < 0.5 ? "a hint of a smile" : "a bigger smile"
        case (.smiling, .decrease): "a smaller smile"
        case (.age, .increase): "a somewhat older face"
        case (.age, .decrease): "a somewhat younger face"
        }
    }

    /// What the face shows at the moment, all five attributes.
    static func description(_ degrees: Degrees) -> String {
        let parts = Attribute.allCases.map { level($0, degrees.label($0)) }
        return parts[4] + " with " + parts[0...2].joined(separator: ", ") + " and " + parts[3]
    }

    /// What makes a degree class what it is, after a comma: "a broad smile, teeth showing"; the class is clamped to 0…5.
    static func detail(_ attribute: Attribute, _ label: Int) -> String {
        let words =
            switch attribute {
            case .bangs:
                [
                    "the forehead is free", "most of the forehead is free", "a good half of the forehead is free",
                    "more than half of the forehead is covered",
                    "most of the forehead is covered", "the forehead is covered",
                ]
            case .eyeglasses:
                [
                    "nothing before the eyes", "hardly a frame to be seen", "with a fine frame", "with a plain frame", "with a bold frame",
                    "with dark lenses",
                ]
            case .beard:
                [
                    "the chin is smooth", "about a day's growth", "with a moustache", "short and tidy", "all over cheeks and chin",
                    "well below the chin",
                ]
            case .smiling:
                [
                    "the mouth is at rest", "just the corners of the mouth", "friendly and calm", "lips parted", "teeth showing",
                    "with an open mouth",
                ]
            case .age:
                [
                    "still a child", "in young years", "a young adult", "in the middle of life", "not far from retirement",
                    "well advanced in years",
                ]
            }
        return words[min(max(label, 0), 5)]
    }

    /// The text with the first letter of every sentence in upper case.
    static func sentences(_ text: String) -> String {
        var result = ""
        var begins = true
        for character in text {
            result.append(begins && character.isLetter ? Character(character.uppercased()) : character)
            if character.isLetter || character.isNumber { begins = false }
            if ".!?".contains(character) { begins = true }
        }
        return result
    }

    /// The text with its first letter in upper case.
    static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// "a, b and c".
    static func list(_ items: [String]) -> String {
        guard let last = items.last else { return "" }
        return items.count == 1 ? last : items.dropLast().joined(separator: ", ") + " and " + last
    }
}
