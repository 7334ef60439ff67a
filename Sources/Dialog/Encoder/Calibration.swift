import Foundation

/// What a network's confidence is worth: σ(slope · logit(p) + offset), Platt's scaling (1999), fitted on sentences that people wrote.
public struct Calibration: Codable, Sendable, Hashable {
    public var slope: Double
    public var offset: Double

    public init(slope: Double, offset: Double) {
        self.slope = slope
        self.offset = offset
    }

    /// The share of readings with this confidence that are right, 0…1.
    ///
    /// - Parameter confidence: 0…1; 0 for anything that is no number.
    public func callAsFunction(_ confidence: Double) -> Double {
        guard confidence.isFinite, slope.isFinite, offset.isFinite else { return 0 }
        return Self.sigmoid(slope * Self.logit(confidence) + offset)
    }

    /// The scale with the least logarithmic loss, by Newton's method with a pull of one observation towards leaving everything as it is.
    ///
    /// - Parameter outcomes: confidences of the network, and whether the readings were right.
    public init(fitting outcomes: [(confidence: Double, isRight: Bool)]) {
        var (slope, offset) = (1.0, 0.0)
        for _ in 0..<50 {
            var gradient = (slope - 1, offset)
            var curvature = (1.0, 0.0, 1.0)
            for outcome in outcomes {
                let x = Self.logit(outcome.confidence)
                let p = Self.sigmoid(slope * x + offset)
                let error = p - (outcome.isRight ? 1 : 0)
                let weight = p * (1 - p)
                gradient = (gradient.0 + error * x, gradient.1 + error)
                curvature = (curvature.0 + weight * x * x, curvature.1 + weight * x, curvature.2 + weight)
            }
            let determinant = curvature.0 * curvature.2 - curvature.1 * curvature.1
            guard determinant > 1e-12 else { break }
            slope -= (curvature.2 * gradient.0 - curvature.1 * gradient.1) / determinant
            offset -= (curvature.0 * gradient.1 - curvature.1 * gradient.0) / determinant
        }
        self.init(slope: slope, offset: offset)
    }

    private static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

    /// Held between the ends, where a network's certainty means nothing any more.
    private static func logit(_ p: Double) -> Double {
        let p = min(max(p, 0.001), 0.999)
        return log(p / (1 - p))
    }
}
