import Editing
import FaceAttributes
import ImageCodecs
import Testing

/// A closed-form generator: five numbers of w are the degrees, written into the picture's first pixels; age leaks into the beard.
private struct PlainNetworks: EditingNetworks {
    var modelName = "plain"
    var leak = 0.1
    /// Degrees above this are drawn as this.
    var ceiling = 5.0

    func latent(seed: UInt64) -> FaceLatent {
        let w = (0..<5).map { Float((seed >> (3 * UInt64($0))) % 6) }
        return FaceLatent(w: w, wPlus: w + w, noiseSeed: seed)
    }

    func picture(of latent: FaceLatent) -> RGBImage {
        RGBImage(
            width: 5, height: 1,
            pixels: latent.w.flatMap { value in
                let level = UInt8(min(max(Double(value), 0), ceiling) * 50 + 0.5)
                return [level, level, level]
            })
    }

    func judge(_ picture: RGBImage) -> FaceJudgement {
        let degrees = Degrees((0..<5).map { Double(picture.pixels[3 * $0]) / 50 })
        return FaceJudgement(degrees: degrees, embedding: degrees.values.map { Float($0 / 20) })
    }

    func direction(raising attribute: Attribute, at latent: FaceLatent) -> [Float] {
        var direction = [Float](repeating: 0, count: 5)
        direction[attribute.index] = 0.8
        if attribute == .age { direction[Attribute.beard.index] = Float(leak) }
        return direction
    }

    func latent(from latent: FaceLatent, along direction: [Float], length: Double) -> FaceLatent {
        var moved = latent
        for index in 0..<5 {
            moved.w[index] += Float(length) * direction[index]
            moved.wPlus[index] += Float(length) * direction[index]
        }
        return moved
    }
}

struct FieldEditorTests {
    private let editor = FieldEditor(networks: PlainNetworks())
    /// Degrees 2, 1, 1, 1, 3.
    private let seed: UInt64 = 2 + 8 + 64 + 512 + 3 * 4096

    @Test("an edit ends at its degree", arguments: Attribute.allCases, [0, 1.5, 3, 5])
    func reaches(attribute: Attribute, target: Double) throws {
        let start = try editor.face(seed: seed)
        var seen: [Int] = []
        let outcome = try editor.edit(start, request: EditRequest(attribute: attribute, target: target)) {
            seen.append($0.index)
            return true
        }
        #expect(abs(outcome.face.degrees[attribute] - target) <= 0.6)
        #expect(outcome.conclusion == (outcome.generatorPasses == 0 ? .alreadyThere : .reached))
        #expect(seen == Array(1..<max(outcome.steps.count, 1)))
        #expect(outcome.generatorPasses == outcome.steps.count - 1)
        // What is reported is what the kept picture shows.
        #expect(outcome.face.picture == (try editor.picture(of: outcome.face.latent)))
        #expect(outcome.face.degrees == PlainNetworks().judge(outcome.face.picture).degrees)
        let kept = try #require(outcome.steps.first { $0.latent == outcome.face.latent })
        #expect(kept.identityDistance == outcome.identityDistance && kept.degrees == outcome.face.degrees)
        #expect(outcome.steps[0].identityDistance == 0 && outcome.steps[0].latent == start.latent)
    }

    @Test func `layers of w+ that are not moved keep their vectors`() throws {
        let start = try editor.face(seed: seed)
        let outcome = try editor.edit(start, request: EditRequest(attribute: .smiling, target: 3)) { _ in true }
        #expect(Array(outcome.face.latent.wPlus[5...]) == Array(start.latent.wPlus[5...]))
        #expect(Array(outcome.face.latent.wPlus[..<5]) == outcome.face.latent.w)
    }

    @Test func `side effects are told apart from the edit`() throws {
        let editor = FieldEditor(networks: PlainNetworks(leak: 0.4))
        let start = try editor.face(seed: seed)
        let outcome = try editor.edit(start, request: EditRequest(attribute: .age, target: 5)) { _ in true }
        let changes = outcome.face.degrees.changes(from: start.degrees, except: .age)
        #expect(changes.map(\.attribute) == [.bangs, .eyeglasses, .beard, .smiling])
        #expect(changes.filter { $0.attribute != .beard }.allSatisfy { $0.change == 0 })
        let leaked = outcome.face.degrees.largestChange(from: start.degrees, except: .age)
        #expect(leaked > 0.5 && abs(outcome.face.degrees.meanChange(from: start.degrees, except: .age) - leaked / 4) < 1e-9)
    }

    @Test func `a degree that cannot be drawn is reached as far as possible, and nothing gained means nothing changed`() throws {
        let editor = FieldEditor(networks: PlainNetworks(ceiling: 2))
        let start = try editor.face(seed: seed)
        let partial = try editor.edit(start, request: EditRequest(attribute: .smiling, target: 4)) { _ in true }
        #expect(partial.conclusion == .partial && partial.face.degrees[.smiling] == 2)
        let none = try editor.edit(start, request: EditRequest(attribute: .bangs, target: 4)) { _ in true }
        #expect(none.conclusion == .unreachable && none.face.latent == start.latent && none.face.picture == start.picture)
        #expect(none.identityDistance == 0 && none.generatorPasses <= editor.stepBudget)
    }

    @Test func `a cancelled walk stops at once and gives the start back`() throws {
        let start = try editor.face(seed: seed)
        let outcome = try editor.edit(start, request: EditRequest(attribute: .smiling, target: 5)) { _ in false }
        #expect(outcome.reason == .cancelled && outcome.generatorPasses == 1)
        #expect(outcome.face.latent == start.latent && outcome.conclusion == .unreachable && outcome.identityDistance == 0)
    }

    @Test func `the same edit is the same every time`() throws {
        let start = try editor.face(seed: seed)
        let request = EditRequest(attribute: .beard, target: 3.3)
        let outcomes = try (0..<2).map { _ in try editor.edit(start, request: request) { _ in true } }
        #expect(outcomes[0].steps.map(\.latent) == outcomes[1].steps.map(\.latent))
    }

    @Test func `a field that gives no numbers is an error, not a walk`() throws {
        struct Broken: EditingNetworks {
            let plain = PlainNetworks()
            var modelName: String { "broken" }
            func latent(seed: UInt64) -> FaceLatent { plain.latent(seed: seed) }
            func picture(of latent: FaceLatent) -> RGBImage { plain.picture(of: latent) }
            func judge(_ picture: RGBImage) -> FaceJudgement { plain.judge(picture) }
            func direction(raising attribute: Attribute, at latent: FaceLatent) -> [Float] { [.nan, 0, 0, 0, 0] }
            func latent(from latent: FaceLatent, along direction: [Float], length: Double) -> FaceLatent { latent }
        }
        let editor = FieldEditor(networks: Broken())
        let start = try editor.face(seed: seed)
        #expect(throws: EditingError.notANumber(.age)) {
            try editor.edit(start, request: EditRequest(attribute: .age, target: 0)) { _ in true }
        }
    }
}
