import Tensor

/// The convolutional part of a judge, of any architecture.
enum Trunk: Sendable {
    case residual(ResidualTrunk)
    case bottleneck(BottleneckTrunk)
    case improvedResidual(ImprovedResidualTrunk)

    init(_ configuration: TrunkConfiguration, _ source: some ParameterSource) throws(WeightFileError) {
        switch configuration.architecture {
        case .residual: self = .residual(try ResidualTrunk(configuration, source))
        case .bottleneck: self = .bottleneck(try BottleneckTrunk(configuration, source))
        case .improvedResidual: self = .improvedResidual(try ImprovedResidualTrunk(configuration, source))
        }
    }

    /// - Parameter pictures: [N, size, size, 3], range ±1.
    /// - Returns: [N, features].
    func callAsFunction(_ pictures: Tensor, training: Bool) -> Tensor {
        switch self {
        case .residual(let trunk): return trunk(pictures, training: training)
        case .bottleneck(let trunk): return trunk(pictures)
        case .improvedResidual(let trunk): return trunk(pictures)
        }
    }
}

/// Which network a judge's trunk is.
public enum TrunkArchitecture: String, Codable, Sendable {
    /// The one that this project trains.
    case residual
    /// ResNet-50, of the published attribute predictor; run, not trained.
    case bottleneck
    /// Of the published identity model; run, not trained.
    case improvedResidual = "improved_residual"
}
