/// What can be wrong with a model folder, besides its weight files.
public enum ModelError: Error, Sendable, CustomStringConvertible {
    /// The sizes make no sense or are missing.
    case configuration(String)
    case notFound(String)
    /// A file is not the one that the manifest describes.
    case damaged(String)

    public var description: String {
        switch self {
        case .configuration(let reason): reason
        case .notFound(let what): "\(what) does not exist"
        case .damaged(let what): what
        }
    }
}
