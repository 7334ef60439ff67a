import Synchronization

/// A block of float32 values that tensors share; freed blocks are kept for the next tensor of their size.
///
/// Large short-lived buffers would otherwise be mapped and unmapped by the allocator for every operation,
/// and page faults cost more than the arithmetic.
final class Storage: @unchecked Sendable {
    let pointer: UnsafeMutablePointer<Float>
    let count: Int
    private let owner: AnyObject?

    /// Uninitialised room for `count` values.
    init(count: Int) {
        self.count = count
        pointer = BufferPool.shared.take(count)
        owner = nil
    }

    /// Values that somebody else keeps alive, for instance a mapped file. They are never written.
    init(borrowing pointer: UnsafeMutablePointer<Float>, count: Int, owner: AnyObject) {
        self.pointer = pointer
        self.count = count
        self.owner = owner
    }

    deinit {
        if owner == nil { BufferPool.shared.give(pointer, count) }
    }
}

/// Recycles buffers by size class, up to a limit of idle bytes.
private final class BufferPool: Sendable {
    static let shared = BufferPool()

    private struct Idle: ~Copyable {
        var buffers: [Int: [UnsafeMutablePointer<Float>]] = [:]
        var bytes = 0
    }

    private static let idleLimit = 1 << 30
    private let idle = Mutex(Idle())

    /// Rounds up to an eighth of the next power of two, so that near sizes share buffers and little is wasted.
    private static func sizeClass(_ count: Int) -> Int {
        guard count > 1024 else { return max(16, (count + 15) & ~15) }
        let step = (1 << (Int.bitWidth - count.leadingZeroBitCount)) >> 4
        return (count + step - 1) / step * step
    }

    func take(_ count: Int) -> UnsafeMutablePointer<Float> {
        let size = Self.sizeClass(count)
        let address = idle.withLock { idle -> UInt in
            guard let buffer = idle.buffers[size]?.popLast() else { return 0 }
            idle.bytes -= size * 4
            return UInt(bitPattern: buffer)
        }
        if let buffer = UnsafeMutablePointer<Float>(bitPattern: address) { return buffer }
        return UnsafeMutableRawPointer.allocate(byteCount: size * 4, alignment: 64).assumingMemoryBound(to: Float.self)
    }

    func give(_ pointer: UnsafeMutablePointer<Float>, _ count: Int) {
        let size = Self.sizeClass(count)
        let address = UInt(bitPattern: pointer)
        let kept = idle.withLock { idle -> Bool in
            guard idle.bytes + size * 4 <= Self.idleLimit else { return false }
            idle.bytes += size * 4
            idle.buffers[size, default: []].append(UnsafeMutablePointer(bitPattern: address)!)
            return true
        }
        if !kept { UnsafeMutableRawPointer(pointer).deallocate() }
    }
}
