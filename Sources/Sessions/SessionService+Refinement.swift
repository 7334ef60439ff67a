import Dialog
import FaceAttributes

extension SessionService {
    /// How sure a reading from outside counts: just enough to be carried out.
    static let outsideConfidence = DialogState.confidenceThreshold + 0.01

    /// A reading from outside in place of one that is not sure; the same one where there is none to be had.
    func refine(_ local: Understanding, of request: TurnRequest, degrees: Degrees, live: LiveTurn) async -> Understanding {
        guard let refiner, !isStopping, local.confidence < DialogState.confidenceThreshold, case .text(let utterance) = request else {
            return local
        }
        guard var reading = await live.interruptible({ await refiner.parse(utterance, degrees: degrees) }) else { return local }
        reading.confidence = Self.outsideConfidence
        return reading
    }

    /// The reply in other words, if there are any and they pass; the same one otherwise.
    func refine(_ reply: Reply, live: LiveTurn) async -> Reply {
        guard let refiner, !isStopping, let rewording = Rewording(of: reply.text),
            let words = await live.interruptible({ await refiner.reword(rewording.statement) }),
            let text = rewording.reply(saying: words)
        else { return reply }
        return Reply(kind: reply.kind, attribute: reply.attribute, text: text)
    }
}
