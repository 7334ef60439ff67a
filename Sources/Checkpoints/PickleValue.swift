/// What a pickle builds, as data: nothing of it is ever called.
///
/// Containers live in an arena and are named by their place there, so that neither cycles nor depth can hurt.
enum PickleValue: Hashable {
    case none
    case bool(Bool)
    case int(Int)
    case float(Double)
    case string(String)
    /// A part of the file.
    case bytes(Range<Int>)
    case tuple(Int)
    case list(Int)
    case dictionary(Int)
    case object(Int)
    /// A class or function by its full name.
    case global(String)
    case storage(Int)
    case tensor(Int)
    /// Something that was understood and does not matter here.
    case opaque

    var string: String? { if case .string(let text) = self { text } else { nil } }
    var int: Int? { if case .int(let number) = self { number } else { nil } }
}

/// The kinds of numbers in a storage.
enum StorageType: String, CaseIterable {
    case float = "FloatStorage"
    case half = "HalfStorage"
    case bfloat16 = "BFloat16Storage"
    case double = "DoubleStorage"
    case long = "LongStorage"
    case int = "IntStorage"
    case short = "ShortStorage"
    case char = "CharStorage"
    case byte = "ByteStorage"
    case bool = "BoolStorage"

    /// Bytes of one number.
    var width: Int {
        switch self {
        case .double, .long: 8
        case .float, .int: 4
        case .half, .bfloat16, .short: 2
        case .char, .byte, .bool: 1
        }
    }
}

/// Everything that one file's pickles have built.
struct PickleArena {
    struct Object {
        var kind: String
        var state: PickleValue
    }

    struct Storage {
        var type: StorageType
        var key: String
        /// How many numbers.
        var count: Int
        /// Where they lie in the file; nil until that is known.
        var range: Range<Int>?
    }

    struct TensorView {
        var storage: Int
        var offset: Int
        var shape: [Int]
        var strides: [Int]
    }

    /// How many more values and bytes may be gone through a second time.
    ///
    /// Most opcodes cost no more than their bytes. What copies a container or reads a part of the file again costs what that holds, and could
    /// be told to do so in every line; real files do it once for each part.
    private var repetitions: Int

    init(_ file: FileBytes) { repetitions = 4 * file.count + 1 << 20 }

    /// Says that `count` values or bytes are about to be gone through again.
    mutating func spend(_ count: Int) throws(CheckpointError) {
        repetitions -= count
        guard repetitions >= 0 else { throw .unreadable("the file's tables refer to each other without end") }
    }

    var sequences: [[PickleValue]] = []
    var dictionaries: [[(key: PickleValue, value: PickleValue)]] = []
    var objects: [Object] = []
    var storages: [Storage] = []
    var tensors: [TensorView] = []

    mutating func tuple(_ items: [PickleValue]) -> PickleValue {
        sequences.append(items)
        return .tuple(sequences.count - 1)
    }

    mutating func list() -> PickleValue {
        sequences.append([])
        return .list(sequences.count - 1)
    }

    mutating func dictionary() -> PickleValue {
        dictionaries.append([])
        return .dictionary(dictionaries.count - 1)
    }

    mutating func object(_ kind: String, state: PickleValue = .none) -> PickleValue {
        objects.append(Object(kind: kind, state: state))
        return .object(objects.count - 1)
    }

    func items(_ value: PickleValue) -> [PickleValue]? {
        switch value {
        case .tuple(let id), .list(let id): sequences[id]
        default: nil
        }
    }

    /// The value of a text key in a dictionary.
    func value(_ key: String, in dictionary: PickleValue) -> PickleValue? {
        guard case .dictionary(let id) = dictionary else { return nil }
        return dictionaries[id].last { $0.key == .string(key) }?.value
    }

    /// Numbers of a tuple or list of numbers.
    func integers(_ value: PickleValue) -> [Int]? {
        guard let items = items(value) else { return nil }
        let numbers = items.compactMap(\.int)
        return numbers.count == items.count ? numbers : nil
    }
}
