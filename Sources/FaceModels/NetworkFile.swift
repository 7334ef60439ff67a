import Foundation
import Tensor

/// Weight files that carry their network's configuration as JSON under `configuration` in their metadata.
extension SafeTensorsFile {
    /// - Throws: `ModelError.configuration` when there is none or it is of another kind.
    func configuration<Configuration: Decodable>(_ type: Configuration.Type) throws -> Configuration {
        guard let json = metadata["configuration"] else {
            throw ModelError.configuration("\(path) does not say how its network is built")
        }
        do {
            return try JSONDecoder().decode(type, from: Data(json.utf8))
        } catch {
            throw ModelError.configuration("\(path) describes another kind of network")
        }
    }
}

extension Generator {
    public init(contentsOf path: String) throws {
        let file = try SafeTensorsFile(path: path)
        try self.init(try file.configuration(GeneratorConfiguration.self), file)
    }
}

extension Discriminator {
    public init(contentsOf path: String) throws {
        let file = try SafeTensorsFile(path: path)
        try self.init(try file.configuration(DiscriminatorConfiguration.self), file)
    }
}

extension AttributePredictor {
    public init(contentsOf path: String) throws {
        let file = try SafeTensorsFile(path: path)
        let configuration = try file.configuration(PredictorConfiguration.self)
        try configuration.trunk.validate()
        try self.init(configuration, file)
    }
}

extension IdentityNetwork {
    public init(contentsOf path: String) throws {
        let file = try SafeTensorsFile(path: path)
        let configuration = try file.configuration(IdentityConfiguration.self)
        try configuration.trunk.validate()
        try self.init(configuration, file)
    }
}

extension LatentJudge {
    public init(contentsOf path: String) throws {
        let file = try SafeTensorsFile(path: path)
        let configuration = try file.configuration(LatentJudgeConfiguration.self)
        try configuration.validate()
        try self.init(configuration, file)
    }
}

extension SemanticField {
    /// - Parameter width: the length of w.
    public init(contentsOf path: String, width: Int) throws { try self.init(width: width, try SafeTensorsFile(path: path)) }
}
