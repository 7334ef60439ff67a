public import Editing
public import FaceAttributes
public import FaceModels
public import ImageCodecs

/// Compares edits with true ones: the pictures of a person at the six degrees of one attribute, all else equal.
///
/// The picture of one degree is inverted; from there every other degree is edited to and held against its true picture.
public struct CounterfactualEvaluation: Sendable {
    private let editor, straight: any FaceEditor
    private let invert: @Sendable (RGBImage) throws -> Face

    /// - Parameters:
    ///   - editor: the one that is measured.
    ///   - straight: one along a single straight direction an attribute.
    ///   - invert: finds the face of a picture, as the editors draw and read it.
    public init(editor: some FaceEditor, straight: some FaceEditor, invert: @escaping @Sendable (RGBImage) throws -> Face) {
        self.editor = editor
        self.straight = straight
        self.invert = invert
    }

    /// One person and attribute: the row to start from, and those to reach.
    public struct Case: Sendable, Hashable {
        public var attribute: Attribute
        public var start: Int
        public var others: [Int]
    }

    /// What there is to do for the first people of a counterfactual subset.
    ///
    /// Degrees that cannot be, beards of women and of children, fringes that are not drawn, are left out. The start is the possible degree
    /// nearest to 2, the lower of two as near; who has only one possible degree is left out.
    public static func cases(of rows: [SynthFacesRow], people: Int, attributes: [Attribute] = Attribute.allCases) -> [Case] {
        var identities: [Int] = []
        for row in rows where identities.last != row.identity && !identities.contains(row.identity) { identities.append(row.identity) }
        return identities.prefix(people).flatMap { identity in
            attributes.compactMap { attribute in
                let possible = rows.indices.filter { index in
                    let row = rows[index]
                    return row.identity == identity && row.varied == attribute && !row.isInfeasible
                        && !(attribute == .bangs && row.fringeIsNotDrawn)
                }
                func degree(_ index: Int) -> Double { rows[index].degrees[attribute] }
                let order = possible.sorted { (abs(degree($0) - 2), degree($0)) < (abs(degree($1) - 2), degree($1)) }
                guard let start = order.first, order.count > 1 else { return nil }
                return Case(attribute: attribute, start: start, others: possible.filter { $0 != start })
            }
        }
    }

    /// - Parameters:
    ///   - subset: `studio_counterfactual`, or another of the kind.
    ///   - people: the first so many.
    ///   - threads: cases at a time; the result does not depend on it.
    ///   - picturesOf: for so many of the first people the pictures are kept, for `CounterfactualReport.grid`.
    ///   - progress: called on the walks' threads with the number of cases done.
    public func run(
        on subset: SynthFacesSubset, people: Int, threads: Int = 1, picturesOf kept: Int = 0,
        progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws -> CounterfactualReport {
        let cases = Self.cases(of: subset.rows, people: people, attributes: editor.attributes)
        let results = try inParallel(cases.count, threads: threads, progress: { progress($0, cases.count) }) { index in
            try evaluate(cases[index], in: subset)
        }
        let shown = Set(Self.cases(of: subset.rows, people: kept, attributes: editor.attributes))
        return CounterfactualReport(
            model: editor.modelName, edits: results.flatMap(\.edits),
            grid: zip(cases, results).filter { shown.contains($0.0) }.map(\.1.pictures))
    }

    private struct CaseResult: Sendable {
        var edits: [CounterfactualEdit] = []
        var pictures: CounterfactualReport.Strip
    }

    private func evaluate(_ task: Case, in subset: SynthFacesSubset) throws -> CaseResult {
        let rows = subset.rows
        let original = try subset.picture(at: task.start)
        let mask = HeadMask(landmarks: rows[task.start].landmarks)
        let face = try invert(original)
        let side = SynthFacesSubset.side
        func small(_ picture: RGBImage) -> RGBImage { picture.reduced(by: picture.width / side) }
        let inverted = small(face.picture)
        var result = CaseResult(pictures: CounterfactualReport.Strip(person: rows[task.start].identity, attribute: task.attribute))
        func show(_ row: Int, _ pictures: [RGBImage]) {
            result.pictures.columns[rows[row].labels[task.attribute.index]] = pictures
        }
        show(task.start, [original, inverted, inverted, inverted])
        for row in task.others {
            let target = rows[row].degrees[task.attribute]
            let request = EditRequest(attribute: task.attribute, target: target)
            let truth = try subset.picture(at: row)
            let (ours, theirs) = (
                try editor.edit(face, request: request) { _ in true }, try straight.edit(face, request: request) { _ in true }
            )
            let (edited, moved) = (small(ours.face.picture), small(theirs.face.picture))
            func distances(_ shown: (RGBImage) -> RGBImage) -> CounterfactualEdit.Distances {
                CounterfactualEdit.Distances(
                    left: mask.distance(shown(inverted), truth), straight: mask.distance(shown(moved), truth),
                    edited: mask.distance(shown(edited), truth))
            }
            result.edits.append(
                CounterfactualEdit(
                    person: rows[row].identity, attribute: task.attribute, from: rows[task.start].degrees[task.attribute], target: target,
                    inversion: mask.distance(inverted, original), drawn: distances { $0 },
                    carried: distances { original.carrying(from: inverted, to: $0) }, conclusion: ours.conclusion,
                    straightConclusion: theirs.conclusion, generatorPasses: ours.generatorPasses))
            show(row, [truth, edited, moved, inverted])
        }
        return result
    }
}

extension CounterfactualEvaluation {
    /// The editor of a model as the service uses it, beside one along straight directions fitted to random faces of the same model.
    ///
    /// - Parameters:
    ///   - faces: to fit the directions to.
    ///   - seed: of those faces; evaluations draw theirs elsewhere.
    public init(
        _ model: FaceModel, rules: InversionRules = InversionRules(), faces: Int = 2000, seed: UInt64 = 2_000_003,
        progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws {
        let sight = GeneratorSight(
            generator: model.generator, predictor: try model.requiredPredictor(), identity: try model.requiredIdentity(),
            discriminator: nil, space: model.space)
        let pool = try LatentPool.draw(count: faces, seed: seed, through: sight, progress: progress)
        let networks = ModelNetworks(model)
        let inversion = PictureInversion(model, rules: rules)
        self.init(
            editor: FieldEditor(networks: networks),
            straight: FieldEditor(networks: StraightNetworks(networks, directions: straightDirections(pool.walkers, pool.degrees)))
        ) { picture in
            let found = try inversion(picture)
            return Face(latent: found.latent, degrees: try networks.judge(found.picture).degrees, picture: found.picture)
        }
    }
}

/// One edit beside its true picture.
public struct CounterfactualEdit: Codable, Sendable, Hashable {
    /// Mean absolute differences to the true picture on the head, colours 0…1.
    public struct Distances: Codable, Sendable, Hashable {
        /// Nothing done.
        public var left: Double
        /// Moved along the straight direction.
        public var straight: Double
        /// Edited.
        public var edited: Double
    }

    public var person: Int
    public var attribute: Attribute
    /// The degrees of the picture that was inverted, and of the true one.
    public var from, target: Double
    /// The difference of the inverted picture to the one that it stands for.
    public var inversion: Double
    /// Of the pictures as drawn.
    public var drawn: Distances
    /// Of the start's own picture with only what changed in the drawn ones laid over it; `left` is that picture itself.
    public var carried: Distances
    public var conclusion, straightConclusion: EditConclusion
    public var generatorPasses: Int
}

extension RGBImage {
    /// This picture with the difference of two others added, all of one size.
    func carrying(from before: RGBImage, to after: RGBImage) -> RGBImage {
        precondition(before.pixels.count == pixels.count && after.pixels.count == pixels.count, "carrying: pictures of different sizes")
        return RGBImage(
            width: width, height: height,
            pixels: pixels.indices.map { UInt8(min(max(Int(pixels[$0]) + Int(after.pixels[$0]) - Int(before.pixels[$0]), 0), 255)) })
    }
}
