import ArgumentParser
import Dialog
import FaceModels
import Foundation
import Training

/// `talk-to-edit train committee`: several utterance encoders → one whose networks vote.
struct TrainCommittee: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "committee", abstract: "Join utterance encoders that were trained from different seeds; nothing is trained anew.")

    @Argument(help: "The folders of the encoders.")
    var encoders: [String]

    @Option(name: .shortAndLong, help: "The folder to write language.safetensors, vocabulary.json and their record to.")
    var output = "out/networks"

    func validate() throws {
        guard encoders.count > 1 else { throw ValidationError("a committee has two members or more") }
    }

    func run() throws {
        let folders = encoders.map { URL(fileURLWithPath: $0) }
        let target = URL(fileURLWithPath: output)
        let files = UtteranceFiles(joining: try folders.map { try UtteranceFiles(folder: $0) })
        try files.write(to: target)
        let records = try folders.map { folder in
            try JSONDecoder().decode(TrainingRecord.self, from: Data(contentsOf: folder.appending(path: "language.json")))
        }
        var scores: [String: Double] = [:]
        for (number, record) in records.enumerated() {
            for (name, score) in record.scores { scores["\(number).\(name)"] = score }
        }
        let record = TrainingRecord(
            command: records.map(\.command).joined(separator: "; "), data: records.map(\.data).joined(separator: "; "),
            seed: records[0].seed, steps: records.reduce(0) { $0 + $1.steps }, scores: scores)
        try write(record, to: target.appending(path: "language.json").path)
        print("\(files.committee.members.count) networks in \(target.path)")
    }
}
