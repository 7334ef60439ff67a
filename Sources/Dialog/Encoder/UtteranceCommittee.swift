/// The JSON file beside the weights of an utterance encoder: the networks that vote, and what their confidence is worth.
public struct UtteranceCommittee: Codable, Sendable, Hashable {
    public static let architecture = "utterance"
    /// More networks than this are a mistake.
    private static let most = 16

    /// Tells this file from that of the paper's encoder.
    public var architecture = Self.architecture
    public var members: [UtteranceVocabulary]
    /// Makes confidences say how often such a reading is right; fitted on hand-written sentences.
    public var calibration: Calibration?

    public init(_ members: [UtteranceVocabulary], calibration: Calibration? = nil) {
        self.members = members
        self.calibration = calibration
    }

    /// Whether its networks can be built.
    var isSound: Bool {
        (1...Self.most).contains(members.count) && members.allSatisfy { $0.configuration.isSound && !$0.words.isEmpty }
    }
}
