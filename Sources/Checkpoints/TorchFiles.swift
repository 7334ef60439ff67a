/// PyTorch's file format since 1.6: a zip archive with a pickle `data.pkl` and one entry a storage.
enum TorchArchive {
    static func load(_ file: FileBytes, into arena: inout PickleArena) throws(CheckpointError) -> PickleValue {
        let directory = try ZipDirectory(file)
        guard let name = directory.entries.keys.filter({ $0 == "data.pkl" || $0.hasSuffix("/data.pkl") }).min(),
            let pickle = directory.entries[name]
        else { throw .unreadable("the archive has no data.pkl, so it is no file of PyTorch") }
        let folder = String(name.dropLast("data.pkl".count))
        if let order = directory.entries[folder + "byteorder"], file.text(order) == "big" {
            throw .unreadable("the file was written on a machine with another byte order")
        }
        var unpickler = Unpickler(file, pickle) { directory.entries[folder + "data/" + $0] }
        return try unpickler.load(into: &arena)
    }
}

/// PyTorch's first file format: pickles one after the other (magic number, version, system, the object, the keys of its storages),
/// then the storages' numbers, each behind its count. Storages inside other pickles come in it as well.
enum LegacyTorchFile {
    /// The magic number 0x1950a86a20f9469cfc6c as a pickle begins with it, in protocol 2.
    private static let beginning: [UInt8] = [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19]

    static func isOne(_ file: FileBytes, _ range: Range<Int>) -> Bool { file.starts(with: beginning, at: range.lowerBound) }

    /// - Returns: the object, and the storages that were made.
    static func load(
        _ file: FileBytes, _ range: Range<Int>, depth: Int = 0, into arena: inout PickleArena
    ) throws(CheckpointError) -> (value: PickleValue, storages: [Int]) {
        guard isOne(file, range) else { throw .damaged }
        var position = range.lowerBound
        func next(_ arena: inout PickleArena) throws(CheckpointError) -> (PickleValue, [Int]) {
            var unpickler = Unpickler(file, position..<range.upperBound, depth: depth)
            let value = try unpickler.load(into: &arena)
            position = unpickler.position
            return (value, unpickler.storages)
        }
        for _ in 0..<3 { _ = try next(&arena) }
        let (value, storages) = try next(&arena)
        let (keys, _) = try next(&arena)
        guard let keys = arena.items(keys) else { throw .damaged }
        let named = Dictionary(storages.map { (arena.storages[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
        var places: [String: Range<Int>] = [:]
        for key in keys {
            guard let key = key.string, let storage = named[key],
                let count = Int(exactly: try file.integer(at: position, width: 8)),
                count <= range.count / arena.storages[storage].type.width
            else { throw .damaged }
            let start = position + 8
            let length = count * arena.storages[storage].type.width
            guard start <= range.upperBound, length <= range.upperBound - start else { throw .truncated }
            places[key] = start..<start + length
            position = start + length
        }
        for storage in storages where arena.storages[storage].range == nil {
            arena.storages[storage].range = places[arena.storages[storage].key]
        }
        return (value, storages)
    }
}
