import FaceAttributes
import FaceModels
import Foundation
import ImageCodecs
import Tensor
import Testing

@testable import Editing
@testable import Training

/// Draws grey pictures as bright as the edited attribute's degree, 40 levels each, and reads them again.
private struct GreyEditor: FaceEditor {
    let modelName = "grey"
    let stepBudget = 1
    /// How much of the way it goes.
    var share: Double

    static func face(_ level: Double) -> Face {
        let grey = UInt8(min(max(level, 0), 255).rounded())
        return Face(
            latent: FaceLatent(w: [Float(level)], wPlus: [], noiseSeed: 0), degrees: Degrees(repeating: level / 40),
            picture: RGBImage(width: 128, height: 128, filledWith: (grey, grey, grey)))
    }

    func face(seed: UInt64) -> Face { Self.face(0) }
    func picture(of latent: FaceLatent) -> RGBImage { Self.face(Double(latent.w[0])).picture }

    func edit(_ face: Face, request: EditRequest, onStep: (WalkStep) -> Bool) -> EditOutcome {
        let level = Double(face.latent.w[0]) + share * (40 * request.target - 40 * face.degrees[request.attribute])
        return EditOutcome(
            conclusion: .reached, reason: .reached, steps: [], face: Self.face(level), identityDistance: 0, generatorPasses: 1)
    }
}

struct CounterfactualEvaluationTests {
    /// Two people at five attributes times six degrees, grey pictures as bright as the degree, 10 levels more; the second has no beard.
    private func withSubset(_ body: (SynthFacesSubset) throws -> Void) throws {
        var (table, pictures): (String, [(name: String, bytes: [UInt8])]) = (TinySet.columns, [])
        for person in 0..<2 {
            for attribute in Attribute.allCases {
                for degree in 0...5 as ClosedRange<Int> {
                    let key = "c\(person)-\(attribute.rawValue)-\(degree)"
                    let labels = Attribute.allCases.map { $0 == attribute ? degree : $0 == .beard ? 0 : 2 }
                    let infeasible = person == 1 && labels[Attribute.beard.index] > 0
                    table += "\(key),\(60 + person),m,31.5," + labels.map(String.init).joined(separator: ",") + ","
                    table += labels.map { "\($0).0" }.joined(separator: ",")
                    table += ",short04,black,0.1,1.2,3.5,-1.5,0.5,,\(attribute.rawValue),\(degree),\(infeasible ? "True" : "False"),"
                    table += "49,58.9,79,58.9,63,80,49,91,78,92,\(TinySet.camera)\n"
                    pictures.append((key + ".jpg", TinySet.picture(UInt8(40 * degree + 10))))
                }
            }
        }
        try TinySet.withFolder(["t.csv": Array(table.utf8), "t.tar": TinySet.tar(pictures)]) {
            try body(try SynthFaces(folder: $0).load(["t"]))
        }
    }

    private func evaluation(edited: Double, straight: Double) -> CounterfactualEvaluation {
        // What is inverted comes out 10 levels too dark.
        CounterfactualEvaluation(editor: GreyEditor(share: edited), straight: GreyEditor(share: straight)) {
            GreyEditor.face(Double($0.pixels[0]) - 10)
        }
    }

    @Test func `edits start in the middle of what is possible and go everywhere else`() throws {
        try withSubset { subset in
            let cases = CounterfactualEvaluation.cases(of: subset.rows, people: 5)
            #expect(cases.count == 9)
            #expect(cases.allSatisfy { subset.rows[$0.start].labels[$0.attribute.index] == 2 && $0.others.count == 5 })
            #expect(cases.filter { subset.rows[$0.start].identity == 61 }.map(\.attribute) == [.bangs, .eyeglasses, .smiling, .age])
            #expect(CounterfactualEvaluation.cases(of: subset.rows, people: 1).count == 5)
            var rows = subset.rows
            for index in rows.indices where rows[index].labels[1] == 2 && rows[index].varied == .eyeglasses {
                rows[index].isInfeasible = true
            }
            let moved = CounterfactualEvaluation.cases(of: rows, people: 1, attributes: [.eyeglasses])
            #expect(moved.map { rows[$0.start].labels[1] } == [1] && moved[0].others.count == 4)
        }
    }

    @Test func `distances are those to the true picture, with the inversion's error and without`() throws {
        try withSubset { subset in
            let report = try evaluation(edited: 1, straight: 0.25).run(on: subset, people: 2)
            #expect(report.edits.count == 9 * 5)
            let smile = try #require(report.summaries.first { $0.attribute == .smiling })
            #expect(smile.people == 2 && smile.edits == 10 && smile.nearest == 1 && smile.nearestCarried == 1)
            #expect(abs(smile.inversion - 10.0 / 255) < 0.005 && abs(smile.drawn.edited - 10.0 / 255) < 0.005)
            // From 2 the others are 2, 1, 1, 2 and 3 degrees away, 40 levels each.
            #expect(abs(smile.carried.left - 72.0 / 255) < 0.005 && abs(smile.carried.straight - 54.0 / 255) < 0.005)
            #expect(smile.carried.edited < 0.005)
            #expect(try evaluation(edited: 0.25, straight: 1).run(on: subset, people: 1).total?.nearest == 0)
        }
    }

    @Test func `the comparison does not depend on the number of threads`() throws {
        try withSubset { subset in
            let one = try evaluation(edited: 0.9, straight: 0.7).run(on: subset, people: 1)
            #expect(try evaluation(edited: 0.9, straight: 0.7).run(on: subset, people: 1, threads: 3).edits == one.edits)
        }
    }

    @Test func `table, JSON and grid show the same comparison`() throws {
        try withSubset { subset in
            let report = try evaluation(edited: 1, straight: 0.5).run(on: subset, people: 2, picturesOf: 2)
            let lines = report.table.split(separator: "\n")
            #expect(lines.count == 4 + 5 + 1 && lines.last?.hasPrefix("all") == true && lines[4].contains("edited"))
            let json = try #require(try JSONSerialization.jsonObject(with: report.json()) as? [String: Any])
            #expect(Set(json.keys) == ["model", "total", "summaries", "edits"])
            let grid = try #require(report.grid)
            #expect(grid.width == 12 * 130 - 2 && grid.height == 5 * 4 * 130 - 2)
            #expect(try evaluation(edited: 1, straight: 1).run(on: subset, people: 1).grid == nil)
        }
    }

    @Test func `a real model's edits are compared from the faces that its pictures were inverted to`() throws {
        try TinyModel.with(.wPlus(layers: 3)) { model in
            var rules = InversionRules()
            (rules.candidates, rules.steps, rules.layerSteps) = (4, 2, 1)
            // The pictures have 128 pixels, the tiny generator draws 16.
            let evaluation = try CounterfactualEvaluation(model, rules: rules, faces: 20)
            try withSubset { subset in
                #expect(throws: EditingError.foreignPicture) { try evaluation.run(on: subset, people: 1) }
            }
        }
    }
}

struct HeadMaskTests {
    private let mask = HeadMask(landmarks: [49, 58.9, 79, 58.9])

    @Test func `what differs on the head counts, what differs in the corners does not`() {
        let plain = RGBImage(width: 128, height: 128, filledWith: (100, 100, 100))
        func spot(_ x: Int, _ y: Int) -> RGBImage {
            var pixels = plain.pixels
            for dy in 0..<8 { for dx in 0..<24 { pixels[3 * (y + dy) * 128 + 3 * x + dx] = 200 } }
            return RGBImage(width: 128, height: 128, pixels: pixels)
        }
        #expect(mask.distance(plain, plain) == 0)
        #expect(mask.distance(plain, spot(60, 60)) > 100 * mask.distance(plain, spot(0, 0)))
        #expect(abs(mask.distance(plain, RGBImage(width: 128, height: 128, filledWith: (151, 151, 151))) - 0.2) < 1e-6)
    }

    @Test func `the mask moves with the eyes, and larger pictures are compared at its size`() {
        let moved = HeadMask(landmarks: [59, 62.9, 89, 62.9])
        #expect(abs(moved.weights[70 * 128 + 30] - mask.weights[66 * 128 + 20]) < 1e-5)
        let (dark, light) = (
            RGBImage(width: 256, height: 256, filledWith: (0, 0, 0)), RGBImage(width: 128, height: 128, filledWith: (51, 51, 51))
        )
        #expect(abs(mask.distance(dark, light) - 0.2) < 1e-6)
    }
}

struct StraightDirectionTests {
    @Test func `least squares finds how codes change with each degree, though degrees go together`() {
        var random = RandomSource(seed: 5)
        let slopes = (0..<5).map { _ in (0..<7).map { _ in random.normal() } }
        var (codes, degrees): ([Float], [Degrees]) = ([], [])
        for _ in 0..<400 {
            var values = (0..<5).map { _ in Double(random.uniform()) * 3 }
            values[4] += values[2] * 0.6
            degrees.append(Degrees(values))
            for index in 0..<7 {
                codes.append((0..<5).reduce(Float(0.3)) { $0 + slopes[$1][index] * Float(values[$1]) } + 0.01 * random.normal())
            }
        }
        let directions = straightDirections(Tensor([400, 7], codes), degrees)
        for attribute in Attribute.allCases {
            #expect(zip(directions[attribute] ?? [], slopes[attribute.index]).allSatisfy { abs($0 - $1) < 0.02 })
        }
    }

    @Test func `straight walks leave along the direction wherever they are`() throws {
        try TinyModel.with(.wPlus(layers: 3)) { model in
            let direction = (0..<16).map { Float($0) / 16 }
            let networks = StraightNetworks(ModelNetworks(model), directions: [.bangs: direction])
            #expect(try networks.direction(raising: .bangs, at: networks.latent(seed: 1)) == direction)
            #expect(throws: EditingError.noField(.beard)) { try networks.direction(raising: .beard, at: networks.latent(seed: 1)) }
            let editor = FieldEditor(networks: networks)
            let face = try editor.face(seed: 3)
            let outcome = try editor.edit(face, request: EditRequest(attribute: .bangs, target: 4)) { _ in true }
            let moved = zip(outcome.steps.last?.latent.w ?? [], face.latent.w).map { $0 - $1 }
            let length = (moved.last ?? 0) / direction[15]
            #expect(length != 0 && zip(moved, direction).allSatisfy { abs($0 - $1 * length) < 1e-4 })
        }
    }
}
