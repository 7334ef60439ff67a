/// A German noun phrase in the singular that can be declined.
struct GermanNoun {
    private enum Gender { case masculine, feminine, neuter }

    /// The raw value is the name of the form in a `Term`.
    private enum Case: String, CaseIterable {
        case nominative = ""
        case accusative = "Acc"
        case dative = "Dat"
        case genitive = "Gen"
    }

    private let gender: Gender
    /// Bare of everything: "Pony".
    let noun: String
    private let adjective: String?
    private let rest: String?

    /// A masculine phrase.
    ///
    /// - Parameters:
    ///   - adjective: without its ending, such as "kurz" or "etwas älter".
    ///   - rest: what stays the same after the noun, such as "mit dickem Rahmen".
    static func der(_ noun: String, _ adjective: String? = nil, rest: String? = nil) -> GermanNoun {
        GermanNoun(gender: .masculine, noun: noun, adjective: adjective, rest: rest)
    }

    /// A feminine phrase.
    static func die(_ noun: String, _ adjective: String? = nil, rest: String? = nil) -> GermanNoun {
        GermanNoun(gender: .feminine, noun: noun, adjective: adjective, rest: rest)
    }

    /// A neuter phrase.
    static func das(_ noun: String, _ adjective: String? = nil, rest: String? = nil) -> GermanNoun {
        GermanNoun(gender: .neuter, noun: noun, adjective: adjective, rest: rest)
    }

    /// "ein kurzer Pony", in all four cases.
    var indefinite: Term { declined { phrase("ein" + articleEnding($0), mixedEnding($0), $0) } }

    /// "der Pony", in all four cases, and in the dative with the prepositions that take in the article: "An" ("am Pony"), "Bei", "Zu".
    var definite: Term {
        let term = declined { phrase(article($0), weakEnding($0), $0) }
        let feminine = gender == .feminine
        func after(_ preposition: String) -> String { phrase(preposition, weakEnding(.dative), .dative) }
        return Term(
            plain: term.plain,
            term.forms.merging([
                "An": after(feminine ? "an der" : "am"), "Bei": after(feminine ? "bei der" : "beim"), "Zu": after(feminine ? "zur" : "zum"),
            ]) { $1 })
    }

    /// "kurzem Pony": the dative without an article.
    var bareDative: String { phrase(nil, gender == .feminine ? "er" : "em", .dative) }

    private func declined(_ form: (Case) -> String) -> Term {
        Term(plain: form(.nominative), Dictionary(uniqueKeysWithValues: Case.allCases.map { ($0.rawValue, form($0)) }))
    }

    private func phrase(_ article: String?, _ ending: String, _ grammaticalCase: Case) -> String {
        let inflected = grammaticalCase == .genitive && gender != .feminine ? noun + "s" : noun
        return [article, adjective.map { $0 + ending }, inflected, rest].compactMap(\.self).joined(separator: " ")
    }

    private func article(_ grammaticalCase: Case) -> String {
        switch (grammaticalCase, gender) {
        case (.nominative, .masculine), (.dative, .feminine), (.genitive, .feminine): "der"
        case (.nominative, .feminine), (.accusative, .feminine): "die"
        case (.nominative, .neuter), (.accusative, .neuter): "das"
        case (.accusative, .masculine): "den"
        case (.dative, _): "dem"
        case (.genitive, _): "des"
        }
    }

    /// Of "ein".
    private func articleEnding(_ grammaticalCase: Case) -> String {
        switch (grammaticalCase, gender) {
        case (.nominative, .masculine), (.nominative, .neuter), (.accusative, .neuter): ""
        case (.nominative, .feminine), (.accusative, .feminine): "e"
        case (.accusative, .masculine): "en"
        case (.dative, .feminine), (.genitive, .feminine): "er"
        case (.dative, _): "em"
        case (.genitive, _): "es"
        }
    }

    /// Of an adjective after "ein".
    private func mixedEnding(_ grammaticalCase: Case) -> String {
        switch (grammaticalCase, gender) {
        case (.nominative, .masculine): "er"
        case (.nominative, .neuter), (.accusative, .neuter): "es"
        default: weakEnding(grammaticalCase)
        }
    }

    /// Of an adjective after "der".
    private func weakEnding(_ grammaticalCase: Case) -> String {
        switch (grammaticalCase, gender) {
        case (.nominative, _), (.accusative, .feminine), (.accusative, .neuter): "e"
        case (.accusative, .masculine), (.dative, _), (.genitive, _): "en"
        }
    }
}
