import Foundation
import Tensor
import Testing

@testable import Checkpoints

/// Bytes of a pickle, written by hand.
private func pickle(_ body: [UInt8]) -> [UInt8] { [0x80, 2] + body + [UInt8(ascii: ".")] }

private func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }

private func load(_ bytes: [UInt8]) throws -> PickleValue {
    let file = FileBytes(bytes)
    var arena = PickleArena(file)
    var unpickler = Unpickler(file, file.all)
    return try unpickler.load(into: &arena)
}

/// What a file of these bytes is refused for; nil if it is opened.
private func refusal(_ bytes: [UInt8]) throws -> String? {
    try withFolder { folder in
        let path = folder.appendingPathComponent("file.pt").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        do {
            _ = try CheckpointImport(try CheckpointFile(path: path))
            return nil
        } catch let error as CheckpointError {
            return error.description
        }
    }
}

@Suite struct HostileFileTests {
    @Test(arguments: ["cos\nsystem\n(S'true'\ntR", "cposix\nsystem\n", "c__builtin__\neval\n", "cbuiltins\nexec\n", "ctorch.hub\nload\n"])
    func `what is not data is refused by name and never called`(code: String) throws {
        let error = #expect(throws: CheckpointError.self) { try load(pickle(ascii(code))) }
        let name = code.dropFirst().split(separator: "\n")[..<2].joined(separator: ".")
        #expect(error?.description == "the file asks for \(name), which is not data; such files are not opened")
    }

    @Test func `a network of TensorFlow's is told what to do`() throws {
        let error = #expect(throws: CheckpointError.self) { try load(pickle(ascii("cdnnlib.tflib.network\nNetwork\n"))) }
        #expect(error?.description.contains("convert it with legacy.py") ?? false)
    }

    @Test func `nothing is looked for beyond the largest offset`() {
        #expect(!FileBytes([1, 2, 3]).starts(with: [1, 2], at: .max))
    }

    @Test func `names on the stack are refused as well`() {
        let body: [UInt8] = [0x8c, 2] + ascii("os") + [0x8c, 6] + ascii("system") + [0x93]
        #expect(throws: CheckpointError.self) { try load(pickle(body)) }
    }

    @Test(
        arguments: [
            "an empty file": [], "a text": Array("hello".utf8), "zeros": [UInt8](repeating: 0, count: 500),
            "a count beyond the end": [0x80, 2, UInt8(ascii: "X"), 255, 255, 255, 127, 65],
            "a count of eight bytes": [0x80, 4, 0x8d] + [UInt8](repeating: 255, count: 8),
            "bytes of eight bytes": [0x80, 4, 0x8e] + [UInt8](repeating: 255, count: 8) + [1],
            "an unknown memo": [0x80, 2, UInt8(ascii: "h"), 9, UInt8(ascii: ".")], "a pop of nothing": [0x80, 2, UInt8(ascii: "0")],
            "a mark that is missing": [0x80, 2, UInt8(ascii: "t"), UInt8(ascii: ".")],
            "an unknown opcode": [0x80, 2, 0xfe, UInt8(ascii: ".")], "a number": [0x80, 2, UInt8(ascii: "K"), 1, UInt8(ascii: ".")],
            "a zip without entries": [0x50, 0x4b, 3, 4] + [UInt8](repeating: 0, count: 40),
            "a zip whose table lies outside": [
                0x50, 0x4b, 3, 4, 0x50, 0x4b, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 46, 0, 0, 0, 255, 255, 0, 0, 0, 0,
            ],
            "a header of safetensors": [255, 255, 255, 255, 255, 255, 255, 127, UInt8(ascii: "{")],
        ] as [String: [UInt8]])
    func `nonsense gets one sentence`(name: String, bytes: [UInt8]) throws {
        let sentence = try refusal(bytes)
        #expect(sentence != nil && !sentence!.contains("\n"), "\(name)")
    }

    @Test func `deep nesting, cycles and doubling lists cost no more than their bytes`() throws {
        let deep = pickle([UInt8](repeating: UInt8(ascii: "]"), count: 200_000) + [UInt8](repeating: UInt8(ascii: "a"), count: 199_999))
        #expect(try refusal(deep) != nil)
        // A dictionary that holds itself under a name.
        let cycle = pickle(ascii("}q") + [0] + ascii("(X") + [1, 0, 0, 0] + ascii("ah") + [0] + ascii("u"))
        #expect(try refusal(cycle) != nil)
        // Every dictionary holds the one before twice: 2⁶⁰ names if one follows them.
        var bomb: [UInt8] = ascii("}q") + [0]
        for level in UInt8(1)...60 {
            bomb += ascii("}(X") + [1, 0, 0, 0] + ascii("ah") + [level - 1] + ascii("X") + [1, 0, 0, 0] + ascii("bh") + [level - 1]
            bomb += ascii("uq") + [level]
        }
        #expect(try refusal(pickle(bomb)) != nil)
    }

    @Test func `a list that is copied again and again is refused before it costs anything`() throws {
        let list = ascii("](") + [UInt8](repeating: UInt8(ascii: "N"), count: 3000) + ascii("eq") + [0]
        let copy = ascii("ctorch\nSize\nh") + [0, 0x85] + ascii("R0")
        _ = try load(pickle(list + copy + copy))
        let error = #expect(throws: CheckpointError.self) { try load(pickle(list + Array(repeatElement(copy, count: 3000).joined()))) }
        #expect(error?.description == "the file's tables refer to each other without end")
    }

    @Test func `bytes that are opened as a file of their own again and again are refused`() throws {
        let inner = [UInt8](try Data(contentsOf: fixtures.appendingPathComponent("ported-legacy.pth")))
        let size = withUnsafeBytes(of: UInt32(inner.count).littleEndian) { [UInt8]($0) }
        let bytes = ascii("B") + size + inner + ascii("q") + [0]
        let open = ascii("ctorch.storage\n_load_from_bytes\nh") + [0, 0x85] + ascii("R0")
        _ = try load(pickle(bytes + open))
        let error = #expect(throws: CheckpointError.self) { try load(pickle(bytes + Array(repeatElement(open, count: 100).joined()))) }
        #expect(error?.description == "the file's tables refer to each other without end")
    }

    @Test func `one tensor under many names is read once`() throws {
        let file = FileBytes([UInt8](repeating: 0, count: 64))
        var arena = PickleArena(file)
        arena.storages.append(PickleArena.Storage(type: .float, key: "0", count: 16, range: 0..<64))
        arena.tensors.append(PickleArena.TensorView(storage: 0, offset: 0, shape: [16], strides: [1]))
        let dictionary = arena.dictionary()
        if case .dictionary(let id) = dictionary {
            for name in 0..<1000 { arena.dictionaries[id].append((.string("\(name)"), .tensor(0))) }
        }
        let tensors = try StateReader(file, arena).groups(of: dictionary)[""]?.tensors ?? [:]
        let places = tensors.values.map { $0.withValues { UInt(bitPattern: $0.baseAddress) } }
        #expect(places.count == 1000 && Set(places).count == 1)
    }

    @Test(arguments: ["ported.pt", "ported-legacy.pth", "official.pkl", "ported.safetensors"])
    func `a file that is cut off anywhere is refused, and nothing is written`(name: String) throws {
        let bytes = [UInt8](try Data(contentsOf: fixtures.appendingPathComponent(name)))
        for cut in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 97)) {
            #expect(try refusal(Array(bytes[..<cut])) != nil, "\(cut)")
        }
        #expect(try refusal(bytes) == nil)
    }

    @Test(arguments: ["ported.pt", "ported-legacy.pth", "official.pkl"], [UInt64(1), 2, 3])
    func `a file with flipped bytes is opened or refused, never worse`(name: String, seed: UInt64) throws {
        var random = RandomSource(seed: seed)
        let bytes = [UInt8](try Data(contentsOf: fixtures.appendingPathComponent(name)))
        for _ in 0..<60 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                // The tables lie at the ends.
                let place =
                    Bool.random(using: &random)
                    ? Int.random(in: 0..<4000, using: &random) : bytes.count - 1 - Int.random(in: 0..<4000, using: &random)
                changed[place] = UInt8.random(in: 0...255, using: &random)
            }
            _ = try refusal(changed)
        }
    }

    @Test func `views beyond their storage and sizes beyond all memory are refused`() throws {
        func view(_ shape: [Int], _ strides: [Int], offset: Int = 0) throws {
            let file = FileBytes([UInt8](repeating: 0, count: 64))
            var arena = PickleArena(file)
            arena.storages.append(PickleArena.Storage(type: .float, key: "0", count: 16, range: 0..<64))
            arena.tensors.append(PickleArena.TensorView(storage: 0, offset: offset, shape: shape, strides: strides))
            let dictionary = arena.dictionary()
            if case .dictionary(let id) = dictionary { arena.dictionaries[id].append((.string("a.b"), .tensor(0))) }
            _ = try StateReader(file, arena).groups(of: dictionary)
        }
        try view([4, 4], [4, 1])
        try view([4, 4], [1, 4])
        #expect(throws: CheckpointError.self) { try view([4, 5], [4, 1]) }
        #expect(throws: CheckpointError.self) { try view([4], [1], offset: 13) }
        #expect(throws: CheckpointError.self) { try view([1 << 40], [0]) }
        #expect(throws: CheckpointError.self) { try view([1 << 40, 1 << 40], [0, 0]) }
        #expect(throws: CheckpointError.self) { try view([2], [Int.max]) }
        #expect(throws: CheckpointError.self) { try view([4], [-1]) }
        // The stride of an axis with one place is never taken.
        try view([1], [Int.max], offset: 1)
    }
}
