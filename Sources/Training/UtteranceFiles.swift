public import Dialog
public import Foundation
public import Tensor

/// An utterance encoder as it lies in a folder: `language.safetensors` and `vocabulary.json`.
public struct UtteranceFiles: Sendable {
    public var committee: UtteranceCommittee
    /// The weights of each network by name.
    public var tensors: [[String: Tensor]]

    init(committee: UtteranceCommittee, tensors: [[String: Tensor]]) {
        self.committee = committee
        self.tensors = tensors
    }

    public init(folder: URL) throws {
        committee = try JSONDecoder().decode(
            UtteranceCommittee.self, from: Data(contentsOf: folder.appendingPathComponent(LanguageEncoder.vocabularyName)))
        tensors = Array(repeating: [:], count: committee.members.count)
        for (name, tensor) in try SafeTensorsFile(path: folder.appendingPathComponent(LanguageEncoder.weightsName).path).tensors() {
            let parts = name.split(separator: ".", maxSplits: 1)
            guard parts.count == 2, let number = Int(parts[0]), tensors.indices.contains(number) else {
                throw WeightFileError.missing(tensor: "the network of \(name)")
            }
            tensors[number][String(parts[1])] = tensor
        }
    }

    /// The networks of several encoders as one, its confidences not yet calibrated.
    public init(joining encoders: [UtteranceFiles]) {
        self.init(committee: UtteranceCommittee(encoders.flatMap(\.committee.members)), tensors: encoders.flatMap(\.tensors))
    }

    /// One network of a committee, counted from 0; nil if there are fewer.
    public func member(_ number: Int) -> UtteranceFiles? {
        guard tensors.indices.contains(number) else { return nil }
        return UtteranceFiles(committee: UtteranceCommittee([committee.members[number]]), tensors: [tensors[number]])
    }

    /// The encoder itself.
    public func encoder() throws -> UtteranceEncoder { try UtteranceEncoder(committee, tensors: named) }

    /// Writes half-precision weights and the vocabulary.
    public func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try writeSafeTensors(named, precision: .float16, to: folder.appendingPathComponent(LanguageEncoder.weightsName).path)
        try writeCommittee(to: folder)
    }

    /// Writes the vocabulary alone.
    public func writeCommittee(to folder: URL) throws {
        let json = JSONEncoder()
        json.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try json.encode(committee).write(to: folder.appendingPathComponent(LanguageEncoder.vocabularyName), options: .atomic)
    }

    private var named: [String: Tensor] {
        var named: [String: Tensor] = [:]
        for (number, tensors) in tensors.enumerated() { for (name, tensor) in tensors { named["\(number).\(name)"] = tensor } }
        return named
    }
}
