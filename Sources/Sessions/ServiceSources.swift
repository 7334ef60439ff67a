import Foundation

/// What the service takes from the world besides its parts: time and chance.
public struct ServiceSources: Sendable {
    public var now: @Sendable () -> Timestamp
    /// 64 evenly distributed bits a call.
    public var randomBits: @Sendable () -> UInt64

    public init(now: @escaping @Sendable () -> Timestamp, randomBits: @escaping @Sendable () -> UInt64) {
        self.now = now
        self.randomBits = randomBits
    }

    /// The machine's clock and random source.
    public static let system = ServiceSources(
        now: { Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) },
        randomBits: { UInt64.random(in: .min ... .max) })
}
