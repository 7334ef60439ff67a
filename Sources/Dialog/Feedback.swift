/// Which kind of feedback follows a turn (section 4.6 of the paper): probabilities by round and by how many attributes
/// are still untouched.
public enum Feedback {
    /// Probability of asking what comes next in round `round` (0-based), before suggestions are weighed.
    public static func nextProbability(round: Int) -> Double {
        let table = [0.5, 0.4, 0.3, 0.3]
        return round >= 0 && round < table.count ? table[round] : 0.2
    }

    /// Probability of a suggestion, given that the system does not ask what comes next.
    public static func suggestionProbability(untouched: Int) -> Double { min(1, 0.2 * Double(max(untouched, 0))) }

    /// Probability of asking "is it enough?" straight after the very first edit.
    public static let firstCheckProbability = 0.8

    /// Draws the kind of feedback.
    ///
    /// - Parameters:
    ///   - edited: whether the picture changed in this turn; only then "is it enough?" can be asked.
    ///   - round: turns before this one, 0-based.
    ///   - untouched: attributes that were not spoken of yet and can be suggested.
    /// - Returns: `.whetherEnough`, `.whatsNext` or `.suggestion`; a suggestion only when `untouched` > 0.
    public static func kind(edited: Bool, round: Int, untouched: Int, random: inout DialogRandom) -> ReplyKind {
        let next = nextProbability(round: round)
        let suggest = suggestionProbability(untouched: untouched)
        guard edited else {
            // "Is it enough?" is ruled out, so the other two share its probability in proportion.
            return random.unit() < next / (next + (1 - next) * suggest) ? .whatsNext : .suggestion
        }
        if round == 0, random.unit() < firstCheckProbability { return .whetherEnough }
        if random.unit() < next { return .whatsNext }
        return random.unit() < suggest ? .suggestion : .whetherEnough
    }
}
