public import Dialog
public import FaceAttributes
public import Logging
public import Sessions
import Synchronization

/// Help with sentences from an OpenAI-compatible chat service.
///
/// What leaves the machine: for a reading the utterance and the five degrees, for other words the statement, which is made of
/// fixed phrases and the words for attributes and degrees; besides these the service's own model name, its key, and
/// instructions that never change. What comes back is a reading under a strict schema, or text that others hold to
/// rules; everything else, and every failure, is nil.
public final class ChatRefiner: Refiner {
    /// What a service is asked for.
    public enum Use: Sendable { case parsing, rewording }

    private let endpoint: ChatEndpoint
    private let uses: Set<Use>
    private let client: ChatClient
    private let breaker = Mutex(Breaker())
    private let logger: Logger

    public init(_ endpoint: ChatEndpoint, uses: Set<Use>, logger: Logger) {
        self.endpoint = endpoint
        self.uses = uses
        self.logger = logger
        client = ChatClient(endpoint)
    }

    public func parse(_ utterance: String, degrees: Degrees) async -> Understanding? {
        guard uses.contains(.parsing) else { return nil }
        return await ask(.reading, ReadingInput(utterance: utterance, degrees: degrees))?.understanding
    }

    public func reword(_ statement: String) async -> String? {
        guard uses.contains(.rewording) else { return nil }
        return await ask(.wording, WordingInput(statement: statement))?.statement
    }

    private func ask<Answer: Decodable>(_ question: ChatQuestion<Answer>, _ input: some Encodable) async -> Answer? {
        guard !Task.isCancelled, breaker.withLock({ $0.admits(at: .now) }) else { return nil }
        do {
            let body = try await client.post(try question.body(input, model: endpoint.model))
            let answer = try question.answer(in: body)
            breaker.withLock { $0.succeeded() }
            return answer
        } catch {
            // A question that was taken back says nothing about the service.
            guard !Task.isCancelled else { return nil }
            noteFailure(error as? ChatFailure ?? .unreadable)
            return nil
        }
    }

    /// The log gets the kind of failure only: neither what was said nor what came back.
    private func noteFailure(_ failure: ChatFailure) {
        let metadata: Logger.Metadata = ["host": "\(endpoint.address)", "failure": "\(failure)"]
        if breaker.withLock({ $0.failed(at: .now) }) {
            logger.warning("refinement fails and is left alone for \(Breaker.pause.components.seconds) seconds", metadata: metadata)
        } else {
            logger.info("refinement failed", metadata: metadata)
        }
    }
}
