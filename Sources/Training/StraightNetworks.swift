public import Editing
public import FaceAttributes
public import ImageCodecs
public import Tensor

/// The networks of an editor with one straight direction an attribute in the place of its semantic field: what fields have to beat.
///
/// Walks along it are steered by the same predictor under the same rules, from the same codes in the same layers; only a judge to look
/// ahead with they have not, since without a curve there is none to follow: their first step goes as far as the direction's own slope says.
public struct StraightNetworks<Base: EditingNetworks>: EditingNetworks {
    private let base: Base
    private let directions: [Attribute: [Float]]

    /// - Parameter directions: see `straightDirections`.
    public init(_ base: Base, directions: [Attribute: [Float]]) {
        self.base = base
        self.directions = directions
    }

    public var modelName: String { base.modelName }
    public var readsDegrees: Bool { base.readsDegrees }
    public var judgesIdentity: Bool { base.judgesIdentity }
    public var attributes: [Attribute] { base.attributes }
    public func latent(seed: UInt64) throws -> FaceLatent { try base.latent(seed: seed) }
    public func picture(of latent: FaceLatent) throws -> RGBImage { try base.picture(of: latent) }
    public func judge(_ picture: RGBImage) throws -> FaceJudgement { try base.judge(picture) }

    public func direction(raising attribute: Attribute, at latent: FaceLatent) throws -> [Float] {
        guard let direction = directions[attribute] else { throw EditingError.noField(attribute) }
        return direction
    }

    public func latent(from latent: FaceLatent, along direction: [Float], length: Double) throws -> FaceLatent {
        try base.latent(from: latent, along: direction, length: length)
    }
}

/// The direction of every attribute by least squares: how codes change with one degree of it while the other four stay.
///
/// Codes are regressed on all five degrees at once; regressed on one alone, a beard would bring age and a broad chin along.
///
/// - Parameters:
///   - codes: of random faces, [N, W], N > 5.
///   - degrees: what a predictor reads off them.
public func straightDirections(_ codes: Tensor, _ degrees: [Degrees]) -> [Attribute: [Float]] {
    let (rows, width, attributes) = (codes.shape[0], codes.shape[1], Attribute.allCases)
    precondition(degrees.count == rows && rows > attributes.count, "straightDirections: \(rows) codes, \(degrees.count) degrees")
    let count = attributes.count
    let means = (0..<count).map { k in degrees.reduce(0) { $0 + $1.values[k] } / Double(rows) }
    // The normal equations, [5, 5 + W]: covariance of the degrees, then covariance of degrees and codes.
    let centred = Tensor([rows, count], degrees.flatMap { degrees in (0..<count).map { Float(degrees.values[$0] - means[$0]) } })
    let square = centred.matmul(centred, transposeSelf: true).values
    let right = centred.matmul(codes, transposeSelf: true).values
    var equations = (0..<count).map { i in
        (0..<count).map { Double(square[i * count + $0]) + ($0 == i ? 1e-6 * Double(rows) : 0) }
            + (0..<width).map { Double(right[i * width + $0]) }
    }
    // Gauss and Jordan; the matrix is positive definite.
    for pivot in 0..<count {
        let factor = 1 / equations[pivot][pivot]
        equations[pivot] = equations[pivot].map { $0 * factor }
        for row in 0..<count where row != pivot {
            let share = equations[row][pivot]
            equations[row] = zip(equations[row], equations[pivot]).map { $0 - share * $1 }
        }
    }
    return Dictionary(uniqueKeysWithValues: attributes.map { ($0, equations[$0.index][count...].map(Float.init)) })
}
