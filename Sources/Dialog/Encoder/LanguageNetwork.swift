public import Tensor

/// The network of the encoder: word embedding, LSTM layers, and heads on the state after the last word.
public struct LanguageNetwork: Sendable {
    /// One LSTM layer; the gates lie in the order input, forget, cell, output.
    private struct Layer: Sendable {
        let inputWeight: Tensor  // [4·hidden, in]
        let hiddenWeight: Tensor  // [4·hidden, hidden]
        let bias: Tensor  // [4·hidden]
        let half: HalfWeights?

        init(inputWeight: Tensor, hiddenWeight: Tensor, bias: Tensor) {
            (self.inputWeight, self.hiddenWeight, self.bias) = (inputWeight, hiddenWeight, bias)
            half = HalfWeights(hiddenWeight)
        }

        /// - Parameter steps: one tensor a word, each [sentences, in].
        /// - Returns: the hidden states, each [sentences, hidden].
        func callAsFunction(_ steps: [Tensor]) -> [Tensor] {
            guard let rows = steps.first?.shape[0] else { return [] }
            let width = hiddenWeight.shape[1]
            var hidden = Tensor([rows, width])
            var cell = Tensor([rows, width])
            // What the words contribute does not depend on the order: one product for all of them.
            let inputs = Tensor.concatenated(steps, axis: 0).linear(weight: inputWeight, bias: bias)
            if rows == 1, !inputs.isTracked, !hiddenWeight.isTracked {
                let states = inputs.lstmStates(hiddenWeight: hiddenWeight, half: half)
                return steps.indices.map { states.slice(axis: 0, $0..<$0 + 1) }
            }
            return steps.indices.map { step in
                let gates = inputs.slice(axis: 0, step * rows..<(step + 1) * rows) + hidden.linear(weight: hiddenWeight)
                func gate(_ index: Int) -> Tensor { gates.slice(axis: 1, index * width..<(index + 1) * width) }
                cell = gate(1).sigmoid() * cell + gate(0).sigmoid() * gate(2).tanh()
                hidden = gate(3).sigmoid() * cell.tanh()
                return hidden
            }
        }
    }

    /// Linear, batch normalisation, ReLU, linear.
    private struct Head: Sendable {
        let weight, bias: Tensor  // [headWidth, hidden], [headWidth]
        let norm: BatchNorm
        let outputWeight, outputBias: Tensor  // [classes, headWidth], [classes]
        /// The first layer with the norm folded in, for serving; nil while weights are trained.
        let folded: (weight: Tensor, bias: Tensor)?

        init(weight: Tensor, bias: Tensor, norm: BatchNorm, outputWeight: Tensor, outputBias: Tensor) {
            (self.weight, self.bias, self.norm) = (weight, bias, norm)
            (self.outputWeight, self.outputBias) = (outputWeight, outputBias)
            guard !weight.isTracked else {
                folded = nil
                return
            }
            let (factor, offset) = norm.affine
            folded = (weight.swappingLastTwo().multiplyingChannels(factor).swappingLastTwo(), bias * factor + offset)
        }

        func callAsFunction(_ x: Tensor, training: Bool) -> Tensor {
            if let folded, !training, !x.isTracked {
                return x.linear(weight: folded.weight, bias: folded.bias, activation: .relu).linear(weight: outputWeight, bias: outputBias)
            }
            return norm(x.linear(weight: weight, bias: bias), training: training).relu().linear(weight: outputWeight, bias: outputBias)
        }
    }

    public let configuration: LanguageConfiguration
    private let embedding: Tensor  // [words, embedding]
    private let layers: [Layer]
    private let heads: [Head]

    /// - Parameters:
    ///   - words: entries of the vocabulary.
    ///   - tensor: finds a weight by name; called with the shape it must have.
    public init(
        _ configuration: LanguageConfiguration, words: Int, tensor: (String, [Int]) throws(WeightFileError) -> Tensor
    ) throws(WeightFileError) {
        self.configuration = configuration
        embedding = try tensor("embedding.weight", [words, configuration.embedding])
        let hidden = configuration.hidden
        var layers: [Layer] = []
        for index in 0..<configuration.layers {
            let input = index == 0 ? configuration.embedding : hidden
            layers.append(
                Layer(
                    inputWeight: try tensor("lstm.\(index).input", [4 * hidden, input]),
                    hiddenWeight: try tensor("lstm.\(index).hidden", [4 * hidden, hidden]),
                    bias: try tensor("lstm.\(index).bias", [4 * hidden])))
        }
        self.layers = layers
        let width = configuration.headWidth
        var heads: [Head] = []
        for head in configuration.heads {
            let name = "head.\(head.name)"
            heads.append(
                Head(
                    weight: try tensor("\(name).0.weight", [width, hidden]), bias: try tensor("\(name).0.bias", [width]),
                    norm: BatchNorm(
                        scale: try tensor("\(name).1.scale", [width]), shift: try tensor("\(name).1.shift", [width]),
                        runningMean: try tensor("\(name).1.running_mean", [width]),
                        runningVariance: try tensor("\(name).1.running_variance", [width])),
                    outputWeight: try tensor("\(name).2.weight", [head.classes.count, width]),
                    outputBias: try tensor("\(name).2.bias", [head.classes.count])))
        }
        self.heads = heads
    }

    /// The logits of every head, in the order of the configuration, each [sentences, classes].
    ///
    /// - Parameters:
    ///   - sentences: rows of the embedding, at least one a sentence; shorter ones are padded behind, where nothing is read.
    ///   - training: whether batch normalisation uses the batch's own statistics.
    public func logits(_ sentences: [[Int]], training: Bool = false) -> [Tensor] {
        let state = encode(sentences)
        return heads.map { $0(state, training: training) }
    }

    /// The logits of some heads only, for serving.
    func logits(_ sentence: [Int], heads indices: [Int]) -> [Tensor] {
        let state = encode([sentence])
        return indices.map { heads[$0](state, training: false) }
    }

    /// The top state after the last word of each sentence: [sentences, hidden].
    private func encode(_ sentences: [[Int]]) -> Tensor {
        precondition(!sentences.isEmpty && sentences.allSatisfy { !$0.isEmpty }, "LanguageNetwork: a sentence without words")
        let length = sentences.reduce(0) { max($0, $1.count) }
        var steps = (0..<length).map { position in
            embedding.gatheringRows(sentences.map { position < $0.count ? $0[position] : 0 })
        }
        for layer in layers { steps = layer(steps) }
        guard sentences.count > 1 else { return steps[length - 1] }
        let states = Tensor.concatenated(steps, axis: 0)
        return states.gatheringRows(sentences.enumerated().map { ($1.count - 1) * sentences.count + $0 })
    }

    /// Fresh weights: uniform ±1/√hidden in the LSTM with forget gates open, He's deviations in the heads.
    public static func initialTensors(_ configuration: LanguageConfiguration, words: Int, seed: UInt64) -> [String: Tensor] {
        var random = RandomSource(seed: seed)
        var tensors: [String: Tensor] = [:]
        let (hidden, width) = (configuration.hidden, configuration.headWidth)
        tensors["embedding.weight"] = random.normal([words, configuration.embedding], deviation: 0.3)
        let bound = 1 / Float(hidden).squareRoot()
        func uniform(_ shape: [Int]) -> Tensor { Tensor(shape, generatedBy: { (random.uniform() * 2 - 1) * bound }) }
        for index in 0..<configuration.layers {
            tensors["lstm.\(index).input"] = uniform([4 * hidden, index == 0 ? configuration.embedding : hidden])
            tensors["lstm.\(index).hidden"] = uniform([4 * hidden, hidden])
            let bias = (0..<4 * hidden).map { $0 / hidden == 1 ? Float(1) : 0 }
            tensors["lstm.\(index).bias"] = Tensor([4 * hidden], bias)
        }
        for head in configuration.heads {
            let name = "head.\(head.name)"
            tensors["\(name).0.weight"] = random.normal([width, hidden], deviation: (2 / Float(hidden)).squareRoot())
            tensors["\(name).0.bias"] = Tensor([width])
            tensors["\(name).1.scale"] = Tensor([width], repeating: 1)
            tensors["\(name).1.shift"] = Tensor([width])
            tensors["\(name).1.running_mean"] = Tensor([width])
            tensors["\(name).1.running_variance"] = Tensor([width], repeating: 1)
            tensors["\(name).2.weight"] = random.normal([head.classes.count, width], deviation: (1 / Float(width)).squareRoot())
            tensors["\(name).2.bias"] = Tensor([head.classes.count])
        }
        return tensors
    }
}
