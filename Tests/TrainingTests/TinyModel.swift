import FaceModels
import Foundation
import Tensor
import Training

/// Model folders of 16 pixels, made of the fixtures: every weight is random.
enum TinyModel {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    /// Makes a model, without a field for age, that lives as long as `body` runs.
    static func with<Result>(_ space: EditingSpace, _ body: (FaceModel) throws -> Result) throws -> Result {
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("model-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let sources =
            [
                ("tiny-generator/generator", "generator"), ("tiny-judges/predictor", "predictor"), ("tiny-judges/predictor", "judge"),
                ("tiny-judges/identity", "identity"),
            ]
            + ["bangs", "eyeglasses", "beard", "smiling"].map { ("tiny-judges/field", "field_" + $0) }
        for (source, role) in sources {
            try FileManager.default.copyItem(
                at: fixtures.appendingPathComponent(source + ".safetensors"), to: scratch.appendingPathComponent(role + ".safetensors"))
        }
        let folder = scratch.appendingPathComponent("model")
        _ = try ModelAssembly(networks: scratch).write(name: "tiny", summary: "For tests.", space: space, precision: .float32, to: folder)
        return try body(try FaceModel(folder: folder))
    }
}
