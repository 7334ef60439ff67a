import Foundation

/// The members of a plain ustar archive (POSIX.1-1988), held in memory as one block.
///
/// Files and folders only; links, devices and the pax and GNU extensions are refused.
struct TarArchive: Sendable {
    enum Failure: Error, Hashable, CustomStringConvertible {
        case unreadable(file: String)
        case notATar(file: String, offset: Int, reason: String)

        var description: String {
            switch self {
            case .unreadable(let file): "\(file) cannot be read"
            case .notATar(let file, let offset, let reason): "\(file) is no plain tar archive: \(reason) at byte \(offset)"
            }
        }
    }

    /// The whole archive.
    let bytes: [UInt8]
    /// Where the content of each file lies in `bytes`.
    let members: [String: Range<Int>]

    init(contentsOf file: URL) throws {
        guard let data = try? Data(contentsOf: file) else { throw Failure.unreadable(file: file.path) }
        try self.init(bytes: [UInt8](data), name: file.lastPathComponent)
    }

    /// - Parameter name: what errors call the archive.
    init(bytes: [UInt8], name: String) throws(Failure) {
        var members: [String: Range<Int>] = [:]
        var offset = 0
        while true {
            // Two blocks of zeros end an archive; one, or the plain end of the file, is taken for the same.
            guard offset < bytes.count else { break }
            guard bytes.count - offset >= 512 else { throw .notATar(file: name, offset: offset, reason: "half a header") }
            let header = bytes[offset..<offset + 512]
            if header.allSatisfy({ $0 == 0 }) { break }
            func field(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[offset + range.lowerBound..<offset + range.upperBound] }

            let sum = header.reduce(0) { $0 + Int($1) } - field(148..<156).reduce(0) { $0 + Int($1) } + 8 * 32
            guard Self.octal(field(148..<156)) == sum else { throw .notATar(file: name, offset: offset, reason: "a wrong checksum") }
            guard let size = Self.octal(field(124..<136)) else { throw .notATar(file: name, offset: offset, reason: "no size") }
            let content = offset + 512
            guard size <= bytes.count - content else { throw .notATar(file: name, offset: offset, reason: "a member cut short") }

            let prefix = field(257..<262).elementsEqual("ustar".utf8) ? Self.text(field(345..<500)) : ""
            let path = (prefix.isEmpty ? "" : prefix + "/") + Self.text(field(0..<100))
            switch bytes[offset + 156] {
            case 0, UInt8(ascii: "0"): members[path] = content..<content + size
            case UInt8(ascii: "5"): break
            default: throw .notATar(file: name, offset: offset, reason: "a member that is no file")
            }
            offset = content + (size + 511) / 512 * 512
        }
        self.bytes = bytes
        self.members = members
    }

    /// An octal number between blanks or zero bytes; `nil` for anything else.
    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        let digits = field.drop { $0 == 32 }.prefix { $0 != 32 && $0 != 0 }
        guard !digits.isEmpty, digits.count <= 12, digits.allSatisfy({ (48...55).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 8 + Int($1 - 48) }
    }

    private static func text(_ field: ArraySlice<UInt8>) -> String {
        String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
    }
}
