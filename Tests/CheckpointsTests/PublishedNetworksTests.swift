import Dialog
import FaceAttributes
import FaceModels
import Foundation
import Tensor
import Testing

@testable import Checkpoints

/// A file of the fixtures, or of the folder PUBLISHED_FIXTURES names: `Training.golden_published --full` writes the true sizes.
private func published(_ name: String) -> String {
    let own = fixtures.deletingLastPathComponent().appendingPathComponent("published").path
    return (ProcessInfo.processInfo.environment["PUBLISHED_FIXTURES"] ?? own) + "/\(name)"
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
        let w = try golden.tensor("w")
        let field = try SemanticField(width: w.shape[1], network.parameters)
        #expect(relative(field(w), try golden.tensor("field")) < 1e-5)
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

    @Test func `the published language encoder answers as in PyTorch`() throws {
        let (network, golden) = try converted("language.pth.tar")
        #expect(network.role == .language)
        let configuration = try JSONDecoder().decode(LanguageConfiguration.self, from: Data(network.configuration.utf8))
        let vocabulary = try PublishedVocabulary(contentsOf: URL(fileURLWithPath: published("vocab.json")))
        let encoder = try LanguageNetwork(configuration, words: vocabulary.words.count) { (name, shape) throws(WeightFileError) in
            try network.parameters.tensor(name, shape)
        }
        let heads = [
            "start", "suggestion", "whether_enough", "whats_next", "attribute", "score_change_direction", "score_change_value",
            "target_score", "request_mode",
        ]
        let sentences = ["Make the bangs a bit longer.", "Yes, don't make her beard longer?", "make  the unheard-of beard"]
        for (row, sentence) in sentences.enumerated() {
            let rows = Tokenizer.publishedWords(sentence).map { vocabulary.words.firstIndex(of: $0) ?? 3 }
            for (head, logits) in zip(heads, encoder.logits([rows])) {
                let expected = try golden.tensor("language_\(head)").slice(axis: 0, row..<row + 1)
                #expect(relative(logits, expected) < 1e-3, "\(head) of \"\(sentence)\"")
            }
        }
    }

    @Test func `heads of a language encoder without names are told by their order`() throws {
        let names = [
            "start", "suggestion", "whether_enough", "whats_next", "attribute", "score_change_direction", "score_change_value",
            "target_score", "request_mode",
        ]
        let group = try CheckpointFile(path: published("language.pth.tar")).groups["state_dict"]!
        let renamed = Dictionary(
            uniqueKeysWithValues: group.tensors.map { key, value in
                let parts = key.split(separator: ".").map(String.init)
                guard let index = names.firstIndex(of: parts[0]) else { return (key.replacing("word2vec", with: "embedding"), value) }
                return ("heads.\(index).\(parts[1...].joined(separator: "."))", value)
            })
        let named = try #require(try PublishedLanguageLayout.convert(group))
        let numbered = try PublishedLanguageLayout.convert(NamedTensors(renamed))
        for (name, tensor) in named.parameters.tensors {
            #expect(numbered?.parameters.tensors[name]?.values == tensor.values)
        }
    }

    @Test func `the published language encoder needs its words, and as many as it has vectors`() throws {
        try withFolder { folder in
            let model = folder.appendingPathComponent("model")
            _ = try CheckpointImport(try CheckpointFile(path: path("ported.pt"))).write(to: model)
            let file = try CheckpointFile(path: published("language.pth.tar"))
            #expect(throws: CheckpointError.self) { try CheckpointImport(file) }
            let short = folder.appendingPathComponent("short.json")
            try Data(#"{"a": 0, "b": 1}"#.utf8).write(to: short)
            #expect(throws: CheckpointError.self) { try CheckpointImport(file, options: .init(vocabulary: short)).write(to: model) }
            let gaps = folder.appendingPathComponent("gaps.json")
            try Data(#"{"a": 0, "b": 2}"#.utf8).write(to: gaps)
            #expect(throws: CheckpointError.self) { try CheckpointImport(file, options: .init(vocabulary: gaps)).write(to: model) }
            let words = URL(fileURLWithPath: published("vocab.json"))
            let rows = try CheckpointImport(file, options: .init(vocabulary: words)).write(to: model)
            #expect(rows.map(\.role) == [.language])
            let encoder = try LanguageEncoder(folder: model)
            // As published, whatever comes first is taken for a request.
            #expect(encoder.understand("hi", in: DialogContext(kind: .start)).act == .request)
            #expect(encoder.classes("yes")["suggestion"].map { ["yes", "yes_request", "no", "no_request", "no_end"].contains($0) } == true)
        }
    }

    @Test func `the port's discriminator scores a batch as in PyTorch`() throws {
        let file = try CheckpointFile(path: published("discriminator.pt"))
        let group = try #require(file.groups["d"])
        let network = try #require(try PortedDiscriminatorLayout.convert(group))
        #expect(network.role == .discriminator)
        let configuration = try JSONDecoder().decode(DiscriminatorConfiguration.self, from: Data(network.configuration.utf8))
        let discriminator = try Discriminator(configuration, network.parameters)
        let golden = try SafeTensorsFile(path: published("golden.safetensors"))
        let pictures = try golden.tensor("score_pictures")
        #expect(relative(discriminator(pictures), try golden.tensor("score")) < 1e-4)
        #expect(relative(discriminator(pictures.tracked()), try golden.tensor("score")) < 1e-4)
        #expect(discriminator(pictures.slice(axis: 0, 0..<1)).values[0].isFinite)
    }

    @Test func `the published networks join a generator's folder, a field with its attribute`() throws {
        try withFolder { folder in
            let model = folder.appendingPathComponent("model")
            let own = folder.appendingPathComponent("own.safetensors").path
            try writeSafeTensors(sketchedGenerator(resolution: 128, width: 24), to: own)
            _ = try CheckpointImport(try CheckpointFile(path: own)).write(to: model)
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
            #expect(try FaceModel(folder: model).editableAttributes == [.smiling])
        }
    }

    @Test func `networks that do not fit the generator stay outside, and the model stays what it was`() throws {
        try withFolder { folder in
            let model = folder.appendingPathComponent("model")
            _ = try CheckpointImport(try CheckpointFile(path: path("ported.pt"))).write(to: model)
            // The judge sees 128 pixels, the generator draws 32; the field has 24 numbers, its w 16.
            let judge = try CheckpointImport(try CheckpointFile(path: published("predictor.pth.tar")))
            #expect(throws: CheckpointError.self) { try judge.write(to: model) }
            let field = try CheckpointImport(try CheckpointFile(path: published("field.pt")), options: .init(attribute: .age))
            #expect(throws: CheckpointError.self) { try field.write(to: model) }
            #expect(try Set(FileManager.default.contentsOfDirectory(atPath: model.path)) == ["manifest.json", "generator.safetensors"])
            #expect(try FaceModel(folder: model).editableAttributes.isEmpty)
        }
    }

    @Test func `an identity network of another kind is refused by what it has more`() throws {
        var group = try CheckpointFile(path: published("identity.pth")).groups[""]!
        group.tensors["layer1.0.se.fc.0.weight"] = Tensor([4, 4])
        let error = #expect(throws: CheckpointError.self) { try PublishedIdentityLayout.convert(group) }
        #expect(error?.description.contains("squeeze and excitation") ?? false)
    }

    /// Random weights in this project's own layout, 4 channels everywhere.
    private func sketchedGenerator(resolution: Int, width: Int) -> [String: Tensor] {
        var random = RandomSource(seed: 5)
        var tensors = [
            "mapping.0.weight": random.normal([width, width]), "mapping.0.bias": Tensor([width]), "w_average": Tensor([width]),
            "synthesis.constant": random.normal([4, 4, 4]),
        ]
        let levels = resolution.trailingZeroBitCount - 1
        for index in 0..<2 * levels - 1 {
            let (name, side) = ("synthesis.conv.\(index)", 4 << ((index + 1) / 2))
            tensors[name + ".weight"] = random.normal([3, 3, 4, 4]) * 0.2
            tensors[name + ".bias"] = Tensor([4])
            tensors[name + ".noise"] = random.normal([side, side])
            tensors[name + ".noise_strength"] = Tensor([1])
            tensors[name + ".style.weight"] = random.normal([4, width]) * 0.2
            tensors[name + ".style.bias"] = Tensor([4], repeating: 1)
        }
        for level in 0..<levels {
            tensors["synthesis.rgb.\(level).weight"] = random.normal([4, 3]) * 0.3
            tensors["synthesis.rgb.\(level).bias"] = Tensor([3])
            tensors["synthesis.rgb.\(level).style.weight"] = random.normal([4, width]) * 0.2
            tensors["synthesis.rgb.\(level).style.bias"] = Tensor([4], repeating: 1)
        }
        return tensors
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
