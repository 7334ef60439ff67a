/// Cuts a sentence into lower-case words.
///
/// Letters and digits make words, apostrophes inside a word are dropped ("don't" → "dont", whichever apostrophe was typed),
/// "?" is a word of its own, everything else separates.
public enum Tokenizer {
    /// Words beyond this are cut off, so that a long text costs no more than a long sentence.
    public static let maximumWords = 64
    /// Longer words are cut off at this length, in characters.
    public static let maximumWordLength = 40

    /// The words of a text, at most `maximumWords`.
    public static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var length = 0
        func flush() {
            if !word.isEmpty { words.append(word) }
            word = ""
            length = 0
        }
        // Characters, not code points: a letter with its accents stays whole.
        for character in text.lowercased() {
            if words.count >= maximumWords { break }
            if character.isLetter || character.isNumber {
                if length < maximumWordLength { word.append(character) }
                length += 1
            } else if character == "?" {
                flush()
                words.append("?")
            } else if "'’`ʼ".contains(character) {
                continue
            } else {
                flush()
            }
        }
        flush()
        return Array(words.prefix(maximumWords))
    }

    /// The words as the published encoder counts them: "?" and ";" stand alone, ".", "!" and "," vanish, spaces separate.
    ///
    /// Two spaces in a row hold an empty word between them, as there.
    public static func publishedWords(_ text: String) -> [String] {
        var words = [""]
        for character in text.lowercased() {
            switch character {
            case " ":
                if words.count == maximumWords { return words }
                words.append("")
            case ".", "!", ",": continue
            case "?", ";":
                if words.count == maximumWords { return words }
                words.append(String(character))
            default:
                if words[words.count - 1].count < maximumWordLength { words[words.count - 1].append(character) }
            }
        }
        return words == [""] ? [] : words
    }
}
