import ImageCodecs
import Testing

struct LayoutTests {
    static func plain(_ level: UInt8, width: Int = 1, height: Int = 1) -> RGBImage {
        RGBImage(width: width, height: height, filledWith: (level, level, level))
    }

    /// The red samples, row by row.
    static func levels(_ picture: RGBImage) -> [[UInt8]] {
        (0..<picture.height).map { y in (0..<picture.width).map { picture.pixels[3 * (y * picture.width + $0)] } }
    }

    @Test func `a grid lays pictures out in reading order with white between them`() {
        let grid = RGBImage.grid(of: [Self.plain(1), Self.plain(2), Self.plain(3)], columns: 2, gap: 1)
        #expect(Self.levels(grid) == [[1, 255, 2], [255, 255, 255], [3, 255, 255]])
    }

    @Test func `a strip is one row, and smaller pictures stand in the middle`() {
        let strip = RGBImage.strip(of: [Self.plain(7, width: 3, height: 3), Self.plain(9)], gap: 0)
        #expect(Self.levels(strip) == [[7, 7, 7, 255, 255, 255], [7, 7, 7, 255, 9, 255], [7, 7, 7, 255, 255, 255]])
    }

    @Test func `a grid has no more columns than pictures`() {
        #expect(RGBImage.grid(of: [Self.plain(1)], columns: 5, gap: 3) == Self.plain(1))
    }

    @Test func `enlarging repeats pixels and reducing takes it back`() {
        let picture = noise(width: 5, height: 3, seed: 2)
        let large = picture.enlarged(by: 2)
        #expect((large.width, large.height) == (10, 6))
        #expect(Array(large.pixels[0..<3]) == Array(large.pixels[33..<36]))
        #expect(large.reduced(by: 2) == picture)
    }

    @Test func `reducing averages`() {
        let picture = RGBImage(width: 2, height: 2, pixels: [0, 0, 0, 10, 0, 0, 20, 0, 0, 31, 0, 0])
        #expect(picture.reduced(by: 2).pixels == [15, 0, 0])
    }

    @Test func `samples outside the range are clamped and what is no number becomes black`() {
        let picture = RGBImage(width: 2, height: 1, samples: [-1, 0, 1, -.infinity, .infinity, .nan])
        #expect(picture.pixels == [0, 128, 255, 0, 255, 0])
    }

    @Test func `every level survives the way to samples and back`() {
        let picture = RGBImage(width: 256, height: 1, pixels: (0...255).flatMap { [UInt8($0), UInt8($0), UInt8($0)] })
        #expect(RGBImage(width: 256, height: 1, samples: picture.samples) == picture)
    }
}
