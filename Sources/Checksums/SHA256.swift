import COpenSSL
import Foundation

/// Why a file has no checksum.
public enum ChecksumError: Error, Sendable, Equatable {
    /// The file could not be opened or read to its end; `code` is the system's error number.
    case unreadable(path: String, code: Int32)
    /// The library refused the computation, as it does when memory runs out.
    case digestFailed
}

/// A running SHA-256 (FIPS 180-4) over OpenSSL's EVP interface.
public struct SHA256Digest: ~Copyable {
    private let context: OpaquePointer

    /// - Throws: `ChecksumError.digestFailed` when there is no memory for a context.
    public init() throws(ChecksumError) {
        guard let context = EVP_MD_CTX_new() else { throw .digestFailed }
        guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            EVP_MD_CTX_free(context)
            throw .digestFailed
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Takes in the next bytes; may be called any number of times.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) throws(ChecksumError) {
        guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else { throw .digestFailed }
    }

    /// The 32 bytes of the digest; ends the computation.
    public consuming func finish() throws(ChecksumError) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        let done = digest.withUnsafeMutableBufferPointer { EVP_DigestFinal_ex(context, $0.baseAddress, nil) }
        guard done == 1 else { throw .digestFailed }
        return digest
    }
}

/// The SHA-256 of the bytes as 64 lower-case hexadecimal digits.
public func sha256Hex(_ bytes: [UInt8]) -> String { hex(sha256(bytes)) }

/// The SHA-256 of the bytes, 32 bytes.
public func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let done = bytes.withUnsafeBytes { input in
        digest.withUnsafeMutableBufferPointer { EVP_Digest(input.baseAddress, input.count, $0.baseAddress, nil, EVP_sha256(), nil) }
    }
    precondition(done == 1, "OpenSSL has no SHA-256: it is out of memory, or its default provider is missing")
    return digest
}

/// The SHA-256 of a file as 64 lower-case hexadecimal digits; reads a mebibyte at a time.
///
/// - Throws: `ChecksumError.unreadable` for a missing file, a directory or a read error.
public func sha256Hex(ofFile path: String) throws(ChecksumError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
    defer { close(descriptor) }
    var digest = try SHA256Digest()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
        let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count < 0 {
            if errno == EINTR { continue }
            throw .unreadable(path: path, code: errno)
        }
        if count == 0 { return hex(try digest.finish()) }
        let chunk = buffer.withUnsafeBytes { bytes -> Result<Void, ChecksumError> in
            Result { () throws(ChecksumError) in try digest.update(UnsafeRawBufferPointer(rebasing: bytes[..<count])) }
        }
        try chunk.get()
    }
}

private func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
