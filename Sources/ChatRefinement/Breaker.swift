/// Leaves a service alone that keeps failing, so that not every turn has to wait for it in vain.
///
/// After `limit` failures in a row nothing is admitted for `pause`; then one question is, and the next success opens it
/// to all again.
struct Breaker {
    static let limit = 3
    static let pause = Duration.seconds(60)

    private var failures = 0
    private var closedUntil: ContinuousClock.Instant?

    /// Whether a question may be asked; it is to be followed by what came of it.
    mutating func admits(at now: ContinuousClock.Instant) -> Bool {
        guard let end = closedUntil else { return true }
        guard now >= end else { return false }
        // The one that finds out; the others go on waiting meanwhile.
        closedUntil = now.advanced(by: Self.pause)
        return true
    }

    mutating func succeeded() { self = Breaker() }

    /// - Returns: whether the pause begins with this failure.
    mutating func failed(at now: ContinuousClock.Instant) -> Bool {
        failures += 1
        guard failures >= Self.limit else { return false }
        let begins = failures == Self.limit
        closedUntil = now.advanced(by: Self.pause)
        return begins
    }
}
