public import Tensor

/// Makes training batches out of stored pictures: shifted, mirrored, relit and sometimes blurred copies.
///
/// The networks trained on them later judge pictures that a generator drew, which are softer than rendered ones: blurring a third of
/// the copies keeps sharpness from being mistaken for a label. Pictures that the generator drew need neither that nor shifts.
public struct PictureBatches: Sendable {
    private static let side = SynthFacesSubset.side
    /// [count, 128, 128, 3]
    private let pixels: [UInt8]
    /// So many of them come from the subset; those after were drawn.
    private let rendered: Int

    /// - Parameter drawn: pictures that come after those of the subset.
    public init(_ subset: SynthFacesSubset, drawn: DrawnFaces? = nil) throws {
        rendered = subset.count
        var pixels = try subset.pixels(threads: Compute.threads)
        if let drawn { pixels += drawn.pixels }
        self.pixels = pixels
    }

    /// Pictures as stored: [indices.count, 128, 128, 3], range ±1.
    public func plain(_ indices: some Collection<Int>) -> Tensor {
        let size = SynthFacesSubset.bytesPerPicture
        let chosen = Array(indices)
        return filled(chosen.count) { slot, target in
            let offset = chosen[slot] * size
            for i in 0..<size { target[i] = Float(pixels[offset + i]) / 127.5 - 1 }
        }
    }

    /// Augmented copies: [indices.count, 128, 128, 3], range about ±1.
    public func augmented(_ indices: [Int], using random: inout RandomSource) -> Tensor {
        let seeds = indices.map { _ in random.next() }
        return filled(indices.count) { slot, target in
            var random = RandomSource(seed: seeds[slot])
            let change = Augmentation(using: &random)
            copy(indices[slot], into: target, indices[slot] < rendered ? change : change.relightingOnly)
        }
    }

    private func filled(_ count: Int, _ fill: (Int, UnsafeMutablePointer<Float>) -> Void) -> Tensor {
        let size = SynthFacesSubset.bytesPerPicture
        let batch = Tensor([count, Self.side, Self.side, 3])
        batch.updateInPlace { values in
            guard let base = values.baseAddress else { return }
            Compute.parallel(count, grain: 4) { range in
                for slot in range { fill(slot, base + slot * size) }
            }
        }
        return batch
    }

    private func copy(_ index: Int, into target: UnsafeMutablePointer<Float>, _ change: Augmentation) {
        let side = Self.side
        let offset = index * SynthFacesSubset.bytesPerPicture
        pixels.withUnsafeBufferPointer { pixels in
            for y in 0..<side {
                let sourceY = min(max(y + change.shiftY, 0), side - 1)
                for x in 0..<side {
                    let shifted = min(max(x + change.shiftX, 0), side - 1)
                    let sourceX = change.mirrored ? side - 1 - shifted : shifted
                    let source = offset + (sourceY * side + sourceX) * 3
                    for c in 0..<3 {
                        target[(y * side + x) * 3 + c] = (Float(pixels[source + c]) / 127.5 - 1) * change.contrast + change.brightness[c]
                    }
                }
            }
        }
        if change.blurred { blur(target) }
    }

    /// [1, 2, 1] / 4 along both axes; the border is left as it is.
    private func blur(_ picture: UnsafeMutablePointer<Float>) {
        let side = Self.side
        let row = side * 3
        for (step, stride) in [(3, row), (row, 3)] {
            for line in 0..<side {
                for channel in 0..<3 {
                    let start = line * stride + channel
                    var before = picture[start]
                    for position in 1..<side - 1 {
                        let here = start + position * step
                        let value = picture[here]
                        picture[here] = 0.25 * before + 0.5 * value + 0.25 * picture[here + step]
                        before = value
                    }
                }
            }
        }
    }
}

/// One random change of a picture that leaves its labels true.
private struct Augmentation {
    let mirrored: Bool
    var shiftX, shiftY: Int
    let contrast: Float
    let brightness: [Float]
    var blurred: Bool

    init(using random: inout RandomSource) {
        mirrored = Bool.random(using: &random)
        shiftX = Int.random(in: -4...4, using: &random)
        shiftY = Int.random(in: -4...4, using: &random)
        contrast = Float.random(in: 0.85...1.15, using: &random)
        let light = Float.random(in: -0.1...0.1, using: &random)
        brightness = (0..<3).map { _ in light + Float.random(in: -0.04...0.04, using: &random) }
        blurred = random.uniform() < 0.33
    }

    /// The same without what moves or softens.
    var relightingOnly: Augmentation {
        var plain = self
        (plain.shiftX, plain.shiftY, plain.blurred) = (0, 0, false)
        return plain
    }
}
