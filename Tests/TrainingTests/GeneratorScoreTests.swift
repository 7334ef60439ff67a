import Editing
import FaceAttributes
import FaceModels
import Foundation
import ImageCodecs
import Tensor
import Testing

@testable import Training

private func normal(_ shape: [Int], seed: UInt64, mean: Float = 0) -> Tensor {
    var random = RandomSource(seed: seed)
    return random.normal(shape) + mean
}

struct PictureMeasuresTests {
    @Test func `sets of one kind are 0 apart without bias, and with it as far as chance puts sets of their size`() {
        let (a, b) = (normal([200, 16], seed: 1), normal([200, 16], seed: 2))
        let chance = PictureMeasures.kernelDistance(a, b, unbiased: false)
        #expect(abs(PictureMeasures.kernelDistance(a, b, unbiased: true)) < chance / 4)
        #expect(PictureMeasures.kernelDistance(a, a, unbiased: false) == 0)
        let fewer = PictureMeasures.kernelDistance(a.slice(axis: 0, 0..<50), b.slice(axis: 0, 0..<50), unbiased: false)
        #expect(fewer > 2 * chance && fewer < 8 * chance)
    }

    @Test func `sets of another kind are farther apart than chance, in groups too`() {
        let set = normal([100, 16], seed: 1)
        let (same, other) = (normal([450, 16], seed: 3), normal([450, 16], seed: 4, mean: 0.5))
        let chance = PictureMeasures.groupedKernelDistance(same, size: 100, to: set)
        #expect(PictureMeasures.groupedKernelDistance(other, size: 100, to: set) > 3 * chance)
        let first = same.slice(axis: 0, 0..<100)
        let alone = PictureMeasures.kernelDistance(first, set, unbiased: false)
        #expect(PictureMeasures.groupedKernelDistance(first, size: 100, to: set) == alone)
        #expect(PictureMeasures.groupedKernelDistance(same, size: 30, to: set) > 1.2 * chance)
    }

    @Test func `sharpness is the size of the colours' gradient`() {
        // Colours rise by 0.03 a pixel to the right and 0.04 down.
        var ramp: [Float] = []
        for y in 0..<8 { for x in 0..<8 { ramp += [Float](repeating: 2 * (0.03 * Float(x) + 0.04 * Float(y)) - 1, count: 3) } }
        let picture = Tensor([1, 8, 8, 3], ramp)
        #expect(abs(PictureMeasures.sharpness(picture) - 0.05) < 1e-5)
        #expect(PictureMeasures.sharpness(picture.areaDownscaled(by: 2)) > 0.099)
        #expect(PictureMeasures.sharpness(Tensor([2, 8, 8, 3], repeating: 7)) == 0)
    }

    @Test func `people are as far apart as their embeddings, and nobody from himself`() {
        let embeddings = Tensor([3, 2], [1, 0, 0, 1, 1, 0])
        #expect(abs(PictureMeasures.distanceOfPeople(embeddings, [1, 2, 1]) - 2.0.squareRoot()) < 1e-6)
        #expect(abs(PictureMeasures.distanceOfPeople(embeddings, [1, 2, 3]) - 2 * 2.0.squareRoot() / 3) < 1e-6)
    }
}

struct UntrainedNetworkTests {
    @Test func `its features are the same every time, in deviations from those of the data`() {
        let pictures = normal([6, 64, 64, 3], seed: 8) * 0.3
        let features = UntrainedNetwork().features(pictures)
        #expect(features.shape == [6, 16 * 320])
        #expect(UntrainedNetwork().features(pictures).values == features.values)
        #expect(UntrainedNetwork(seed: 1).features(pictures).values != features.values)
        let deviations = UntrainedNetwork.Standard(features).deviations(features)
        #expect(abs(deviations.mean().scalar) < 1e-3 && abs(deviations.squared().mean().scalar - 1) < 0.05)
    }
}

struct GeneratorScoreTests {
    private var score: GeneratorScore {
        let even = Dictionary(uniqueKeysWithValues: Attribute.allCases.map { ($0.rawValue, [10, 10, 10, 10, 10, 10]) })
        let near = GeneratorScore.KernelDistance(ofFaces: 0.02, ofData: 0.01, ofFacesUnbiased: 0.01, ofDataUnbiased: 0)
        return GeneratorScore(
            model: "toy", faces: 60, l1AfterRegression: 0.02, l1: nil, sharpnessFromRecords: nil, sharpness: 1.2,
            kernelDistanceJudge: near, kernelDistanceUntrained: near, histogram: even, histogramOfData: even,
            agreement: ["bangs": 0.97, "age": 0.9], distanceOfPeople: 1, distanceOfPeopleInData: 1.05)
    }

    @Test func `what is measured is held against its aim, and what is not is said`() throws {
        let score = score
        let met = Dictionary(uniqueKeysWithValues: score.measures.map { ($0.name, $0.isMet) })
        #expect(met["L1 from records, after the regression"] == true && met["L1 from records, as shipped"] == .some(nil))
        #expect(met["sharpness, random faces"] == false && met["kernel distance over data's, judge"] == true)
        #expect(met["distance between people over data's"] == true)
        #expect(met["bangs: predictors agree"] == true && met["age: predictors agree"] == false)
        let lines = score.table.split(separator: "\n")
        #expect(lines.count == 1 + score.measures.count + 5)
        #expect(lines.filter { $0.hasSuffix("not measured") }.count == 5 && lines.filter { $0.hasSuffix("missed") }.count == 2)
        let json = try #require(try JSONSerialization.jsonObject(with: score.json()) as? [String: Any])
        #expect((json["measures"] as? [[String: Any]])?.count == score.measures.count)
        let values = try #require(json["score"] as? [String: Any])
        #expect(values["l1_after_regression"] as? Double == 0.02)
    }

    @Test func `shares are compared in the classes that the data hold`() throws {
        var score = score
        score.histogram["beard"] = [30, 4, 0, 6, 10, 10]
        score.histogramOfData["beard"] = [10, 10, 0, 20, 10, 10]
        let shares = try #require(score.shares(of: .beard))
        #expect(abs(shares.lowerBound - 0.3) < 1e-9 && abs(shares.upperBound - 3) < 1e-9)
        score.histogram["beard"] = [20, 20, 0, 0, 10, 10]
        #expect(score.shares(of: .beard)?.lowerBound == 0)
    }

    @Test func `a model's faces are compared with pictures, and with what it draws from their records`() throws {
        try TinyModel.with(.wPlus(layers: 3)) { model in
            // The held-out pictures are the model's own, as large as the data's.
            let editor = FieldEditor(model)
            var (table, pictures, files): (String, [(name: String, bytes: [UInt8])], [String: [UInt8]]) = (TinySet.columns, [], [:])
            for seed in 0..<8 as Range<UInt64> {
                table += TinySet.row("k\(seed)", bangs: Int(seed) % 5).replacingOccurrences(of: "400000", with: "\(400_000 + seed)")
                pictures.append(("k\(seed).jpg", try jpegData(try editor.drawing(seed: seed).picture.enlarged(by: 8))))
            }
            (files["t.csv"], files["t.tar"]) = (Array(table.utf8), TinySet.tar(pictures))
            let w = model.generator.mapping(model.generator.z(seeds: Array(0..<8)))
            try TinySet.withFolder(files) { folder in
                let path = folder.appendingPathComponent("records.safetensors").path
                try writeSafeTensors(["w": w], metadata: ["keys": (0..<8).map { "k\($0)" }.joined(separator: ",")], to: path)
                let subset = try SynthFaces(folder: folder).load(["t"])
                let score = try GeneratorEvaluation(model).score(
                    count: 20, seed: 100, training: subset, heldOut: subset, records: try RecordCodes(contentsOf: path)
                ) { _ in }
                #expect(try #require(score.l1) < 0.03 && score.l1AfterRegression == nil)
                #expect(abs(try #require(score.sharpnessFromRecords) - 1) < 0.1)
                #expect(score.histogram["age"]?.reduce(0, +) == 20 && score.histogramOfData["bangs"] == [2, 2, 2, 1, 1, 0])
                #expect(score.kernelDistanceUntrained.ofFaces > 0 && score.kernelDistanceJudge.ofFaces > 0)
                #expect(score.distanceOfPeople > 0 && score.sharpness > 0.5)
            }
        }
    }
}

struct RecordCodesTests {
    @Test func `codes are found by key, and a file whose keys do not fit its codes is refused`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("records-\(UUID().uuidString).safetensors").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let w = Tensor([2, 3], [1, 2, 3, 4, 5, 6])
        try writeSafeTensors(["w": w], metadata: ["keys": "a,b", "l1_after_regression": "0.0212"], to: path)
        let records = try RecordCodes(contentsOf: path)
        #expect(records.codes["b"]?.values == [4, 5, 6] && records.codes["c"] == nil && records.l1AfterRegression == 0.0212)
        try writeSafeTensors(["w": w], metadata: ["keys": "a"], to: path)
        #expect(throws: SynthFaces.Failure.self) { try RecordCodes(contentsOf: path) }
    }
}
