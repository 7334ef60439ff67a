import ImageCodecs

/// A small deterministic random source (SplitMix64).
struct TestRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Noise: the hardest picture to compress.
func noise(width: Int, height: Int, seed: UInt64) -> RGBImage {
    var random = TestRandom(state: seed)
    return RGBImage(width: width, height: height, pixels: (0..<3 * width * height).map { _ in UInt8.random(in: 0...255, using: &random) })
}

/// A smooth picture, as photographs are.
func gradient(width: Int, height: Int) -> RGBImage {
    var pixels: [UInt8] = []
    for y in 0..<height {
        for x in 0..<width { pixels += [UInt8(255 * x / width), UInt8(255 * y / height), UInt8(127 * (x + y) / (width + height))] }
    }
    return RGBImage(width: width, height: height, pixels: pixels)
}
