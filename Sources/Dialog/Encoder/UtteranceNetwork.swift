public import Tensor

/// The network of the utterance encoder: vectors of words and of their pieces, LSTM layers in both directions, a head on the whole
/// sentence, and heads on every token that say where a wish ends and what it is.
///
/// It is the paper's encoder (section 4.6) with three changes: pieces of words, so that misspelt and unseen words land near their
/// meaning; the context as tokens before the sentence; as many wishes as there are ends.
public struct UtteranceNetwork: Sendable {
    /// One direction of one layer.
    private struct Direction: Sendable {
        let inputWeight, hiddenWeight, bias: Tensor  // [4·hidden, in], [4·hidden, hidden], [4·hidden]

        /// - Parameter inputs: [steps · sentences, in].
        func callAsFunction(_ inputs: Tensor, sentences: Int) -> Tensor {
            let gates = inputs.linear(weight: inputWeight, bias: bias)
            if sentences == 1, !gates.isTracked { return gates.lstmStates(hiddenWeight: hiddenWeight) }
            return gates.recurrence(hiddenWeight: hiddenWeight, sentences: sentences)
        }
    }

    private struct Head: Sendable {
        let weight, bias, outputWeight, outputBias: Tensor  // [width, in], [width], [classes, width], [classes]

        func callAsFunction(_ x: Tensor) -> Tensor {
            x.linear(weight: weight, bias: bias, activation: .relu).linear(weight: outputWeight, bias: outputBias)
        }
    }

    /// What the network says of sentences side by side.
    public struct Logits {
        /// [sentences, acts]
        public var acts: Tensor
        /// What each token ends, [steps · sentences, 3], row t · sentences + i for token t of sentence i.
        public var marks: Tensor
        /// The states the wish heads read, in the same order: [steps · sentences, 2·hidden].
        var states: Tensor
    }

    /// The names of the weights that are vectors of words and pieces, of which a sentence needs few.
    public static let tables: Set<String> = ["words", "pieces"]

    private let configuration: UtteranceConfiguration
    private let words, pieces: Tensor  // [words, embedding], [pieces, embedding]
    private let layers: [(forward: Direction, backward: Direction)]
    private let acts, marks: Head
    private let wishes: [Head]

    /// - Parameter tensor: finds a weight by name; called with the shape it must have.
    public init(
        _ configuration: UtteranceConfiguration, words count: Int, tensor: (String, [Int]) throws(WeightFileError) -> Tensor
    ) throws(WeightFileError) {
        self.configuration = configuration
        words = try tensor("words", [count, configuration.embedding])
        pieces = try tensor("pieces", [configuration.pieces, configuration.embedding])
        let hidden = configuration.hidden
        var layers: [(Direction, Direction)] = []
        for index in 0..<configuration.layers {
            let input = index == 0 ? configuration.embedding : 2 * hidden
            func direction(_ name: String) throws(WeightFileError) -> Direction {
                Direction(
                    inputWeight: try tensor("lstm.\(index).\(name).input", [4 * hidden, input]),
                    hiddenWeight: try tensor("lstm.\(index).\(name).hidden", [4 * hidden, hidden]),
                    bias: try tensor("lstm.\(index).\(name).bias", [4 * hidden]))
            }
            layers.append((try direction("forward"), try direction("backward")))
        }
        self.layers = layers
        func head(_ name: String, input: Int, classes: Int) throws(WeightFileError) -> Head {
            let width = configuration.headWidth
            return Head(
                weight: try tensor("head.\(name).0.weight", [width, input]), bias: try tensor("head.\(name).0.bias", [width]),
                outputWeight: try tensor("head.\(name).1.weight", [classes, width]),
                outputBias: try tensor("head.\(name).1.bias", [classes]))
        }
        acts = try head("act", input: 4 * hidden, classes: UtteranceAct.all.count)
        marks = try head("mark", input: 2 * hidden, classes: UtteranceMark.allCases.count)
        var wishes: [Head] = []
        for wish in WishHead.allCases { wishes.append(try head(wish.rawValue, input: 2 * hidden, classes: wish.classes.count)) }
        self.wishes = wishes
    }

    /// - Parameters:
    ///   - sentences: rows of the tables, context first; none empty. Shorter ones are padded behind, where nothing is read.
    ///   - keeping: the share of word vectors' values that is kept in training, by a mask that `random` draws; 1 to keep all.
    func logits(_ sentences: [[UtteranceIndex.Entry]], keeping: Float = 1, random: inout RandomSource) -> Logits {
        let count = sentences.count
        let steps = sentences.reduce(0) { max($0, $1.count) }
        precondition(count > 0 && sentences.allSatisfy { !$0.isEmpty }, "UtteranceNetwork: a sentence without tokens")
        // Every word is put together once, however often it occurs.
        var places: [UtteranceIndex.Entry: Int] = [:]
        var entries: [UtteranceIndex.Entry] = []
        for entry in sentences.joined() where places[entry] == nil {
            places[entry] = entries.count
            entries.append(entry)
        }
        let vectors = words.gatheringRows(entries.map(\.word)) + pieces.meansOfRows(entries.map(\.pieces))
        var rows = [Int](repeating: 0, count: steps * count)
        // Row of token t of sentence i, and of the same token read backwards; padding stays where it is.
        var mirrored = Array(0..<steps * count)
        for (i, sentence) in sentences.enumerated() {
            for (t, entry) in sentence.enumerated() {
                rows[t * count + i] = places[entry] ?? 0
                mirrored[t * count + i] = (sentence.count - 1 - t) * count + i
            }
        }
        var x = vectors.gatheringRows(rows).dropping(keeping: keeping, random: &random)
        var ends: (forward: Tensor, backward: Tensor)?
        for layer in layers {
            let forward = layer.forward(x, sentences: count)
            let backward = layer.backward(x.gatheringRows(mirrored), sentences: count)
            // Both directions are done with sentence i after its last token.
            let last = sentences.indices.map { (sentences[$0].count - 1) * count + $0 }
            ends = (forward.gatheringRows(last), backward.gatheringRows(last))
            x = Tensor.concatenated([forward, backward.gatheringRows(mirrored)], axis: 1).dropping(keeping: keeping, random: &random)
        }
        let whole =
            ends.map { Tensor.concatenated([$0.forward, $0.backward, x.meansOfRows(groups(sentences.map(\.count)))], axis: 1) } ?? x
        return Logits(acts: acts(whole), marks: marks(x), states: x)
    }

    /// The rows of each sentence's tokens.
    private func groups(_ lengths: [Int]) -> [[Int]] {
        lengths.enumerated().map { i, length in (0..<length).map { $0 * lengths.count + i } }
    }

    /// What the wish heads say at some rows of `Logits.marks`: one tensor a head, [rows.count, classes].
    func wishes(_ logits: Logits, at rows: [Int]) -> [Tensor] {
        let states = logits.states.gatheringRows(rows)
        return wishes.map { $0(states) }
    }

    /// Fresh weights: uniform ±1/√hidden in the LSTM with forget gates open, He's deviations in the heads.
    public static func initialTensors(_ configuration: UtteranceConfiguration, words: Int, seed: UInt64) -> [String: Tensor] {
        var random = RandomSource(seed: seed)
        var tensors: [String: Tensor] = [:]
        let (hidden, width) = (configuration.hidden, configuration.headWidth)
        tensors["words"] = random.normal([words, configuration.embedding], deviation: 0.3)
        tensors["pieces"] = random.normal([configuration.pieces, configuration.embedding], deviation: 0.6)
        let bound = 1 / Float(hidden).squareRoot()
        func uniform(_ shape: [Int]) -> Tensor { Tensor(shape, generatedBy: { (random.uniform() * 2 - 1) * bound }) }
        for index in 0..<configuration.layers {
            for name in ["forward", "backward"] {
                let input = index == 0 ? configuration.embedding : 2 * hidden
                tensors["lstm.\(index).\(name).input"] = uniform([4 * hidden, input])
                tensors["lstm.\(index).\(name).hidden"] = uniform([4 * hidden, hidden])
                tensors["lstm.\(index).\(name).bias"] = Tensor([4 * hidden], (0..<4 * hidden).map { $0 / hidden == 1 ? Float(1) : 0 })
            }
        }
        func head(_ name: String, input: Int, classes: Int) {
            tensors["head.\(name).0.weight"] = random.normal([width, input], deviation: (2 / Float(input)).squareRoot())
            tensors["head.\(name).0.bias"] = Tensor([width])
            tensors["head.\(name).1.weight"] = random.normal([classes, width], deviation: (1 / Float(width)).squareRoot())
            tensors["head.\(name).1.bias"] = Tensor([classes])
        }
        head("act", input: 4 * hidden, classes: UtteranceAct.all.count)
        head("mark", input: 2 * hidden, classes: UtteranceMark.allCases.count)
        for wish in WishHead.allCases { head(wish.rawValue, input: 2 * hidden, classes: wish.classes.count) }
        return tensors
    }
}

extension Tensor {
    /// Dropout: each value is kept with a probability and scaled up, or made 0; the same tensor for probability 1.
    fileprivate func dropping(keeping share: Float, random: inout RandomSource) -> Tensor {
        guard share < 1 else { return self }
        return self * Tensor(shape, generatedBy: { random.uniform() < share ? 1 / share : 0 })
    }
}
