import Testing

@testable import Dialog

@Suite struct TokenizerTests {
    struct Row: Sendable {
        var text: String
        var words: [String]
    }

    static let table: [Row] = [
        Row(text: "Make her smile a lot more!", words: ["make", "her", "smile", "a", "lot", "more"]),
        Row(text: "me,please", words: ["me", "please"]),
        Row(text: "I don't, that’s IT", words: ["i", "dont", "thats", "it"]),
        Row(text: "older?  yes", words: ["older", "?", "yes"]),
        Row(text: "horn-rimmed 35", words: ["horn", "rimmed", "35"]),
        Row(text: "", words: []),
        Row(text: " \n\t…—!", words: []),
        Row(text: "\u{0}\u{FFFD}e\u{301}", words: ["e\u{301}"]),
    ]

    @Test(arguments: table) func `a sentence becomes lower-case words`(_ row: Row) {
        #expect(Tokenizer.words(row.text) == row.words)
    }

    @Test func `the published encoder's words are cut by single spaces, marks removed`() {
        #expect(Tokenizer.publishedWords("Make it longer, please!") == ["make", "it", "longer", "please"])
        #expect(Tokenizer.publishedWords("me,please?") == ["meplease", "?"])
        #expect(Tokenizer.publishedWords("a  b") == ["a", "", "b"])
        #expect(Tokenizer.publishedWords("") == [])
        #expect(Tokenizer.publishedWords(String(repeating: "x ", count: 500)).count == Tokenizer.maximumWords)
    }

    @Test func `long texts and long words are cut off`() {
        #expect(Tokenizer.words(String(repeating: "a ", count: 100_000)).count == Tokenizer.maximumWords)
        let word = Tokenizer.words(String(repeating: "x", count: 100_000))
        #expect(word.map(\.count) == [Tokenizer.maximumWordLength])
    }
}
