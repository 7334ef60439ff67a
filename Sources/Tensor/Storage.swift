import Foundation
import Synchronization

/// A block of float32 values that tensors share; freed blocks are kept for the next tensor of their size.
///
/// Large short-lived buffers would otherwise be mapped and unmapped by the allocator for every operation,
/// and page faults cost more than the arithmetic.
final class Storage: @unchecked Sendable {
    let pointer: UnsafeMutablePointer<Float>
    let count: Int
    private let capacity: Int
    private let isLasting: Bool
    private let owner: AnyObject?

    /// Uninitialised room for `count` values.
    init(count: Int) {
        self.count = count
        (pointer, capacity) = BufferPool.shared.take(count)
        isLasting = false
        owner = nil
    }

    /// Uninitialised room that stays for long: neither taken from the idle buffers, of which one might be larger than needed, nor left
    /// to them.
    init(lasting count: Int) {
        self.count = count
        (pointer, capacity) = BufferPool.shared.allocate(count)
        isLasting = true
        owner = nil
    }

    /// Values that somebody else keeps alive, for instance a mapped file. They are never written.
    init(borrowing pointer: UnsafeMutablePointer<Float>, count: Int, owner: AnyObject) {
        self.pointer = pointer
        self.count = count
        self.owner = owner
        isLasting = false
        capacity = 0
    }

    deinit {
        guard owner == nil else { return }
        if isLasting {
            BufferPool.shared.free(pointer, capacity: capacity)
        } else {
            BufferPool.shared.give(pointer, capacity)
        }
    }

    /// Says that the values are not needed for a while: the pages of a mapped file may go, and come back when they are read.
    func forget() {
        if let map = owner as? MappedFile { map.forget(pointer, count * 4) }
    }
}

extension Compute {
    /// Keeps more freed memory for the next operations than a service should: a training step needs what the last one needed.
    ///
    /// - Parameter bytes: 0 or more.
    public static func keepIdleMemory(upTo bytes: Int) {
        BufferPool.shared.idleLimit.store(bytes, ordering: .relaxed)
        BufferPool.shared.tolerated.store(bytes, ordering: .relaxed)
    }
}

/// Recycles buffers: small ones by their size, of large ones the smallest that is large enough.
///
/// A pass through a generator asks for ever larger maps. The large buffers it leaves serve the small maps of the next pass, so that
/// the memory held is what one pass needs at its height.
private final class BufferPool: Sendable {
    static let shared = BufferPool()

    private struct Idle: ~Copyable {
        var small: [Int: [UnsafeMutablePointer<Float>]] = [:]
        /// In ascending order of capacity.
        var large: [(capacity: Int, address: UInt)] = []
        var bytes = 0
    }

    /// Idle bytes that may be kept.
    fileprivate let idleLimit = Atomic(512 << 20)
    /// Idle bytes that may stay when memory is asked of the system.
    fileprivate let tolerated = Atomic(128 << 20)
    /// Values from which a buffer is large: 1 MB.
    private static let large = 1 << 18
    private let idle = Mutex(Idle())

    /// Rounds up to an eighth of the next power of two, so that near sizes share buffers and little is wasted.
    private static func sizeClass(_ count: Int) -> Int {
        guard count > 1024 else { return max(16, (count + 15) & ~15) }
        let step = (1 << (Int.bitWidth - count.leadingZeroBitCount)) >> 4
        return (count + step - 1) / step * step
    }

    func take(_ count: Int) -> (UnsafeMutablePointer<Float>, capacity: Int) {
        let size = Self.sizeClass(count)
        let found = idle.withLock { idle -> (address: UInt, capacity: Int)? in
            if size < Self.large {
                guard let buffer = idle.small[size]?.popLast() else { return nil }
                idle.bytes -= size * 4
                return (UInt(bitPattern: buffer), size)
            }
            if let index = idle.large.firstIndex(where: { $0.capacity >= size }), idle.large[index].capacity <= 4 * size {
                let buffer = idle.large.remove(at: index)
                idle.bytes -= buffer.capacity * 4
                return (buffer.address, buffer.capacity)
            }
            // None fits, and another is to come: give back what is too much.
            while idle.bytes > tolerated.load(ordering: .relaxed), let buffer = idle.large.popLast() {
                free(UnsafeMutablePointer(bitPattern: buffer.address)!, capacity: buffer.capacity)
                idle.bytes -= buffer.capacity * 4
            }
            return nil
        }
        if let found, let buffer = UnsafeMutablePointer<Float>(bitPattern: found.address) { return (buffer, found.capacity) }
        return allocate(count)
    }

    func allocate(_ count: Int) -> (UnsafeMutablePointer<Float>, capacity: Int) {
        let size = Self.sizeClass(count)
        guard size >= Self.large else {
            return (UnsafeMutableRawPointer.allocate(byteCount: size * 4, alignment: 64).assumingMemoryBound(to: Float.self), size)
        }
        // Straight from the system, in large pages if it has them: the allocator would keep what is freed between what stays.
        let memory = mmap(nil, size * 4, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let memory, memory != MAP_FAILED else { fatalError("no memory for \(size * 4) bytes") }
        madvise(memory, size * 4, MADV_HUGEPAGE)
        return (memory.assumingMemoryBound(to: Float.self), size)
    }

    func free(_ pointer: UnsafeMutablePointer<Float>, capacity: Int) {
        if capacity >= Self.large {
            munmap(pointer, capacity * 4)
        } else {
            UnsafeMutableRawPointer(pointer).deallocate()
        }
    }

    func give(_ pointer: UnsafeMutablePointer<Float>, _ capacity: Int) {
        let address = UInt(bitPattern: pointer)
        let kept = idle.withLock { idle -> Bool in
            guard idle.bytes + capacity * 4 <= idleLimit.load(ordering: .relaxed) else { return false }
            idle.bytes += capacity * 4
            if capacity < Self.large {
                idle.small[capacity, default: []].append(UnsafeMutablePointer(bitPattern: address)!)
            } else {
                let index = idle.large.firstIndex { $0.capacity >= capacity } ?? idle.large.endIndex
                idle.large.insert((capacity, address), at: index)
            }
            return true
        }
        if !kept { free(pointer, capacity: capacity) }
    }
}
