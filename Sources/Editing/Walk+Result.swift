public import FaceAttributes

extension Walk {
    /// What the walk brought, once it has stopped, and the point to keep: the best, or the start if nothing was gained.
    ///
    /// - Parameter reason: why it stopped.
    public func result(_ reason: StopReason) -> (conclusion: EditConclusion, point: Int) {
        switch reason {
        case .alreadyThere: return (.alreadyThere, 0)
        case .cancelled: return (.unreachable, 0)
        case .reached: return (.reached, best)
        case .stepBudget, .stalled, .oscillating:
            guard best > 0, error(at: best) <= error(at: 0) - rules.worthwhileGain else {
                // The start may have had the wanted class all along.
                return (error(at: 0) <= rules.closeEnough ? .alreadyThere : .unreachable, 0)
            }
            return (error(at: best) <= rules.closeEnough ? .reached : .partial, best)
        }
    }
}
