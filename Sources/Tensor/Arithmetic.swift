import Foundation

/// The fewest values for which a second thread pays.
private let elementGrain = 1 << 15

/// Applies `f` to every value.
@inline(__always)
func mapped(_ x: Tensor, _ f: (Float) -> Float) -> Tensor {
    Tensor(x.shape) { out in
        let source = x.pointer
        Compute.parallel(x.count, grain: elementGrain) { range in
            for i in range { out[i] = f(source[i]) }
        }
    }
}

/// Applies `f` to the values of two tensors of one shape.
@inline(__always)
func mapped(_ a: Tensor, _ b: Tensor, _ f: (Float, Float) -> Float) -> Tensor {
    precondition(a.shape == b.shape, "elementwise operation: shapes \(a.shape) and \(b.shape) differ")
    return Tensor(a.shape) { out in
        let left = a.pointer
        let right = b.pointer
        Compute.parallel(a.count, grain: elementGrain) { range in
            for i in range { out[i] = f(left[i], right[i]) }
        }
    }
}

extension Tensor {
    public static func + (a: Tensor, b: Tensor) -> Tensor {
        mapped(a, b) { $0 + $1 }.recorded(from: [a, b]) { [$0, $0] }
    }

    public static func - (a: Tensor, b: Tensor) -> Tensor {
        mapped(a, b) { $0 - $1 }.recorded(from: [a, b]) { [$0, $0 * -1] }
    }

    public static func * (a: Tensor, b: Tensor) -> Tensor {
        mapped(a, b) { $0 * $1 }.recorded(from: [a, b]) { gradient in
            [a.isTracked ? gradient * b.detached() : nil, b.isTracked ? gradient * a.detached() : nil]
        }
    }

    public static func * (a: Tensor, factor: Float) -> Tensor {
        mapped(a) { $0 * factor }.recorded(from: [a]) { [$0 * factor] }
    }

    public static func + (a: Tensor, summand: Float) -> Tensor {
        mapped(a) { $0 + summand }.recorded(from: [a]) { [$0] }
    }

    /// y = gain · max(x, slope · x).
    public func leakyReLU(slope: Float = 0.2, gain: Float = 1) -> Tensor {
        let x = detached()
        return mapped(self) { gain * ($0 > 0 ? $0 : slope * $0) }.recorded(from: [self]) { gradient in
            [mapped(gradient, x) { $1 > 0 ? gain * $0 : gain * slope * $0 }]
        }
    }

    public func relu() -> Tensor { leakyReLU(slope: 0) }

    public func sigmoid() -> Tensor {
        let y = mapped(self) { 1 / (1 + exp(-$0)) }
        return y.recorded(from: [self]) { [mapped($0, y) { $0 * $1 * (1 - $1) }] }
    }

    public func tanh() -> Tensor {
        let y = mapped(self) { Foundation.tanh($0) }
        return y.recorded(from: [self]) { [mapped($0, y) { $0 * (1 - $1 * $1) }] }
    }

    /// log(1 + eˣ), without overflow.
    public func softplus() -> Tensor {
        let x = detached()
        return mapped(self) { max($0, 0) + log1p(exp(-abs($0))) }.recorded(from: [self]) { gradient in
            [mapped(gradient, x) { $0 / (1 + exp(-$1)) }]
        }
    }

    /// |x|; its gradient at zero is zero.
    public func magnitude() -> Tensor {
        let x = detached()
        return mapped(self) { abs($0) }.recorded(from: [self]) { gradient in
            [mapped(gradient, x) { $1 > 0 ? $0 : ($1 < 0 ? -$0 : 0) }]
        }
    }

    public func squared() -> Tensor {
        let x = detached()
        return mapped(self) { $0 * $0 }.recorded(from: [self]) { [mapped($0, x) { 2 * $0 * $1 }] }
    }

    /// 1 / √(x + ε), for x ≥ 0.
    public func reciprocalSquareRoot(epsilon: Float) -> Tensor {
        let y = mapped(self) { 1 / ($0 + epsilon).squareRoot() }
        return y.recorded(from: [self]) { [mapped($0, y) { -0.5 * $0 * $1 * $1 * $1 }] }
    }

    /// The sum of all values, shape [1].
    public func sum() -> Tensor {
        let shape = self.shape
        let total = withValues { values in
            // Blocks keep the rounding error of long sums at the level of their square root.
            stride(from: 0, to: values.count, by: 4096).reduce(0.0) { sum, start in
                sum + Double(values[start..<min(start + 4096, values.count)].reduce(0, +))
            }
        }
        return Tensor([1], [Float(total)]).recorded(from: [self]) { [Tensor(shape, repeating: $0.scalar)] }
    }

    /// The mean of all values, shape [1].
    public func mean() -> Tensor { sum() * (1 / Float(max(count, 1))) }
}
