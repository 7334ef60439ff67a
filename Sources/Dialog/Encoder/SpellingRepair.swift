/// Finds the known word that a misspelt one was meant to be.
struct SpellingRepair: Sendable {
    /// The most frequent first.
    private let words: [String]
    /// Words that are one slip away from a key, by their place in `words`.
    private let near: [String: [Int]]
    /// Words by their consonants: people leave out vowels and double letters.
    private let bare: [String: [Int]]
    private let byInitial: [Character: [Int]]

    /// Shorter words are too alike for a guess.
    private static let shortest = 4
    /// From this length on, two slips still leave a word that is unlike all others.
    private static let longEnoughForTwo = 7

    /// - Parameter words: in order of falling frequency; those that are no words are passed over.
    init(_ words: [String]) {
        self.words = words
        var near: [String: [Int]] = [:]
        var bare: [String: [Int]] = [:]
        var byInitial: [Character: [Int]] = [:]
        for (place, word) in words.enumerated() where word.count >= Self.shortest && word.allSatisfy(\.isLetter) {
            for key in Self.shortened(word) { near[key, default: []].append(place) }
            bare[Self.consonants(word), default: []].append(place)
            if let initial = word.first, word.count >= Self.longEnoughForTwo - 1 { byInitial[initial, default: []].append(place) }
        }
        (self.near, self.bare, self.byInitial) = (near, bare, byInitial)
    }

    /// The most frequent word that is one slip of the finger away (a letter lost, added, exchanged, or two swapped), those with the same
    /// first letter before others; else one with the same consonants; else, for a long word, one that is two slips away. Nil if there is none.
    func repaired(_ token: String) -> String? {
        guard token.count >= Self.shortest, token.allSatisfy(\.isLetter) else { return nil }
        let letters = Array(token)
        let candidates = Set(Self.shortened(token).flatMap { near[$0, default: []] }).filter {
            Self.slips(Array(words[$0]), letters, atMost: 1) != nil
        }
        let best = candidates.min { a, b in
            let (first, second) = (words[a].first == token.first, words[b].first == token.first)
            return first == second ? a < b : first
        }
        return (best ?? withConsonants(of: token) ?? twoSlips(from: letters)).map { words[$0] }
    }

    private func withConsonants(of token: String) -> Int? {
        let key = Self.consonants(token)
        guard key.count >= 3 else { return nil }
        return bare[key, default: []].first { words[$0].first == token.first }
    }

    private func twoSlips(from letters: [Character]) -> Int? {
        guard letters.count >= Self.longEnoughForTwo, let initial = letters.first else { return nil }
        return byInitial[initial, default: []].first { place in
            abs(words[place].count - letters.count) <= 2 && Self.slips(Array(words[place]), letters, atMost: 2) != nil
        }
    }

    /// A word and all that is left of it without one letter.
    private static func shortened(_ word: String) -> Set<String> {
        let letters = Array(word)
        return Set([word] + letters.indices.map { String(letters[..<$0] + letters[($0 + 1)...]) })
    }

    /// The word without its vowels behind the first letter, and without doubled letters: "younger", "yungr" → "yngr".
    private static func consonants(_ word: String) -> String {
        var result: [Character] = []
        for (place, letter) in word.enumerated() where place == 0 || !"aeiou".contains(letter) {
            if result.last != letter { result.append(letter) }
        }
        return String(result)
    }

    /// How many slips two words differ by (the restricted distance of Damerau and Levenshtein), or nil if by more than `limit`.
    static func slips(_ a: [Character], _ b: [Character], atMost limit: Int) -> Int? {
        guard abs(a.count - b.count) <= limit else { return nil }
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1] + Array(repeating: 0, count: b.count)
            for j in b.indices {
                row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1) }
            }
            guard row.contains(where: { $0 <= limit }) else { return nil }
            (beforeLast, last) = (last, row)
        }
        return last[b.count] <= limit ? last[b.count] : nil
    }
}
