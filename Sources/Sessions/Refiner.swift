public import Dialog
public import FaceAttributes

/// Help with sentences from outside the process. The talk does without it whenever it fails.
///
/// Both members end by themselves within a time of the refiner's own, and at once when their task is cancelled. Whatever
/// goes wrong, and whatever is switched off, is nil. They get nothing that says whose talk it is, or which.
public protocol Refiner: Sendable {
    /// What a sentence asks for that was not understood for sure.
    ///
    /// - Parameters:
    ///   - utterance: what the user said, as it is.
    ///   - degrees: of the picture that was spoken of.
    /// - Returns: a complete reading; its confidence is not looked at.
    func parse(_ utterance: String, degrees: Degrees) async -> Understanding?

    /// Other words for what is said of a turn; they need not follow any rule, since they are held to `Rewording`'s.
    ///
    /// - Parameter statement: fixed phrases with the words for attributes and degrees.
    func reword(_ statement: String) async -> String?
}
