import FaceModels
import Tensor

/// Discriminators as the widespread PyTorch port stores them: `convs.0.0.weight`, `convs.1.conv1.0.weight`, `final_conv.0.weight`, …
public enum PortedDiscriminatorLayout: CheckpointLayout {
    private static let network = "a StyleGAN2 discriminator (PyTorch port)"

    public static func convert(_ checkpoint: NamedTensors) throws(CheckpointError) -> ConvertedNetwork? {
        guard checkpoint.tensors["convs.0.0.weight"] != nil, checkpoint.tensors["final_conv.0.weight"] != nil else { return nil }
        let table = TensorTable(tensors: checkpoint.tensors, network: network)
        try StyleGAN2Conversion.checkFilters(checkpoint.tensors) { $0.hasSuffix(".kernel") }
        var count = 0
        while count < 9, checkpoint.tensors["convs.\(count + 1).conv1.0.weight"] != nil { count += 1 }
        guard (1...8).contains(count) else { throw .missing(tensor: "convs.1.conv1.0.weight", network: network) }
        let resolution = 4 << count
        var width = try table.size("convs.0.0.weight", axis: 0, of: 4)
        var channels = [String(resolution): width]
        var parameters = Parameters()
        parameters["from_rgb.weight"] = try effective("convs.0.0.weight", [width, 3, 1, 1], table).reshaped([3, width])
        parameters["from_rgb.bias"] = try table("convs.0.1.bias", [width])
        for index in 0..<count {
            let (name, target) = ("convs.\(index + 1)", "block.\(index)")
            let next = try table.size(name + ".conv2.1.weight", axis: 0, of: 4)
            channels[String(resolution >> (index + 1))] = next
            parameters[target + ".conv0.weight"] = try effective(name + ".conv1.0.weight", [width, width, 3, 3], table)
            parameters[target + ".conv0.bias"] = try table(name + ".conv1.1.bias", [width])
            parameters[target + ".conv1.weight"] = try effective(name + ".conv2.1.weight", [next, width, 3, 3], table)
            parameters[target + ".conv1.bias"] = try table(name + ".conv2.2.bias", [next])
            parameters[target + ".skip.weight"] = try effective(name + ".skip.1.weight", [next, width, 1, 1], table)
                .reshaped([width, next])
            width = next
        }
        // One more channel: how much the pictures of a batch differ.
        parameters["final.conv.weight"] = try effective("final_conv.0.weight", [width, width + 1, 3, 3], table)
        parameters["final.conv.bias"] = try table("final_conv.1.bias", [width])
        // There the channels come first, here they come last.
        parameters["final.dense.weight"] =
            try table("final_linear.0.weight", [width, 16 * width]).reshaped([width, width, 4, 4]).permuted([0, 2, 3, 1])
            .reshaped([width, 16 * width]) * (1 / Float(16 * width).squareRoot())
        parameters["final.dense.bias"] = try table("final_linear.0.bias", [width])
        parameters["final.out.weight"] = try table("final_linear.1.weight", [1, width]) * (1 / Float(width).squareRoot())
        parameters["final.out.bias"] = try table("final_linear.1.bias", [1])
        let configuration = DiscriminatorConfiguration(resolution: resolution, channels: channels, minibatchDeviation: true)
        return ConvertedNetwork(
            role: .discriminator, summary: "StyleGAN2 discriminator (PyTorch port), \(resolution) px",
            configuration: try StyleGAN2Conversion.json(configuration), parameters: parameters)
    }

    /// [Cout, Cin, k, k] times the factor of the equalised learning rate → [k, k, Cin, Cout].
    private static func effective(_ name: String, _ shape: [Int], _ table: TensorTable) throws(CheckpointError) -> Tensor {
        let gain = 1 / Float(shape[1] * shape[2] * shape[3]).squareRoot()
        return try table(name, shape).permuted([2, 3, 1, 0]) * gain
    }
}
