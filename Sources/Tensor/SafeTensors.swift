import Foundation

/// What can be wrong with a weight file; one sentence a case.
public enum WeightFileError: Error, Sendable, CustomStringConvertible {
    case unreadable(path: String, reason: String)
    case malformed(path: String, reason: String)
    case missing(tensor: String)
    case wrongShape(tensor: String, found: [Int], expected: [Int])

    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
        case .malformed(let path, let reason): "\(path) is not a valid safetensors file: \(reason)"
        case .missing(let tensor): "the weight file lacks the tensor \(tensor)"
        case .wrongShape(let tensor, let found, let expected): "tensor \(tensor) has shape \(found), expected \(expected)"
        }
    }
}

/// A safetensors file: eight bytes of header length (little endian), a JSON header, then raw values.
///
/// The file is mapped into memory; float32 tensors read straight from the map, half precision is widened when asked for.
public final class SafeTensorsFile: @unchecked Sendable {
    private struct Entry {
        let type: String
        let shape: [Int]
        let range: Range<Int>
    }

    public let path: String
    /// The free-form strings under `__metadata__`.
    public let metadata: [String: String]
    private let map: MappedFile
    private let entries: [String: Entry]

    public init(path: String) throws(WeightFileError) {
        self.path = path
        let map = try MappedFile(path: path)
        func malformed(_ reason: String) -> WeightFileError { .malformed(path: path, reason: reason) }
        guard map.count >= 8 else { throw malformed("shorter than its header length") }
        let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(map.bytes[$1]) << (8 * UInt64($1)) }
        guard length <= 64 << 20, Int(length) <= map.count - 8 else { throw malformed("the header is longer than the file") }
        let header = Data(bytes: map.bytes + 8, count: Int(length))
        guard let object = (try? JSONSerialization.jsonObject(with: header)) as? [String: Any] else {
            throw malformed("the header is not JSON")
        }
        self.map = map
        metadata = object["__metadata__"] as? [String: String] ?? [:]
        let start = 8 + Int(length)
        var entries: [String: Entry] = [:]
        for (name, value) in object where name != "__metadata__" {
            guard let value = value as? [String: Any], let type = value["dtype"] as? String, let shape = value["shape"] as? [Int],
                let offsets = value["data_offsets"] as? [Int], offsets.count == 2
            else { throw malformed("entry \(name) is incomplete") }
            // Counters of training steps and the like are no weights.
            guard !["I64", "I32", "I16", "I8", "U64", "U32", "U16", "U8", "BOOL"].contains(type) else { continue }
            guard let width = ["F32": 4, "F16": 2, "BF16": 2, "F64": 8][type] else {
                throw malformed("entry \(name) is of type \(type), which is not supported")
            }
            guard offsets[0] >= 0, offsets[0] <= offsets[1], offsets[1] <= map.count - start else {
                throw malformed("entry \(name) lies outside the file")
            }
            var count = 1
            for size in shape {
                let (product, overflow) = count.multipliedReportingOverflow(by: size)
                guard size > 0, !overflow, product <= map.count else { throw malformed("entry \(name) has an impossible shape") }
                count = product
            }
            guard count * width == offsets[1] - offsets[0] else { throw malformed("entry \(name) does not fill its shape") }
            entries[name] = Entry(type: type, shape: shape, range: start + offsets[0]..<start + offsets[1])
        }
        self.entries = entries
    }

    public var names: [String] { entries.keys.sorted() }

    public func shape(of name: String) -> [Int]? { entries[name]?.shape }

    /// A tensor as stored.
    public func tensor(_ name: String) throws(WeightFileError) -> Tensor {
        guard let entry = entries[name] else { throw .missing(tensor: name) }
        let count = entry.shape.reduce(1, *)
        let base = map.bytes + entry.range.lowerBound
        if entry.type == "F32" {
            if UInt(bitPattern: base) % 4 == 0 {
                let values = UnsafeMutableRawPointer(mutating: base).assumingMemoryBound(to: Float.self)
                return Tensor(shape: entry.shape, storage: Storage(borrowing: values, count: count, owner: map))
            }
            return Tensor(entry.shape) { out in UnsafeMutableRawPointer(out).copyMemory(from: base, byteCount: 4 * count) }
        }
        return Tensor(entry.shape) { out in
            let raw = UnsafeRawPointer(base)
            switch entry.type {
            case "BF16":
                for i in 0..<count {
                    out[i] = Float(
                        bitPattern: UInt32(UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: 2 * i, as: UInt16.self))) << 16)
                }
            case "F64":
                for i in 0..<count {
                    let bits = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8 * i, as: UInt64.self))
                    out[i] = Float(Double(bitPattern: bits))
                }
            default:
                for i in 0..<count {
                    out[i] = Float(Float16(bitPattern: UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: 2 * i, as: UInt16.self))))
                }
            }
        }
    }

    /// A tensor that must have a given shape.
    public func tensor(_ name: String, _ shape: [Int]) throws(WeightFileError) -> Tensor {
        let tensor = try tensor(name)
        guard tensor.shape == shape else { throw .wrongShape(tensor: name, found: tensor.shape, expected: shape) }
        return tensor
    }

    /// All tensors by name.
    public func tensors() throws(WeightFileError) -> [String: Tensor] {
        var all: [String: Tensor] = [:]
        for name in names { all[name] = try tensor(name) }
        return all
    }
}

/// How the values of a weight file are stored.
public enum WeightPrecision: String, Sendable, CaseIterable {
    case float32 = "fp32"
    case float16 = "fp16"
}

/// Writes tensors as a safetensors file: to a neighbour first, then renamed, so that a reader sees all or nothing.
///
/// - Parameter metadata: free-form strings, kept under `__metadata__`.
public func writeSafeTensors(
    _ tensors: [String: Tensor], metadata: [String: String] = [:], precision: WeightPrecision = .float32, to path: String
) throws {
    var header: [String: Any] = metadata.isEmpty ? [:] : ["__metadata__": metadata]
    let names = tensors.keys.sorted()
    let width = precision == .float16 ? 2 : 4
    var offset = 0
    for name in names {
        let tensor = tensors[name]!
        header[name] = [
            "dtype": precision == .float16 ? "F16" : "F32", "shape": tensor.shape, "data_offsets": [offset, offset + width * tensor.count],
        ]
        offset += width * tensor.count
    }
    var json = try JSONSerialization.data(withJSONObject: header, options: [.sortedKeys])
    json.append(contentsOf: [UInt8](repeating: 0x20, count: (8 - json.count % 8) % 8))
    var file = Data(capacity: 8 + json.count + offset)
    withUnsafeBytes(of: UInt64(json.count).littleEndian) { file.append(contentsOf: $0) }
    file.append(json)
    for name in names {
        tensors[name]!.withValues { values in
            switch precision {
            case .float32: file.append(UnsafeBufferPointer(rebasing: values[...]))
            case .float16:
                values.map { Float16($0).bitPattern.littleEndian }.withUnsafeBytes { file.append(contentsOf: $0) }
            }
        }
    }
    try file.write(to: URL(fileURLWithPath: path), options: .atomic)
}
