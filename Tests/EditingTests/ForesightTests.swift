import Editing
import FaceAttributes
import Testing

struct ForesightTests {
    @Test func `a length is found between two points, and nowhere if the change is not expected`() {
        let foresight = Foresight(spacing: 0.5, changes: [0, 0.4, 1.2, 1.1])
        #expect(foresight.length(for: 0.2) == 0.25)
        #expect(abs(foresight.length(for: 0.8)! - 0.75) < 1e-12)
        #expect(foresight.length(for: 1.3) == nil)
        #expect(foresight.length(for: -0.1) == nil)
        #expect(Foresight(spacing: 0.5, changes: [0, .nan, 3]).length(for: 1) == nil)
        #expect(Foresight(spacing: 0.5, changes: [0]).length(for: 1) == nil)
    }

    @Test func `the expected change is read off between the points and stays at the end`() {
        let foresight = Foresight(spacing: 0.5, changes: [0, -0.4, -1.2])
        #expect(abs(foresight.change(at: 0.75) + 0.8) < 1e-12)
        #expect(foresight.change(at: 0) == 0 && foresight.change(at: 9) == -1.2)
        #expect(Foresight(spacing: 0.5, changes: [0]).change(at: 2) == 0)
    }

    @Test func `a path is followed between its points and goes on straight beyond its end`() {
        let path = FieldPath(foresight: Foresight(spacing: 0.5, changes: [0, 0, 0]), offsets: [[0, 0], [1, 0], [1, 2]])
        #expect(path.offset(at: 0.25) == [0.5, 0])
        #expect(path.offset(at: 0.75) == [1, 1])
        #expect(path.offset(at: 1.5) == [1, 4])
    }

    @Test func `a calibrated guess agrees with what was seen at the point and at the ends of the scale`() {
        let calibration = DegreeCalibration(seen: 2, guessed: 3)
        #expect(calibration.change(3) == 0)
        #expect(abs(calibration.change(5) - 3) < 1e-12)
        #expect(abs(calibration.change(0) + 2) < 1e-12)
        // At the end of the scale nothing is stretched.
        #expect(abs(DegreeCalibration(seen: 4, guessed: 4.9).change(5) - 0.1) < 1e-12)
    }

    @Test(arguments: Landscape.kind)
    func `with true foresight the median walk takes one picture`(landscape: Landscape) {
        let journeys = WalkTests.targets.map { landscape.run(to: $0, guess: landscape.degree) }
        #expect(journeys.allSatisfy { $0.conclusion == .reached || $0.conclusion == .alreadyThere })
        let passes = journeys.map(\.passes).sorted()
        // Where the field shrinks, a degree may be many lengths away, and a path ends before.
        #expect(passes[passes.count / 2] <= (landscape.name.contains("gentle") || landscape.name.contains("shrinks") ? 4 : 1), "\(passes)")
    }

    @Test func `the median walk with foresight that is off by a third takes at most two passes`() {
        let passes = Landscape.kind.flatMap { landscape in
            WalkTests.targets.map { landscape.run(to: $0) { clamped(2 + 1.33 * (landscape.degree($0) - 2.3)) }.passes }
        }.sorted()
        #expect(passes[passes.count / 2] <= 2)
    }

    @Test(arguments: Landscape.kind + Landscape.nasty, WalkTests.targets)
    func `a latent judge that lies costs passes, not truth`(landscape: Landscape, target: Double) {
        let liars: [(Double) -> Double] = [{ _ in 2 }, { 5 - clamped($0) }, { 2.5 + 2.5 * roughness($0) }, { _ in .nan }, { 100 * $0 }]
        for liar in liars {
            let journey = landscape.run(to: target, guess: liar)
            #expect(journey.passes <= WalkRules().stepBudget)
            if journey.conclusion == .reached {
                #expect(abs(journey.degree - target) <= WalkRules().closeEnough + 5 - WalkRules().highestAim)
            }
            if journey.conclusion == .partial { #expect(abs(journey.degree - target) < abs(journey.degrees[0] - target)) }
        }
    }
}
