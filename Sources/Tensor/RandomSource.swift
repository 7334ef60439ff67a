import Foundation

/// SplitMix64 (Steele, Lea and Flood 2014): a small, seedable generator that gives the same numbers everywhere.
public struct RandomSource: RandomNumberGenerator, Sendable, Codable, Hashable {
    private var state: UInt64
    private var spare: Float?

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Uniform in 0..<1.
    public mutating func uniform() -> Float { Float(next() >> 40) * 0x1p-24 }

    /// Standard normal, by Box and Muller's method.
    public mutating func normal() -> Float {
        if let spare {
            self.spare = nil
            return spare
        }
        let radius = (-2 * log(1 - Double(next() >> 11) * 0x1p-53)).squareRoot()
        let angle = 2 * Double.pi * Double(next() >> 11) * 0x1p-53
        spare = Float(radius * sin(angle))
        return Float(radius * cos(angle))
    }

    /// A tensor of standard normal values.
    public mutating func normal(_ shape: [Int], deviation: Float = 1) -> Tensor {
        Tensor(shape) { out in
            for index in 0..<shape.reduce(1, *) { out[index] = deviation * normal() }
        }
    }
}
