/// Reads a pickle as data: knows the opcodes of protocols 0 to 5 and a short list of constructors, and refuses all else by name.
///
/// Work and memory are bounded by the number of bytes: every opcode makes at most one value, containers only refer to values, and what
/// goes through something again is counted (`PickleArena.spend`).
struct Unpickler {
    private let file: FileBytes
    private let end: Int
    private(set) var position: Int
    private var stack: [PickleValue] = []
    private var marks: [Int] = []
    private var memo: [Int: PickleValue] = [:]
    /// How deep pickles may lie in each other.
    private let depth: Int
    /// Where the numbers of a storage lie, if that is known before they are asked for.
    private let locate: (String) -> Range<Int>?
    /// Storages made by this pickle.
    private(set) var storages: [Int] = []

    init(_ file: FileBytes, _ range: Range<Int>, depth: Int = 0, locate: @escaping (String) -> Range<Int>? = { _ in nil }) {
        self.file = file
        (position, end) = (range.lowerBound, range.upperBound)
        self.depth = depth
        self.locate = locate
    }

    /// Runs to the pickle's end; `position` is behind it then.
    mutating func load(into arena: inout PickleArena) throws(CheckpointError) -> PickleValue {
        while true {
            let code = try byte()
            if code == UInt8(ascii: ".") { return try pop() }
            try run(code, &arena)
        }
    }

    // MARK: - Bytes

    private mutating func byte() throws(CheckpointError) -> UInt8 {
        guard position < end else { throw .truncated }
        position += 1
        return file.raw[position - 1]
    }

    private mutating func take(_ count: Int) throws(CheckpointError) -> Range<Int> {
        guard count >= 0, count <= end - position else { throw .truncated }
        position += count
        return position - count..<position
    }

    private mutating func number(_ width: Int) throws(CheckpointError) -> Int {
        let range = try take(width)
        guard let number = Int(exactly: try file.integer(at: range.lowerBound, width: width)) else { throw .damaged }
        return number
    }

    private mutating func text(_ count: Int) throws(CheckpointError) -> String {
        guard count <= 1 << 24, let text = file.text(try take(count)) else { throw .damaged }
        return text
    }

    private mutating func line() throws(CheckpointError) -> String {
        let start = position
        while try byte() != UInt8(ascii: "\n") {}
        guard let text = file.text(start..<position - 1) else { throw .damaged }
        return text
    }

    /// A signed little-endian number; what does not fit is of no use here.
    private mutating func long(_ count: Int) throws(CheckpointError) -> PickleValue {
        let range = try take(count)
        guard count <= 8 else { return .opaque }
        guard count > 0 else { return .int(0) }
        let bits = try file.integer(at: range.lowerBound, width: count)
        let shift = UInt64(64 - 8 * count)
        return .int(Int(Int64(bitPattern: bits << shift) >> Int64(shift)))
    }

    // MARK: - Stack

    private mutating func pop() throws(CheckpointError) -> PickleValue {
        guard stack.count > (marks.last ?? 0), let value = stack.popLast() else { throw .damaged }
        return value
    }

    private mutating func popToMark() throws(CheckpointError) -> [PickleValue] {
        guard let mark = marks.popLast() else { throw .damaged }
        let items = Array(stack[mark...])
        stack.removeSubrange(mark...)
        return items
    }

    private func top() throws(CheckpointError) -> PickleValue {
        guard let value = stack.last else { throw .damaged }
        return value
    }

    private mutating func recall(_ key: Int) throws(CheckpointError) {
        guard let value = memo[key] else { throw .damaged }
        stack.append(value)
    }

    private mutating func memorise(_ key: Int) throws(CheckpointError) { memo[key] = try top() }

    private func decimal(_ text: String) throws(CheckpointError) -> Int {
        guard let number = Int(text) else { throw .damaged }
        return number
    }

    // MARK: - Opcodes

    private mutating func run(_ code: UInt8, _ arena: inout PickleArena) throws(CheckpointError) {
        switch code {
        case 0x80: _ = try byte()
        case 0x95: _ = try take(8)
        case UInt8(ascii: "("): marks.append(stack.count)
        case UInt8(ascii: "0"): _ = try pop()
        case UInt8(ascii: "1"): _ = try popToMark()
        case UInt8(ascii: "2"): stack.append(try top())
        case UInt8(ascii: "N"): stack.append(.none)
        case 0x88: stack.append(.bool(true))
        case 0x89: stack.append(.bool(false))
        case UInt8(ascii: "I"):
            let text = try line()
            stack.append(text == "01" ? .bool(true) : text == "00" ? .bool(false) : .int(try decimal(text)))
        case UInt8(ascii: "J"): stack.append(try long(4))
        case UInt8(ascii: "K"): stack.append(.int(try number(1)))
        case UInt8(ascii: "M"): stack.append(.int(try number(2)))
        case UInt8(ascii: "L"):
            let text = try line()
            stack.append(Int(text.hasSuffix("L") ? String(text.dropLast()) : text).map(PickleValue.int) ?? .opaque)
        case 0x8a: stack.append(try long(try number(1)))
        case 0x8b: stack.append(try long(try number(4)))
        case UInt8(ascii: "F"):
            guard let value = Double(try line()) else { throw .damaged }
            stack.append(.float(value))
        case UInt8(ascii: "G"):
            let range = try take(8)
            stack.append(.float(Double(bitPattern: try file.integer(at: range.lowerBound, width: 8).byteSwapped)))
        case UInt8(ascii: "S"), UInt8(ascii: "V"): stack.append(.string(try line()))
        case UInt8(ascii: "X"): stack.append(.string(try text(try number(4))))
        case 0x8c: stack.append(.string(try text(try number(1))))
        case 0x8d: stack.append(.string(try text(try number(8))))
        case UInt8(ascii: "T"), UInt8(ascii: "B"): stack.append(.bytes(try take(try number(4))))
        case UInt8(ascii: "U"):
            let range = try take(try number(1))
            stack.append(file.text(range).map(PickleValue.string) ?? .bytes(range))
        case UInt8(ascii: "C"): stack.append(.bytes(try take(try number(1))))
        case 0x8e, 0x96: stack.append(.bytes(try take(try number(8))))
        case UInt8(ascii: ")"): stack.append(arena.tuple([]))
        case UInt8(ascii: "t"): stack.append(arena.tuple(try popToMark()))
        case 0x85: try tuple(1, &arena)
        case 0x86: try tuple(2, &arena)
        case 0x87: try tuple(3, &arena)
        case UInt8(ascii: "]"), 0x8f: stack.append(arena.list())
        case UInt8(ascii: "l"), 0x91:
            let items = try popToMark()
            stack.append(arena.list())
            try extend(by: items, &arena)
        case UInt8(ascii: "a"):
            let item = try pop()
            try extend(by: [item], &arena)
        case UInt8(ascii: "e"), 0x90:
            let items = try popToMark()
            try extend(by: items, &arena)
        case UInt8(ascii: "}"): stack.append(arena.dictionary())
        case UInt8(ascii: "d"):
            let items = try popToMark()
            stack.append(arena.dictionary())
            try set(items, &arena)
        case UInt8(ascii: "s"):
            let value = try pop()
            let key = try pop()
            try set([key, value], &arena)
        case UInt8(ascii: "u"):
            let items = try popToMark()
            try set(items, &arena)
        case UInt8(ascii: "p"): try memorise(try decimal(try line()))
        case UInt8(ascii: "q"): try memorise(try number(1))
        case UInt8(ascii: "r"): try memorise(try number(4))
        case 0x94: try memorise(memo.count)
        case UInt8(ascii: "g"): try recall(try decimal(try line()))
        case UInt8(ascii: "h"): try recall(try number(1))
        case UInt8(ascii: "j"): try recall(try number(4))
        case UInt8(ascii: "c"):
            let module = try line()
            stack.append(try PickleConstructors.global("\(module).\(try line())"))
        case 0x93:
            guard case .string(let name) = try pop(), case .string(let module) = try pop() else { throw .damaged }
            stack.append(try PickleConstructors.global("\(module).\(name)"))
        case UInt8(ascii: "R"), 0x81:
            let arguments = try pop()
            try construct(try pop(), arguments, &arena)
        case 0x92:
            _ = try pop()
            let arguments = try pop()
            try construct(try pop(), arguments, &arena)
        case UInt8(ascii: "b"):
            let state = try pop()
            if case .object(let id) = try top() { arena.objects[id].state = state }
        case UInt8(ascii: "Q"): try reference(try pop(), &arena)
        default:
            throw .unreadable("the file is no pickle that a network's weights are stored in: it has the unknown code \(code)")
        }
    }

    private mutating func tuple(_ count: Int, _ arena: inout PickleArena) throws(CheckpointError) {
        var items: [PickleValue] = []
        for _ in 0..<count { items.append(try pop()) }
        stack.append(arena.tuple(items.reversed()))
    }

    private func extend(by items: [PickleValue], _ arena: inout PickleArena) throws(CheckpointError) {
        switch try top() {
        case .list(let id): arena.sequences[id] += items
        case .object, .opaque: break
        default: throw .damaged
        }
    }

    private func set(_ items: [PickleValue], _ arena: inout PickleArena) throws(CheckpointError) {
        guard items.count % 2 == 0 else { throw .damaged }
        switch try top() {
        case .dictionary(let id):
            for i in stride(from: 0, to: items.count, by: 2) { arena.dictionaries[id].append((items[i], items[i + 1])) }
        case .object, .opaque: break
        default: throw .damaged
        }
    }

    private mutating func construct(
        _ callable: PickleValue, _ arguments: PickleValue, _ arena: inout PickleArena
    ) throws(CheckpointError) {
        guard case .global(let name) = callable, let items = arena.items(arguments) else { throw .damaged }
        if name == "torch.storage._load_from_bytes" {
            guard depth < 2, case .bytes(let range)? = items.first else { throw .damaged }
            try arena.spend(range.count)
            let (value, made) = try LegacyTorchFile.load(file, range, depth: depth + 1, into: &arena)
            storages += made
            stack.append(value)
        } else {
            stack.append(try PickleConstructors.construct(name, items, &arena))
        }
    }

    /// A storage: ('storage', class, key, location, count, …).
    private mutating func reference(_ identifier: PickleValue, _ arena: inout PickleArena) throws(CheckpointError) {
        guard let items = arena.items(identifier), items.count >= 5, items[0] == .string("storage"),
            case .global(let kind) = items[1], let type = StorageType(rawValue: kind.split(separator: ".").last.map(String.init) ?? ""),
            let key = items[2].string, let count = items[4].int, count >= 0
        else { throw .damaged }
        arena.storages.append(PickleArena.Storage(type: type, key: key, count: count, range: locate(key)))
        storages.append(arena.storages.count - 1)
        stack.append(.storage(arena.storages.count - 1))
    }
}
