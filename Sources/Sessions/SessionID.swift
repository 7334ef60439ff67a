import Synchronization

/// The opaque name of a session: 26 digits of Crockford's base 32, of which the first ten are the time of creation,
/// so that names sort as sessions were made.
public struct SessionID: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let description: String

    private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// Nil for anything that this service cannot have made.
    public init?(_ text: String) {
        guard text.utf8.count == 26, text.utf8.allSatisfy(Self.digits.contains) else { return nil }
        description = text
    }

    /// - Parameter value: 48 bits of milliseconds above 80 bits of chance.
    public init(value: UInt128) {
        let text = (0..<26).reversed().map { Self.digits[Int(truncatingIfNeeded: value >> (5 * UInt128($0))) & 31] }
        description = String(decoding: text, as: UTF8.self)
    }

    public static func < (a: SessionID, b: SessionID) -> Bool { a.description < b.description }
}

/// Makes session ids that rise strictly, within one millisecond too.
public final class SessionIDSource: Sendable {
    private let last = Mutex<UInt128>(0)
    private let randomBits: @Sendable () -> UInt64

    public init(randomBits: @escaping @Sendable () -> UInt64) { self.randomBits = randomBits }

    public func next(at time: Timestamp) -> SessionID {
        let milliseconds = UInt128(UInt64(max(0, time.milliseconds)) & 0xFFFF_FFFF_FFFF)
        let chance = UInt128(randomBits()) << 16 | UInt128(randomBits() & 0xFFFF)
        return last.withLock { last in
            // The top bit of the chance stays free, so that counting up does not reach into the time.
            last = max(milliseconds << 80 | chance >> 1, last + 1)
            return SessionID(value: last)
        }
    }
}
