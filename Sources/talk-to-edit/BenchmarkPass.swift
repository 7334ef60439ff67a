import ArgumentParser
import Dialog
import FaceModels
import Foundation
import Tensor

/// One network with its input, ready to run as often as a benchmark likes.
struct BenchmarkPass {
    enum Network: String, ExpressibleByArgument, CaseIterable {
        case generator, predictor, identity, field, language
    }

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case forward
        /// Forward, and backward to w+ of the mean squared difference to a target picture.
        case inversionStep = "inversion_step"
    }

    /// Computes the results: pictures [1, R, R, 3], gradients [1, layers, 512], or what the network answers.
    let run: () -> [Tensor]

    /// - Parameters:
    ///   - weights: path of the network's weights; a vocabulary lies beside those of the language network.
    ///   - inputs: path of a file with `input`, and `target` for an inversion step.
    init(_ network: Network, _ kind: Kind, weights: String, inputs: String) throws {
        let file = try SafeTensorsFile(path: inputs)
        let input = try file.tensor("input")
        func check(_ shape: [Int]) throws {
            guard input.shape == shape else { throw ValidationError("the input has shape \(input.shape), expected \(shape)") }
        }
        switch network {
        case .generator:
            let generator = try Generator(contentsOf: weights)
            let (synthesis, configuration) = (generator.synthesis, generator.configuration)
            try check([1, configuration.wPlusLayers, configuration.wDimension])
            let noise = synthesis.storedNoise
            guard kind == .inversionStep else {
                run = { [synthesis(input, noise: noise)] }
                return
            }
            let target = try file.tensor("target", [1, configuration.resolution, configuration.resolution, 3])
            run = {
                let w = input.tracked()
                return gradients(of: (synthesis(w, noise: noise) - target).squared().mean(), for: [w])
            }
        case .predictor:
            let predictor = try AttributePredictor(contentsOf: weights)
            let size = predictor.configuration.trunk.resolution
            try check([1, size, size, 3])
            run = { predictor.logits(input) }
        case .identity:
            let identity = try IdentityNetwork(contentsOf: weights)
            let size = identity.configuration.trunk.resolution
            try check([1, size, size, 3])
            run = { [identity.embed(input)] }
        case .field:
            let field = try SemanticField(contentsOf: weights, width: input.count)
            try check([1, input.count])
            run = { [field(input)] }
        case .language:
            let weights = URL(fileURLWithPath: weights)
            let json = try Data(contentsOf: weights.deletingLastPathComponent().appending(path: LanguageEncoder.vocabularyName))
            let vocabulary = try JSONDecoder().decode(LanguageVocabulary.self, from: json)
            let tensors = try SafeTensorsFile(path: weights.path)
            let network = try LanguageNetwork(
                vocabulary.configuration, words: vocabulary.words.count,
                tensor: { (name, shape) throws(WeightFileError) in try tensors.tensor(name, shape) })
            let rows = vocabulary.words.indices
            let words = input.values.compactMap(Int.init(exactly:)).filter(rows.contains)
            guard words.count == input.count else { throw ValidationError("the input has words outside the vocabulary") }
            try check([1, words.count])
            run = { network.logits([words]) }
        }
    }
}
