import FaceAttributes

/// German words: noun phrases in the forms of `GermanNoun`.
enum GermanWording: Wording {
    static let and = "und"

    static func name(_ attribute: Attribute) -> String { noun(attribute).noun }

    /// `noun` ("der Pony") with all its forms, and `subject`, what the adjectives are said of ("der Pony", but "das Gesicht ist älter").
    static func about(_ attribute: Attribute, _ direction: Direction) -> [String: Term] {
        let subject = attribute == .age ? .das("Gesicht") : noun(attribute)
        let (positive, comparative) =
            switch (attribute, direction) {
            case (.bangs, .increase): ("lang", "länger")
            case (.bangs, .decrease): ("kurz", "kürzer")
            case (.eyeglasses, .increase): ("auffällig", "auffälliger")
            case (.eyeglasses, .decrease): ("dezent", "dezenter")
            case (.beard, .increase): ("dicht", "dichter")
            case (.beard, .decrease): ("kurz", "kürzer")
            case (.smiling, .increase): ("breit", "breiter")
            case (.smiling, .decrease): ("zart", "zarter")
            case (.age, .increase): ("alt", "älter")
            case (.age, .decrease): ("jung", "jünger")
            }
        return [
            "noun": noun(attribute).definite, "subject": subject.definite, "positive": Term(positive), "comparative": Term(comparative),
        ]
    }

    private static func noun(_ attribute: Attribute) -> GermanNoun {
        switch attribute {
        case .bangs: .der("Pony")
        case .eyeglasses: .die("Brille")
        case .beard: .der("Bart")
        case .smiling: .das("Lächeln")
        case .age: .das("Alter")
        }
    }

    static func level(_ attribute: Attribute, _ label: Int) -> Term { levels(attribute)[label: label].indefinite }

    private static func levels(_ attribute: Attribute) -> [GermanNoun] {
        switch attribute {
        case .bangs:
            [
                .die("Stirn", "frei"), .der("Pony", "sehr kurz"), .der("Pony", "kurz"), .der("Pony", "mittellang"), .der("Pony", "lang"),
                .der("Pony", rest: "über die ganze Stirn"),
            ]
        case .eyeglasses:
            [
                .das("Gesicht", rest: "ohne Brille"), .die("Brille", "randlos"), .die("Brille", rest: "mit dünnem Rahmen"),
                .die("Brille", rest: "mit mittelstarkem Rahmen"), .die("Brille", rest: "mit dickem Rahmen"), .die("Sonnenbrille"),
            ]
        case .beard:
            [
                .das("Kinn", "glatt"), .der("Bartschatten", "leicht"), .der("Dreitagebart"), .der("Bart", "kurz"), .der("Vollbart"),
                .der("Rauschebart", "lang"),
            ]
        case .smiling:
            [
                .die("Miene", "ernst"), .das("Lächeln", "leicht"), .das("Lächeln", "sanft"), .das("Lächeln", "offen"),
                .das("Lächeln", "breit"), .das("Lachen"),
            ]
        case .age:
            [
                .das("Kindergesicht"), .das("Gesicht", rest: "unter 30"), .das("Gesicht", rest: "in den Dreißigern"),
                .das("Gesicht", rest: "in den Vierzigern"), .das("Gesicht", rest: "in den Fünfzigern"), .das("Gesicht", rest: "über 60"),
            ]
        }
    }

    static func detail(_ attribute: Attribute, _ label: Int) -> Term { Term(details(attribute)[label: label]) }

    private static func details(_ attribute: Attribute) -> [String] {
        switch attribute {
        case .bangs:
            [
                "ohne ein Haar davor", "die Stirn ist fast ganz frei", "gut die halbe Stirn ist frei", "gut die halbe Stirn ist bedeckt",
                "die Stirn ist fast ganz bedeckt", "von der Stirn ist nichts zu sehen",
            ]
        case .eyeglasses:
            ["nichts vor den Augen", "kaum zu sehen", "fein gefasst", "schlicht gefasst", "kräftig gefasst", "mit dunklen Gläsern"]
        case .beard:
            [
                "ohne ein Barthaar", "etwa einen Tag alt", "mit Schnurrbart", "schön gestutzt", "über Wangen und Kinn",
                "bis weit unter das Kinn",
            ]
        case .smiling:
            [
                "der Mund ist ruhig", "nur die Mundwinkel", "freundlich und ruhig", "die Lippen ein wenig geöffnet",
                "die Zähne sind zu sehen", "mit offenem Mund",
            ]
        case .age:
            [
                "noch ein Kind", "in jungen Jahren", "jung, aber erwachsen", "mitten im Leben", "nicht weit vom Ruhestand",
                "in reifen Jahren",
            ]
        }
    }

    static func change(_ attribute: Attribute, _ direction: Direction, from degree: Double) -> Term {
        let outcome: GermanNoun =
            switch (attribute, direction) {
            case (.bangs, .increase): .der("Pony", degree < 0.5 ? "kurz" : "länger")
            case (.bangs, .decrease): .der("Pony", "kürzer")
            case (.eyeglasses, .increase): .die("Brille", degree < 0.5 ? "dezent" : "auffälliger")
            case (.eyeglasses, .decrease): degree > 4.5 ? .die("Brille", rest: "mit klaren Gläsern") : .die("Brille", "dezenter")
            case (.beard, .increase): degree < 0.5 ? .der("Bartschatten", "leicht") : .der("Bart", "dichter")
            case (.beard, .decrease): .der("Bart", "kürzer")
            case (.smiling, .increase): .das("Lächeln", degree < 0.5 ? "klein" : "breiter")
            case (.smiling, .decrease): .das("Lächeln", "zarter")
            case (.age, .increase): .das("Gesicht", "etwas älter")
            case (.age, .decrease): .das("Gesicht", "etwas jünger")
            }
        return outcome.indefinite
    }

    static func shift(_ attribute: Attribute, from before: Int, to after: Int) -> String {
        "von \(level(attribute, before)["Dat"]) zu \(level(attribute, after)["Dat"])"
    }

    static func end(_ direction: Direction) -> Term {
        GermanNoun.das("Ende", direction == .increase ? "ober" : "unter").definite
    }

    /// "ein Gesicht unter 30 mit kurzem Pony, glattem Kinn, breitem Lächeln und ohne Brille".
    static func description(_ degrees: Degrees) -> Term {
        func shown(_ attribute: Attribute) -> GermanNoun { levels(attribute)[label: degrees.label(attribute)] }
        let wearsGlasses = degrees.label(.eyeglasses) > 0
        let attributes = Attribute.allCases.filter { $0 != .age && (wearsGlasses || $0 != .eyeglasses) }
        let features = attributes.map { shown($0).bareDative } + (wearsGlasses ? [] : ["ohne Brille"])
        return shown(.age).indefinite.map { "\($0) mit \(join(features))" }
    }

    /// One or two attributes in the forms of their nouns ("der Pony und die Brille"), more as one says them in passing: without
    /// articles, the same in every case. The form "Oder" is a choice, in the accusative.
    static func list(_ attributes: [Attribute]) -> Term {
        let nouns = attributes.map(noun)
        guard nouns.count <= 2 else {
            let names = nouns.map(\.noun)
            let all = join(names)
            return Term(
                plain: all,
                [
                    "Acc": all, "Dat": all, "An": "an \(all)", "Bei": "bei \(all)", "Zu": "zu \(all)",
                    "Oder": join(names, by: "oder"),
                ])
        }
        let terms = nouns.map(\.definite)
        func all(_ form: String) -> String { join(terms.map { $0[form] }) }
        return Term(
            plain: all(""),
            [
                "Acc": all("Acc"), "Dat": all("Dat"), "An": all("An"), "Bei": all("Bei"), "Zu": all("Zu"),
                "Oder": join(terms.map { $0["Acc"] }, by: "oder"),
            ])
    }
}
