/// How people are known to write words: misspellings, short forms, words run together or torn apart.
///
/// One key a line, a tab, variants with spaces between; "_" joins the words of a key or a variant that has several.
public struct UtteranceSpellings: Sendable {
    /// By one or two tokens.
    private var variants: [[String]: [[String]]] = [:]

    public init(_ text: String = "") {
        for line in text.split(whereSeparator: \.isNewline) {
            let columns = line.split(separator: "\t")
            guard columns.count == 2 else { continue }
            let key = Self.tokens(columns[0])
            // What the tokenizer takes for the same needs no learning.
            let others = columns[1].split(separator: " ").map(Self.tokens).filter { !$0.isEmpty && $0 != key }
            if (1...2).contains(key.count), !others.isEmpty { variants[key, default: []] += others }
        }
    }

    private static func tokens(_ words: Substring) -> [String] { UtteranceTokenizer.tokens(String(words.replacing("_", with: " "))) }

    /// How many words and pairs of words it knows variants of.
    public var count: Int { variants.count }

    /// The variants of what stands first, two words before one, and how many tokens they replace; nil for none.
    func match(_ tokens: ArraySlice<String>) -> (used: Int, by: [[String]])? {
        for used in [2, 1] where tokens.count >= used {
            if let others = variants[Array(tokens.prefix(used))] { return (used, others) }
        }
        return nil
    }
}
