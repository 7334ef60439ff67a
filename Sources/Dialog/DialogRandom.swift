import Tensor

/// A small random source whose state is a value, so that a stored dialog goes on exactly where it stopped.
public struct DialogRandom: RandomNumberGenerator, Codable, Sendable, Hashable {
    private var source: RandomSource

    /// - Parameter seed: equal seeds give equal sequences.
    public init(seed: UInt64) { source = RandomSource(seed: seed) }

    public mutating func next() -> UInt64 { source.next() }

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
