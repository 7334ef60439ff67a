import HTTPWire
import Testing

/// SplitMix64: the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite struct FuzzTests {
    static let alphabet = Array("\r\n\r\n\r\n \t:;,0123456789abcdefxGETPOSTHTTP/1.1*%#\0é\u{7F}".utf8)

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `mutated requests never trap, never hang, and end the same however they are split`(_ seed: UInt64) {
        var random = SeededGenerator(state: seed)
        for _ in 0..<1500 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes += WireCase.all[Int.random(in: 0..<WireCase.all.count, using: &random)].bytes
            }
            for _ in 0..<Int.random(in: 0...6, using: &random) { mutate(&bytes, &random) }
            let whole = Exchange.run([bytes[...]])
            #expect(whole.finished)
            #expect(whole.handled.count <= whole.statuses.count)
            #expect(
                whole.handled.allSatisfy { $0.body.count <= Exchange.limits.body && $0.target.utf8.count <= Exchange.limits.requestLine })

            var pieces: [ArraySlice<UInt8>] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 1...20, using: &random))
                pieces.append(piece)
                rest = rest.dropFirst(piece.count)
            }
            #expect(Exchange.run(pieces).output == whole.output, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let at = Int.random(in: 0..<bytes.count, using: &random)
        let byte = Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &random)]
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[at] = byte
        case 1: bytes.insert(byte, at: at)
        case 2: bytes.remove(at: at)
        case 3: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        default:
            let end = min(bytes.count, at + Int.random(in: 1...30, using: &random))
            bytes.insert(contentsOf: Array(bytes[at..<end]), at: Int.random(in: 0...bytes.count, using: &random))
        }
    }
}
