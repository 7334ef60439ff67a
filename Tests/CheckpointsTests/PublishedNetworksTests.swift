import FaceAttributes
import FaceModels
import Foundation
import Tensor
import Testing

@testable import Checkpoints

private func published(_ name: String) -> String {
    fixtures.deletingLastPathComponent().appendingPathComponent("published/\(name)").path
}

/// max |a − b| in units of the largest |b|.
private func relative(_ a: Tensor, _ b: Tensor) -> Float {
    guard a.count == b.count else { return .infinity }
    let scale = b.values.map(abs).max() ?? 1
    return (zip(a.values, b.values).map { abs($0 - $1) }.max() ?? 0) / max(scale, 1e-12)
}

@Suite struct PublishedNetworksTests {
    private func converted(_ name: String) throws -> (network: ConvertedNetwork, golden: SafeTensorsFile) {
        let file = try CheckpointFile(path: published(name))
        let group = file.groups["state_dict"] ?? file.groups[""]!
        let network = try CheckpointImport.layouts.lazy.compactMap { try $0.convert(group) }.first!
        return (network, try SafeTensorsFile(path: published("golden.safetensors")))
    }

    @Test func `the published field answers as in PyTorch`() throws {
        let (network, golden) = try converted("field.pt")
        #expect(network.role == nil)
        let field = try SemanticField(width: 24, network.parameters)
        #expect(relative(field(try golden.tensor("w")), try golden.tensor("field")) < 1e-5)
    }

    @Test func `the published predictor answers as in PyTorch, and so does its gradient`() throws {
        let (network, golden) = try converted("predictor.pth.tar")
        #expect(network.role == .predictor)
        let configuration = try JSONDecoder().decode(PredictorConfiguration.self, from: Data(network.configuration.utf8))
        let predictor = try AttributePredictor(configuration, network.parameters)
        let picture = try golden.tensor("picture")
        let expected = try golden.tensor("logits")
        func stacked(_ logits: [Tensor]) -> Tensor { Tensor.concatenated(logits.map { $0.reshaped([1, 2, 6]) }, axis: 0) }
        #expect(relative(stacked(predictor.logits(picture)), expected) < 1e-4)
        let tracked = picture.tracked()
        let logits = stacked(predictor.logits(tracked))
        #expect(relative(logits, expected) < 1e-4)
        let gradient = gradients(of: (logits * (try golden.tensor("direction"))).sum(), for: [tracked])[0]
        #expect(relative(gradient, try golden.tensor("picture_gradient")) < 1e-3)
    }

    @Test func `the published identity model answers as in PyTorch`() throws {
        let (network, golden) = try converted("identity.pth")
        #expect(network.role == .identity)
        let configuration = try JSONDecoder().decode(IdentityConfiguration.self, from: Data(network.configuration.utf8))
        #expect(configuration.trunk.resolution == 128)
        let identity = try IdentityNetwork(configuration, network.parameters)
        let picture = try golden.tensor("picture")
        #expect(relative(identity.embed(picture), try golden.tensor("embedding")) < 1e-4)
        #expect(relative(identity.embed(picture.tracked()), try golden.tensor("embedding")) < 1e-4)
    }

    @Test func `the published networks join a generator's folder, a field with its attribute`() throws {
        try withFolder { folder in
            let model = folder.appendingPathComponent("model")
            _ = try CheckpointImport(try CheckpointFile(path: path("ported.pt"))).write(to: model)
            for name in ["predictor.pth.tar", "identity.pth"] {
                _ = try CheckpointImport(try CheckpointFile(path: published(name))).write(to: model)
            }
            let field = try CheckpointFile(path: published("field.pt"))
            #expect(throws: CheckpointError.self) { try CheckpointImport(field) }
            let rows = try CheckpointImport(field, options: .init(attribute: .smiling)).write(to: model)
            #expect(rows.map(\.role) == [.fieldSmiling])
            let manifest = try ModelManifest(folder: model)
            #expect(Set(manifest.files.keys) == [.generator, .predictor, .identity, .fieldSmiling])
            #expect(manifest.space == .wPlus(layers: 8))
        }
    }

    @Test func `a judge without a generator makes no model`() throws {
        try withFolder { folder in
            let judge = try CheckpointImport(try CheckpointFile(path: published("identity.pth")))
            #expect(throws: CheckpointError.self) { try judge.write(to: folder.appendingPathComponent("model")) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test func `a predictor without one of its heads is told so`() throws {
        let file = try CheckpointFile(path: published("predictor.pth.tar"))
        let tensors = file.groups["state_dict"]!.tensors.filter { !$0.key.contains("Beard") }
        let error = #expect(throws: CheckpointError.self) { try PublishedPredictorLayout.convert(NamedTensors(tensors)) }
        #expect(error?.description == "the checkpoint looks like the published attribute predictor but has no tensor the head of beard")
    }
}
