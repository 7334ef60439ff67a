import Foundation
public import ImageCodecs

/// Labels with their pictures, the pictures as compressed as they are stored until asked for.
public struct SynthFacesSubset: Sendable {
    /// Width and height of every picture.
    public static let side = 128
    /// Bytes of one decoded picture, `[128, 128, 3]`.
    public static let bytesPerPicture = 3 * side * side

    public private(set) var rows: [SynthFacesRow] = []
    private var archives: [TarArchive] = []
    /// For each row: which archive, and where in it.
    private var places: [(archive: Int, range: Range<Int>)] = []

    init() {}

    public var count: Int { rows.count }

    mutating func append(_ newRows: [SynthFacesRow], from archive: TarArchive) throws {
        for row in newRows {
            guard let range = archive.members[row.key + ".jpg"] else {
                throw SynthFaces.Failure.damaged(file: row.key + ".jpg", reason: "the archive does not hold the picture")
            }
            places.append((archives.count, range))
        }
        rows += newRows
        archives.append(archive)
    }

    /// The rows that a condition holds for, with their pictures.
    public func filtered(_ isIncluded: (SynthFacesRow) throws -> Bool) rethrows -> SynthFacesSubset {
        let kept = try rows.indices.filter { try isIncluded(rows[$0]) }
        var subset = self
        subset.rows = kept.map { rows[$0] }
        subset.places = kept.map { places[$0] }
        return subset
    }

    /// Decodes one picture.
    public func picture(at index: Int) throws -> RGBImage {
        precondition(rows.indices.contains(index), "SynthFacesSubset: no row \(index)")
        return RGBImage(width: Self.side, height: Self.side, pixels: try pixels(of: [index], threads: 1))
    }

    /// Decodes all pictures into one block, `[count, 128, 128, 3]`, 48 KiB each.
    public func pixels(threads: Int = 2) throws -> [UInt8] {
        try pixels(of: Array(rows.indices), threads: threads)
    }

    /// Decodes some pictures into one block, `[indices.count, 128, 128, 3]`.
    ///
    /// - Parameters:
    ///   - indices: of rows; each may come more than once.
    ///   - threads: how many decode at a time.
    /// - Throws: `SynthFaces.Failure` for the first picture that is not a sound JPEG of 128 × 128 pixels.
    public func pixels(of indices: [Int], threads: Int = 2) throws -> [UInt8] {
        precondition(indices.allSatisfy(rows.indices.contains), "SynthFacesSubset: an index without a row")
        let size = Self.bytesPerPicture
        let failures = FirstFailure()
        let threads = max(1, min(threads, indices.count))
        let pixels = [UInt8](unsafeUninitializedCapacity: indices.count * size) { block, initialized in
            block.initialize(repeating: 0)
            initialized = indices.count * size
            // Each thread writes pictures of its own, so no two ever touch the same bytes.
            nonisolated(unsafe) let block = block
            DispatchQueue.concurrentPerform(iterations: threads) { thread in
                for slot in stride(from: thread, to: indices.count, by: threads) where failures.isEmpty {
                    let (archive, range) = places[indices[slot]]
                    do {
                        try archives[archive].bytes.withUnsafeBufferPointer {
                            try decodeJPEG(
                                UnsafeBufferPointer(rebasing: $0[range]), width: Self.side, height: Self.side,
                                into: UnsafeMutableBufferPointer(rebasing: block[slot * size..<(slot + 1) * size]))
                        }
                    } catch {
                        failures.note(.damaged(file: rows[indices[slot]].key + ".jpg", reason: "\(error)"), at: slot)
                    }
                }
            }
        }
        if let failure = failures.first { throw failure }
        return pixels
    }
}

/// The failure with the lowest slot among those that threads ran into.
private final class FirstFailure: @unchecked Sendable {
    private let lock = NSLock()
    private var noted: (slot: Int, failure: SynthFaces.Failure)?

    var isEmpty: Bool { lock.withLock { noted == nil } }
    var first: SynthFaces.Failure? { lock.withLock { noted?.failure } }

    func note(_ failure: SynthFaces.Failure, at slot: Int) {
        lock.withLock { if noted.map({ slot < $0.slot }) ?? true { noted = (slot, failure) } }
    }
}
