/// Why a server could not be started.
public struct HTTPServerError: Error, CustomStringConvertible, Sendable {
    /// One sentence with the address and the system's reason.
    public let description: String
}
