public import Editing
public import FaceAttributes
public import FaceModels
public import ImageCodecs
import Tensor

/// Someone who reads degrees off a picture.
public protocol DegreeJudge: Sendable {
    func degrees(of picture: RGBImage) throws -> Degrees
}

extension AttributePredictor: DegreeJudge {
    public func degrees(of picture: RGBImage) -> Degrees {
        degrees(Tensor([1, picture.height, picture.width, 3], picture.samples))[0]
    }
}

/// Edits many faces up and down and has a judge that the walk never sees read what came of it.
///
/// A face is edited where the wanted degree is possible for it:
/// - the class that many degrees up or down has to exist; the wanted degree itself is held to 0…5;
/// - a beard is raised only where the judge sees one: in the data a face without any trace of it (class 0) is a woman or a
///   child nine times in ten, and neither can have one;
/// - age is not lowered under 15 years (degree 0.5) where the judge sees a beard.
public struct EditEvaluation<Editor: FaceEditor>: Sendable {
    private let editor: Editor
    private let judge: any DegreeJudge
    /// How far each attribute is to move, in degrees.
    public var change = 2.0
    /// An edit counts as reached within this distance of the wanted degree.
    public var tolerance = 0.5
    public var attributes: [Attribute]

    public init(editor: Editor, judge: some DegreeJudge) {
        self.editor = editor
        self.judge = judge
        attributes = editor.attributes
    }

    /// The degree that a face is to get, or nil where it cannot have it.
    public func target(for degrees: Degrees, _ attribute: Attribute, _ direction: Direction) -> Double? {
        let label = degrees.label(attribute) + Int((direction.sign * change).rounded())
        guard (0...5).contains(label) else { return nil }
        let target = min(max(degrees[attribute] + direction.sign * change, 0), 5)
        let hasBeard = degrees.label(.beard) > 0
        if attribute == .beard, direction == .increase, !hasBeard { return nil }
        if attribute == .age, target < 0.5, hasBeard { return nil }
        return target
    }

    /// - Parameters:
    ///   - seeds: of the faces; none that any training saw.
    ///   - threads: walks at a time; the result does not depend on it.
    ///   - picturesOf: for so many of the first seeds the pictures are kept, for `EvaluationReport.grid`.
    ///   - progress: called on the walks' threads with the number of seeds done.
    public func run(
        seeds: [UInt64], threads: Int = 1, picturesOf kept: Int = 0, progress: @Sendable (_ done: Int) -> Void = { _ in }
    ) throws -> EvaluationReport {
        let faces = try inParallel(seeds.count, threads: threads, progress: progress) { index in
            try evaluate(seed: seeds[index], keepingPictures: index < kept)
        }
        return EvaluationReport(
            model: editor.modelName, seeds: seeds, change: change, tolerance: tolerance, edits: faces.flatMap(\.edits),
            grid: faces.compactMap(\.pictures))
    }

    /// A seed's face, and what the judge reads off it.
    func face(seed: UInt64) throws -> (face: Face, judged: Degrees) {
        let face = try editor.face(seed: seed)
        return (face, try judge.degrees(of: face.picture))
    }

    /// The face that an edit ends with.
    func edit(_ face: Face, _ request: EditRequest) throws -> Face { try editor.edit(face, request: request) { _ in true }.face }

    private struct FaceResult: Sendable {
        var edits: [EvaluatedEdit] = []
        /// The start, then down and up of every attribute; nil where there was no edit.
        var pictures: [RGBImage?]?
    }

    private func evaluate(seed: UInt64, keepingPictures: Bool) throws -> FaceResult {
        let (face, before) = try face(seed: seed)
        var result = FaceResult()
        var pictures: [RGBImage?] = [face.picture]
        for attribute in attributes {
            for direction in [Direction.decrease, .increase] {
                guard let target = target(for: before, attribute, direction) else {
                    pictures.append(nil)
                    continue
                }
                let outcome = try editor.edit(face, request: EditRequest(attribute: attribute, target: target)) { _ in true }
                let after = outcome.face.picture == face.picture ? before : try judge.degrees(of: outcome.face.picture)
                pictures.append(outcome.face.picture)
                result.edits.append(
                    EvaluatedEdit(
                        seed: seed, attribute: attribute, direction: direction, target: target, before: before, after: after,
                        steering: outcome.face.degrees[attribute], conclusion: outcome.conclusion, reason: outcome.reason,
                        generatorPasses: outcome.generatorPasses, identityDistance: outcome.identityDistance))
            }
        }
        if keepingPictures { result.pictures = pictures }
        return result
    }
}

/// One edit of an evaluation.
public struct EvaluatedEdit: Codable, Sendable, Hashable {
    public var seed: UInt64
    public var attribute: Attribute
    public var direction: Direction
    public var target: Double
    /// By the judge.
    public var before: Degrees
    /// By the judge.
    public var after: Degrees
    /// The edited attribute after the walk by the predictor that the walk steered by.
    public var steering: Double
    /// What the user would be told.
    public var conclusion: EditConclusion
    public var reason: StopReason
    public var generatorPasses: Int
    public var identityDistance: Double

    /// The judge's distance from the wanted degree.
    public var error: Double { abs(after[attribute] - target) }
}
