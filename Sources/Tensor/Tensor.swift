/// A dense float32 array in row-major order, with the record of how it was computed if gradients are wanted.
///
/// Pictures and feature maps are [N, H, W, C]: channel vectors are contiguous. A tensor's values do not change after it is
/// made, with two documented exceptions that write in place: an optimiser's parameters and batch-norm's running averages.
public struct Tensor: @unchecked Sendable {
    public let shape: [Int]
    let storage: Storage
    let node: GradientNode?

    init(shape: [Int], storage: Storage, node: GradientNode? = nil) {
        self.shape = shape
        self.storage = storage
        self.node = node
    }

    /// A tensor whose values `fill` writes, every one of them.
    init(_ shape: [Int], _ fill: (UnsafeMutablePointer<Float>) -> Void) {
        let storage = Storage(count: shape.reduce(1, *))
        fill(storage.pointer)
        self.init(shape: shape, storage: storage)
    }

    public init(_ shape: [Int], repeating value: Float = 0) {
        self.init(shape) { pointer in pointer.initialize(repeating: value, count: shape.reduce(1, *)) }
    }

    /// - Parameter values: as many as the shape holds, row-major.
    public init(_ shape: [Int], _ values: [Float]) {
        let count = shape.reduce(1, *)
        precondition(values.count == count, "Tensor: \(values.count) values do not fill shape \(shape)")
        self.init(shape) { pointer in
            values.withUnsafeBufferPointer { source in
                if let base = source.baseAddress { pointer.initialize(from: base, count: count) }
            }
        }
    }

    /// A tensor whose values `fill` computes from their flat index.
    public init(_ shape: [Int], generatedBy value: () -> Float) {
        self.init(shape) { pointer in
            for index in 0..<shape.reduce(1, *) { pointer[index] = value() }
        }
    }

    public var count: Int { storage.count }
    public var rank: Int { shape.count }

    /// All values, row-major.
    public var values: [Float] { Array(UnsafeBufferPointer(start: storage.pointer, count: count)) }

    /// The only value of a tensor of one element.
    public var scalar: Float {
        precondition(count == 1, "Tensor.scalar: shape \(shape) holds \(count) values")
        return storage.pointer[0]
    }

    public subscript(flat index: Int) -> Float {
        precondition(index >= 0 && index < count, "Tensor: index \(index) outside \(count) values")
        return storage.pointer[index]
    }

    /// Reads the values without copying them.
    public func withValues<R>(_ body: (UnsafeBufferPointer<Float>) throws -> R) rethrows -> R {
        try body(UnsafeBufferPointer(start: storage.pointer, count: count))
    }

    /// Writes the values in place: for parameters and running averages, between two steps.
    public func updateInPlace(_ body: (UnsafeMutableBufferPointer<Float>) -> Void) {
        body(UnsafeMutableBufferPointer(start: storage.pointer, count: count))
    }

    /// The same values in memory of their own, which may be written: a mapped file's may not.
    public func copied() -> Tensor { Tensor(shape) { out in out.update(from: pointer, count: count) } }

    var pointer: UnsafeMutablePointer<Float> { storage.pointer }
}

extension Tensor: CustomStringConvertible {
    public var description: String { "Tensor\(shape)" }
}
