import FaceModels
import Tensor

/// Class distributions whose mean is a continuous degree: [N, 6].
///
/// A degree between two classes is shared between them, so that Σ c·p_c follows the degree and the most probable class is its
/// rounded value.
///
/// - Parameters:
///   - degrees: clamped to 0…5.
///   - hiddenBelow: below this degree nothing is to be seen, so there the class is 0 for certain.
func classTargets(_ degrees: [Double], hiddenBelow: Double = 0) -> Tensor {
    let classes = AttributePredictor.classes
    var values = [Float](repeating: 0, count: degrees.count * classes)
    for (row, degree) in degrees.enumerated() {
        let clamped = min(max(degree, 0), Double(classes - 1))
        let lower = Int(clamped)
        let share = clamped < hiddenBelow ? 0 : Float(clamped - Double(lower))
        values[row * classes + lower] += 1 - share
        if share > 0 { values[row * classes + lower + 1] += share }
    }
    return Tensor([degrees.count, classes], values)
}
