/// A small random source whose state is a value (SplitMix64), so that a stored dialog goes on exactly where it stopped.
public struct DialogRandom: RandomNumberGenerator, Codable, Sendable, Hashable {
    private var state: UInt64

    /// - Parameter seed: equal seeds give equal sequences.
    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number in 0..<1.
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// An index in 0..<count; 0 when count is not positive.
    public mutating func index(below count: Int) -> Int { count > 1 ? Int(next() % UInt64(count)) : 0 }
}

extension Collection {
    /// One element, each equally likely.
    func pick(_ random: inout DialogRandom) -> Element {
        self[index(startIndex, offsetBy: random.index(below: count))]
    }
}
