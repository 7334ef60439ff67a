public import FaceAttributes

/// What the service refuses.
public enum ServiceError: Error, Sendable, Hashable {
    case sessionNotFound
    case turnNotFound
    case imageNotFound
    /// The turn has no picture yet.
    case pictureNotReady
    /// A turn of the session is queued or running.
    case busy(turn: Int)
    /// The turn has ended and cannot be cancelled.
    case turnFinished
    case nothingToUndo
    case nothingToRedo
    /// As much work as may wait is waiting.
    case queueFull
    /// The service has not started yet, or is about to stop.
    case notReady
    /// The session was made with a model that is not loaded.
    case modelNotLoaded(String)
    /// No model of this name is loaded.
    case unknownModel(String)
    /// The model draws faces, but has no predictor or no fields.
    case modelCannotEdit(String)
    /// The model has no field of the attribute; it has those of others.
    case attributeNotEditable(Attribute, among: [Attribute])
    /// Neither the model nor the default one understands sentences.
    case noLanguage(String)
    /// The session's face was drawn without a predictor.
    case unreadFace
    /// The seed is above 2⁵³−1.
    case seedOutOfRange

    init(_ error: PoolError) {
        switch error {
        case .full: self = .queueFull
        case .closed, .withdrawn: self = .notReady
        }
    }

    init(_ error: StoreError) {
        switch error {
        case .sessionNotFound: self = .sessionNotFound
        case .busy(let turn): self = .busy(turn: turn)
        case .unreadFace: self = .unreadFace
        case .turnNotActive: self = .turnNotFound
        }
    }
}
