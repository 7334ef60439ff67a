import FaceModels
import Foundation
import Tensor

/// Generators as the widespread PyTorch port stores them: `style.1.weight`, `convs.0.conv.weight`, `to_rgbs.0.conv.weight`, …
public enum PortedGeneratorLayout: CheckpointLayout {
    public static func convert(_ checkpoint: NamedTensors) throws(CheckpointError) -> ConvertedNetwork? {
        guard checkpoint.tensors["conv1.conv.weight"] != nil, checkpoint.tensors["to_rgb1.conv.weight"] != nil else { return nil }
        return try StyleGAN2Conversion.convert(checkpoint.tensors, Names.self)
    }

    private enum Names: StyleGAN2Names {
        static let origin = "PyTorch port"
        static let constant = "input.input"
        static let wAverage: String? = "latent_avg"
        static func mappingWeight(_ layer: Int) -> String { "style.\(layer + 1).weight" }
        static func mappingBias(_ layer: Int) -> String { "style.\(layer + 1).bias" }

        static func convolution(_ index: Int) -> LayerNames {
            let name = index == 0 ? "conv1" : "convs.\(index - 1)"
            return LayerNames(
                weight: name + ".conv.weight", bias: name + ".activate.bias", styleWeight: name + ".conv.modulation.weight",
                styleBias: name + ".conv.modulation.bias", noise: "noises.noise_\(index)", noiseStrength: name + ".noise.weight")
        }

        static func rgb(_ index: Int) -> LayerNames {
            let name = index == 0 ? "to_rgb1" : "to_rgbs.\(index - 1)"
            return LayerNames(
                weight: name + ".conv.weight", bias: name + ".bias", styleWeight: name + ".conv.modulation.weight",
                styleBias: name + ".conv.modulation.bias")
        }

        static func convolutionGain(inputs: Int) -> Float { 1 / Float(9 * inputs).squareRoot() }
        static func hasNoise(_ tensors: [String: Tensor]) -> Bool { tensors.keys.contains { $0.hasPrefix("noises.noise_") } }
        static func isFilter(_ name: String) -> Bool { name.hasSuffix(".blur.kernel") || name.hasSuffix(".upsample.kernel") }
    }
}

/// Generators as the StyleGAN2-ADA and StyleGAN3 repositories store them: `mapping.fc0.weight`, `synthesis.b8.conv0.weight`, …
public enum OfficialGeneratorLayout: CheckpointLayout {
    public static func convert(_ checkpoint: NamedTensors) throws(CheckpointError) -> ConvertedNetwork? {
        let tensors = checkpoint.tensors
        if tensors.keys.contains(where: { $0.hasPrefix("synthesis.L0_") }) {
            throw .unreadable("the file holds a StyleGAN3 generator; only those of StyleGAN2 are supported")
        }
        guard tensors["synthesis.b4.const"] != nil, tensors["mapping.fc0.weight"] != nil else { return nil }
        if tensors.keys.contains(where: { $0.hasPrefix("mapping.embed") }) {
            throw .unreadable("the generator is conditional: it wants a label beside z, which is not supported")
        }
        if tensors["synthesis.b8.skip.weight"] != nil || tensors["synthesis.b4.torgb.weight"] == nil {
            throw .unreadable("the generator has residual blocks or one colour layer only; the skip architecture is the one supported")
        }
        return try StyleGAN2Conversion.convert(tensors, Names.self)
    }

    private enum Names: StyleGAN2Names {
        static let origin = "StyleGAN2-ADA"
        static let constant = "synthesis.b4.const"
        static let wAverage: String? = "mapping.w_avg"
        static func mappingWeight(_ layer: Int) -> String { "mapping.fc\(layer).weight" }
        static func mappingBias(_ layer: Int) -> String { "mapping.fc\(layer).bias" }

        static func convolution(_ index: Int) -> LayerNames {
            let name = "synthesis.b\(4 << ((index + 1) / 2)).conv\(index == 0 || index % 2 == 0 ? 1 : 0)"
            var names = layer(name)
            names.noise = name + ".noise_const"
            names.noiseStrength = name + ".noise_strength"
            return names
        }

        static func rgb(_ index: Int) -> LayerNames { layer("synthesis.b\(4 << index).torgb") }

        private static func layer(_ name: String) -> LayerNames {
            LayerNames(
                weight: name + ".weight", bias: name + ".bias", styleWeight: name + ".affine.weight", styleBias: name + ".affine.bias")
        }

        static func convolutionGain(inputs: Int) -> Float { 1 }
        static func hasNoise(_ tensors: [String: Tensor]) -> Bool { true }
        static func isFilter(_ name: String) -> Bool { name.hasSuffix("resample_filter") }
    }
}

/// Weight files of this project.
public enum OwnGeneratorLayout: CheckpointLayout {
    public static func convert(_ checkpoint: NamedTensors) throws(CheckpointError) -> ConvertedNetwork? {
        let tensors = checkpoint.tensors
        guard tensors["synthesis.constant"] != nil, tensors["mapping.0.weight"] != nil else { return nil }
        let table = TensorTable(tensors: tensors, network: "a generator of this project")
        var channels: [String: Int] = [:]
        var resolution = 4
        while resolution <= 1024, tensors["synthesis.rgb.\(resolution.trailingZeroBitCount - 2).weight"] != nil {
            channels[String(resolution)] = try table.size("synthesis.rgb.\(resolution.trailingZeroBitCount - 2).weight", axis: 0, of: 2)
            resolution *= 2
        }
        var layers = 0
        while tensors["mapping.\(layers).weight"] != nil, layers < 64 { layers += 1 }
        // The tensors do not tell whether the last layer of the mapping network is activated; the file's own words do.
        let stated = checkpoint.metadata["configuration"].flatMap {
            try? JSONDecoder().decode(GeneratorConfiguration.self, from: Data($0.utf8))
        }
        let configuration = GeneratorConfiguration(
            resolution: resolution / 2, zDimension: try table.size("mapping.0.weight", axis: 1, of: 2),
            wDimension: try table.size("mapping.0.weight", axis: 0, of: 2), mappingLayers: layers,
            mappingFinalActivation: stated?.mappingFinalActivation ?? true, channels: channels)
        return ConvertedNetwork(
            role: .generator, summary: "StyleGAN2 generator (this project), \(configuration.resolution) px, \(layers) mapping layers",
            configuration: try StyleGAN2Conversion.json(configuration), parameters: Parameters(tensors))
    }
}
