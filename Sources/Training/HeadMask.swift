import Foundation
public import ImageCodecs

/// Where on an aligned picture the head is: the trainers' ellipse (`weight_map` in `Training/common.py`), moved to where the eyes are.
public struct HeadMask: Sendable {
    /// [side, side]: 1 on the head, 0 far from it, soft between.
    let weights: [Float]
    let side: Int

    /// - Parameter landmarks: of a `SynthFacesRow`, pixels of a picture 128 wide: the right eye, the left eye, ….
    public init(landmarks: [Double], side: Int = SynthFacesSubset.side) {
        precondition(landmarks.count >= 4, "HeadMask: the landmarks begin with two eyes")
        let scale = 128 / Double(side)
        // The ellipse's middle lies 7.1 pixels below the middle of the eyes, which the camera holds at (64, 58.9).
        let (x0, y0) = ((landmarks[0] + landmarks[2]) / 2, (landmarks[1] + landmarks[3]) / 2 + 7.1)
        self.side = side
        weights = (0..<side * side).map { index in
            let x = (Double(index % side) + 0.5) * scale - x0
            let y = (Double(index / side) + 0.5) * scale - y0
            let radius = ((x / 48) * (x / 48) + (y / 60) * (y / 60)).squareRoot()
            return Float(1 / (1 + exp(-8 * (1 - radius))))
        }
    }

    /// The mean absolute difference of two pictures on the head, colours 0…1; a picture larger by a whole factor is averaged first.
    public func distance(_ a: RGBImage, _ b: RGBImage) -> Double {
        let (a, b) = (fitted(a), fitted(b))
        return a.pixels.withUnsafeBufferPointer { a in
            b.pixels.withUnsafeBufferPointer { b in
                weights.withUnsafeBufferPointer { weights in
                    var (sum, total) = (0.0, 0.0)
                    for pixel in 0..<weights.count {
                        let i = 3 * pixel
                        let apart = abs(Int(a[i]) - Int(b[i])) + abs(Int(a[i + 1]) - Int(b[i + 1])) + abs(Int(a[i + 2]) - Int(b[i + 2]))
                        sum += Double(weights[pixel]) * Double(apart)
                        total += Double(weights[pixel])
                    }
                    return sum / (3 * 255 * total)
                }
            }
        }
    }

    private func fitted(_ picture: RGBImage) -> RGBImage {
        precondition(picture.width == picture.height && picture.width.isMultiple(of: side), "HeadMask: a picture of another shape")
        return picture.reduced(by: picture.width / side)
    }
}
