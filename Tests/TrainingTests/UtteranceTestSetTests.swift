import Dialog
import FaceAttributes
import Foundation
import Tensor
import Testing

@testable import Training

private let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

@Suite struct UtteranceTestSetTests {
    private func sentences(_ name: String) throws -> [ExpectedUtterance] {
        try ExpectedUtterance.read(repository.appendingPathComponent("Tests/Fixtures/utterances/\(name).jsonl"))
    }

    /// Floors a few sentences below what was measured, for the sake of other processors' rounding.
    @Test(arguments: [
        ("english-a", 0.955, 1), ("english-b", 0.945, 1), ("english-c", 0.955, 1), ("english-d", 0.935, 2), ("english-e", 0.955, 1),
        ("english-f", 0.95, 3), ("english-g", 0.91, 4), ("german-a", 0.945, 1), ("german-b", 0.89, 3),
    ])
    func `the shipped encoder understands what people wrote by hand`(name: String, floor: Double, unasked: Int) throws {
        let folder = repository.appendingPathComponent("Models/synthfaces-128")
        let language = try LanguageFiles.open(
            weightsAt: folder.appendingPathComponent("language.safetensors"), vocabularyAt: folder.appendingPathComponent("vocabulary.json")
        )
        let score = score(language, on: try sentences(name))
        #expect(score.all.of >= 170 && score.all.share >= floor, "\(score.all)")
        #expect(score.unaskedEdits <= unasked && score.wrongDirections <= 2, "\(score)")
    }

    @Test func `a reading counts as right only if act, wishes and what stays agree`() throws {
        let line =
            #"{"text": "t", "context": {"kind": "start"}, "category": "c", "accept": [{"acts": ["request"], "#
            + #""edits": [{"attribute": "beard", "target": [4, 5]}, {"attribute": "age", "direction": "increase", "amount": [2, 2]}], "keep": ["smiling"]}]}"#
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let expected = try decoder.decode(ExpectedUtterance.self, from: Data(line.utf8))
        let beard = EditWish(attribute: .beard, type: .target, target: 4)
        let older = EditWish(attribute: .age, type: .definite, direction: .increase, amount: 2)
        #expect(expected.accepts(Understanding(act: .request, edits: [older, beard], keep: [.smiling])))
        #expect(!expected.accepts(Understanding(act: .request, edits: [older, beard])))
        #expect(!expected.accepts(Understanding(act: .request, edits: [beard], keep: [.smiling])))
        #expect(!expected.accepts(Understanding(act: .yes, edits: [older, beard], keep: [.smiling])))
        var younger = older
        younger.direction = .decrease
        #expect(!expected.accepts(Understanding(act: .request, edits: [younger, beard], keep: [.smiling])))
        let score = score(Fixed(reading: Understanding(act: .request, edits: [younger, beard])), on: [expected])
        #expect(score.wrongDirections == 1 && score.unaskedEdits == 0 && score.all.right == 0)
    }

    @Test func `calibrated confidences say how often readings are right`() {
        // Of the readings with 0.9 two in three are right, of those with 0.4 one in five.
        let outcomes = (0..<300).map { (confidence: 0.9, isRight: $0 % 3 > 0) } + (0..<300).map { (confidence: 0.4, isRight: $0 % 5 == 0) }
        let calibration = Calibration(fitting: outcomes)
        #expect(abs(calibration(0.9) - 0.667) < 0.02 && abs(calibration(0.4) - 0.2) < 0.02)
        #expect(calibration(0.95) > calibration(0.9) && calibration(1) < 1 && calibration(0) > 0 && calibration(.nan) == 0)
    }

    @Test func `without outcomes confidences stay as they are`() {
        let calibration = Calibration(fitting: [])
        #expect(abs(calibration(0.3) - 0.3) < 1e-9)
    }
}

private struct Fixed: LanguageUnderstanding {
    var reading: Understanding
    func understand(_ text: String, in context: DialogContext) -> Understanding { reading }
}
