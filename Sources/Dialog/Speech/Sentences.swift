extension String {
    /// The text with its first letter in upper case.
    var withInitialCapital: String { prefix(1).uppercased() + dropFirst() }

    /// The text with the first letter of every sentence in upper case.
    var withCapitalizedSentences: String {
        var result = ""
        var begins = true
        for character in self {
            result.append(begins && character.isLetter ? Character(character.uppercased()) : character)
            if character.isLetter || character.isNumber { begins = false }
            if ".!?".contains(character) { begins = true }
        }
        return result
    }
}
