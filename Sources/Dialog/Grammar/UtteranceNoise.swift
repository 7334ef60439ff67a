import Foundation

/// Makes sentences look as people type them: slips of the finger, short forms, lost articles and commas, words thrown in.
public struct UtteranceNoise: Sendable {
    private let fillers: [[String]]
    private let shortForms: [String: [[String]]]
    private let spellings: UtteranceSpellings
    private let droppable: Set<String>
    private static let neighbours: [Character: String] = [
        "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl", "p": "o", "a": "qsz",
        "s": "adwx", "d": "sfec", "f": "dgrv", "g": "fhtb", "h": "gjyn", "j": "hkum", "k": "jli", "l": "ko", "z": "asx", "x": "zsc",
        "c": "xdv", "v": "cfb", "b": "vgn", "n": "bhm", "m": "nj",
    ]

    /// How letters are written and how they sound.
    private static let sounds: [(written: String, heard: String)] = [
        ("ou", "u"), ("ea", "ee"), ("ie", "ei"), ("ck", "k"), ("ll", "l"), ("ss", "s"), ("ph", "f"), ("gh", ""), ("tt", "t"), ("mm", "m"),
        ("rr", "r"),
        ("ee", "ea"), ("le", "el"), ("er", "r"), ("er", "a"), ("ing", "in"), ("wh", "w"), ("th", "d"), ("x", "ks"), ("c", "k"), ("s", "z"),
        ("i", "y"), ("y", "i"),
        ("au", "o"), ("a", "e"), ("e", "a"), ("i", "e"), ("o", "u"), ("u", "o"), ("l", "ll"), ("s", "ss"), ("n", "nn"), ("kn", "n"),
        ("oo", "u"), ("ai", "ay"),
    ]

    /// - Parameter spellings: how people are known to misspell; beside slips that any word can suffer.
    init(fillers: [String], shortForms: [String: [String]], droppable: Set<String>, spellings: UtteranceSpellings = UtteranceSpellings()) {
        self.spellings = spellings
        self.fillers = fillers.map(UtteranceTokenizer.tokens).filter { !$0.isEmpty }
        self.droppable = droppable
        var forms: [String: [[String]]] = [:]
        for (word, others) in shortForms {
            guard let key = UtteranceTokenizer.tokens(word).first else { continue }
            forms[key, default: []] += others.map(UtteranceTokenizer.tokens).filter { !$0.isEmpty }
        }
        self.shortForms = forms
    }

    /// The same sentence as it might be met; ends of wishes move with their words. Half of the sentences stay as they are.
    func disturbed(_ sentence: MarkedUtterance, random: inout DialogRandom) -> MarkedUtterance {
        var sentence = sentence
        if random.unit() < 0.45 { sentence = map(sentence) { $0 == "," ? [] : [$0] } }
        guard random.unit() < 0.5 else { return sentence }
        let slips = [0.02, 0.02, 0.07, 0.14, 0.25].pick(&random)
        let forms = random.unit() < 0.4 ? 0.5 : 0.03
        let drops = random.unit() < 0.3 ? 0.4 : 0.02
        let misspelt = [0.02, 0.1, 0.3].pick(&random)
        sentence = replace(sentence) { rest in
            guard let (used, others) = spellings.match(rest), random.unit() < misspelt else { return nil }
            return (used, others.pick(&random))
        }
        sentence = map(sentence) { token in
            if droppable.contains(token), random.unit() < drops { return [] }
            if let others = shortForms[token], random.unit() < forms { return others.pick(&random) }
            guard random.unit() < slips else { return [token] }
            let once = slipped(token, &random)
            // Long words stay recognisable with a second slip.
            return [token.count >= 7 && random.unit() < 0.25 ? slipped(once, &random) : once]
        }
        if random.unit() < 0.2, !sentence.tokens.isEmpty {
            let filler = fillers.pick(&random)
            insert(
                filler, at: [0, 0, sentence.tokens.count, random.index(below: sentence.tokens.count + 1)].pick(&random), into: &sentence)
        }
        return sentence
    }

    /// Replaces every token by others; the last of them takes the end over, and where none is left, the token before.
    private func map(_ sentence: MarkedUtterance, _ change: (String) -> [String]) -> MarkedUtterance {
        replace(sentence) { rest in rest.first.map { (1, change($0)) } }
    }

    /// Replaces tokens by others, from the first to the last.
    ///
    /// - Parameter change: is given what is left of the sentence, and answers how many tokens go and what comes for them; nil for nothing.
    private func replace(_ sentence: MarkedUtterance, _ change: (ArraySlice<String>) -> (used: Int, by: [String])?) -> MarkedUtterance {
        var result = sentence
        var places: [Int] = []
        result.tokens = []
        var rest = sentence.tokens[...]
        while let token = rest.first {
            let (used, tokens) = change(rest) ?? (1, [token])
            result.tokens += tokens
            places += Array(repeating: max(0, result.tokens.count - 1), count: used)
            rest = rest.dropFirst(used)
        }
        guard !result.tokens.isEmpty else { return sentence }
        result.ends = sentence.ends.map { end in
            var end = end
            end.position = places[end.position]
            return end
        }
        // Two ends on one token cannot be told apart.
        guard Set(result.ends.map(\.position)).count == result.ends.count else { return sentence }
        return result
    }

    private func insert(_ tokens: [String], at place: Int, into sentence: inout MarkedUtterance) {
        sentence.tokens.insert(contentsOf: tokens, at: place)
        for index in sentence.ends.indices where sentence.ends[index].position >= place { sentence.ends[index].position += tokens.count }
    }

    /// One slip of the finger: a letter lost, doubled, exchanged with its neighbour in the word or on the keyboard.
    private func slipped(_ token: String, _ random: inout DialogRandom) -> String {
        var letters = Array(token)
        guard letters.count > 2, letters.allSatisfy(\.isLetter) else { return token }
        let place = random.index(below: letters.count)
        switch random.index(below: 7) {
        case 6:
            // Without vowels, as in texting; the first letter stays.
            guard letters.count > 4 else { return token }
            let share = random.unit()
            return String(
                letters.enumerated().filter { $0.offset == 0 || !"aeiou".contains($0.element) || random.unit() < share }.map(\.element))
        case 4, 5:
            // As it sounds.
            let word = String(letters)
            let sounds = Self.sounds.filter { word.contains($0.written) }
            guard let (written, heard) = sounds.randomElement(using: &random), let range = word.range(of: written) else { return token }
            return word.replacingCharacters(in: range, with: heard)
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        case 2 where place + 1 < letters.count: letters.swapAt(place, place + 1)
        default: letters[place] = Self.neighbours[letters[place]]?.randomElement(using: &random) ?? letters[place]
        }
        return String(letters)
    }
}
