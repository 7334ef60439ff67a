import FaceAttributes
import FaceModels
import Tensor

/// The published attribute predictor: ResNet-50 under any prefix, a shared layer, five heads of six classes.
///
/// Only the backbone's names are standard ones. The rest is recognised by its shapes, and a head by the attribute's name or CelebA
/// number in its path.
public enum PublishedPredictorLayout: CheckpointLayout {
    private static let network = "the published attribute predictor"
    private static let names: [(attribute: Attribute, words: [String], number: Int)] = [
        (.bangs, ["bangs"], 6), (.eyeglasses, ["eyeglasses"], 16), (.beard, ["beard"], 25), (.smiling, ["smiling"], 32),
        (.age, ["young", "age"], 40),
    ]

    public static func convert(_ checkpoint: NamedTensors) throws(CheckpointError) -> ConvertedNetwork? {
        let marker = "layer1.0.conv3.weight"
        guard let found = checkpoint.tensors.keys.filter({ $0.hasSuffix(marker) }).min() else { return nil }
        let prefix = String(found.dropLast(marker.count))
        let table = TensorTable(tensors: checkpoint.tensors, network: network)
        var parameters = Parameters()
        let backbone = try backbone(prefix, table, &parameters)

        let rest = checkpoint.tensors.filter { name, _ in
            !name.hasPrefix(prefix + "layer") && !name.hasPrefix(prefix + "conv1.") && !name.hasPrefix(prefix + "bn1.")
        }
        let modules = Dictionary(grouping: rest.keys) { $0.split(separator: ".").dropLast().joined(separator: ".") }.keys.sorted()
        let heads = modules.filter { attribute(of: $0) != nil }
        let shared = modules.filter { attribute(of: $0) == nil }
        guard let dense = shared.first(where: { checkpoint.tensors[$0 + ".weight"]?.shape.last == backbone.width }),
            let features = checkpoint.tensors[dense + ".weight"]?.shape.first
        else { throw .missing(tensor: "the shared layer behind the backbone", network: network) }
        try linear(dense, "trunk.dense", input: backbone.width, output: features, table, &parameters)
        guard let norm = shared.first(where: { checkpoint.tensors[$0 + ".running_mean"]?.shape == [features] && !$0.isEmpty }) else {
            throw .missing(tensor: "the norm of the shared layer", network: network)
        }
        try batchNorm(norm, "trunk.dense.norm", channels: features, table, &parameters)

        var width = 0
        for attribute in Attribute.allCases {
            let own = heads.filter { Self.attribute(of: $0) == attribute }
            let name = "head.\(attribute.rawValue)"
            guard let out = own.first(where: { checkpoint.tensors[$0 + ".weight"]?.shape.first == AttributePredictor.classes }),
                let hidden = own.first(where: { checkpoint.tensors[$0 + ".weight"]?.shape.last == features && $0 != out }),
                let norm = own.first(where: { checkpoint.tensors[$0 + ".running_mean"] != nil }),
                let size = checkpoint.tensors[hidden + ".weight"]?.shape.first
            else { throw .missing(tensor: "the head of \(attribute.rawValue)", network: network) }
            width = size
            try linear(hidden, name + ".hidden", input: features, output: size, table, &parameters)
            try batchNorm(norm, name + ".norm", channels: size, table, &parameters)
            try linear(out, name + ".out", input: size, output: AttributePredictor.classes, table, &parameters)
        }
        let configuration = PredictorConfiguration(
            trunk: TrunkConfiguration(
                stem: backbone.stem, widths: backbone.widths, features: features, architecture: .bottleneck, blocks: backbone.blocks),
            headWidth: width)
        return ConvertedNetwork(
            role: .predictor,
            summary: "attribute predictor (published), residual network of \(3 * backbone.blocks.reduce(0, +) + 2) layers",
            configuration: try StyleGAN2Conversion.json(configuration), parameters: parameters)
    }

    /// Which attribute's head a module belongs to, by its path.
    private static func attribute(of module: String) -> Attribute? {
        let parts = module.lowercased().split(separator: ".").dropLast()
        for (attribute, words, _) in names where parts.contains(where: { part in words.contains { part.contains($0) } }) {
            return attribute
        }
        for (attribute, _, number) in names
        where parts.contains(where: { part in part.split(whereSeparator: { !$0.isNumber }).contains { Int($0) == number } }) {
            return attribute
        }
        return nil
    }

    private struct Backbone {
        var stem: Int
        var widths: [Int] = []
        var blocks: [Int] = []
        /// Channels of the last map.
        var width: Int
    }

    private static func backbone(
        _ prefix: String, _ table: TensorTable, _ parameters: inout Parameters
    ) throws(CheckpointError) -> Backbone {
        let stem = try table.size(prefix + "conv1.weight", axis: 0, of: 4)
        try convolution(prefix + "conv1", prefix + "bn1", "trunk.stem", [stem, 3, 7, 7], table, &parameters)
        var result = Backbone(stem: stem, width: stem)
        var total = 0
        for stage in 1...4 {
            var count = 0
            while count < 64, table.tensors["\(prefix)layer\(stage).\(count).conv1.weight"] != nil {
                let name = "\(prefix)layer\(stage).\(count)"
                let target = "trunk.block.\(total)"
                let (input, width) = (result.width, try table.size(name + ".conv1.weight", axis: 0, of: 4))
                let output = 4 * width
                try convolution(name + ".conv1", name + ".bn1", target + ".reduce", [width, input, 1, 1], table, &parameters)
                try convolution(name + ".conv2", name + ".bn2", target + ".spatial", [width, width, 3, 3], table, &parameters)
                try convolution(name + ".conv3", name + ".bn3", target + ".expand", [output, width, 1, 1], table, &parameters)
                if count == 0 {
                    let short = name + ".downsample"
                    try convolution(short + ".0", short + ".1", target + ".shortcut", [output, input, 1, 1], table, &parameters)
                    result.widths.append(width)
                }
                result.width = output
                count += 1
                total += 1
            }
            guard count > 0 else { throw .missing(tensor: "\(prefix)layer\(stage).0.conv1.weight", network: network) }
            result.blocks.append(count)
        }
        return result
    }
}

// MARK: - Layers as PyTorch stores them

/// A convolution [Cout, Cin, kh, kw] without bias and its norm.
func convolution(
    _ name: String, _ norm: String, _ target: String, _ shape: [Int], _ table: TensorTable, _ parameters: inout Parameters
) throws(CheckpointError) {
    parameters[target + ".weight"] = try table(name + ".weight", shape).permuted([2, 3, 1, 0])
    try batchNorm(norm, target + ".norm", channels: shape[0], table, &parameters)
}

func batchNorm(
    _ name: String, _ target: String, channels: Int, _ table: TensorTable, _ parameters: inout Parameters
) throws(CheckpointError) {
    for (theirs, ours) in [("weight", "scale"), ("bias", "shift"), ("running_mean", "running_mean"), ("running_var", "running_variance")] {
        parameters["\(target).\(ours)"] = try table("\(name).\(theirs)", [channels])
    }
}

func linear(
    _ name: String, _ target: String, input: Int, output: Int, _ table: TensorTable, _ parameters: inout Parameters
) throws(CheckpointError) {
    parameters[target + ".weight"] = try table(name + ".weight", [output, input])
    parameters[target + ".bias"] = try table(name + ".bias", [output])
}
