public import Editing
public import FaceAttributes
public import ImageCodecs

/// A face editor whose faces are their degrees: half a degree a step, straight to the target, exact and the same every time.
///
/// Whatever is asked of the beard moves the age a tenth of the way along. Beards above degree 4 cannot be had.
public struct StraightEditor: FaceEditor {
    public struct Broken: Error {
        public init() {}
    }

    public let modelName: String
    public let stepBudget = 20
    public var readsDegrees = true
    public var judgesIdentity = true
    public var attributes = Attribute.allCases
    /// Called on the worker's thread before every generator pass of a walk; may block it or throw.
    public var onPass: @Sendable (EditRequest) throws -> Void

    public init(modelName: String = "straight", onPass: @escaping @Sendable (EditRequest) throws -> Void = { _ in }) {
        self.modelName = modelName
        self.onPass = onPass
    }

    public func face(seed: UInt64) throws -> Face {
        let degrees = Degrees((0..<5).map { Double((seed >> (3 * $0)) % 6) })
        return try draw(degrees, noiseSeed: seed)
    }

    public func edit(_ face: Face, request: EditRequest, onStep: (WalkStep) -> Bool) throws -> EditOutcome {
        let start = face.degrees
        var current = face
        var steps: [WalkStep] = []
        func look(at face: Face) throws -> Bool {
            try onPass(request)
            let step = WalkStep(
                index: steps.count, latent: face.latent, degrees: face.degrees,
                identityDistance: abs(face.degrees[request.attribute] - start[request.attribute]) / 10)
            steps.append(step)
            return onStep(step)
        }
        func outcome(_ conclusion: EditConclusion, _ reason: StopReason, _ face: Face) -> EditOutcome {
            EditOutcome(
                conclusion: conclusion, reason: reason, steps: steps, face: face,
                identityDistance: steps.last?.identityDistance ?? 0, generatorPasses: steps.count)
        }
        guard try look(at: face) else { return outcome(.unreachable, .cancelled, face) }
        if abs(request.target - start[request.attribute]) < 0.1 { return outcome(.alreadyThere, .alreadyThere, face) }
        while steps.count < stepBudget {
            let rest = request.target - current.degrees[request.attribute]
            if abs(rest) < 0.01 { return outcome(.reached, .reached, current) }
            var degrees = current.degrees
            let step = max(-0.5, min(0.5, rest))
            if request.attribute == .beard {
                if degrees[.beard] + step > 4 {
                    return outcome(degrees[.beard] == start[.beard] ? .unreachable : .partial, .stalled, current)
                }
                degrees[.age] = min(max(degrees[.age] + step / 4, 0), 5)
            }
            degrees[request.attribute] += step
            current = try draw(degrees, noiseSeed: face.latent.noiseSeed)
            guard try look(at: current) else { return outcome(.partial, .cancelled, face) }
        }
        return outcome(.partial, .stepBudget, current)
    }

    public func picture(of latent: FaceLatent) throws -> RGBImage {
        RGBImage(width: 5, height: 2, pixels: (0..<10).flatMap { [UInt8(latent.w[$0 % 5] * 50), UInt8(latent.noiseSeed & 255), 7] })
    }

    private func draw(_ degrees: Degrees, noiseSeed: UInt64) throws -> Face {
        let w = degrees.values.map(Float.init)
        let latent = FaceLatent(w: w, wPlus: w + w, noiseSeed: noiseSeed)
        return Face(latent: latent, degrees: degrees, picture: try picture(of: latent))
    }
}
