import Checksums
public import ImageCodecs

/// A picture as it is kept: a PNG under the SHA-256 of its bytes.
public struct ImageRecord: Sendable, Hashable {
    /// 64 lower-case hexadecimal digits.
    public let sha256: String
    /// The PNG file.
    public let bytes: [UInt8]

    public init(sha256: String, bytes: [UInt8]) {
        self.sha256 = sha256
        self.bytes = bytes
    }

    /// - Throws: what the PNG writer throws.
    public init(encoding picture: RGBImage) throws {
        bytes = try pngData(picture)
        sha256 = sha256Hex(bytes)
    }
}
