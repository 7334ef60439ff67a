import Foundation
import Tensor
import Testing

@testable import Checkpoints

@Suite struct NumPyFileTests {
    private func read(_ bytes: Data) throws -> Tensor {
        try withFolder { folder in
            let file = folder.appendingPathComponent("a.npy")
            try bytes.write(to: file)
            return try NumPyFile.read(path: file.path)
        }
    }

    /// A file of a header and values.
    private func file(_ header: String, version: UInt8 = 1, _ values: Data) -> Data {
        var bytes = Data([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0, UInt8(header.utf8.count & 255), UInt8(header.utf8.count >> 8)])
        if version > 1 { bytes += [0, 0] }
        return bytes + Data(header.utf8) + values
    }

    private func floats(_ values: [Float]) -> Data { values.withUnsafeBufferPointer { Data(buffer: $0) } }

    @Test func `what is written is read again`() throws {
        let values: [Float] = [1, -2, 3.5, 0, 7, 9]
        let tensor = try read(NumPyFile.header(shape: [2, 3]) + floats(values))
        #expect(tensor.shape == [2, 3] && tensor.values == values)
        #expect(NumPyFile.header(shape: [5]).count % 64 == 0)
    }

    @Test func `column order, double precision and later versions are understood`() throws {
        let columns = try read(file("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }\n", floats([1, 4, 2, 5, 3, 6])))
        #expect(columns.values == [1, 2, 3, 4, 5, 6])
        let doubles = [1.5, 2.5].withUnsafeBufferPointer { Data(buffer: $0) }
        #expect(try read(file("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }", version: 2, doubles)).values == [1.5, 2.5])
    }

    @Test(
        arguments: [
            "{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }", "{'descr': '>f4', 'fortran_order': False, 'shape': (2,), }",
            "{'descr': '|O', 'fortran_order': False, 'shape': (2,), }", "{'descr': '<f4', 'fortran_order': False, 'shape': (), }",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }", "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 2), }",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (16000000, 16000000, 16000000), }", "{}", "",
        ])
    func `other types, shapes and headers get a sentence`(header: String) {
        #expect(throws: CheckpointError.self) { try read(file(header, floats([1, 2]))) }
    }

    @Test func `what is no number is refused`() {
        let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }"
        #expect(throws: CheckpointError.self) { try read(file(header, floats([1, .nan]))) }
        #expect(throws: CheckpointError.self) { try read(Data("not NumPy".utf8)) }
    }
}
