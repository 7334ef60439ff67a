/// Why a picture could not be read or written.
public enum ImageCodecError: Error, Hashable, CustomStringConvertible {
    /// The bytes are no sound picture of the format; the text says what is wrong with them.
    case damaged(format: String, reason: String)
    /// The header announces more pixels than the caller allows; nothing was allocated for them.
    case tooLarge(width: Int, height: Int, maximumPixels: Int)
    /// The system had no memory for the picture.
    case outOfMemory

    public var description: String {
        switch self {
        case .damaged(let format, let reason): "not a sound \(format) picture: \(reason)"
        case .tooLarge(let width, let height, let maximum):
            "a picture of \(width) × \(height) pixels is over the limit of \(maximum) pixels"
        case .outOfMemory: "no memory for the picture"
        }
    }
}
