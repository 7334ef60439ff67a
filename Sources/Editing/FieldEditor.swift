public import FaceAttributes
public import ImageCodecs

/// Edits faces by walking semantic fields, with a generator to draw and judges to look at every point (section 4 of the paper).
public struct FieldEditor<Networks: EditingNetworks>: FaceEditor {
    public let networks: Networks
    public let rules: WalkRules

    public init(networks: Networks, rules: WalkRules = WalkRules()) {
        self.networks = networks
        self.rules = rules
    }

    public var modelName: String { networks.modelName }
    public var stepBudget: Int { rules.stepBudget }

    public var readsDegrees: Bool { networks.readsDegrees }
    public var judgesIdentity: Bool { networks.judgesIdentity }
    public var attributes: [Attribute] { networks.attributes }

    public func drawing(seed: UInt64) throws -> (latent: FaceLatent, picture: RGBImage) {
        let latent = try networks.latent(seed: seed)
        return (latent, try networks.picture(of: latent))
    }

    public func face(seed: UInt64) throws -> Face {
        try face(of: networks.latent(seed: seed))
    }

    /// The face of a code, and what the predictor reads off it.
    public func face(of latent: FaceLatent) throws -> Face {
        let picture = try networks.picture(of: latent)
        return Face(latent: latent, degrees: try networks.judge(picture).degrees, picture: picture)
    }

    public func picture(of latent: FaceLatent) throws -> RGBImage { try networks.picture(of: latent) }

    /// Walks the field until the request is met or a stop rule of `Walk` ends it.
    ///
    /// The start is judged by its picture, so it costs no generator pass; a cancelled walk gives the start back.
    public func edit(_ face: Face, request: EditRequest, onStep: (WalkStep) -> Bool) throws -> EditOutcome {
        let attribute = request.attribute
        let start = try networks.judge(face.picture)
        var walk = Walk(target: request.target, rules: rules)
        var steps = [WalkStep(index: 0, latent: face.latent, degrees: face.degrees, identityDistance: 0)]
        var directions: [Int: [Float]] = [:]
        var paths: [Heading: FieldPath] = [:]
        var best: (point: Int, face: Face) = (0, face)

        func outcome(_ reason: StopReason) -> EditOutcome {
            let result = walk.result(reason)
            return EditOutcome(
                conclusion: result.conclusion, reason: reason, steps: steps, face: result.point == 0 ? face : best.face,
                identityDistance: steps[result.point].identityDistance, generatorPasses: steps.count - 1)
        }

        func lookAhead(_ point: Int, _ orientation: Double, _ change: Double) throws -> Foresight? {
            let path = try networks.path(
                raising: attribute, from: steps[point].latent, orientation: orientation, change: change,
                degree: steps[point].degrees[attribute], start: face.latent, rules: rules)
            paths[Heading(origin: point, isUp: orientation > 0)] = path
            return path?.foresight
        }

        func latent(from origin: Int, length: Double) throws -> FaceLatent {
            if let path = paths[Heading(origin: origin, isUp: length > 0)], path.offsets.count > 1 {
                return try networks.latent(from: steps[origin].latent, along: path.offset(at: abs(length)), length: 1)
            }
            if directions[origin] == nil {
                let direction = try networks.direction(raising: attribute, at: steps[origin].latent)
                guard direction.allSatisfy(\.isFinite) else { throw EditingError.notANumber(attribute) }
                directions[origin] = direction
            }
            return try networks.latent(from: steps[origin].latent, along: directions[origin] ?? [], length: length)
        }

        var move = try walk.observe(Walk.Observation(degree: face.degrees[attribute]), lookAhead: lookAhead)
        while case .step(let origin, let length) = move {
            let latent = try latent(from: origin, length: length)
            let picture = try networks.picture(of: latent)
            let judgement = try networks.judge(picture)
            let step = WalkStep(
                index: steps.count, latent: latent, degrees: judgement.degrees, identityDistance: judgement.identityDistance(to: start))
            steps.append(step)
            move = try walk.observe(
                Walk.Observation(
                    degree: step.degrees[attribute], identityDistance: step.identityDistance,
                    sideEffect: step.degrees.largestChange(from: face.degrees, except: attribute)), lookAhead: lookAhead)
            if walk.best == step.index { best = (step.index, Face(latent: latent, degrees: step.degrees, picture: picture)) }
            // A walk that has just come to its end is not taken back.
            if !onStep(step), case .step = move {
                walk.cancel()
                return outcome(.cancelled)
            }
        }
        guard case .stop(let reason) = move else { return outcome(.cancelled) }
        return outcome(reason)
    }
}

/// A point of a walk and the way taken from it.
private struct Heading: Hashable {
    var origin: Int
    var isUp: Bool
}
