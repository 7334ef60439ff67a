/// Sizes of a StyleGAN2 generator.
public struct GeneratorConfiguration: Codable, Sendable, Hashable {
    /// Height and width of the picture, a power of two from 8.
    public var resolution: Int
    public var zDimension: Int
    public var wDimension: Int
    public var mappingLayers: Int
    /// Whether the last mapping layer is rectified too, as in the published networks.
    public var mappingFinalActivation: Bool
    /// Feature maps at each resolution from 4 up, keyed by the resolution in decimal.
    public var channels: [String: Int]

    enum CodingKeys: String, CodingKey {
        case resolution, channels
        case zDimension = "z_dimension"
        case wDimension = "w_dimension"
        case mappingLayers = "mapping_layers"
        case mappingFinalActivation = "mapping_final_activation"
    }

    public init(
        resolution: Int, zDimension: Int, wDimension: Int, mappingLayers: Int, mappingFinalActivation: Bool, channels: [String: Int]
    ) {
        self.resolution = resolution
        self.zDimension = zDimension
        self.wDimension = wDimension
        self.mappingLayers = mappingLayers
        self.mappingFinalActivation = mappingFinalActivation
        self.channels = channels
    }

    /// 4, 8, … `resolution`.
    public var resolutions: [Int] { Array(sequence(first: 4) { $0 * 2 }.prefix { $0 <= resolution }) }
    /// One convolution at 4 × 4 and two at every later resolution.
    public var convolutions: Int { 2 * resolutions.count - 1 }
    /// Vectors of w+: one a convolution, one more for the last RGB layer.
    public var wPlusLayers: Int { 2 * resolutions.count }

    func channels(at resolution: Int) throws(ModelError) -> Int {
        guard let count = channels[String(resolution)], count > 0 else {
            throw .configuration("the generator's configuration names no channels at \(resolution) pixels")
        }
        return count
    }

    func validate() throws(ModelError) {
        guard resolution >= 8, resolution <= 1024, resolution.nonzeroBitCount == 1 else {
            throw .configuration("resolution \(resolution) is not a power of two from 8 to 1024")
        }
        guard (1...4096).contains(zDimension), (1...4096).contains(wDimension), (1...64).contains(mappingLayers) else {
            throw .configuration("the sizes of the mapping network are out of range")
        }
        for resolution in resolutions { _ = try channels(at: resolution) }
    }
}
