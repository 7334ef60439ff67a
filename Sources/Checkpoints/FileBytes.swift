import Foundation

/// A file's bytes, mapped; everything read from them is checked against their end.
final class FileBytes: @unchecked Sendable {
    private let data: NSData
    let count: Int

    init(path: String) throws(CheckpointError) {
        guard let data = try? NSData(contentsOfFile: path, options: .alwaysMapped), data.length > 0 else {
            throw .unreadable("\(path) cannot be read, or is empty")
        }
        self.data = data
        count = data.length
    }

    init(_ bytes: [UInt8]) {
        data = NSData(data: Data(bytes))
        count = bytes.count
    }

    var all: Range<Int> { 0..<count }
    var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: data.bytes, count: count) }

    /// A little-endian number of `width` ≤ 8 bytes.
    func integer(at offset: Int, width: Int) throws(CheckpointError) -> UInt64 {
        guard offset >= 0, width <= count, offset <= count - width else { throw .truncated }
        var value: UInt64 = 0
        for i in 0..<width { value |= UInt64(raw[offset + i]) << (8 * UInt64(i)) }
        return value
    }

    func starts(with prefix: [UInt8], at offset: Int = 0) -> Bool {
        offset >= 0 && prefix.count <= count && offset <= count - prefix.count
            && zip(prefix.indices, prefix).allSatisfy { raw[offset + $0] == $1 }
    }

    func text(_ range: Range<Int>) -> String? { String(validating: raw[range], as: UTF8.self) }
}

extension CheckpointError {
    static let truncated = CheckpointError.unreadable("the file ends in the middle: it is cut off or damaged")
    static let damaged = CheckpointError.unreadable("the file is damaged: its parts contradict each other")
}
