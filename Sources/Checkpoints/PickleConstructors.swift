/// The classes and functions that a pickle may name, and what becomes of them: plain data.
enum PickleConstructors {
    private static let tensors: Set<String> = [
        "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor", "torch._utils._rebuild_parameter",
        "torch._utils._rebuild_parameter_with_state",
    ]
    private static let dictionaries: Set<String> = [
        "collections.OrderedDict", "collections.defaultdict", "builtins.dict", "__builtin__.dict", "dnnlib.util.EasyDict",
        "dnnlib.EasyDict",
    ]
    private static let sequences: Set<String> = ["torch.Size", "builtins.list", "__builtin__.list", "builtins.tuple", "__builtin__.tuple"]
    /// Understood, but of no use for weights.
    private static let opaque: Set<String> = [
        "argparse.Namespace", "builtins.set", "__builtin__.set", "builtins.frozenset", "builtins.complex", "builtins.bytearray",
        "torch.device", "_codecs.encode", "numpy.dtype", "numpy.ndarray", "numpy.core.multiarray._reconstruct",
        "numpy.core.multiarray.scalar", "numpy._core.multiarray._reconstruct", "numpy._core.multiarray.scalar",
        "numpy.core.numeric._frombuffer", "numpy._core.numeric._frombuffer",
        "torch.nn.modules.module.Module",
    ]
    private static let persistentObject = "torch_utils.persistence._reconstruct_persistent_obj"
    private static let nested = "torch.storage._load_from_bytes"
    private static let dataTypes: Set<String> = [
        "float32", "float16", "bfloat16", "float64", "int64", "int32", "int16", "int8", "uint8", "bool", "float", "half", "double", "long",
    ]

    /// - Throws: for every name that is not on the list.
    static func global(_ name: String) throws(CheckpointError) -> PickleValue {
        guard name != "dnnlib.tflib.network.Network" else {
            throw .unreadable(
                "the file is a network of the first StyleGAN2 repository, which needs TensorFlow: convert it with legacy.py of "
                    + "stylegan2-ada-pytorch first")
        }
        let isStorage = name.hasPrefix("torch.") && StorageType(rawValue: name.split(separator: ".").last.map(String.init) ?? "") != nil
        let isDataType = name.hasPrefix("torch.") && dataTypes.contains(String(name.dropFirst(6)))
        guard
            isStorage || isDataType || tensors.contains(name) || dictionaries.contains(name) || sequences.contains(name)
                || opaque.contains(name) || name == persistentObject || name == nested
        else {
            let shown = String(name.prefix(100).map { $0.isASCII && !$0.isNewline ? $0 : "?" })
            throw .unreadable("the file asks for \(shown), which is not data; such files are not opened")
        }
        return .global(name)
    }

    /// What a call of the name with these arguments stands for.
    static func construct(_ name: String, _ arguments: [PickleValue], _ arena: inout PickleArena) throws(CheckpointError) -> PickleValue {
        if dictionaries.contains(name) {
            let dictionary = arena.dictionary()
            // An ordered dictionary of the first protocols comes with its pairs.
            if case .dictionary(let id) = dictionary, let pairs = arguments.first.flatMap({ arena.items($0) }) {
                try arena.spend(pairs.count)
                for pair in pairs {
                    guard let items = arena.items(pair), items.count == 2 else { continue }
                    arena.dictionaries[id].append((items[0], items[1]))
                }
            }
            return dictionary
        }
        if sequences.contains(name) {
            let items = arguments.first.flatMap { arena.items($0) } ?? []
            try arena.spend(items.count)
            return arena.tuple(items)
        }
        if name == persistentObject {
            guard let meta = arguments.first, let state = arena.value("state", in: meta) else { throw .damaged }
            return arena.object(arena.value("class_name", in: meta)?.string ?? "", state: state)
        }
        switch name {
        case "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor":
            guard arguments.count >= 4, case .storage(let storage) = arguments[0], let offset = arguments[1].int,
                let shape = arena.integers(arguments[2]), let strides = arena.integers(arguments[3])
            else { throw .damaged }
            arena.tensors.append(PickleArena.TensorView(storage: storage, offset: offset, shape: shape, strides: strides))
            return .tensor(arena.tensors.count - 1)
        case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state":
            guard case .tensor? = arguments.first else { throw .damaged }
            return arguments[0]
        default:
            guard opaque.contains(name) else { throw .damaged }
            return arena.object(name)
        }
    }
}
