import FaceModels
import ImageCodecs
import Tensor
import Testing

@testable import Editing

struct PictureInversionTests {
    private var rules: InversionRules {
        var rules = InversionRules()
        (rules.candidates, rules.steps, rules.layerSteps) = (60, 120, 60)
        return rules
    }

    @Test("a drawn picture's code draws it again, and so does the editor", arguments: [EditingSpace.wPlus(layers: 3), .z])
    func drawnAgain(space: EditingSpace) throws {
        try TinyModel.with(space) { model in
            let editor = FieldEditor(model)
            let picture = try editor.drawing(seed: 7).picture
            let found = try PictureInversion(model, rules: rules)(picture)
            #expect(found.distance < 0.015 && found.distance < found.startDistance / 10, "\(found.startDistance) to \(found.distance)")
            let again = try editor.picture(of: found.latent)
            #expect(zip(again.pixels, found.picture.pixels).allSatisfy { abs(Int($0) - Int($1)) <= 1 })
        }
    }

    @Test func `a search is the same every time, and a longer one comes nearer`() throws {
        try TinyModel.with(.wPlus(layers: 3)) { model in
            let picture = try FieldEditor(model).drawing(seed: 11).picture
            var rules = rules
            (rules.steps, rules.layerSteps) = (10, 0)
            let short = try PictureInversion(model, rules: rules)(picture)
            let again = try PictureInversion(model, rules: rules)(picture)
            #expect(again.latent == short.latent)
            let codes = short.latent.wPlus
            #expect(codes.indices.allSatisfy { codes[$0] == codes[$0 % 16] })
            rules.layerSteps = 40
            let long = try PictureInversion(model, rules: rules)(picture)
            #expect(long.distance < short.distance && short.distance < short.startDistance)
        }
    }

    @Test func `a strong penalty keeps the layers together`() throws {
        try TinyModel.with(.wPlus(layers: 3)) { model in
            // No face of this generator: layers would go far to come near it.
            let picture = RGBImage(width: 16, height: 16, filledWith: (250, 20, 120))
            func apart(_ penalty: Float) throws -> Float {
                var rules = rules
                (rules.steps, rules.layerSteps, rules.layerPenalty) = (20, 40, penalty)
                let found = try PictureInversion(model, rules: rules)(picture).latent
                return found.wPlus.enumerated().map { abs($1 - found.w[$0 % 16]) }.max() ?? 0
            }
            let (held, free) = (try apart(100), try apart(0))
            #expect(held < free / 4)
        }
    }

    @Test func `a picture that no face can be compared with is refused`() throws {
        try TinyModel.with(.wPlus(layers: 3)) { model in
            let inversion = PictureInversion(model, rules: rules)
            for (width, height) in [(16, 8), (32, 32), (12, 12)] {
                #expect(throws: EditingError.foreignPicture) {
                    try inversion(RGBImage(width: width, height: height, filledWith: (0, 0, 0)))
                }
            }
        }
    }

    @Test func `deviations and codes are each other's inverse, and the root's square is the covariance`() throws {
        try TinyModel.with(.wPlus(layers: 3)) { model in
            let spread = CodeSpread(model.generator)
            let w = model.generator.mapping(model.generator.z(seeds: [1, 2, 3]))
            #expect(zip(spread.codes(spread.deviations(w)).values, w.values).allSatisfy { abs($0 - $1) < 1e-3 })
        }
        let matrix = Tensor([3, 3], [4, 2, -1, 2, 5, 0, -1, 0, 3])
        let root = CodeSpread.choleskyRoot(matrix)
        #expect(root[flat: 1] == 0 && root[flat: 2] == 0 && root[flat: 5] == 0)
        let product = root.matmul(root, transposeOther: true).values
        #expect(zip(product, matrix.values).allSatisfy { abs($0 - $1) < 0.01 })
    }
}
