import Foundation

/// Adam (Kingma and Ba 2015), with optional decoupled weight decay and clipping of the gradient's norm.
public struct Adam {
    public var learningRate: Float
    public let beta1, beta2, epsilon, weightDecay: Float
    /// The norm of all gradients together is cut to this; nil leaves it.
    public let clipNorm: Float?
    public private(set) var step = 0
    private var moments: [(first: Tensor, second: Tensor)]
    private let tables: Set<Int>

    /// - Parameters:
    ///   - parameters: the tensors to be optimised, in the order in which gradients will come.
    ///   - tables: the numbers of those of which a step needs few rows: rows without a gradient stay as they are, moments too.
    public init(
        _ parameters: [Tensor], learningRate: Float, beta1: Float = 0.9, beta2: Float = 0.999, epsilon: Float = 1e-8,
        weightDecay: Float = 0, clipNorm: Float? = nil, tables: Set<Int> = []
    ) {
        self.tables = tables
        self.learningRate = learningRate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.weightDecay = weightDecay
        self.clipNorm = clipNorm
        moments = parameters.map { (Tensor($0.shape), Tensor($0.shape)) }
    }

    /// Moves every parameter in place by one step. Matrices and kernels decay, vectors don't.
    public mutating func update(_ parameters: [Tensor], with gradients: [Tensor]) {
        precondition(parameters.count == moments.count && gradients.count == moments.count, "Adam: \(parameters.count) parameters expected")
        step += 1
        let correction1 = 1 - power(beta1, step)
        let correction2 = 1 - power(beta2, step)
        var scale: Float = 1
        if let clipNorm {
            let norm = gradients.reduce(Float(0)) { $0 + $1.sumOfSquares }.squareRoot()
            if !norm.isFinite { return }
            scale = min(1, clipNorm / max(norm, 1e-12))
        }
        let rate = learningRate / correction1
        let (b1, b2, eps) = (beta1, beta2, epsilon)
        for (number, ((parameter, gradient), moment)) in zip(zip(parameters, gradients), moments).enumerated() {
            let (p, g, m, v) = (parameter.pointer, gradient.pointer, moment.first.pointer, moment.second.pointer)
            let decay = parameter.rank > 1 ? learningRate * weightDecay : 0
            func move(_ range: Range<Int>) {
                for i in range {
                    let value = g[i] * scale
                    m[i] = b1 * m[i] + (1 - b1) * value
                    v[i] = b2 * v[i] + (1 - b2) * value * value
                    p[i] -= decay * p[i] + rate * m[i] / ((v[i] / correction2).squareRoot() + eps)
                }
            }
            guard tables.contains(number), let width = parameter.shape.last else {
                Compute.parallel(parameter.count, grain: 1 << 15, move)
                continue
            }
            Compute.parallel(parameter.count / width, grain: (1 << 15) / width + 1) { rows in
                for row in rows {
                    let row = row * width..<(row + 1) * width
                    if row.contains(where: { g[$0] != 0 }) { move(row) }
                }
            }
        }
    }

    /// The optimiser's memory, to be written beside the weights of a checkpoint.
    public var state: [Tensor] { moments.flatMap { [$0.first, $0.second] } }

    /// Continues from a checkpoint.
    public mutating func restore(_ state: [Tensor], step: Int) {
        precondition(state.count == 2 * moments.count, "Adam: a checkpoint of \(state.count) tensors for \(moments.count) parameters")
        for (index, moment) in moments.enumerated() {
            precondition(state[2 * index].shape == moment.first.shape, "Adam: checkpoint of another shape")
            moment.first.pointer.update(from: state[2 * index].pointer, count: moment.first.count)
            moment.second.pointer.update(from: state[2 * index + 1].pointer, count: moment.second.count)
        }
        self.step = step
    }

    private func power(_ base: Float, _ exponent: Int) -> Float { Float(Foundation.pow(Double(base), Double(exponent))) }
}

extension Tensor {
    /// Σ x², in one pass.
    fileprivate var sumOfSquares: Float {
        var lanes = SIMD16<Float>(repeating: 0)
        let whole = count / 16 * 16
        for i in stride(from: 0, to: whole, by: 16) {
            let values = UnsafeRawPointer(pointer + i).loadUnaligned(as: SIMD16<Float>.self)
            lanes += values * values
        }
        return (whole..<count).reduce(lanes.sum()) { $0 + pointer[$1] * pointer[$1] }
    }
}
