/// Mistakes in German text that need no understanding: articles and endings that do not go with a noun, prepositions that
/// do not go with a case or should have taken in the article.
enum GermanFaults {
    static func faults(in text: String) -> [String] {
        let words = text.split(separator: " ").map(String.init)
        return words.indices.filter { isTelling(words[$0]) }.flatMap { index -> [String] in
            let phrase = phrase(from: index, in: words)
            // A pronoun, not an article: "…, bei dem wir waren" and "zu dem, was ich kann".
            let isPronoun = index > 0 && words[index - 1].hasSuffix(",") || index + 1 < words.count && words[index + 1].hasSuffix(",")
            return (isPronoun ? [] : governmentFaults(phrase)) + agreementFaults(phrase)
        }
    }

    /// Whether a fault can begin with the word.
    private static func isTelling(_ word: String) -> Bool {
        let word = word.lowercased()
        return determiners.contains(word) || misgoverned.contains { $0.prepositions.contains(word) } || ["an", "in"].contains(word)
    }

    /// Up to four words, no further than the next punctuation and without it.
    private static func phrase(from start: Int, in words: [String]) -> [String] {
        var phrase: [String] = []
        for word in words[start...].prefix(4) {
            phrase.append(word.filter(\.isLetter))
            if word.last?.isLetter == false { break }
        }
        return phrase
    }

    // MARK: Prepositions

    private static let uncontracted: Set<String> = ["zu dem", "zu der", "bei dem", "von dem", "an dem", "in dem"]
    /// The determiners that a preposition cannot have in the singular, by the cases that it takes.
    private static let misgoverned: [(prepositions: Set<String>, determiners: Set<String>)] = [
        (["mit", "von", "zu", "bei", "nach", "aus"], ["ein", "eine", "einen", "eines", "das", "die", "des"]),
        (["für", "ohne", "um", "durch", "gegen"], ["einem", "einer", "eines", "dem", "der", "des"]),
        (["statt", "anstelle"], ["ein", "eine", "einen", "einem", "das", "dem", "den"]),
    ]

    private static func governmentFaults(_ phrase: [String]) -> [String] {
        guard phrase.count > 1, let preposition = phrase.first?.lowercased(),
            !(phrase.count > 2 && ["paar", "wenig", "bisschen"].contains(phrase[2]))
        else { return [] }
        let pair = "\(preposition) \(phrase[1])"
        let isWrong = misgoverned.contains { $0.prepositions.contains(preposition) && $0.determiners.contains(phrase[1]) }
        return isWrong || uncontracted.contains(pair) ? ["\"\(pair)\""] : []
    }

    // MARK: Articles and endings

    /// By determiner, the ending of an adjective after it.
    private static let masculine = [
        "ein": "er", "einen": "en", "einem": "en", "eines": "en", "der": "e", "den": "en", "dem": "en", "des": "en",
    ]
    private static let feminine = ["eine": "e", "einer": "en", "die": "e", "der": "en"]
    private static let neuter = ["ein": "es", "einem": "en", "eines": "en", "das": "e", "dem": "en", "des": "en"]

    private static let nouns: [String: [String: String]] = {
        var nouns: [String: [String: String]] = [:]
        for noun in ["Pony", "Bart", "Bartschatten", "Dreitagebart", "Vollbart", "Rauschebart"] { nouns[noun] = masculine }
        for noun in ["Brille", "Sonnenbrille", "Stirn", "Miene"] { nouns[noun] = feminine }
        for noun in ["Lächeln", "Lachen", "Gesicht", "Kindergesicht", "Kinn", "Alter", "Ende"] { nouns[noun] = neuter }
        return nouns
    }()
    private static let determiners = Set(masculine.keys).union(feminine.keys).union(neuter.keys)

    /// - Parameter phrase: words from a determiner on; "der", "die" and "das" may be pronouns, so they count only right before a noun.
    private static func agreementFaults(_ phrase: [String]) -> [String] {
        guard let determiner = phrase.first?.lowercased(), determiners.contains(determiner),
            let end = phrase.dropFirst().firstIndex(where: { $0.first?.isUppercase == true }), let endings = nouns[phrase[end]],
            end == 1 || determiner.hasPrefix("ein"), !phrase[1..<end].contains(where: { determiners.contains($0) })
        else { return [] }
        let text = "\"\(phrase[...end].joined(separator: " "))\""
        guard let ending = endings[determiner] else { return [text] }
        return end == 1 || phrase[end - 1].hasSuffix(ending) ? [] : [text]
    }
}
