import Foundation

/// Cuts what people type into tokens for the utterance encoder.
///
/// Words are lower-case without accents (ä, ö, ü, ß become ae, oe, ue, ss) and without apostrophes; a letter that stands three times or
/// more stands once ("sooo" → "so"). Numbers, "?" and "," are tokens, other marks inside a sentence become ",", an emoji is a token.
public enum UtteranceTokenizer {
    /// Characters beyond this are not looked at; the interfaces take no longer texts.
    static let maximumCharacters = 2000
    /// What so many characters hold at most: all of a text that is taken is read.
    public static let maximumTokens = maximumCharacters / 2

    private static let signs: [Character: String] = [
        "%": "percent", "+": "plus", "&": "and", "½": "half", "¼": "quarter", "²": "2", "°": "degrees", "=": "is",
    ]
    private static let folded: [Character: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o"]
    /// Endings that a number may carry: "40s", "2nd", "30er".
    private static let endings: Set<String> = ["s", "st", "nd", "rd", "th", "er", "ern"]

    /// The tokens of a text, at most `maximumTokens`; none for a text without words or signs.
    public static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var word: [Character] = []
        func flush() {
            defer { word.removeAll(keepingCapacity: true) }
            guard !word.isEmpty else { return }
            let digits = word.prefix(while: \.isNumber)
            let rest = word.dropFirst(digits.count)
            if digits.isEmpty || rest.isEmpty || endings.contains(String(rest)) {
                tokens.append(word.count > 40 ? String(word.prefix(40)) : String(squeezed(word)))
            } else {
                tokens += [String(digits.prefix(8)), String(squeezed(Array(rest.prefix(40))))]
            }
        }
        let characters = Array(text.prefix(maximumCharacters).lowercased())
        for (index, character) in characters.enumerated() where tokens.count < maximumTokens {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            if let letters = folded[character] {
                word += letters
            } else if character.isLetter {
                word += plain(character)
            } else if character.isNumber, character.isASCII {
                if let last = word.last, last.isLetter { flush() }
                word.append(character)
            } else if "'’`ʼ´".contains(character) {
                continue
            } else if ".,".contains(character), word.last?.isNumber == true, next.isNumber {
                word.append(".")
            } else if character == "/", word.last?.isNumber == true, next.isNumber {
                flush()
                tokens.append("of")
            } else {
                flush()
                if character == "-", next.isNumber, tokens.isEmpty || characters[max(0, index - 1)] == " " {
                    tokens.append("minus")
                } else if let name = signs[character] {
                    tokens.append(name)
                } else if character == "?" {
                    if tokens.last != "?" { tokens.append("?") }
                } else if isEmoji(character) {
                    tokens.append(String(character.unicodeScalars.first.map(Character.init) ?? character))
                } else if ",;:.–—!()".contains(character) || (character == "-" && next == " "), let last = tokens.last, last != "," {
                    tokens.append(",")
                }
            }
        }
        flush()
        while tokens.last == "," { tokens.removeLast() }
        var result = numbersInDigits(tokens)
        if result.last == "," { result.removeLast() }
        return Array(result.prefix(maximumTokens))
    }

    private static let small: [String: Int] = Dictionary(
        uniqueKeysWithValues: [
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
            "sixteen",
            "seventeen", "eighteen", "nineteen",
        ].enumerated().map { ($1, $0 + 2) })
    private static let tens: [String: Int] = Dictionary(
        uniqueKeysWithValues: ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].enumerated().map {
            ($1, 10 * $0 + 20)
        })

    /// English numbers from two to ninety-nine in digits, so that "forty five" and "45" are one; "one" is more often a pronoun.
    private static func numbersInDigits(_ tokens: [String]) -> [String] {
        var result: [String] = []
        var index = 0
        while index < tokens.count {
            // People who dictate say their marks.
            let token = ["comma", "period"].contains(tokens[index]) ? "," : tokens[index]
            index += 1
            if token == ",", result.isEmpty || result.last == "," { continue }
            if let ten = tens[token] {
                let unit = index < tokens.count ? tokens[index] == "one" ? 1 : small[tokens[index]].flatMap { $0 < 10 ? $0 : nil } : nil
                if unit != nil { index += 1 }
                result.append(String(ten + (unit ?? 0)))
            } else {
                result.append(small[token].map(String.init) ?? token)
            }
        }
        return result
    }

    /// The letter without its accents, as far as it has a plain form.
    private static func plain(_ letter: Character) -> [Character] {
        if letter.isASCII { return [letter] }
        let scalars = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars.filter { $0.properties.isAlphabetic }
        return scalars.prefix(2).map(Character.init)
    }

    private static func squeezed(_ word: [Character]) -> [Character] {
        var result: [Character] = []
        var index = 0
        while index < word.count {
            let run = word[index...].prefix { $0 == word[index] }.count
            result += Array(repeating: word[index], count: run >= 3 && word[index].isLetter ? 1 : run)
            index += run
        }
        return result
    }

    private static func isEmoji(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        return scalar.properties.isEmojiPresentation || (scalar.properties.isEmoji && scalar.value > 0x2000)
    }
}
