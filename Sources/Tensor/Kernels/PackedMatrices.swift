import CKernels
import Synchronization

/// Constant right-hand sides of matrix products, several of one shape, in the order in which the kernels read them.
final class PackedMatrices: Sendable {
    let kernels: Kernels
    let rows, columns: Int
    private let storage: Storage

    /// Packs matrices in parallel.
    ///
    /// - Parameter fill: writes matrix number i, row-major: [rows, columns], or [columns, rows] if `transposed`.
    init(
        _ kernels: Kernels, count: Int, rows: Int, columns: Int, transposed: Bool = false,
        fill: (Int, UnsafeMutablePointer<Float>) -> Void
    ) {
        self.kernels = kernels
        self.rows = rows
        self.columns = columns
        let width = kernels.panel
        let size = (columns + width - 1) / width * width * rows
        storage = Storage(lasting: count * size)
        let packed = storage.pointer
        Compute.parallel(count, grain: 1) { range in
            let plain = Storage(count: rows * columns)
            for matrix in range {
                fill(matrix, plain.pointer)
                let target = packed + matrix * size
                target.update(repeating: 0, count: size)
                let (rowStep, columnStep) = transposed ? (1, rows) : (columns, 1)
                for column in 0..<columns {
                    let (panel, offset) = column.quotientAndRemainder(dividingBy: width)
                    let line = target + panel * rows * width + offset
                    for row in 0..<rows { line[row * width] = plain.pointer[row * rowStep + column * columnStep] }
                }
            }
        }
    }

    /// Panels of matrix number `index` from `column`, a multiple of the panel's width.
    func panels(_ index: Int, from column: Int = 0) -> UnsafePointer<Float> {
        let width = kernels.panel
        let size = (columns + width - 1) / width * width * rows
        return UnsafePointer(storage.pointer + index * size + column * rows)
    }

    /// c ← a · matrix[index], columns `range` of it.
    func multiply(
        _ index: Int, columns range: Range<Int>, _ m: Int, _ a: UnsafePointer<Float>, lda: Int, _ c: UnsafeMutablePointer<Float>,
        ldc: Int
    ) {
        kernels.multiply(m, range.count, rows, a, lda: lda, panels(index, from: range.lowerBound), c + range.lowerBound, ldc: ldc)
    }

    var bytes: Int { storage.count * 4 }
}

/// Something made on first use and kept.
final class Lazily<Value: Sendable>: Sendable {
    private let made: Mutex<Value?> = Mutex(nil)
    private let make: @Sendable () -> Value

    init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    var value: Value {
        made.withLock { made in
            if let value = made { return value }
            let value = make()
            made = value
            return value
        }
    }
}
