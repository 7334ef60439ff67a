import FaceModels
import Tensor

/// The published identity model: a residual network of improved blocks, one dense layer over all positions, a norm.
public enum PublishedIdentityLayout: CheckpointLayout {
    private static let network = "the published identity model"

    public static func convert(_ checkpoint: NamedTensors) throws(CheckpointError) -> ConvertedNetwork? {
        guard checkpoint.tensors["layer1.0.bn0.weight"] != nil, checkpoint.tensors["fc5.weight"] != nil else { return nil }
        guard !checkpoint.tensors.keys.contains(where: { $0.contains(".se.") }) else {
            throw .unreadable("the identity network weighs its channels (squeeze and excitation); the published one does not")
        }
        let table = TensorTable(tensors: checkpoint.tensors, network: network)
        var parameters = Parameters()
        let stem = try table.size("conv1.weight", axis: 0, of: 4)
        try convolution("conv1", "bn1", "trunk.stem", [stem, 1, 3, 3], table, &parameters)
        parameters["trunk.stem.slope"] = try table("prelu.weight", [1])
        var (widths, blocks): ([Int], [Int]) = ([], [])
        var (input, total) = (stem, 0)
        for stage in 1...4 {
            var count = 0
            while count < 64, table.tensors["layer\(stage).\(count).conv1.weight"] != nil {
                let (name, target) = ("layer\(stage).\(count)", "trunk.block.\(total)")
                let width = try table.size(name + ".conv2.weight", axis: 0, of: 4)
                try batchNorm(name + ".bn0", target + ".norm", channels: input, table, &parameters)
                try convolution(name + ".conv1", name + ".bn1", target + ".first", [input, input, 3, 3], table, &parameters)
                try convolution(name + ".conv2", name + ".bn2", target + ".second", [width, input, 3, 3], table, &parameters)
                parameters[target + ".slope"] = try table(name + ".prelu.weight", [1])
                if count == 0, stage > 1 || width != input {
                    let short = name + ".downsample"
                    try convolution(short + ".0", short + ".1", target + ".shortcut", [width, input, 1, 1], table, &parameters)
                }
                if count == 0 { widths.append(width) }
                input = width
                count += 1
                total += 1
            }
            guard count > 0 else { throw .missing(tensor: "layer\(stage).0.conv1.weight", network: network) }
            blocks.append(count)
        }
        try batchNorm("bn4", "trunk.norm", channels: input, table, &parameters)
        let features = try table.size("fc5.weight", axis: 0, of: 2)
        let flattened = try table("fc5.weight").shape[1]
        let size = Int(Double(flattened / input).squareRoot())
        guard size * size * input == flattened, size > 0 else {
            throw .wrongShape(tensor: "fc5.weight", found: [features, flattened], expected: [features, 64 * input])
        }
        // There the channels come first, here they come last.
        parameters["trunk.dense.weight"] = try table("fc5.weight").reshaped([features, input, size, size]).permuted([0, 2, 3, 1])
            .reshaped([features, flattened])
        parameters["trunk.dense.bias"] = try table("fc5.bias", [features])
        try batchNorm("bn5", "trunk.dense.norm", channels: features, table, &parameters)
        let configuration = IdentityConfiguration(
            trunk: TrunkConfiguration(
                resolution: size << 4, stem: stem, widths: widths, features: features, architecture: .improvedResidual, blocks: blocks),
            embedding: features)
        return ConvertedNetwork(
            role: .identity, summary: "identity network (published), \(total) improved residual blocks, \(features) numbers",
            configuration: try StyleGAN2Conversion.json(configuration), parameters: parameters)
    }
}
