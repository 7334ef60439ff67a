public import Tensor

/// Where the semantic field walks.
public enum EditingSpace: Codable, Sendable, Hashable {
    /// In W, moving the first `layers` vectors of w+ (equation 11); the rest keep colour and light as they are.
    case wPlus(layers: Int)
    /// In Z (equation 5); every layer follows.
    case z

    /// - Parameter layers: how many vectors of w+ a walk moves; 0 walks in Z.
    public init(layers: Int) { self = layers == 0 ? .z : .wPlus(layers: layers) }
}

extension Generator {
    /// M(f) − M(0): a field vector as an offset in W (equation 11). [N, 512] → [N, 512].
    public func offset(ofField f: Tensor) -> Tensor {
        mapping.withoutNorm(f).addingToChannels(mappingOfZero.reshaped([configuration.wDimension]) * -1)
    }

    /// The offset by which one step of size 1 moves the walker of this space: F(z) in Z, M(F(w)) − M(0) in W.
    public func step(_ field: SemanticField, at walker: Tensor, in space: EditingSpace) -> Tensor {
        switch space {
        case .wPlus: offset(ofField: field(walker))
        case .z: field(walker)
        }
    }

    /// The codes of all layers for a walker that started at `base`.
    ///
    /// - Parameters:
    ///   - walker: [N, 512], where the walk stands.
    ///   - base: [N, 512], the w that the later layers keep; not used in Z.
    /// - Returns: [N, layers, 512].
    public func wPlus(walker: Tensor, base: Tensor, in space: EditingSpace) -> Tensor {
        switch space {
        case .z: return wPlus(mapping(walker))
        case .wPlus(let layers):
            let (moved, kept) = (wPlus(walker), wPlus(base))
            let count = configuration.wPlusLayers
            return layers >= count
                ? moved : Tensor.concatenated([moved.slice(axis: 1, 0..<layers), kept.slice(axis: 1, layers..<count)], axis: 1)
        }
    }
}
