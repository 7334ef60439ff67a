/// What a judge in latent space expects along the curve that a field draws from one point.
///
/// A guess: it only says how far the next step may go before the generator is asked.
public struct Foresight: Sendable, Hashable {
    /// Length between two neighbouring points of the curve.
    public var spacing: Double
    /// The expected change of the degree at the lengths 0, `spacing`, 2·`spacing`, …; the first is 0.
    public var changes: [Double]

    public init(spacing: Double, changes: [Double]) {
        self.spacing = spacing
        self.changes = changes
    }

    /// The shortest length at which the degree is expected to have changed by so much; nil if it nowhere is.
    public func length(for change: Double) -> Double? {
        for index in changes.indices.dropFirst() {
            let (before, after) = (changes[index - 1], changes[index])
            guard before.isFinite, after.isFinite else { return nil }
            let reached = change < 0 ? after <= change : after >= change
            guard reached else { continue }
            let share = after == before ? 1 : (change - before) / (after - before)
            return spacing * (Double(index - 1) + min(max(share, 0), 1))
        }
        return nil
    }

    /// The expected change at a length; beyond the end that of the end.
    public func change(at length: Double) -> Double {
        let position = min(max(length / spacing, 0), Double(changes.count - 1))
        let index = min(Int(position), max(changes.count - 2, 0))
        guard index + 1 < changes.count else { return changes.last ?? 0 }
        return changes[index] + (position - Double(index)) * (changes[index + 1] - changes[index])
    }
}

/// A curve through latent space in small steps, each along the field where it stands (equation 5 or 11), and what is expected on it.
public struct FieldPath: Sendable {
    public var foresight: Foresight
    /// The walker's offset from the origin at every point of the foresight; the first is zero.
    public var offsets: [[Float]]

    public init(foresight: Foresight, offsets: [[Float]]) {
        self.foresight = foresight
        self.offsets = offsets
    }

    /// The walker's offset at a length; beyond the end it goes on straight.
    public func offset(at length: Double) -> [Float] {
        guard offsets.count > 1 else { return offsets.first ?? [] }
        let position = max(length / foresight.spacing, 0)
        let index = min(Int(position), offsets.count - 2)
        let share = Float(position - Double(index))
        return zip(offsets[index], offsets[index + 1]).map { $0 + share * ($1 - $0) }
    }
}

/// Carries what the latent judge says over to what the predictor has read: both agree at one point and at the ends of the scale.
///
/// The latent judge errs by some tenths of a degree, mostly by the same amount along a whole walk.
public struct DegreeCalibration: Sendable {
    private let seen, guessed: Double

    /// - Parameters:
    ///   - seen: the degree that the predictor read at a point.
    ///   - guessed: what the latent judge says there.
    public init(seen: Double, guessed: Double) {
        (self.seen, self.guessed) = (seen, guessed)
    }

    /// The expected change of the degree since that point where the latent judge says `guess`.
    public func change(_ guess: Double) -> Double {
        let above = guess > guessed
        let (room, guessedRoom) = above ? (5 - seen, 5 - guessed) : (seen, guessed)
        // At the very end of the scale nothing can be stretched.
        return (guess - guessed) * (guessedRoom > 0.25 && room > 0 ? min(max(room / guessedRoom, 0.25), 4) : 1)
    }
}
