import FaceAttributes

/// English words. Lists have a form "The", in which every name has its article.
enum EnglishWording: Wording {
    static let and = "and"

    /// `noun` ("bangs"), `nounIs` ("the bangs are"), `isNoun` ("are the bangs").
    static func about(_ attribute: Attribute, _ direction: Direction) -> [String: Term] {
        let (subject, verb) =
            switch attribute {
            case .bangs, .eyeglasses: ("the \(name(attribute))", "are")
            case .beard, .smiling: ("the \(name(attribute))", "is")
            case .age: ("the face", "is")
            }
        let (positive, comparative) =
            switch (attribute, direction) {
            case (.bangs, .increase): ("long", "longer")
            case (.bangs, .decrease): ("short", "shorter")
            case (.eyeglasses, .increase): ("heavy", "heavier")
            case (.eyeglasses, .decrease): ("light", "lighter")
            case (.beard, .increase): ("full", "fuller")
            case (.beard, .decrease): ("light", "lighter")
            case (.smiling, .increase): ("big", "bigger")
            case (.smiling, .decrease): ("small", "smaller")
            case (.age, .increase): ("old", "older")
            case (.age, .decrease): ("young", "younger")
            }
        return [
            "noun": Term(name(attribute)), "nounIs": "\(subject) \(verb)", "isNoun": "\(verb) \(subject)",
            "positive": Term(positive), "comparative": Term(comparative),
        ]
    }

    static func name(_ attribute: Attribute) -> String {
        switch attribute {
        case .bangs: "bangs"
        case .eyeglasses: "glasses"
        case .beard: "beard"
        case .smiling: "smile"
        case .age: "age"
        }
    }

    static func level(_ attribute: Attribute, _ label: Int) -> Term { Term(levels(attribute)[label: label]) }

    private static func levels(_ attribute: Attribute) -> [String] {
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
    }

    static func detail(_ attribute: Attribute, _ label: Int) -> Term { Term(details(attribute)[label: label]) }

    private static func details(_ attribute: Attribute) -> [String] {
        switch attribute {
        case .bangs:
            [
                "the forehead is free", "most of the forehead is free", "a good half of the forehead is free",
                "more than half of the forehead is covered", "most of the forehead is covered", "the forehead is covered",
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
    }

    static func change(_ attribute: Attribute, _ direction: Direction, from degree: Double) -> Term {
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

    static func shift(_ attribute: Attribute, from before: Int, to after: Int) -> String {
        "from \(level(attribute, before).plain) to \(level(attribute, after).plain)"
    }

    static func end(_ direction: Direction) -> Term { direction == .increase ? "upper" : "lower" }

    static func description(_ degrees: Degrees) -> Term {
        let parts = Attribute.allCases.map { level($0, degrees.label($0)).plain }
        return Term(parts[4] + " with " + parts[0...2].joined(separator: ", ") + " and " + parts[3])
    }

    static func list(_ attributes: [Attribute]) -> Term {
        Term(plain: join(attributes.map(name)), ["The": join(attributes.map { "the " + name($0) })])
    }
}
