public import Dialog
public import Editing
public import FaceAttributes

/// A face of a session as it is kept: one per session start and one per turn that changed the picture.
public struct FaceRecord: Sendable, Hashable {
    /// The turn that made it; 0 is the session's first face.
    public var turn: Int
    /// The turn whose face it was made from: where an undo leads; nil for the first face.
    public var parent: Int?
    public var latent: FaceLatent
    /// Nil for a face that was drawn without a predictor.
    public var degrees: Degrees?
    /// SHA-256 of its picture's PNG.
    public var picture: String

    public init(turn: Int, parent: Int?, latent: FaceLatent, degrees: Degrees?, picture: String) {
        self.turn = turn
        self.parent = parent
        self.latent = latent
        self.degrees = degrees
        self.picture = picture
    }
}

/// One talk about one face.
public struct Session: Sendable, Hashable {
    /// Seeds are whole numbers that JSON carries without loss: 0…2⁵³−1.
    public static let seeds: ClosedRange<UInt64> = 0...9_007_199_254_740_991

    public let id: SessionID
    public let model: String
    public let seed: UInt64
    /// The dialog after the last turn that succeeded.
    public var dialog: DialogState
    /// What the system said last.
    public var reply: Reply
    /// The current face; an undo makes an earlier one current again.
    public var face: FaceRecord
    /// Grows with every stored change; the entity tag is made of it.
    public var version: Int
    public let createdAt: Timestamp
    public var updatedAt: Timestamp

    public init(
        id: SessionID, model: String, seed: UInt64, dialog: DialogState, reply: Reply, face: FaceRecord, version: Int,
        createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.model = model
        self.seed = seed
        self.dialog = dialog
        self.reply = reply
        self.face = face
        self.version = version
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    /// Whether the user has said goodbye; a new wish opens the talk again.
    public var hasEnded: Bool { dialog.phase == .end }
}
