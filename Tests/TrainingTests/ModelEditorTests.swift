import Editing
import FaceAttributes
import FaceModels
import ImageCodecs
import Tensor
import Testing

@testable import Training

/// The editor over real networks: a tiny generator, tiny judges and a tiny field, all with random weights.
struct ModelEditorTests {
    @Test("a face of a seed is the same every time, and faces of other seeds differ", arguments: [EditingSpace.wPlus(layers: 3), .z])
    func faces(space: EditingSpace) throws {
        try TinyModel.with(space) { model in
            let editor = FieldEditor(model)
            let face = try editor.face(seed: 7)
            #expect(editor.modelName == "tiny" && face.picture.width == 16)
            #expect(try editor.face(seed: 7).latent == face.latent && editor.face(seed: 7).picture == face.picture)
            #expect(try editor.face(seed: 8).picture != face.picture)
            #expect(try editor.picture(of: face.latent) == face.picture)
        }
    }

    @Test func `a step in W+ is the paper's: M(F(w)) − M(0) on w and on the first layers`() throws {
        try TinyModel.with(.wPlus(layers: 3)) { model in
            let networks = ModelNetworks(model)
            let start = networks.latent(seed: 7)
            let direction = try networks.direction(raising: .smiling, at: start)
            let field = try #require(model.fields[.smiling])
            let w = Tensor([1, 16], start.w)
            let expected = model.generator.mapping.withoutNorm(field(w)) - model.generator.mappingOfZero
            #expect(zip(direction, expected.values).allSatisfy { abs($0 - $1) < 1e-5 })
            let moved = try networks.latent(from: start, along: direction, length: -0.5)
            for index in 0..<16 {
                #expect(moved.w[index] == start.w[index] - 0.5 * direction[index])
                #expect(moved.wPlus[index] == moved.w[index] && moved.wPlus[2 * 16 + index] == moved.w[index])
            }
            #expect(Array(moved.wPlus[48...]) == Array(start.wPlus[48...]))
            #expect(moved.noiseSeed == start.noiseSeed)
        }
    }

    @Test func `a step in Z moves z, and all layers follow`() throws {
        try TinyModel.with(.z) { model in
            let networks = ModelNetworks(model)
            let start = networks.latent(seed: 7)
            #expect(start.w == model.generator.z(seeds: [7]).values)
            let direction = try networks.direction(raising: .beard, at: start)
            let moved = try networks.latent(from: start, along: direction, length: 2)
            let z = zip(start.w, direction).map { $0 + 2 * $1 }
            #expect(moved.w == z)
            #expect(moved.wPlus == model.generator.wPlus(model.generator.mapping(Tensor([1, 16], z))).values)
        }
    }

    @Test(
        "walks through untrained fields end, and what they report is what the picture shows",
        arguments: [EditingSpace.wPlus(layers: 3), .z])
    func walks(space: EditingSpace) throws {
        try TinyModel.with(space) { model in
            let editor = FieldEditor(model)
            for seed in 0..<3 as Range<UInt64> {
                let face = try editor.face(seed: seed)
                for target in [0.0, 2, 3, 5] {
                    let outcome = try editor.edit(face, request: EditRequest(attribute: .bangs, target: target)) { _ in true }
                    #expect(outcome.generatorPasses <= editor.stepBudget && outcome.steps.count == outcome.generatorPasses + 1)
                    #expect(try editor.picture(of: outcome.face.latent) == outcome.face.picture)
                    #expect(try outcome.face.degrees == model.requiredPredictor().degrees(of: outcome.face.picture))
                }
            }
        }
    }

    @Test func `a missing field and a foreign code are errors`() throws {
        try TinyModel.with(.wPlus(layers: 3)) { model in
            let editor = FieldEditor(model)
            let face = try editor.face(seed: 1)
            let target = face.degrees[.age] > 2.5 ? 0.0 : 5
            #expect(throws: EditingError.noField(.age)) {
                try editor.edit(face, request: EditRequest(attribute: .age, target: target)) { _ in true }
            }
            #expect(throws: EditingError.foreignLatent) {
                try editor.picture(of: FaceLatent(w: [1, 2], wPlus: face.latent.wPlus, noiseSeed: 0))
            }
        }
    }
}
