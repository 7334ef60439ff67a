public import Foundation
public import Tensor

/// NumPy's `.npy` files of floating-point arrays.
public enum NumPyFile {
    private static let magic: [UInt8] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]

    /// Reads float32 or float64 of at most 4 axes, in row or column order.
    ///
    /// - Throws: `CheckpointError`, in one sentence.
    public static func read(path: String) throws(CheckpointError) -> Tensor {
        let file = try FileBytes(path: path)
        guard file.starts(with: magic) else { throw .unreadable("\(path) is no NumPy file") }
        let isFirst = try file.integer(at: 6, width: 1) == 1
        let length = Int(try file.integer(at: 8, width: isFirst ? 2 : 4))
        let start = isFirst ? 10 : 12
        guard length <= 1 << 16, start + length <= file.count, let header = file.text(start..<start + length) else { throw .truncated }
        let pattern = /\s*\{\s*'descr':\s*'([^']*)',\s*'fortran_order':\s*(True|False),\s*'shape':\s*\(([0-9, ]*)\),?\s*\}\s*/
        guard let match = try? pattern.wholeMatch(in: header) else { throw .unreadable("\(path) has a header that is not NumPy's") }
        guard match.1 == "<f4" || match.1 == "<f8" else {
            throw .unreadable("\(path) holds numbers of type \(match.1.prefix(20)); float32 and float64 are read")
        }
        let sizes = match.3.split(separator: ",").map { Int($0.trimmingCharacters(in: .whitespaces)) }
        guard !sizes.isEmpty, sizes.count <= 4, sizes.allSatisfy({ $0 != nil && $0! > 0 && $0! <= 1 << 24 }) else {
            throw .unreadable("\(path) has the shape (\(match.3.prefix(50))), which is none of a latent code")
        }
        let shape = sizes.map { $0! }
        var count = 1
        for size in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            guard !overflow else { throw .damaged }
            count = product
        }
        let type: StorageType = match.1 == "<f4" ? .float : .double
        let offset = start + length
        guard count <= (file.count - offset) / type.width else { throw .truncated }
        let base = file.raw.baseAddress! + offset
        let values = (0..<count).map { type.float(at: base + $0 * type.width) }
        guard values.allSatisfy(\.isFinite) else { throw .unreadable("\(path) holds something that is no finite number") }
        if match.2 == "False" || shape.count == 1 { return Tensor(shape, values) }
        // Column order is row order with the axes the other way round.
        return Tensor(shape.reversed(), values).permuted((0..<shape.count).reversed())
    }

    /// The header of a float32 array in row order; its values follow as they are.
    public static func header(shape: [Int]) -> Data {
        let tuple = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
        var text = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(tuple)), }"
        // The values begin at a multiple of 64.
        text += String(repeating: " ", count: (64 - (10 + text.utf8.count + 1) % 64) % 64) + "\n"
        return Data(magic + [1, 0, UInt8(text.utf8.count & 255), UInt8(text.utf8.count >> 8)]) + Data(text.utf8)
    }
}
