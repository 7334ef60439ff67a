import FaceModels
import Foundation
import Tensor
import Testing

@testable import Checkpoints

/// The folder of fixtures beside the test targets.
let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/checkpoints")

func path(_ name: String) -> String { fixtures.appendingPathComponent(name).path }

/// A folder that is gone after the test.
func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}

private func difference(_ a: Tensor, _ b: Tensor) -> Float {
    guard a.shape == b.shape else { return .infinity }
    return zip(a.values, b.values).map { abs($0 - $1) }.max() ?? 0
}

@Suite struct GeneratorImportTests {
    @Test(
        arguments: [
            ("ported.pt", "ported"), ("ported-legacy.pth", "ported"), ("ported-wrapped.pt", "ported"), ("ported.safetensors", "ported"),
            ("official.pkl", "official"),
        ])
    func `an imported generator draws what PyTorch draws, within 1e-3`(file: String, layout: String) throws {
        let golden = try SafeTensorsFile(path: path("golden.safetensors"))
        try withFolder { folder in
            let model = folder.appendingPathComponent("model")
            let rows = try CheckpointImport(try CheckpointFile(path: path(file))).write(to: model)
            #expect(rows.map(\.role) == [.generator])
            let manifest = try ModelManifest(folder: model)
            #expect(manifest.name == "model" && manifest.noise == .stored && manifest.precision == "fp32")
            let generator = try Generator(contentsOf: model.appendingPathComponent("generator.safetensors").path)
            #expect(generator.configuration.resolution == 32)
            let noise = generator.synthesis.storedNoise
            let fromPlus = generator.synthesis(try golden.tensor("w_plus_\(layout)"), noise: noise)
            #expect(difference(fromPlus, try golden.tensor("picture_\(layout)")) < 1e-3)
            let fromZ = generator.synthesis(generator.wPlus(generator.mapping(try golden.tensor("z"))), noise: noise)
            #expect(difference(fromZ, try golden.tensor("picture_z_\(layout)")) < 1e-3)
        }
    }

    @Test func `half precision halves the file and keeps the picture within half precision`() throws {
        let golden = try SafeTensorsFile(path: path("golden.safetensors"))
        try withFolder { folder in
            let checkpoint = try CheckpointFile(path: path("ported.pt"))
            let full = try CheckpointImport(checkpoint).write(to: folder.appendingPathComponent("full"))
            let options = CheckpointImport.Options(precision: .float16)
            let half = try CheckpointImport(checkpoint, options: options).write(to: folder.appendingPathComponent("half"))
            #expect(half[0].bytes < full[0].bytes * 6 / 10)
            let generator = try Generator(contentsOf: folder.appendingPathComponent("half/generator.safetensors").path)
            let picture = generator.synthesis(try golden.tensor("w_plus_ported"), noise: generator.synthesis.storedNoise)
            let error = difference(picture, try golden.tensor("picture_ported"))
            #expect(error > 0 && error < 0.05)
        }
    }

    @Test func `a generator without noise maps gets some, and it is said`() throws {
        try withFolder { folder in
            let rows = try CheckpointImport(try CheckpointFile(path: path("ported-noiseless.pt"))).write(
                to: folder.appending(path: "model"))
            #expect(rows[0].summary.hasSuffix("without noise maps of its own, so they were drawn at random"))
            let generator = try Generator(contentsOf: folder.appending(path: "model/generator.safetensors").path)
            let golden = try SafeTensorsFile(path: path("golden.safetensors"))
            let picture = generator.synthesis(try golden.tensor("w_plus_ported"), noise: generator.synthesis.storedNoise)
            let isFinite = picture.values.allSatisfy(\.isFinite)
            #expect(isFinite)
        }
    }

    @Test func `the mean of w that lies beside the network is taken over`() throws {
        let group = try #require(try CheckpointFile(path: path("ported.pt")).groups["g_ema"])
        let network = try #require(try PortedGeneratorLayout.convert(group))
        let mean = try #require(network.parameters.tensors["w_average"]).values
        #expect(mean == (0..<16).map { Float($0) / 16 })
    }

    @Test func `whether the mapping network's last layer is activated is read from the file`() throws {
        try withFolder { folder in
            let tiny = fixtures.deletingLastPathComponent().appending(path: "tiny-generator/generator.safetensors").path
            _ = try CheckpointImport(try CheckpointFile(path: tiny)).write(to: folder.appending(path: "model"))
            let (before, after) = (try Generator(contentsOf: tiny), try Generator(contentsOf: folder.path + "/model/generator.safetensors"))
            #expect(before.configuration == after.configuration && !after.configuration.mappingFinalActivation)
        }
    }

    @Test func `values that are no numbers, or too large for half precision, are refused by the tensor's name`() throws {
        try withFolder { folder in
            var tensors = try SafeTensorsFile(path: path("ported.safetensors")).tensors()
            let bias = try #require(tensors["conv1.activate.bias"])
            for (value, precision) in [(Float.nan, WeightPrecision.float32), (.infinity, .float32), (70_000, .float16)] {
                tensors["conv1.activate.bias"] = Tensor(bias.shape, repeating: value)
                let file = folder.appending(path: "broken.safetensors").path
                try writeSafeTensors(tensors, to: file)
                let checkpoint = try CheckpointImport(try CheckpointFile(path: file), options: .init(precision: precision))
                let error = #expect(throws: CheckpointError.self) { try checkpoint.write(to: folder.appending(path: "model")) }
                #expect(error?.description.contains("synthesis.conv.0.bias") ?? false)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["broken.safetensors"])
        }
    }

    @Test func `an empty folder is filled, and one with other things in it is left alone`() throws {
        try withFolder { folder in
            let checkpoint = try CheckpointImport(try CheckpointFile(path: path("ported.pt")))
            let (empty, full) = (folder.appending(path: "empty"), folder.appending(path: "full"))
            for folder in [empty, full] { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
            try Data("mine".utf8).write(to: full.appending(path: "notes.txt"))
            _ = try checkpoint.write(to: empty)
            _ = try FaceModel(folder: empty)
            let error = #expect(throws: CheckpointError.self) { try checkpoint.write(to: full) }
            #expect(error?.description.hasSuffix("it has no manifest.json") ?? false)
            #expect(try FileManager.default.contentsOfDirectory(atPath: full.path) == ["notes.txt"])
        }
    }

    @Test func `an imported generator is read again and stays the same`() throws {
        try withFolder { folder in
            _ = try CheckpointImport(try CheckpointFile(path: path("ported.pt"))).write(to: folder.appendingPathComponent("one"))
            let file = folder.appendingPathComponent("one/generator.safetensors").path
            _ = try CheckpointImport(try CheckpointFile(path: file)).write(to: folder.appendingPathComponent("two"))
            let (one, two) = (try SafeTensorsFile(path: file), try SafeTensorsFile(path: folder.path + "/two/generator.safetensors"))
            #expect(try one.tensors().mapValues(\.values) == two.tensors().mapValues(\.values))
            #expect(one.metadata == two.metadata)
        }
    }

    @Test func `a network made for another filter is refused by the filter's name`() throws {
        let error = #expect(throws: CheckpointError.self) { try CheckpointImport(try CheckpointFile(path: path("other-filter.pt"))) }
        #expect(error?.description.contains("convs.0.conv.blur.kernel") ?? false)
    }

    @Test func `a folder that has a generator keeps it, and nothing is left beside it`() throws {
        try withFolder { folder in
            let target = folder.appendingPathComponent("model")
            let checkpoint = try CheckpointImport(try CheckpointFile(path: path("ported.pt")))
            _ = try checkpoint.write(to: target)
            #expect(throws: CheckpointError.self) { try checkpoint.write(to: target) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["model"])
        }
    }

    @Test func `a missing tensor and a wrong shape are named`() throws {
        var tensors = try SafeTensorsFile(path: path("ported.safetensors")).tensors()
        tensors["convs.1.activate.bias"] = nil
        let missing = #expect(throws: CheckpointError.self) { try PortedGeneratorLayout.convert(NamedTensors(tensors)) }
        #expect(missing?.description.contains("convs.1.activate.bias") ?? false)
        tensors["convs.1.activate.bias"] = Tensor([12])
        tensors["convs.2.conv.weight"] = Tensor([1, 8, 12, 5, 5])
        let wrong = #expect(throws: CheckpointError.self) { try PortedGeneratorLayout.convert(NamedTensors(tensors)) }
        #expect(wrong?.description == "tensor convs.2.conv.weight has shape [1, 8, 12, 5, 5], expected [8, 12, 3, 3]")
    }

    @Test func `generators that cannot be run are refused for what they are`() {
        func refusal(_ names: [String]) -> String? {
            let tensors = Dictionary(uniqueKeysWithValues: names.map { ($0, Tensor([1])) })
            return #expect(throws: CheckpointError.self) { try OfficialGeneratorLayout.convert(NamedTensors(tensors)) }?.description
        }
        let base = ["synthesis.b4.const", "mapping.fc0.weight"]
        #expect(refusal(["synthesis.L0_36_512.weight"])?.contains("StyleGAN3") ?? false)
        #expect(refusal(base + ["mapping.embed.weight"])?.contains("conditional") ?? false)
        #expect(refusal(base + ["synthesis.b8.skip.weight", "synthesis.b4.torgb.weight"])?.contains("residual") ?? false)
    }
}
