import Foundation

/// A file mapped read-only into memory for as long as this object lives.
final class MappedFile: @unchecked Sendable {
    let bytes: UnsafePointer<UInt8>
    let count: Int

    init(path: String) throws(WeightFileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0 else { throw .unreadable(path: path, reason: "it is empty") }
        count = Int(status.st_size)
        let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let address, address != MAP_FAILED else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        bytes = UnsafePointer(address.assumingMemoryBound(to: UInt8.self))
    }

    /// Lets the pages that lie wholly inside a range go; reading them again brings them back.
    func forget(_ start: UnsafeRawPointer, _ count: Int) {
        let page = Int(sysconf(Int32(_SC_PAGESIZE)))
        let first = (Int(bitPattern: start) + page - 1) / page * page
        let end = (Int(bitPattern: start) + count) / page * page
        if first < end { madvise(UnsafeMutableRawPointer(bitPattern: first), end - first, MADV_DONTNEED) }
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes), count) }
}
