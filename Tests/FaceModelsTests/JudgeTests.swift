import FaceAttributes
import Foundation
import Tensor
import Testing

@testable import FaceModels

private let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/tiny-judges")

private func path(_ name: String) -> String { fixtures.appendingPathComponent(name + ".safetensors").path }

private func difference(_ a: Tensor, _ b: Tensor) -> Float {
    guard a.count == b.count else { return .infinity }
    return zip(a.values, b.values).map { abs($0 - $1) }.max() ?? 0
}

/// Tiny judges with random weights, against the values PyTorch computes with them in float64.
@Suite struct JudgeTests {
    @Test func `the predictor's logits and their gradient agree with PyTorch`() throws {
        let golden = try SafeTensorsFile(path: path("golden"))
        let predictor = try AttributePredictor(contentsOf: path("predictor"))
        let pictures = try golden.tensor("pictures").tracked()
        let logits = Tensor.concatenated(predictor.logits(pictures).map { $0.reshaped([2, 1, 6]) }, axis: 1)
        #expect(difference(logits, try golden.tensor("logits")) < 1e-4)
        let loss = (logits * (try golden.tensor("direction"))).sum()
        #expect(difference(gradients(of: loss, for: [pictures])[0], try golden.tensor("pictures_gradient")) < 1e-4)
    }

    @Test func `the expected degree is the mean of the class probabilities, of the picture and of its mirror image`() throws {
        let predictor = try AttributePredictor(contentsOf: path("predictor"))
        let pictures = try SafeTensorsFile(path: path("golden")).tensor("pictures")
        func mean(_ pictures: Tensor) -> Double {
            let probabilities = predictor.logits(pictures)[Attribute.smiling.index].softmax().values
            return (0..<6).reduce(0.0) { $0 + Double($1) * Double(probabilities[$1]) }
        }
        let (plain, mirrored) = (mean(pictures), mean(pictures.mirrored()))
        let read = predictor.degrees(pictures)[0][.smiling]
        #expect(abs(read - (plain + mirrored) / 2) < 1e-5)
        #expect(abs(read - predictor.degrees(pictures.mirrored())[0][.smiling]) < 1e-5)
    }

    @Test func `the identity network agrees with PyTorch and gives unit vectors`() throws {
        let golden = try SafeTensorsFile(path: path("golden"))
        let embedding = try IdentityNetwork(contentsOf: path("identity")).embed(try golden.tensor("pictures"))
        #expect(difference(embedding, try golden.tensor("embedding")) < 1e-4)
        #expect(abs(embedding.squared().sum().scalar - 2) < 1e-4)
    }

    @Test func `the semantic field agrees with PyTorch`() throws {
        let golden = try SafeTensorsFile(path: path("golden"))
        let field = try SemanticField(contentsOf: path("field"), width: 16)
        #expect(difference(field(try golden.tensor("w")), try golden.tensor("field")) < 1e-4)
    }

    @Test func `a file of another network is refused in one sentence`() {
        #expect(throws: WeightFileError.self) { try AttributePredictor(contentsOf: fixtures.appendingPathComponent("missing").path) }
        #expect(throws: ModelError.self) { try AttributePredictor(contentsOf: path("identity")) }
        #expect(throws: ModelError.self) { try Generator(contentsOf: path("field")) }
    }
}
