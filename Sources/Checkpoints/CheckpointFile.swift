import FaceModels
import Tensor

/// Somebody's checkpoint, opened: groups of named tensors, as `g_ema` and `d` of a training state.
///
/// Nothing in the file is executed, and nothing is read that its tables do not vouch for.
public struct CheckpointFile: Sendable {
    /// The groups by name; the name of a bare state dictionary is empty.
    public let groups: [String: NamedTensors]

    /// Reads PyTorch's archives and first format, the pickles of the StyleGAN2-ADA and StyleGAN3 repositories, and safetensors.
    ///
    /// - Throws: `CheckpointError`, in one sentence.
    public init(path: String) throws(CheckpointError) {
        let file = try FileBytes(path: path)
        if file.starts(with: [0x50, 0x4b, 3, 4]) {
            var arena = PickleArena(file)
            let root = try TorchArchive.load(file, into: &arena)
            groups = try StateReader(file, arena).groups(of: root)
        } else if LegacyTorchFile.isOne(file, file.all) {
            var arena = PickleArena(file)
            let root = try LegacyTorchFile.load(file, file.all, into: &arena).value
            groups = try StateReader(file, arena).groups(of: root)
        } else if file.starts(with: [0x80]) || file.starts(with: [UInt8(ascii: "(")]) {
            var arena = PickleArena(file)
            var unpickler = Unpickler(file, file.all)
            let root = try unpickler.load(into: &arena)
            groups = try StateReader(file, arena).groups(of: root)
        } else if file.starts(with: [UInt8(ascii: "{")], at: 8) {
            groups = ["": try Self.safeTensors(path)]
        } else {
            throw .unreadable("the file is neither of PyTorch, nor a pickle, nor safetensors")
        }
        guard groups.values.contains(where: { !$0.tensors.isEmpty }) else {
            throw .unreadable("the file holds no named tensors, so it is no checkpoint of a network")
        }
    }

    private static func safeTensors(_ path: String) throws(CheckpointError) -> NamedTensors {
        do {
            let file = try SafeTensorsFile(path: path)
            return NamedTensors(try file.tensors(), metadata: file.metadata)
        } catch {
            throw .unreadable("\(error)")
        }
    }
}

/// Finds the named tensors in what a pickle has built, and reads their numbers.
struct StateReader {
    private let file: FileBytes
    private let arena: PickleArena
    /// Names deeper than this are those of no network.
    private static let deepest = 16
    /// Far more than any network has.
    private static let mostTensors = 100_000
    /// Of a module or tensor, in bytes; longer keys name neither.
    private static let longestName = 256

    init(_ file: FileBytes, _ arena: PickleArena) {
        self.file = file
        self.arena = arena
    }

    /// A bare state dictionary is one group; of a dictionary of networks every network is one.
    func groups(of root: PickleValue) throws(CheckpointError) -> [String: NamedTensors] {
        guard case .dictionary(let id) = root else { return ["": try named(root)] }
        let pairs = arena.dictionaries[id].compactMap { entry in entry.key.string.map { ($0, entry.value) } }
        let entries = Dictionary(pairs, uniquingKeysWith: { _, last in last })
        let tensors = entries.compactMapValues { if case .tensor(let id) = $0 { id } else { nil } }
        if tensors.keys.contains(where: { $0.contains(".") }) { return ["": try named(root)] }
        var groups: [String: NamedTensors] = [:]
        if !tensors.isEmpty { groups[""] = try read(tensors) }
        for name in ["g_ema", "d", "state_dict", "G_ema", "D"] where tensors[name] == nil {
            if let value = entries[name] { groups[name] = try named(value) }
        }
        // The port's converter keeps the mean of w beside the network.
        if let mean = groups[""]?.tensors["latent_avg"], groups["g_ema"]?.tensors["latent_avg"] == nil {
            groups["g_ema"]?.tensors["latent_avg"] = mean
        }
        // Some other way of nesting: take what there is under the full names.
        return groups.isEmpty || Set(groups.keys) == [""] ? ["": try named(root)] : groups
    }

    /// All tensors below a value under their full names, without wrappers.
    private func named(_ value: PickleValue) throws(CheckpointError) -> NamedTensors {
        var found: [String: Int] = [:]
        var budget = 4 * Self.mostTensors
        try collect(value, prefix: "", depth: 0, &budget, into: &found)
        return try read(found)
    }

    /// The tensors of these names.
    private func read(_ found: [String: Int]) throws(CheckpointError) -> NamedTensors {
        guard found.count <= Self.mostTensors else { throw .unreadable("the file names more tensors than any network has") }
        // Views may share their numbers, but what they hold together is about what the file holds.
        let ids = Set(found.values)
        let (values, overflow) = ids.reduce((0, false)) { sum, id in
            let (total, tooMany) = sum.0.addingReportingOverflow(elements(of: arena.tensors[id]))
            return (total, sum.1 || tooMany)
        }
        guard !overflow, values <= 4 * file.count + 1 << 20 else { throw .unreadable("the file's tensors are larger than the file") }
        var read: [Int: Tensor] = [:]
        for id in ids { read[id] = try self.read(id) }
        return NamedTensors(found.compactMapValues { read[$0] })
    }

    /// How many numbers a view shows; `Int.max` for an impossible one.
    private func elements(of view: PickleArena.TensorView) -> Int {
        view.shape.reduce(1) { count, size in
            let (product, overflow) = count.multipliedReportingOverflow(by: max(size, 0))
            return overflow ? Int.max : product
        }
    }

    private func collect(
        _ value: PickleValue, prefix: String, depth: Int, _ budget: inout Int, into found: inout [String: Int]
    ) throws(CheckpointError) {
        budget -= 1
        guard budget > 0 else { throw .unreadable("the file's tables refer to each other without end") }
        guard depth <= Self.deepest else { return }
        switch value {
        case .tensor(let id):
            if !prefix.isEmpty { found[String(prefix.dropLast())] = id }
        case .dictionary(let id):
            for (key, value) in arena.dictionaries[id] {
                guard let name = key.string, name.utf8.count <= Self.longestName else { continue }
                try collect(value, prefix: prefix + name + ".", depth: depth + 1, &budget, into: &found)
            }
        case .object(let id):
            // A module keeps its tensors in three tables.
            for table in ["_parameters", "_buffers", "_modules"] {
                guard let entries = arena.value(table, in: arena.objects[id].state) else { continue }
                try collect(entries, prefix: prefix, depth: depth + 1, &budget, into: &found)
            }
        default: break
        }
    }

    /// The numbers of a tensor as float32.
    private func read(_ id: Int) throws(CheckpointError) -> Tensor {
        let view = arena.tensors[id]
        let storage = arena.storages[view.storage]
        guard let range = storage.range else { throw .unreadable("the file has no numbers for the storage \(storage.key.prefix(50))") }
        let width = storage.type.width
        let available = range.count / width
        guard view.shape.count == view.strides.count, view.shape.count <= 8, view.offset >= 0,
            view.shape.allSatisfy({ $0 >= 0 }), view.strides.allSatisfy({ $0 >= 0 })
        else { throw .damaged }
        var count = 1
        var last = view.offset
        // Where an axis has one place at most, its stride is of no meaning and may be anything.
        let strides = zip(view.shape, view.strides).map { $0 > 1 ? $1 : 0 }
        for (size, stride) in zip(view.shape, strides) {
            let (product, tooMany) = count.multipliedReportingOverflow(by: size)
            let (reach, tooFar) = max(size - 1, 0).multipliedReportingOverflow(by: stride)
            let (sum, overflow) = last.addingReportingOverflow(reach)
            guard !tooMany, !tooFar, !overflow else { throw .damaged }
            (count, last) = (product, sum)
        }
        guard count == 0 || (last < available && count <= available) else { throw .truncated }
        let base = file.raw.baseAddress! + range.lowerBound
        let type = storage.type
        var values = [Float](repeating: 0, count: count)
        var index = [Int](repeating: 0, count: view.shape.count)
        var place = view.offset
        for position in 0..<count {
            values[position] = type.float(at: base + place * width)
            var axis = view.shape.count - 1
            while axis >= 0 {
                index[axis] += 1
                place += strides[axis]
                if index[axis] < view.shape[axis] { break }
                place -= strides[axis] * view.shape[axis]
                index[axis] = 0
                axis -= 1
            }
        }
        return Tensor(view.shape.isEmpty ? [1] : view.shape, values)
    }
}

extension StorageType {
    /// One number, wherever it lies.
    @inline(__always)
    func float(at address: UnsafeRawPointer) -> Float {
        switch self {
        case .float: address.loadUnaligned(as: Float.self)
        case .half: Float(Float16(bitPattern: address.loadUnaligned(as: UInt16.self)))
        case .bfloat16: Float(bitPattern: UInt32(address.loadUnaligned(as: UInt16.self)) << 16)
        case .double: Float(address.loadUnaligned(as: Double.self))
        case .long: Float(address.loadUnaligned(as: Int64.self))
        case .int: Float(address.loadUnaligned(as: Int32.self))
        case .short: Float(address.loadUnaligned(as: Int16.self))
        case .char: Float(address.loadUnaligned(as: Int8.self))
        case .byte, .bool: Float(address.loadUnaligned(as: UInt8.self))
        }
    }
}
