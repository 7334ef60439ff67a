import FaceAttributes

/// Utterances that people wrote down with alternatives and with what they mean, and sentences drawn from them: as they are, with
/// words around them, two wishes joined, an answer before a wish. The format is explained in Corpora/README.md.
public struct UtteranceCorpus: Sendable {
    private let material: GrammarMaterial
    private let all: WeightedList<CorpusLine>
    /// Wishes that can stand beside others: of the act "request", in any context, each naming its attribute.
    private let wishes: WeightedList<CorpusLine>
    private let agreements, refusals, remarks: WeightedList<CorpusLine>

    /// How many lines it holds.
    public var count: Int { all.items.count }

    /// - Parameter texts: the files, in an order that decides nothing but which sentences equal seeds give.
    public init(_ texts: [String], language: UtteranceLanguage) throws(CorpusError) {
        var lines: [CorpusLine] = []
        for text in texts { lines += try Self.lines(of: text) }
        self.init(lines, language: language)
    }

    /// The lines of several corpora of one language, in their order.
    public init(joining corpora: [UtteranceCorpus], language: UtteranceLanguage) {
        self.init(corpora.flatMap(\.all.items), language: language)
    }

    private init(_ lines: [CorpusLine], language: UtteranceLanguage) {
        func list(_ belongs: (CorpusLine) -> Bool) -> WeightedList<CorpusLine> { WeightedList(lines.filter(belongs), weight: \.weight) }
        material = language.material
        all = list { _ in true }
        wishes = list { $0.heading.act.act == .request && $0.heading.kind == nil && $0.isSelfContained }
        agreements = list { $0.heading.act.act == .yes }
        refusals = list { $0.heading.act.act == .no }
        remarks = list { $0.heading.act.act == .smalltalk && $0.heading.kind == nil && $0.parts.allSatisfy { $0.label == nil } }
    }

    private static func lines(of text: String) throws(CorpusError) -> [CorpusLine] {
        var heading: CorpusHeading?
        var lines: [CorpusLine] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimming(while: \.isWhitespace)
            do throws(CorpusError.Reason) {
                if line.hasPrefix("##") {
                    heading = try CorpusHeading(line.dropFirst(2))
                } else if !line.isEmpty, !line.hasPrefix("#") {
                    guard let heading else { throw .init("no heading stands above") }
                    lines.append(try CorpusLine(line, under: heading))
                }
            } catch {
                throw CorpusError(line: number + 1, reason: error.text)
            }
        }
        return lines
    }

    // MARK: Drawing

    /// How often each kind of sentence is drawn, in parts of the sum.
    private enum Kind: Double, CaseIterable {
        case plain = 70
        case joined = 15
        case answered = 8
        case afterRemark = 4
    }

    /// Sentences as they are written, repetitions included; equal seeds give equal sentences. None from an empty corpus.
    public func sentences(count: Int, seed: UInt64) -> [MarkedUtterance] {
        guard !all.items.isEmpty else { return [] }
        var random = DialogRandom(seed: seed ^ 0xC0_4B05)
        return (0..<max(count, 0)).map { _ in sentence(random: &random) }
    }

    /// The lines that an encoder reads otherwise than they are marked: those that are hard, or marked wrongly.
    ///
    /// - Parameters:
    ///   - draws: sentences of each line.
    /// - Returns: each such line with how many of its sentences are misread, and one of them with its reading; the worst first.
    public func misreadings(
        by language: any LanguageUnderstanding, draws: Int
    ) -> [(line: String, misread: Int, sentence: String, reading: Understanding)] {
        var random = DialogRandom(seed: 5)
        let found = all.items.compactMap { line -> (line: String, misread: Int, sentence: String, reading: Understanding)? in
            let readings = (0..<draws).map { _ in
                let sentence = line.sentence(random: &random)
                return (sentence, language.understand(sentence.tokens.joined(separator: " "), in: sentence.context))
            }
            let wrong = readings.filter { !$0.0.isRead(as: $0.1) }
            guard let (sentence, reading) = wrong.first else { return nil }
            return (line.source, wrong.count, sentence.tokens.joined(separator: " "), reading)
        }
        return found.sorted { $0.misread > $1.misread }
    }

    private func sentence(random: inout DialogRandom) -> MarkedUtterance {
        let kind = Kind.allCases.pick(weight: \.rawValue, &random)
        switch kind {
        case .joined where !wishes.items.isEmpty: return joined(&random)
        case .answered where !wishes.items.isEmpty && !agreements.items.isEmpty && !refusals.items.isEmpty: return answered(&random)
        case .afterRemark where !wishes.items.isEmpty && !remarks.items.isEmpty: return afterRemark(&random)
        default: return plain(&random)
        }
    }

    private func plain(_ random: inout DialogRandom) -> MarkedUtterance {
        let line = all.pick(&random)
        var draft = UtteranceDraft(context: line.heading.context(&random))
        draft.act = line.heading.act
        let takesWords = [Act.request, .unsupported, .question].contains(draft.act.act)
        if takesWords, random.unit() < 0.06 { draft.add(material.fillers.pick(&random) + ",") }
        line.add(to: &draft, random: &random)
        if takesWords, random.unit() < 0.08 {
            draft.add(", " + material.closings.pick(&random).sentence(material.words, random: &random))
        }
        return draft.utterance
    }

    /// Two wishes of different attributes, one behind the other.
    private func joined(_ random: inout DialogRandom) -> MarkedUtterance {
        let first = wishes.pick(&random)
        let used = Set(first.parts.compactMap(\.label?.topic))
        var draft = UtteranceDraft(context: first.heading.context(&random))
        draft.act = UtteranceAct(.request)
        first.add(to: &draft, random: &random)
        for _ in 0..<8 where first.wishes.count < 3 {
            let second = wishes.pick(&random)
            guard used.isDisjoint(with: second.parts.compactMap(\.label?.topic)), first.wishes.count + second.wishes.count <= 3 else {
                continue
            }
            draft.add(connector(&random))
            second.add(to: &draft, random: &random)
            break
        }
        return draft.utterance
    }

    private func connector(_ random: inout DialogRandom) -> String {
        // Mostly a full stop or a comma, since the lines are whole sentences.
        random.unit() < 0.6 ? ", " : material.connectors.pick(&random).sentence(material.words, random: &random)
    }

    /// "Yes" or "no" to what was asked, and a wish behind it.
    private func answered(_ random: inout DialogRandom) -> MarkedUtterance {
        let agrees = random.unit() < 0.5
        let answer = (agrees ? agreements : refusals).pick(&random)
        var draft = UtteranceDraft(context: answer.heading.context(&random))
        draft.act = UtteranceAct(agrees ? .yesRequest : .noRequest)
        answer.add(to: &draft, random: &random)
        draft.add(",")
        draft.add(material.answerLinks.pick(&random).sentence(material.words, random: &random))
        wishes.pick(&random).add(to: &draft, random: &random)
        return draft.utterance
    }

    /// Something beside the point, then a wish.
    private func afterRemark(_ random: inout DialogRandom) -> MarkedUtterance {
        var draft = UtteranceDraft(context: .drawn(&random))
        draft.act = UtteranceAct(.request)
        remarks.pick(&random).add(to: &draft, random: &random)
        draft.add(",")
        wishes.pick(&random).add(to: &draft, random: &random)
        return draft.utterance
    }
}

extension Substring {
    fileprivate func trimming(while isOff: (Character) -> Bool) -> Substring {
        var rest = drop(while: isOff)
        while let last = rest.last, isOff(last) { rest.removeLast() }
        return rest
    }
}
