/// The table of contents of a zip archive whose entries are stored, not compressed: how PyTorch writes its files.
struct ZipDirectory {
    /// Where the bytes of every entry lie.
    private(set) var entries: [String: Range<Int>] = [:]

    /// - Throws: if an entry is compressed, lies outside the file, or the table is damaged.
    init(_ file: FileBytes) throws(CheckpointError) {
        var (offset, count) = try Self.directory(file)
        guard count <= file.count / 46 else { throw .damaged }
        while count > 0 {
            count -= 1
            guard file.starts(with: [0x50, 0x4b, 1, 2], at: offset) else { throw .damaged }
            func field(_ at: Int, _ width: Int) throws(CheckpointError) -> Int {
                Int(truncatingIfNeeded: try file.integer(at: offset + at, width: width))
            }
            let method = try field(10, 2)
            var (size, stored, header) = (try field(24, 4), try field(20, 4), try field(42, 4))
            let (nameLength, extraLength, commentLength) = (try field(28, 2), try field(30, 2), try field(32, 2))
            let nameStart = offset + 46
            let next = nameStart + nameLength + extraLength + commentLength
            guard next <= file.count, let name = file.text(nameStart..<nameStart + nameLength) else { throw .damaged }
            // Sizes that need 64 bits stand in an extra field.
            var extra = nameStart + nameLength
            while extra + 4 <= nameStart + nameLength + extraLength {
                let kind = try file.integer(at: extra, width: 2)
                let length = Int(try file.integer(at: extra + 2, width: 2))
                if kind == 1 {
                    var place = extra + 4
                    for missing in [\.0, \.1, \.2] as [WritableKeyPath<(Int, Int, Int), Int>] {
                        var sizes = (size, stored, header)
                        guard sizes[keyPath: missing] == 0xFFFF_FFFF, place + 8 <= extra + 4 + length else { continue }
                        guard let value = Int(exactly: try file.integer(at: place, width: 8)) else { throw .damaged }
                        sizes[keyPath: missing] = value
                        (size, stored, header) = sizes
                        place += 8
                    }
                }
                extra += 4 + length
            }
            guard method == 0, size == stored else {
                throw .unreadable("the archive's entry \(name.prefix(100)) is compressed; PyTorch stores its entries as they are")
            }
            guard header >= 0, size >= 0, file.starts(with: [0x50, 0x4b, 3, 4], at: header) else { throw .damaged }
            let lengths = (try file.integer(at: header + 26, width: 2), try file.integer(at: header + 28, width: 2))
            let start = header + 30 + Int(lengths.0) + Int(lengths.1)
            guard start <= file.count, size <= file.count - start else { throw .truncated }
            entries[name] = start..<start + size
            offset = next
        }
    }

    /// Where the table begins and how many entries it has.
    private static func directory(_ file: FileBytes) throws(CheckpointError) -> (offset: Int, count: Int) {
        let lowest = max(0, file.count - 65_557)
        var place = file.count - 22
        while place >= lowest, !file.starts(with: [0x50, 0x4b, 5, 6], at: place) { place -= 1 }
        guard place >= lowest, place >= 0 else { throw .truncated }
        var count = Int(try file.integer(at: place + 10, width: 2))
        var offset = Int(try file.integer(at: place + 16, width: 4))
        if count == 0xFFFF || offset == 0xFFFF_FFFF, file.starts(with: [0x50, 0x4b, 6, 7], at: place - 20) {
            guard let end = Int(exactly: try file.integer(at: place - 12, width: 8)), file.starts(with: [0x50, 0x4b, 6, 6], at: end),
                let total = Int(exactly: try file.integer(at: end + 32, width: 8)),
                let start = Int(exactly: try file.integer(at: end + 48, width: 8))
            else { throw .damaged }
            (count, offset) = (total, start)
        }
        return (offset, count)
    }
}
