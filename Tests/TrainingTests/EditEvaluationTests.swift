import Editing
import FaceAttributes
import FaceModels
import Foundation
import ImageCodecs
import Testing

@testable import Training

/// An editor whose pictures say their degrees; it takes as many passes as degrees it has to go, and never gets a beard over 3.
private struct ToyEditor: FaceEditor {
    let modelName = "toy"
    let stepBudget = 24
    /// What seeds look like.
    var degrees: @Sendable (UInt64) -> Degrees

    func face(seed: UInt64) throws -> Face { draw(degrees(seed), seed: seed) }

    func picture(of latent: FaceLatent) -> RGBImage {
        RGBImage(width: 5, height: 1, pixels: latent.w.flatMap { [UInt8]($0.isNaN ? [0, 0, 0] : [UInt8($0 * 50 + 0.5), 0, 0]) })
    }

    func edit(_ face: Face, request: EditRequest, onStep: (WalkStep) -> Bool) throws -> EditOutcome {
        struct Refused: Error {}
        if face.latent.noiseSeed == 13 { throw Refused() }
        var degrees = face.degrees
        degrees[request.attribute] = request.attribute == .beard ? min(request.target, 3) : request.target
        if request.attribute == .age { degrees[.bangs] = min(degrees[.bangs] + 0.4, 5) }
        let passes = Int(abs(degrees[request.attribute] - face.degrees[request.attribute]).rounded(.up))
        let reached = degrees[request.attribute] == request.target
        return EditOutcome(
            conclusion: reached ? .reached : .partial, reason: reached ? .reached : .stalled, steps: [],
            face: draw(degrees, seed: face.latent.noiseSeed), identityDistance: 0.1 * Double(passes), generatorPasses: passes)
    }

    private func draw(_ degrees: Degrees, seed: UInt64) -> Face {
        let w = degrees.values.map(Float.init)
        let latent = FaceLatent(w: w, wPlus: w, noiseSeed: seed)
        return Face(latent: latent, degrees: degrees, picture: picture(of: latent))
    }
}

/// Reads a fifth of a degree more than the editor's own predictor.
private struct ToyJudge: DegreeJudge {
    func degrees(of picture: RGBImage) -> Degrees { Degrees((0..<5).map { min(Double(picture.pixels[3 * $0]) / 50 + 0.2, 5) }) }
}

struct EditEvaluationTests {
    private func evaluation(_ degrees: @escaping @Sendable (UInt64) -> Degrees) -> EditEvaluation<ToyEditor> {
        EditEvaluation(editor: ToyEditor(degrees: degrees), judge: ToyJudge())
    }

    @Test(
        "only what is possible is asked for",
        arguments: [
            (Attribute.bangs, Direction.increase, [2.0, 0, 0, 0, 0], 4.0), (.bangs, .decrease, [2, 0, 0, 0, 0], 0),
            (.bangs, .increase, [3.4, 0, 0, 0, 0], 5), (.bangs, .increase, [3.5, 0, 0, 0, 0], nil),
            (.bangs, .decrease, [1.4, 0, 0, 0, 0], nil), (.bangs, .decrease, [1.6, 0, 0, 0, 0], 0),
            (.beard, .increase, [0, 0, 0.4, 0, 3], nil), (.beard, .increase, [0, 0, 1, 0, 3], 3),
            (.age, .decrease, [0, 0, 1, 0, 2], nil), (.age, .decrease, [0, 0, 1, 0, 3], 1), (.age, .decrease, [0, 0, 0, 0, 2], 0),
        ] as [(Attribute, Direction, [Double], Double?)])
    func possible(attribute: Attribute, direction: Direction, degrees: [Double], expected: Double?) {
        let target = evaluation { _ in Degrees(repeating: 0) }.target(for: Degrees(degrees), attribute, direction)
        #expect((target == nil) == (expected == nil))
        if let target, let expected { #expect(abs(target - expected) < 1e-9) }
    }

    @Test func `shares, medians and side effects are those of the edits, read by the judge`() throws {
        // The judge reads 2.2 everywhere, so 4.2 and 0.2 are wanted of every attribute; the edited pictures read 0.2 more.
        let report = try evaluation { _ in Degrees(repeating: 2) }.run(seeds: [1, 2, 3])
        #expect(report.edits.count == 3 * 9)
        let rows = Dictionary(uniqueKeysWithValues: report.summaries.map { ("\($0.attribute!.rawValue) \($0.direction!.rawValue)", $0) })
        let smile = try #require(rows["smiling increase"])
        #expect(smile.edits == 3 && smile.reached == 1 && smile.reachedBySteering == 1 && smile.saidReached == 1)
        #expect(abs(smile.error - 0.2) < 0.02 && smile.sideEffect == 0)
        #expect(smile.medianPasses == 3 && smile.mostPasses == 3 && abs(smile.identityDistance - 0.3) < 1e-9)
        #expect(smile.reachedClosely == 1)
        let beard = try #require(rows["beard increase"])
        #expect(beard.reached == 0 && beard.saidReached == 0 && abs(beard.error - 1) < 0.02 && beard.reachedBySteering == 0)
        #expect(rows["age decrease"] == nil)
        let age = try #require(rows["age increase"])
        #expect(abs(age.sideEffect - 0.1) < 0.01)
        let total = try #require(report.total)
        #expect(total.edits == 27 && abs(total.reached - 8.0 / 9) < 1e-9)
    }

    @Test func `the result does not depend on the number of threads`() throws {
        let evaluation = evaluation { seed in Degrees((0..<5).map { Double((seed >> (2 * $0)) % 11) / 2 }) }
        let seeds = (0..<40).map { UInt64($0 * 37 + 14) }
        let one = try evaluation.run(seeds: seeds)
        #expect(try evaluation.run(seeds: seeds, threads: 3).edits == one.edits)
        #expect(one.edits.map(\.seed) == one.edits.map(\.seed).sorted())
    }

    @Test func `table, JSON and grid show the same evaluation`() throws {
        let report = try evaluation { _ in Degrees([2, 2, 0, 2, 2]) }.run(seeds: [5, 6], picturesOf: 1)
        let lines = report.table.split(separator: "\n")
        #expect(lines.count == 3 + report.summaries.count + 1)
        #expect(lines.last?.hasPrefix("all") == true)
        let json = try #require(try JSONSerialization.jsonObject(with: report.json()) as? [String: Any])
        #expect(Set(json.keys) == ["model", "seeds", "change", "tolerance", "total", "summaries", "edits"])
        let edits = try #require(json["edits"] as? [[String: Any]])
        #expect(edits.count == report.edits.count && edits[0]["generator_passes"] as? Int == 2)
        let grid = try #require(report.grid)
        #expect(grid.width == 11 * 5 + 10 * 2 && grid.height == 1)
        #expect(try evaluation { _ in Degrees(repeating: 2) }.run(seeds: [1]).grid == nil)
    }

    @Test func `edits in a row are held against each of them alone`() throws {
        // The judge reads 2.2, so that all attributes but the beard can go up or down by two; it gets a beard of 3 at most.
        let rows = try evaluation { _ in Degrees(repeating: 2) }.inARow(seeds: [2, 3]) { before, after in
            var sum = 0
            for (a, b) in zip(before.pixels, after.pixels) { sum += abs(Int(a) - Int(b)) }
            return Double(sum) / 50
        }
        #expect(rows.map(\.edits) == [5, 5])
        // Up: 2.2 degrees each, 1 of the beard, and a fringe that age moves by 0.4 on top of its 2.2.
        #expect(rows[0].distancesAlone.count == 5)
        #expect(rows[0].identityDistance <= rows[0].sumAlone + 1e-9 && rows[0].identityDistance > 5)
        let summary = try #require(EditsInARow.summary(of: rows))
        #expect(summary.hasPrefix("2 faces, 5.0 edits in a row"))
        #expect(EditsInARow.summary(of: []) == nil)
    }

    @Test func `an editor's error ends the evaluation`() {
        #expect(throws: (any Error).self) { try evaluation { _ in Degrees(repeating: 2) }.run(seeds: [12, 13, 14], threads: 2) }
    }

    @Test func `an evaluation without faces is empty`() throws {
        let report = try evaluation { _ in Degrees(repeating: 2) }.run(seeds: [])
        #expect(report.edits.isEmpty && report.total == nil && report.grid == nil)
    }
}
