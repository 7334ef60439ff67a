import FaceModels
import Tensor

/// The codes that a generator's training gives to the records of held-out pictures; `python3 -m Training.score` writes them.
public struct RecordCodes: Sendable {
    /// Codes w by the pictures' keys, [1, W] each.
    let codes: [String: Tensor]
    /// L1 of the pictures that the generator drew from them before it was sharpened, colours 0…1.
    public let l1AfterRegression: Double?

    /// - Parameter path: a safetensors file with `w`, [N, W], and in its metadata `keys`, N of them with commas between, and
    ///   `l1_after_regression`.
    public init(contentsOf path: String) throws {
        let file = try SafeTensorsFile(path: path)
        let w = try file.tensor("w")
        let keys = (file.metadata["keys"] ?? "").split(separator: ",").map(String.init)
        guard w.rank == 2, keys.count == w.shape[0] else {
            throw SynthFaces.Failure.damaged(file: path, reason: "\(keys.count) keys for codes \(w.shape)")
        }
        let pairs = keys.enumerated().map { ($1, w.slice(axis: 0, $0..<$0 + 1)) }
        codes = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        l1AfterRegression = file.metadata["l1_after_regression"].flatMap(Double.init)
    }

    /// Which of the pictures have a code here.
    ///
    /// - Throws: `ModelError.configuration` if none has, or the codes are of another width than the model's.
    func known(of rows: [SynthFacesRow], for model: FaceModel) throws -> [Int] {
        let known = rows.indices.filter { codes[rows[$0].key] != nil }
        let width = model.generator.configuration.wDimension
        guard !known.isEmpty, codes.values.allSatisfy({ $0.count == width }) else {
            throw ModelError.configuration("the codes of the records do not fit the held-out pictures or the model \(model.manifest.name)")
        }
        return known
    }
}
