import Dialog

/// A sentence as the network is trained on it.
struct LanguageSample: Sendable {
    var words: [Int]
    /// One class a head, in the order of the configuration; nil where the head has nothing to say.
    var classes: [Int?]
}

/// Makes sentences look as they do in the field, where words are unknown: words that carry no meaning drop out, strange ones
/// slip in, and a request whose subject is unknown is no request the editor can fulfil.
struct LanguageNoise: Sendable {
    private let index: WordIndex
    private let fillers: Set<Int>
    private let fillerRows: [Int]
    private let subjects: Set<Int>
    private let configuration: LanguageConfiguration

    /// Words that can be missing or misspelt without a change of meaning.
    private static let fillerWords = [
        "a", "an", "the", "i", "you", "can", "could", "would", "please", "to", "me", "her", "him", "his", "their", "she", "he", "and",
        "but", "now", "want",
        "like", "be", "have", "think", "maybe", "lets", "see", "look", "person", "man", "woman", "face", "guy", "lady", "so", "just", "for",
        "of", "with", "is",
        "are", "should", "give", "make", "let", "we", "my", "im", "id", "thanks", "thank", "try", "show", "need", "wish", "had", "appear",
        "being", "also", "then",
        "well", "hmm", "opinion", "believe", "perhaps", "possible", "if", "in", "at", "on", "there", "some", "this", "persons", "them",
    ]

    /// Words that name what is to be edited.
    private static let subjectWords = [
        "bangs", "fringe", "forehead", "glasses", "eyeglasses", "spectacles", "specs", "sunglasses", "shades", "lenses", "frame", "frames",
        "rim", "rims", "beard", "stubble",
        "moustache", "mustache", "facial", "hair", "smile", "grin", "laugh", "teeth", "age", "eyebrows", "cheeks",
    ]

    init(_ vocabulary: LanguageVocabulary) {
        let index = WordIndex(vocabulary)
        self.index = index
        configuration = vocabulary.configuration
        fillerRows = Self.fillerWords.filter(index.knows).map(index.row)
        fillers = Set(fillerRows)
        subjects = Set(Self.subjectWords.filter(index.knows).map(index.row))
    }

    /// A sentence as rows and classes, without noise.
    func sample(_ sentence: LabelledSentence) -> LanguageSample? {
        let words = Tokenizer.words(sentence.text).map(index.row)
        guard !words.isEmpty else { return nil }
        return LanguageSample(words: words, classes: configuration.classes(of: sentence.label, in: sentence.context))
    }

    /// The same sentence as it might be met: in one of six some words are unknown, now and then it becomes one that cannot be placed.
    func disturbed(_ sentence: LabelledSentence, random: inout DialogRandom) -> LanguageSample? {
        guard var sample = sample(sentence) else { return nil }
        let x = random.unit()
        if x < 0.03 { return nonsense(sentence.context, random: &random) }
        let label = sentence.label
        let isChange = label.type != nil && label.act == .request && label.type != .target
        if x < 0.08, isChange, sample.words.contains(where: subjects.contains) {
            sample.words = sample.words.map { subjects.contains($0) ? index.unknown : $0 }
            sample.classes = configuration.classes(of: SentenceLabel(act: .unsupported), in: sentence.context)
            return sample
        }
        let mayLoseWords = [Act.request, .yesRequest, .noRequest, .unsupported, .question, .smalltalk].contains(label.act)
        guard mayLoseWords, random.unit() < 0.35, sample.words.count > 2 else { return sample }
        sample.words = sample.words.map { fillers.contains($0) && random.unit() < 0.2 ? index.unknown : $0 }
        if random.unit() < 0.3 {
            // Behind a lead such as "yes" the place would matter; in front of a plain request or behind any it does not.
            let front = label.act == .request && random.unit() < 0.5
            for _ in 0...random.index(below: 2) { sample.words.insert(index.unknown, at: front ? 0 : sample.words.count) }
        }
        return sample
    }

    /// A sentence of mostly unknown words.
    private func nonsense(_ context: ContextKind, random: inout DialogRandom) -> LanguageSample {
        let words = (0...random.index(below: 7)).map { position in
            position == 0 || fillerRows.isEmpty || random.unit() < 0.6 ? index.unknown : fillerRows[random.index(below: fillerRows.count)]
        }
        return LanguageSample(
            words: random.unit() < 0.5 ? words : words.reversed(),
            classes: configuration.classes(of: SentenceLabel(act: .unsupported), in: context))
    }
}
