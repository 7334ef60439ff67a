import Foundation
import Tensor
import Testing

@testable import FaceModels

/// The folder of fixtures beside the test targets.
private let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/tiny-generator")

private func file(_ name: String) throws -> SafeTensorsFile {
    try SafeTensorsFile(path: fixtures.appendingPathComponent(name + ".safetensors").path)
}

private func difference(_ a: Tensor, _ b: Tensor) -> Float {
    guard a.shape == b.shape else { return .infinity }
    return zip(a.values, b.values).map { abs($0 - $1) }.max() ?? 0
}

/// A tiny generator and discriminator with random weights, against the values PyTorch computes with them in float64.
@Suite struct GoldenTests {
    private func generator() throws -> Generator {
        let weights = try file("generator")
        let configuration = try JSONDecoder().decode(GeneratorConfiguration.self, from: Data(weights.metadata["configuration"]!.utf8))
        return try Generator(configuration, weights)
    }

    private func discriminator() throws -> Discriminator {
        let weights = try file("discriminator")
        let configuration = try JSONDecoder().decode(DiscriminatorConfiguration.self, from: Data(weights.metadata["configuration"]!.utf8))
        return try Discriminator(configuration, weights)
    }

    @Test func `the mapping network, truncation and synthesis agree with PyTorch within 1e-4`() throws {
        let golden = try file("golden")
        let generator = try generator()
        let w = generator.mapping(try golden.tensor("z"))
        #expect(difference(w, try golden.tensor("w")) < 1e-4)
        let picture = generator.synthesis(generator.wPlus(w), noise: generator.synthesis.storedNoise)
        #expect(difference(picture, try golden.tensor("image")) < 1e-4)
        let truncated = generator.synthesis(generator.wPlus(generator.truncated(w, psi: 0.7)), noise: generator.synthesis.storedNoise)
        #expect(difference(truncated, try golden.tensor("image_truncated")) < 1e-4)
    }

    @Test func `every layer takes its own vector of w+, and the gradient to w+ agrees with PyTorch`() throws {
        let golden = try file("golden")
        let generator = try generator()
        let wPlus = try golden.tensor("w_plus").tracked()
        let picture = generator.synthesis(wPlus, noise: generator.synthesis.storedNoise)
        #expect(difference(picture, try golden.tensor("image_w_plus")) < 1e-4)
        let loss = (picture * (try golden.tensor("direction"))).sum()
        let expected = try golden.tensor("gradient_w_plus")
        let scale = expected.values.map(abs).max() ?? 1
        #expect(difference(gradients(of: loss, for: [wPlus])[0], expected) < 1e-3 * scale)
    }

    @Test func `the gradients to noise maps and to weights agree with PyTorch`() throws {
        let golden = try file("golden")
        let weights = try file("generator")
        let generator = try generator()
        let wPlus = try golden.tensor("w_plus")
        let direction = try golden.tensor("direction")
        func compare(_ gradients: [Tensor], _ name: String) throws {
            for (index, gradient) in gradients.enumerated() {
                let expected = try golden.tensor("\(name)_\(index)")
                let scale = expected.values.map(abs).max() ?? 1
                #expect(difference(gradient, expected) < 1e-3 * scale)
            }
        }
        let maps = generator.synthesis.storedNoise.maps.map { $0.tracked() }
        let drawn = generator.synthesis(wPlus, noise: NoiseMaps(maps: maps))
        try compare(gradients(of: (drawn * direction).sum(), for: maps), "gradient_noise")

        var parameters = Parameters(try weights.tensors())
        let kernels = maps.indices.map { parameters["synthesis.conv.\($0).weight"]!.tracked() }
        for (index, kernel) in kernels.enumerated() { parameters["synthesis.conv.\(index).weight"] = kernel }
        let trained = try Generator(generator.configuration, parameters)
        let picture = trained.synthesis(wPlus, noise: trained.synthesis.storedNoise)
        try compare(gradients(of: (picture * direction).sum(), for: kernels), "gradient_weight")
    }

    @Test func `the discriminator and its gradient agree with PyTorch`() throws {
        let golden = try file("golden")
        let discriminator = try discriminator()
        let pictures = try golden.tensor("image").tracked()
        let logits = discriminator(pictures)
        #expect(difference(logits.reshaped([3]), try golden.tensor("discriminator")) < 1e-4)
        let expected = try golden.tensor("discriminator_gradient")
        let scale = expected.values.map(abs).max() ?? 1
        #expect(difference(gradients(of: logits.sum(), for: [pictures])[0], expected) < 1e-3 * scale)
    }

    @Test func `a seed always draws the same noise and the same z`() throws {
        let generator = try generator()
        #expect(generator.z(seeds: [7]).values == generator.z(seeds: [7]).values)
        #expect(generator.z(seeds: [7]).values != generator.z(seeds: [8]).values)
        let maps = generator.synthesis.noise(seed: 3).maps
        #expect(maps.map(\.shape) == [[4, 4], [8, 8], [8, 8], [16, 16], [16, 16]])
        #expect(maps[1].values == generator.synthesis.noise(seed: 3).maps[1].values)
    }

    @Test func `weights of the wrong shape are named`() throws {
        let weights = try file("generator")
        var configuration = try generator().configuration
        configuration.channels["8"] = 9
        #expect(throws: WeightFileError.self) { try Generator(configuration, weights) }
        configuration.channels["8"] = nil
        #expect(throws: ModelError.self) { try Generator(configuration, weights) }
        configuration.resolution = 24
        #expect(throws: ModelError.self) { try Generator(configuration, weights) }
    }
}
