import Foundation
import ImageCodecs
import Testing

struct PNGTests {
    static func file(_ base64: String) -> [UInt8] { [UInt8](Data(base64Encoded: base64)!) }

    @Test("a picture comes back from its PNG as it was", arguments: [(1, 1), (3, 2), (128, 128), (1, 300), (257, 5)])
    func roundTrip(width: Int, height: Int) throws {
        let picture = noise(width: width, height: height, seed: 1)
        let file = try pngData(picture)
        #expect(try decodePNG(file) == picture)
    }

    @Test func `equal pictures give equal bytes`() throws {
        #expect(try pngData(gradient(width: 64, height: 48)) == pngData(gradient(width: 64, height: 48)))
    }

    @Test(
        "every colour type becomes RGB, and what is transparent becomes white",
        arguments: [
            (
                "palette",
                "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAMAAABFaP0WAAAADFBMVEX/AAAA/wAAAP8JCQlccX6GAAAABHRSTlP///8AQCqp9AAAAA5JREFUeNpjYGBkYGIGAAARAAeDymRkAAAAAElFTkSuQmCC",
                2, [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]
            ),
            (
                "one bit grey", "iVBORw0KGgoAAAANSUhEUgAAAAgAAAABAQAAAADLe9LuAAAACklEQVR42mNYCgAApwCmSDG/bwAAAABJRU5ErkJggg==", 8,
                [1, 0, 1, 0, 0, 1, 0, 1].flatMap { [UInt8](repeating: 255 * $0, count: 3) }
            ),
            (
                "16 bits with alpha",
                "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABEAYAAACksqPJAAAAE0lEQVR42mNgAIMGhv//QfT//wAW/wR9pE+79QAAAABJRU5ErkJggg==", 2,
                [127, 127, 127, 255, 0, 0]
            ),
            (
                "grey with alpha", "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAQAAABeK7cBAAAADUlEQVR42mNI+Z/CAAAFWgHIHfb2WgAAAABJRU5ErkJggg==", 2,
                [100, 100, 100, 255, 255, 255]
            ),
            (
                "interlaced",
                "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAGK06rlAAAAF0lEQVR42mNgZGJmYGFlY2Dn4OTi5gEAAZYATygL0jcAAAAASUVORK5CYII=",
                2, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
            ),
        ] as [(String, String, Int, [UInt8])])
    func colourTypes(name: String, base64: String, width: Int, pixels: [UInt8]) throws {
        let picture = try decodePNG(Self.file(base64))
        #expect(picture == RGBImage(width: width, height: pixels.count / 3 / width, pixels: pixels))
    }

    @Test func `a header that announces 60000 by 60000 pixels is refused before anything is allocated`() {
        let bomb = Self.file("iVBORw0KGgoAAAANSUhEUgAA6mAAAOpgCAIAAAAPsOIVAAAADElEQVR42mNgoD0AAABkAAG4me+ZAAAAAElFTkSuQmCC")
        #expect(throws: ImageCodecError.tooLarge(width: 60000, height: 60000, maximumPixels: defaultMaximumPixels)) {
            try decodePNG(bomb)
        }
    }

    @Test func `the limit on pixels counts the area, and what is just allowed passes`() throws {
        let file = try pngData(gradient(width: 20, height: 10))
        #expect(throws: ImageCodecError.tooLarge(width: 20, height: 10, maximumPixels: 199)) { try decodePNG(file, maximumPixels: 199) }
        #expect(try decodePNG(file, maximumPixels: 200).width == 20)
        #expect(throws: ImageCodecError.self) { try decodePNG(file, maximumPixels: -1) }
    }

    @Test func `a file cut short anywhere before its last chunk is refused`() throws {
        let file = try pngData(noise(width: 9, height: 7, seed: 3))
        for length in 0..<file.count - 12 {
            #expect(throws: ImageCodecError.self, "cut at \(length)") { try decodePNG(Array(file.prefix(length))) }
        }
    }

    @Test(
        "bytes that are no PNG are refused",
        arguments: [[], [0], Array("hello".utf8), [UInt8](repeating: 0, count: 1000), [0xFF, 0xD8, 0xFF, 0xE0]])
    func garbage(bytes: [UInt8]) {
        #expect(throws: ImageCodecError.self) { try decodePNG(bytes) }
    }

    @Test func `two thousand damaged files give a picture or an error, never a crash`() throws {
        let sound = try pngData(gradient(width: 16, height: 16))
        var random = TestRandom(state: 11)
        var refused = 0
        for _ in 0..<2000 {
            var file = sound
            for _ in 0...Int.random(in: 0...3, using: &random) {
                file[Int.random(in: 8..<file.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do {
                let picture = try decodePNG(file, maximumPixels: 1 << 16)
                #expect(picture.pixels.count == 3 * picture.width * picture.height)
            } catch { refused += 1 }
        }
        #expect(refused > 1000)
    }
}
