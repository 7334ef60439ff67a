import Editing
import FaceAttributes
import Testing

struct WalkTests {
    static let targets = [0, 0.7, 1, 1.5, 2, 3, 3.3, 4, 5]

    @Test("a walk over kind ground reaches every degree in few passes", arguments: Landscape.kind, targets)
    func reaches(landscape: Landscape, target: Double) {
        let journey = landscape.run(to: target)
        #expect(journey.conclusion == .reached || journey.conclusion == .alreadyThere, "\(journey)")
        #expect(abs(journey.degree - target) <= 0.6 && (target < 0.2 || target > 4.6 || abs(journey.degree - target) <= 0.2 + 1e-9))
        #expect(journey.passes <= 12)
    }

    @Test func `the median walk over kind ground takes at most five passes`() {
        let passes = Landscape.kind.flatMap { landscape in Self.targets.map { landscape.run(to: $0).passes } }.sorted()
        #expect(passes[passes.count / 2] <= 5)
    }

    @Test("every walk ends within its budget, and keeps nothing worse than the start", arguments: Landscape.kind + Landscape.nasty, targets)
    func ends(landscape: Landscape, target: Double) {
        for budget in [1, 2, 3, 5, 24, 1000] {
            var rules = WalkRules()
            rules.stepBudget = budget
            let journey = landscape.run(to: target, rules: rules)
            #expect(journey.passes <= min(budget, 120), "\(budget)")
            let start = abs(journey.degrees[0] - target)
            switch journey.conclusion {
            case .reached:
                #expect(abs(journey.degree - target) <= rules.closeEnough + 5 - rules.highestAim)
            case .partial:
                #expect(abs(journey.degree - target) < start)
            case .alreadyThere, .unreachable:
                #expect(journey.kept == 0)
            case .noEdit:
                Issue.record("a walk never says that nothing was asked")
            }
        }
    }

    @Test func `where the degree is right to begin with nothing is drawn`() {
        for (degree, target) in [(2.9, 3.0), (3.15, 3.0), (4.7, 5.0), (0.0, 0.0), (0.3, 0.0), (5, 5)] {
            let journey = Landscape(name: "") { _ in degree }.run(to: target)
            #expect(journey.passes == 0 && journey.reason == .alreadyThere && journey.conclusion == .alreadyThere)
        }
    }

    @Test func `dead ground is left after the patience is used up, and the start is kept`() {
        let journey = Landscape(name: "") { _ in 2 }.run(to: 4)
        #expect(journey.reason == .stalled && journey.conclusion == .unreachable && journey.kept == 0)
        #expect(journey.passes == WalkRules().patience)
    }

    @Test func `steps grow on a plateau until it is crossed`() {
        let journey = Landscape(name: "") { $0 < 6 ? 0.1 : clamped($0 - 5.9) }.run(to: 2)
        #expect(journey.conclusion == .reached)
        #expect(journey.passes <= 10)
    }

    @Test func `an overshoot is taken back by smaller steps from the same point`() {
        let journey = Landscape(name: "", start: 0.25) { clamped(4 * $0) }.run(to: 2)
        #expect(journey.conclusion == .reached && journey.degrees[1] > 3)
        #expect(journey.passes <= 4)
    }

    @Test func `a cliff is halved in vain, and the nearer side is kept`() {
        let journey = Landscape(name: "", start: 0.7) { $0 < 1.37 ? 1 : 4 }.run(to: 3.5)
        #expect(journey.conclusion == .partial && journey.degree == 4)
        let other = Landscape(name: "", start: 0.7) { $0 < 1.37 ? 1 : 4 }.run(to: 2)
        #expect(other.conclusion == .unreachable && other.kept == 0)
        #expect(other.reason == .stalled || other.reason == .oscillating)
    }

    @Test func `ground that flips at every step is left as oscillating`() {
        var rules = WalkRules()
        rules.patience = 100
        let journey = Landscape(name: "") { 2.5 + 2.4 * roughness($0) }.run(to: 2.5, rules: rules)
        #expect(journey.passes < rules.stepBudget)
        var flips = Walk(target: 2.5, rules: rules)
        var move = flips.observe(Walk.Observation(degree: 1))
        for pass in 1...50 {
            guard case .step = move else { break }
            move = flips.observe(Walk.Observation(degree: pass % 2 == 0 ? 1 : 4))
        }
        #expect(move == .stop(.oscillating) || move == .stop(.stalled))
        #expect(flips.observations.count <= 8)
    }

    @Test("a field that lowers instead of raising is followed backwards", arguments: [-1.0, -0.4, -0.25, -3])
    func wrongWay(slope: Double) {
        let journey = Landscape(name: "") { clamped(2.5 + slope * $0) }.run(to: 4)
        #expect(journey.conclusion == .reached)
        #expect(journey.passes <= 10)
        #expect(journey.places[journey.kept] < 0)
    }

    @Test func `at the bottom of a valley both directions are tried and the start is kept`() {
        let journey = Landscape(name: "") { 4 - min(abs($0), 4) }.run(to: 5)
        #expect(journey.reason == .stalled && journey.conclusion == .unreachable && journey.kept == 0)
        #expect(journey.passes <= 5)
    }

    @Test func `nothing is accepted that looks like another person, however right its degree`() {
        let landscape = Landscape(name: "", start: 1, degree: { clamped($0) }, identityDistance: { abs($0) })
        let journey = landscape.run(to: 4)
        #expect(journey.conclusion == .partial)
        #expect(journey.places[journey.kept] - 1 <= WalkRules().maximumIdentityDistance)
        #expect(journey.degree > 1.9)
    }

    @Test func `nothing is accepted that has changed another attribute too much`() {
        let journey = Landscape(name: "", start: 1, degree: { clamped($0) }, sideEffect: { 2.5 * abs($0) }).run(to: 4)
        #expect(journey.conclusion == .partial)
        let farthest = 1 + WalkRules().maximumSideEffect / 2.5
        #expect(journey.degree > farthest - 0.2 && journey.degree <= farthest)
    }

    @Test func `what is no number is walked around`() {
        let journey = Landscape(name: "", start: 2) { $0 < 2.6 ? $0 : .nan }.run(to: 4)
        #expect(journey.conclusion == .partial && journey.degree > 2.4)
        #expect(Landscape(name: "") { _ in .nan }.run(to: 4).conclusion == .unreachable)
    }

    @Test func `a walk cut off by its budget keeps its best point`() {
        var rules = WalkRules()
        rules.stepBudget = 3
        let journey = Landscape(name: "") { clamped(0.4 * $0) }.run(to: 5, rules: rules)
        #expect(journey.reason == .stepBudget && journey.conclusion == .partial && journey.passes == 3)
        #expect(journey.degree == journey.degrees.max())
    }

    @Test func `a walk that has ended stays ended`() {
        var walk = Walk(target: 3)
        #expect(walk.observe(Walk.Observation(degree: 3)) == .stop(.alreadyThere))
        #expect(walk.observe(Walk.Observation(degree: 0)) == .stop(.alreadyThere))
        var cancelled = Walk(target: 3)
        _ = cancelled.observe(Walk.Observation(degree: 0))
        cancelled.cancel()
        #expect(cancelled.observe(Walk.Observation(degree: 1)) == .stop(.cancelled))
        #expect(cancelled.result(.cancelled).point == 0)
    }

    @Test func `a start near enough that cannot be bettered counts as there`() {
        let journey = Landscape(name: "") { _ in 2.7 }.run(to: 3)
        #expect(journey.conclusion == .alreadyThere && journey.kept == 0)
    }
}
