import Foundation
import Testing

@testable import Tensor

@Suite struct SafeTensorsTests {
    private let path = FileManager.default.temporaryDirectory.appendingPathComponent("tensors-\(UUID().uuidString).safetensors").path

    @Test func `tensors come back as they were written`() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let tensors = ["a": Tensor([2, 3], [1, -2, 3.5, 0, 1e-3, 7]), "b.weight": Tensor([1], [-0.25])]
        try writeSafeTensors(tensors, metadata: ["configuration": "{}"], to: path)
        let file = try SafeTensorsFile(path: path)
        #expect(file.names == ["a", "b.weight"])
        #expect(file.metadata == ["configuration": "{}"])
        #expect(try file.tensor("a", [2, 3]).values == tensors["a"]!.values)
        #expect(throws: WeightFileError.self) { try file.tensor("a", [3, 2]) }
        #expect(throws: WeightFileError.self) { try file.tensor("c") }
    }

    @Test func `half precision keeps eleven bits`() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        try writeSafeTensors(["a": Tensor([3], [1.0009766, -65504, 0.1])], precision: .float16, to: path)
        let values = try SafeTensorsFile(path: path).tensor("a").values
        #expect(values[0] == 1.0009766 && values[1] == -65504 && abs(values[2] - 0.1) < 5e-5)
    }

    @Test func `what other frameworks write is read: bfloat16 and doubles are converted, counters passed over`() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let header = """
            {"b":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]},"d":{"dtype":"F64","shape":[1],"data_offsets":[4,12]},\
            "num_batches_tracked":{"dtype":"I64","shape":[],"data_offsets":[12,20]}}
            """
        var bytes = Data(withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) })
        bytes += Data(header.utf8) + Data([0x80, 0x3f, 0x20, 0xc0])
        bytes += Data(withUnsafeBytes(of: (-0.125).bitPattern.littleEndian) { Array($0) }) + Data(repeating: 9, count: 8)
        try bytes.write(to: URL(fileURLWithPath: path))
        let file = try SafeTensorsFile(path: path)
        #expect(file.names == ["b", "d"])
        #expect(try file.tensor("b").values == [1, -2.5])
        #expect(try file.tensor("d").values == [-0.125])
    }

    @Test func `every truncation and many damaged bytes are refused or read, never trusted`() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        try writeSafeTensors(["a": Tensor([4], [1, 2, 3, 4])], to: path)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        for length in 0..<whole.count {
            try whole.prefix(length).write(to: URL(fileURLWithPath: path))
            #expect(throws: WeightFileError.self) { try SafeTensorsFile(path: path) }
        }
        var random = RandomSource(seed: 5)
        for _ in 0..<500 {
            var damaged = whole
            for _ in 0..<2 { damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
            try damaged.write(to: URL(fileURLWithPath: path))
            if let file = try? SafeTensorsFile(path: path) {
                for name in file.names { #expect((try? file.tensor(name)) != nil) }
            }
        }
    }
}
