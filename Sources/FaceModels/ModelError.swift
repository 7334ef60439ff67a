/// What can be wrong with a model folder, besides its weight files.
public enum ModelError: Error, Sendable, CustomStringConvertible {
    /// The sizes make no sense or are missing.
    case configuration(String)
    case notFound(String)
    /// A file is not the one that the manifest describes.
    case damaged(String)
    /// The model has no such network.
    case missing(ModelManifest.Role, model: String)
    /// The model has no semantic field, so nothing of its faces can be edited.
    case noFields(model: String)

    public var description: String {
        switch self {
        case .configuration(let reason): reason
        case .notFound(let what): "\(what) does not exist"
        case .damaged(let what): what
        case .missing(let role, let model): "the model \(model) has no \(role.rawValue.replacing("_", with: " ")), which this needs"
        case .noFields(let model): "the model \(model) has no semantic field, so its faces cannot be edited"
        }
    }
}
