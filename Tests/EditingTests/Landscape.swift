import Editing
import FaceAttributes
import Testing

/// A world of one dimension: what a predictor would read at every place of a walk.
struct Landscape: Sendable, CustomTestStringConvertible {
    var name: String
    var start = 0.0
    /// The field at x: how far a step of length 1 leads.
    var field: @Sendable (Double) -> Double = { _ in 1 }
    var degree: @Sendable (Double) -> Double
    var identityDistance: @Sendable (Double) -> Double = { _ in 0 }
    var sideEffect: @Sendable (Double) -> Double = { _ in 0 }

    var testDescription: String { name }

    /// Walks until the walk stops.
    ///
    /// - Parameter guess: what a latent judge says at x; nil for a model without one.
    func run(to target: Double, rules: WalkRules = WalkRules(), guess: ((Double) -> Double)? = nil) -> Journey {
        var walk = Walk(target: target, rules: rules)
        var places = [start]
        func look(_ x: Double) -> Walk.Observation {
            Walk.Observation(degree: degree(x), identityDistance: identityDistance(x - start), sideEffect: sideEffect(x - start))
        }
        /// The curve from a place on, in small steps.
        func curve(from x: Double, orientation: Double) -> [Double] {
            Array(
                sequence(first: x) { $0 + orientation * rules.pathSpacing * field($0) }.prefix(
                    1 + Int(rules.longestPath / rules.pathSpacing)))
        }
        func lookAhead(_ point: Int, _ orientation: Double, _ change: Double) -> Foresight? {
            guard let guess else { return nil }
            let calibration = DegreeCalibration(seen: degree(places[point]), guessed: guess(places[point]))
            return Foresight(
                spacing: rules.pathSpacing,
                changes: curve(from: places[point], orientation: orientation).map { calibration.change(guess($0)) })
        }
        var move = walk.observe(look(start), lookAhead: lookAhead)
        while case .step(let origin, let length) = move {
            var x = places[origin] + length * field(places[origin])
            if guess != nil {
                let points = curve(from: places[origin], orientation: length < 0 ? -1 : 1)
                let position = abs(length) / rules.pathSpacing
                let index = min(Int(position), points.count - 2)
                x = points[index] + (position - Double(index)) * (points[index + 1] - points[index])
            }
            places.append(x)
            move = walk.observe(look(x), lookAhead: lookAhead)
        }
        guard case .stop(let reason) = move else { fatalError("unreachable") }
        let (conclusion, point) = walk.result(reason)
        return Journey(
            reason: reason, conclusion: conclusion, passes: places.count - 1, places: places,
            degrees: walk.observations.map(\.degree), kept: point)
    }

    struct Journey {
        var reason: StopReason
        var conclusion: EditConclusion
        var passes: Int
        var places: [Double]
        var degrees: [Double]
        var kept: Int

        var degree: Double { degrees[kept] }
    }
}

/// Noise that is the same at the same place, −1…1.
func roughness(_ x: Double) -> Double {
    var z = x.bitPattern &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) / Double(1 << 52) - 1
}

func clamped(_ degree: Double) -> Double { min(max(degree, 0), 5) }

extension Landscape {
    /// The degree rises along the field, at rates and in shapes that a walk has to manage.
    static let kind: [Landscape] = [
        Landscape(name: "a slope of 1", start: 2) { clamped($0) },
        Landscape(name: "a gentle slope", start: 8) { clamped(0.25 * $0) },
        Landscape(name: "a steep slope", start: 0.5) { clamped(4 * $0) },
        Landscape(name: "a sigmoid", start: 0.3) { 5 / (1 + exponential(-1.5 * $0)) },
        Landscape(name: "steps with soft edges", start: 2.2) { clamped($0.rounded(.down) + softStep($0 - $0.rounded(.down))) },
        Landscape(name: "a field that shrinks", start: 2, field: { 1 / (1 + $0 * $0) }, degree: { clamped($0) }),
        Landscape(name: "a little noise", start: 2.5) { clamped($0 + 0.08 * roughness($0)) },
    ]

    /// Nothing that a walk can be expected to manage; it only has to end.
    static let nasty: [Landscape] = [
        Landscape(name: "dead") { _ in 2.3 },
        Landscape(name: "a cliff", start: 0.7) { $0 < 1.37 ? 1 : 4 },
        Landscape(name: "waves") { 2.5 + 2.4 * wave(5 * $0) },
        Landscape(name: "fine waves") { 2.5 + 2.4 * wave(977 * $0) },
        Landscape(name: "noise") { 2.5 + 2.5 * roughness($0) },
        Landscape(name: "noise on a slope", start: 2) { clamped($0 + 0.8 * roughness($0)) },
        Landscape(name: "the wrong way", start: -2.5) { clamped(-$0) },
        Landscape(name: "the wrong way, gently", start: -6) { clamped(-0.4 * $0) },
        Landscape(name: "the wrong way from here on both sides") { 4 - min(abs($0), 4) },
        Landscape(name: "no number beyond a point", start: 2) { $0 < 2.6 ? $0 : .nan },
        Landscape(name: "no number anywhere") { _ in .nan },
        Landscape(name: "infinite") { $0 > 0 ? .infinity : 1 },
        Landscape(name: "a field of nothing", field: { _ in 0 }, degree: { _ in 1.4 }),
        Landscape(name: "a field that explodes", start: 1, field: { 100 * $0 * $0 }, degree: { clamped($0) }),
        Landscape(name: "another person beyond a point", start: 1, degree: { clamped($0) }, identityDistance: { abs($0) }),
        Landscape(name: "side effects beyond a point", start: 1, degree: { clamped($0) }, sideEffect: { 2.5 * abs($0) }),
        Landscape(name: "one step jumps to and fro", start: 2) { $0.truncatingRemainder(dividingBy: 2) < 1 ? 1 : 4 },
        Landscape(name: "a long plateau, then a slope") { clamped(($0 < 6 ? 0.1 : $0 - 5.9)) },
    ]

    private static func exponential(_ x: Double) -> Double {
        // e^x by squaring; Foundation is not needed for a test landscape.
        var y = 1 + x / 1024
        for _ in 0..<10 { y *= y }
        return max(y, 0)
    }

    private static func softStep(_ x: Double) -> Double { x * x * (3 - 2 * x) }

    /// A triangle wave of period 2π, −1…1.
    private static func wave(_ x: Double) -> Double {
        let turn = x / (2 * .pi)
        let phase = turn - turn.rounded(.down)
        return phase < 0.5 ? 4 * phase - 1 : 3 - 4 * phase
    }
}
