import FaceModels
import Foundation
import Tensor

/// How one layout names the parts of a StyleGAN2 generator, and by which factors its stored weights become effective ones.
protocol StyleGAN2Names {
    /// For people: where the layout comes from.
    static var origin: String { get }
    static func mappingWeight(_ layer: Int) -> String
    static func mappingBias(_ layer: Int) -> String
    static var constant: String { get }
    /// Convolution number i in order of resolution: 0 at 4 pixels, then two at every resolution.
    static func convolution(_ index: Int) -> LayerNames
    static func rgb(_ index: Int) -> LayerNames
    static var wAverage: String? { get }
    /// A convolution's stored weight times this is the effective one, for `inputs` channels; demodulated layers hardly notice.
    static func convolutionGain(inputs: Int) -> Float
    /// Whether the checkpoint has noise maps; early ones of the port have none, because noise was drawn afresh for every picture.
    static func hasNoise(_ tensors: [String: Tensor]) -> Bool
    /// The FIR filters that must be [1, 3, 3, 1].
    static func isFilter(_ name: String) -> Bool
}

struct LayerNames {
    var weight, bias, styleWeight, styleBias: String
    var noise = ""
    var noiseStrength = ""
}

/// Turns a generator of either layout into this project's names, shapes and effective weights.
enum StyleGAN2Conversion {
    private static let network = "a StyleGAN2 generator"

    static func convert<Names: StyleGAN2Names>(
        _ tensors: [String: Tensor], _ names: Names.Type
    ) throws(CheckpointError) -> ConvertedNetwork {
        let table = TensorTable(tensors: tensors, network: network)
        try checkFilters(tensors, Names.isFilter)
        var resolutions = [4]
        while tensors[names.rgb(resolutions.count).weight] != nil, resolutions.count < 9 { resolutions.append(resolutions.last! * 2) }
        guard resolutions.count > 1 else { throw .missing(tensor: names.rgb(1).weight, network: network) }
        let width = try table.size(names.convolution(0).styleWeight, axis: 1, of: 2)
        var parameters = Parameters()

        var layers = 0
        while tensors[names.mappingWeight(layers)] != nil, layers < 64 {
            let weight = try table(names.mappingWeight(layers))
            let inputs = try table.size(names.mappingWeight(layers), axis: 1, of: 2)
            let outputs = try table.size(names.mappingWeight(layers), axis: 0, of: 2)
            guard outputs == width, layers == 0 || inputs == width else {
                throw .wrongShape(tensor: names.mappingWeight(layers), found: weight.shape, expected: [width, width])
            }
            // Equalised learning rate, slowed down a hundredfold.
            parameters["mapping.\(layers).weight"] = weight * (0.01 / Float(inputs).squareRoot())
            parameters["mapping.\(layers).bias"] = try table(names.mappingBias(layers), [outputs]) * 0.01
            layers += 1
        }
        guard layers > 0 else { throw .missing(tensor: names.mappingWeight(0), network: network) }
        let zWidth = try table.size(names.mappingWeight(0), axis: 1, of: 2)

        let constant = try table(names.constant)
        let flat = constant.rank == 4 ? constant.reshaped(Array(constant.shape.dropFirst())) : constant
        guard flat.rank == 3, flat.shape[1] == 4, flat.shape[2] == 4 else {
            throw .wrongShape(tensor: names.constant, found: constant.shape, expected: [1, 512, 4, 4])
        }
        var previous = flat.shape[0]
        parameters["synthesis.constant"] = flat.permuted([1, 2, 0])
        var channels = ["4": previous]
        var index = 0
        for (level, resolution) in resolutions.enumerated() {
            for isFirst in resolution == 4 ? [false] : [true, false] {
                let layer = names.convolution(index)
                let outputs = try table.size(layer.bias, axis: 0, of: 1)
                try convolution(layer, "synthesis.conv.\(index)", previous, outputs, width, resolution, names, table, &parameters)
                if isFirst || resolution == 4 { channels[String(resolution)] = outputs }
                guard outputs == channels[String(resolution)] else {
                    throw .unreadable("the generator's two layers at \(resolution) pixels have different widths")
                }
                previous = outputs
                index += 1
            }
            try colours(names.rgb(level), "synthesis.rgb.\(level)", previous, width, table, &parameters)
        }
        let configuration = GeneratorConfiguration(
            resolution: resolutions.last!, zDimension: zWidth, wDimension: width, mappingLayers: layers, mappingFinalActivation: true,
            channels: channels)
        if let name = names.wAverage, let stored = tensors[name] {
            guard stored.count == width else { throw .wrongShape(tensor: name, found: stored.shape, expected: [width]) }
            parameters["w_average"] = stored.reshaped([width])
        } else {
            parameters["w_average"] = try average(configuration, parameters)
        }
        return ConvertedNetwork(
            role: .generator,
            summary: "StyleGAN2 generator (\(names.origin)), \(configuration.resolution) px, \(layers) mapping layers, "
                + resolutions.map { "\(channels[String($0)] ?? 0)" }.joined(separator: "/") + " channels"
                + (names.hasNoise(tensors) ? "" : "; without noise maps of its own, so they were drawn at random"),
            configuration: try json(configuration), parameters: parameters)
    }

    private static func convolution<Names: StyleGAN2Names>(
        _ layer: LayerNames, _ target: String, _ inputs: Int, _ outputs: Int, _ width: Int, _ resolution: Int, _ names: Names.Type,
        _ table: TensorTable, _ parameters: inout Parameters
    ) throws(CheckpointError) {
        let stored = try table(layer.weight)
        let shape = [outputs, inputs, 3, 3]
        guard stored.shape == shape || stored.shape == [1] + shape else {
            throw .wrongShape(tensor: layer.weight, found: stored.shape, expected: shape)
        }
        // Both kinds of layers: [out, in, kh, kw] → [kh, kw, in, out]; a transposed convolution scatters the same kernel.
        parameters[target + ".weight"] = stored.reshaped(shape).permuted([2, 3, 1, 0]) * names.convolutionGain(inputs: inputs)
        parameters[target + ".bias"] = try table(layer.bias, [outputs])
        parameters[target + ".style.weight"] = try table(layer.styleWeight, [inputs, width]) * (1 / Float(width).squareRoot())
        parameters[target + ".style.bias"] = try table(layer.styleBias, [inputs])
        if names.hasNoise(table.tensors) {
            let noise = try table(layer.noise)
            guard noise.count == resolution * resolution else {
                throw .wrongShape(tensor: layer.noise, found: noise.shape, expected: [resolution, resolution])
            }
            parameters[target + ".noise"] = noise.reshaped([resolution, resolution])
        } else {
            var random = RandomSource(seed: UInt64(parameters.tensors.count))
            parameters[target + ".noise"] = random.normal([resolution, resolution])
        }
        let strength = try table(layer.noiseStrength)
        guard strength.count == 1 else { throw .wrongShape(tensor: layer.noiseStrength, found: strength.shape, expected: [1]) }
        parameters[target + ".noise_strength"] = strength.reshaped([1])
    }

    private static func colours(
        _ layer: LayerNames, _ target: String, _ inputs: Int, _ width: Int, _ table: TensorTable, _ parameters: inout Parameters
    ) throws(CheckpointError) {
        let stored = try table(layer.weight)
        guard stored.count == 3 * inputs, stored.shape.suffix(3) == [inputs, 1, 1] else {
            throw .wrongShape(tensor: layer.weight, found: stored.shape, expected: [3, inputs, 1, 1])
        }
        parameters[target + ".weight"] = stored.reshaped([3, inputs]).swappingLastTwo() * (1 / Float(inputs).squareRoot())
        let bias = try table(layer.bias)
        guard bias.count == 3 else { throw .wrongShape(tensor: layer.bias, found: bias.shape, expected: [3]) }
        parameters[target + ".bias"] = bias.reshaped([3])
        parameters[target + ".style.weight"] = try table(layer.styleWeight, [inputs, width]) * (1 / Float(width).squareRoot())
        parameters[target + ".style.bias"] = try table(layer.styleBias, [inputs])
    }

    /// The engine's filters are fixed; a network made for others would draw something else.
    static func checkFilters(_ tensors: [String: Tensor], _ isFilter: (String) -> Bool) throws(CheckpointError) {
        let line: [Float] = [1, 3, 3, 1]
        for (name, filter) in tensors where isFilter(name) {
            let values = filter.values
            let sum = values.reduce(0, +)
            let expected = filter.rank == 1 ? line.map { $0 / 8 } : line.flatMap { a in line.map { a * $0 / 64 } }
            guard values.count == expected.count, sum > 0, zip(values, expected).allSatisfy({ abs($0 / sum - $1) < 1e-4 }) else {
                throw .unreadable("the filter \(name) is not [1, 3, 3, 1], the one filter that is supported")
            }
        }
    }

    /// The mean of w over 4,096 fixed z, for checkpoints without one.
    private static func average(_ configuration: GeneratorConfiguration, _ parameters: Parameters) throws(CheckpointError) -> Tensor {
        do {
            let mapping = try MappingNetwork(configuration, parameters)
            var random = RandomSource(seed: 0)
            return (mapping(random.normal([4096, configuration.zDimension])).sumOfRows() * (1.0 / 4096))
        } catch { throw .unreadable("\(error)") }
    }

    static func json(_ configuration: some Encodable) throws(CheckpointError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        guard let data = try? encoder.encode(configuration) else { throw .damaged }
        return String(decoding: data, as: UTF8.self)
    }
}
