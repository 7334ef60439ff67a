/// A picture of 8-bit RGB samples, row-major, three bytes a pixel, no padding.
public struct RGBImage: Sendable, Hashable {
    public let width: Int
    public let height: Int
    /// `3 · width · height` bytes.
    public private(set) var pixels: [UInt8]

    public init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(width > 0 && height > 0 && pixels.count == 3 * width * height, "RGBImage: size does not match its pixels")
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// A picture of one colour.
    public init(width: Int, height: Int, filledWith colour: (red: UInt8, green: UInt8, blue: UInt8)) {
        precondition(width > 0 && height > 0, "RGBImage: an empty picture")
        var pixels = [UInt8](repeating: colour.red, count: 3 * width * height)
        if colour.red != colour.green || colour.red != colour.blue {
            for pixel in 0..<width * height {
                pixels[3 * pixel + 1] = colour.green
                pixels[3 * pixel + 2] = colour.blue
            }
        }
        self.init(width: width, height: height, pixels: pixels)
    }

    /// The picture that a generator's samples stand for.
    ///
    /// - Parameter samples: `[height, width, 3]`, nominally −1…1, clamped; what is not a number becomes black.
    public init(width: Int, height: Int, samples: [Float]) {
        self.init(
            width: width, height: height,
            pixels: samples.map { sample in
                let level = (sample + 1) * 127.5 + 0.5
                return level >= 255 ? 255 : level > 0 ? UInt8(level) : 0
            })
    }

    /// The samples as a network takes them: `[height, width, 3]`, −1…1.
    public var samples: [Float] { pixels.map { Float($0) / 127.5 - 1 } }

    /// Copies the rows of another picture into this one; it has to lie inside.
    mutating func paste(_ other: RGBImage, x: Int, y: Int) {
        precondition(x >= 0 && y >= 0 && x + other.width <= width && y + other.height <= height, "RGBImage: pasted over the edge")
        for row in 0..<other.height {
            let start = 3 * ((y + row) * width + x)
            pixels.replaceSubrange(
                start..<start + 3 * other.width, with: other.pixels[3 * row * other.width..<3 * (row + 1) * other.width])
        }
    }
}
