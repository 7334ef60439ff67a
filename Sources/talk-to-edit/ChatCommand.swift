import ArgumentParser
import Dialog
import Editing
import FaceModels
import Foundation
import Sessions
import Tensor

/// `talk-to-edit chat`: the conversation in the terminal.
struct Chat: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Talk about a face in the terminal until you like it.")

    @OptionGroup var model: ModelOption

    @Option(help: "The seed of the face; by chance when left out.")
    var seed: UInt64?

    @Option(help: "What the system speaks, en or de; you may write either.")
    var language = UtteranceLanguage.english

    @Option(help: "The folder for the pictures.")
    var pictures = "."

    @Option(help: "A database to keep the talk in.")
    var database: String?

    @Option(help: "Threads a walk may use.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    func run() async throws {
        Compute.setThreads(threads)
        let model = try model.load()
        try model.requireEditing()
        var talk = try await LocalTalk.begin(
            model: model, editor: FieldEditor(model), seed: seed, database: database, cores: threads, language: language)
        try FileManager.default.createDirectory(atPath: pictures, withIntermediateDirectories: true)
        print("Seed \(talk.session.seed). \(try await save(talk, round: 0))")
        print(talk.session.reply.text)
        var round = 0
        while !talk.session.hasEnded {
            print("> ", terminator: "")
            fflush(nil)
            guard let line = readLine() else { break }
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            guard line.utf8.count <= 2000 else {
                print(language.tooLong)
                continue
            }
            round += 1
            let turn = try await talk.say(line)
            if let failure = turn.failure { print(failure.message) }
            print(try await save(talk, round: round))
            if let degrees = turn.degreesAfter { print(turn.degreesBefore.description(changedTo: degrees)) }
            print(talk.session.reply.text)
        }
    }

    private func save(_ talk: LocalTalk, round: Int) async throws -> String {
        let path = (pictures as NSString).appendingPathComponent("seed-\(talk.session.seed)-round-\(round).png")
        try Terminal.write(try await talk.picture(), to: path)
        return path
    }
}
