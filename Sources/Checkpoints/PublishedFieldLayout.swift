import FaceModels
import Tensor

/// The published semantic field: eight fully connected layers of one width, a bare state dictionary of 16 tensors.
public enum PublishedFieldLayout: CheckpointLayout {
    public static func convert(_ checkpoint: NamedTensors) throws(CheckpointError) -> ConvertedNetwork? {
        let weights = checkpoint.tensors.filter { $0.key.hasSuffix(".weight") }
        guard checkpoint.tensors.count == 2 * SemanticField.layers, weights.count == SemanticField.layers,
            let width = weights.values.first?.shape.first, weights.values.allSatisfy({ $0.shape == [width, width] })
        else { return nil }
        // Their order is that of the numbers in their names.
        let ordered = weights.keys.sorted { number(in: $0) < number(in: $1) }
        let table = TensorTable(tensors: checkpoint.tensors, network: "a semantic field")
        var parameters = Parameters()
        for (layer, name) in ordered.enumerated() {
            parameters["field.\(layer).weight"] = try table(name)
            parameters["field.\(layer).bias"] = try table(String(name.dropLast("weight".count)) + "bias", [width])
        }
        return ConvertedNetwork(
            role: nil, summary: "semantic field (published), \(SemanticField.layers) layers of \(width)", configuration: "{}",
            parameters: parameters)
    }

    /// The last number of a name; names without one come first.
    private static func number(in name: String) -> Int {
        name.split(separator: ".").reversed().lazy.compactMap { Int($0.filter(\.isNumber)) }.first ?? -1
    }
}
