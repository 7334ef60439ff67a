import ImageCodecs
import Testing

struct JPEGTests {
    @Test func `a smooth picture comes back nearly as it was`() throws {
        let picture = gradient(width: 96, height: 64)
        let decoded = try decodeJPEG(try jpegData(picture, quality: 95))
        #expect(decoded.width == 96 && decoded.height == 64)
        let worst = zip(picture.pixels, decoded.pixels).map { abs(Int($0) - Int($1)) }.max()!
        #expect(worst <= 6)
    }

    @Test func `decoding into memory gives the same pixels, and refuses another size`() throws {
        let file = try jpegData(gradient(width: 32, height: 24))
        var memory = [UInt8](repeating: 0, count: 3 * 32 * 24)
        try file.withUnsafeBufferPointer { file in
            try memory.withUnsafeMutableBufferPointer { try decodeJPEG(file, width: 32, height: 24, into: $0) }
        }
        #expect(try decodeJPEG(file).pixels == memory)
        #expect(throws: ImageCodecError.self) {
            try file.withUnsafeBufferPointer { file in
                try memory.withUnsafeMutableBufferPointer { try decodeJPEG(file, width: 24, height: 32, into: $0) }
            }
        }
    }

    @Test func `the limit on pixels holds`() throws {
        let file = try jpegData(gradient(width: 20, height: 10))
        #expect(throws: ImageCodecError.tooLarge(width: 20, height: 10, maximumPixels: 199)) { try decodeJPEG(file, maximumPixels: 199) }
    }

    @Test func `a header that announces 65500 by 65500 pixels is refused`() throws {
        var file = try jpegData(gradient(width: 16, height: 16))
        // SOF0: marker, length, precision, height, width
        let frame = try #require(file.indices.dropLast(9).first { file[$0] == 0xFF && file[$0 + 1] == 0xC0 })
        file.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xDC, 0xFF, 0xDC])
        #expect(throws: ImageCodecError.tooLarge(width: 65500, height: 65500, maximumPixels: defaultMaximumPixels)) {
            try decodeJPEG(file)
        }
    }

    @Test func `a file cut short anywhere is refused`() throws {
        let file = try jpegData(noise(width: 16, height: 16, seed: 5))
        for length in 0..<file.count - 2 {
            #expect(throws: ImageCodecError.self, "cut at \(length)") { try decodeJPEG(Array(file.prefix(length))) }
        }
    }

    @Test("bytes that are no JPEG are refused", arguments: [[], [0xFF], Array("hello".utf8), [UInt8](repeating: 0xFF, count: 1000)])
    func garbage(bytes: [UInt8]) {
        #expect(throws: ImageCodecError.self) { try decodeJPEG(bytes) }
    }

    @Test func `two thousand damaged files give a picture or an error, never a crash`() throws {
        let sound = try jpegData(noise(width: 16, height: 16, seed: 6))
        var random = TestRandom(state: 12)
        for _ in 0..<2000 {
            var file = sound
            for _ in 0...Int.random(in: 0...3, using: &random) {
                file[Int.random(in: 2..<file.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            guard let picture = try? decodeJPEG(file, maximumPixels: 1 << 16) else { continue }
            #expect(picture.pixels.count == 3 * picture.width * picture.height)
        }
    }
}
