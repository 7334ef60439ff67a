import Testing

@testable import Dialog

@Suite struct PatternTests {
    @Test func `alternatives and groups nest and spaces are tidied`() {
        let pattern = Pattern("[a|b [c|]] {x}  end")
        var random = DialogRandom(seed: 5)
        var seen: Set<String> = []
        for _ in 0..<200 { seen.insert(pattern.sentence(["x": ["1", "[2|3]"]], random: &random)) }
        let starts = ["a", "b c", "b"]
        #expect(seen == Set(starts.flatMap { start in ["1", "2", "3"].map { "\(start) \($0) end" } }))
    }

    @Test(arguments: ["[", "a|b", "{", "]", "[[|", "{unknown} x", "{self}"])
    func `badly formed patterns still give text`(_ source: String) {
        var random = DialogRandom(seed: 1)
        let text = Pattern(source).sentence(["self": ["{self} again"]], random: &random)
        #expect(text.count < 200)
    }
}
