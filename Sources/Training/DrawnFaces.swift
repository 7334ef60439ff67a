import FaceAttributes
public import FaceModels
import ImageCodecs
import Tensor

/// Pictures that a generator drew from codes whose degrees are known.
///
/// A predictor that only ever saw renderings can be fooled by what only a generator makes. The codes are those that the generator's
/// pretraining gave to records of training people, some with one attribute moved (`Training/labelled_codes.py`), so the labels are
/// the records' own and nobody's reading.
public struct DrawnFaces: Sendable {
    let degrees: [Degrees]
    /// [count, 128, 128, 3]
    let pixels: [UInt8]

    var count: Int { degrees.count }

    /// Draws the faces of one half of the people.
    ///
    /// - Parameter path: a safetensors file with `w` [N, W], `degrees` [N, 5] and `identity` [N].
    /// - Throws: `DrawnFacesError` if the file holds something else, or codes or pictures are not of the sizes that are needed.
    public init(codes path: String, half: PeopleHalf, generator: Generator, progress: (_ done: Int, _ of: Int) -> Void) throws {
        let file = try SafeTensorsFile(path: path)
        let (w, degrees, identity) = (try file.tensor("w"), try file.tensor("degrees"), try file.tensor("identity"))
        let count = w.shape[0]
        guard w.shape == [count, generator.configuration.wDimension], degrees.shape == [count, Attribute.allCases.count],
            identity.shape == [count], degrees.values.allSatisfy({ Degrees.range.contains(Double($0)) })
        else { throw DrawnFacesError.shapes(w.shape, degrees.shape, identity.shape) }
        let side = SynthFacesSubset.side
        let resolution = generator.configuration.resolution
        guard resolution >= side else { throw DrawnFacesError.resolution(resolution) }
        let chosen = (0..<count).filter { half.contains(Int(identity[flat: $0])) }
        self.degrees = chosen.map { row in Degrees((0..<5).map { Double(degrees[flat: row * 5 + $0]) }) }
        var pixels: [UInt8] = []
        pixels.reserveCapacity(chosen.count * SynthFacesSubset.bytesPerPicture)
        for start in stride(from: 0, to: chosen.count, by: 16) {
            let rows = Array(chosen[start..<min(start + 16, chosen.count)])
            let pictures = generator.pictures(of: w.gatheringRows(rows), side: side)
            pixels += RGBImage(width: side, height: side * rows.count, samples: pictures.values).pixels
            progress(start + rows.count, chosen.count)
        }
        self.pixels = pixels
    }
}

public enum DrawnFacesError: Error, CustomStringConvertible {
    case shapes([Int], [Int], [Int])
    case resolution(Int)

    public var description: String {
        switch self {
        case .shapes(let w, let degrees, let identity):
            "labelled codes need w [N, W] of the generator's width, degrees [N, 5] from 0 to 5 and identity [N], not \(w), \(degrees) and \(identity)"
        case .resolution(let resolution): "the predictor learns from pictures of 128 pixels; this generator draws \(resolution)"
        }
    }
}
