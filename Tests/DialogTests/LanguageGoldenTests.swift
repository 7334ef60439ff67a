import Foundation
import Tensor
import Testing

@testable import Dialog

/// A tiny encoder with random weights, against the values PyTorch's LSTM computes with them in float64.
@Suite struct LanguageGoldenTests {
    @Test func `embedding, LSTM layers and heads agree with PyTorch, alone and side by side`() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/tiny-language/language.safetensors").path
        let file = try SafeTensorsFile(path: path)
        let configuration = LanguageConfiguration(
            embedding: 5, hidden: 6, layers: 2, headWidth: 4,
            heads: [.init(name: "first", classes: ["a", "b", "c"]), .init(name: "second", classes: ["a", "b"])])
        let network = try LanguageNetwork(configuration, words: 7) { (name, shape) throws(WeightFileError) in try file.tensor(name, shape) }
        let sentences = [[1, 4, 2], [6], [3, 3, 0, 5, 2]]
        let golden = try ["golden.first", "golden.second"].map { try file.tensor($0).values }
        let together = network.logits(sentences).map(\.values)
        let alone = sentences.map { network.logits([$0]).map(\.values) }
        for (head, expected) in golden.enumerated() {
            let joined = alone.flatMap { $0[head] }
            #expect(zip(together[head], expected).allSatisfy { abs($0 - $1) < 1e-4 })
            #expect(joined.count == expected.count && zip(joined, expected).allSatisfy { abs($0 - $1) < 1e-4 })
        }
    }
}
