import ArgumentParser
import Dialog
import FaceAttributes
import FaceModels
import Foundation
import Tensor
import Training

/// `talk-to-edit understand`: what the language side makes of a sentence, or how it does on a test set.
struct Understand: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read a sentence, or hold the language side against hand-written ones.")

    @Argument(help: "A sentence.")
    var text: String?

    @Option(help: ArgumentHelp("Hand-written sentences with what they mean, one JSON object a line.", valueName: "file"))
    var set: [String] = []

    @Option(help: ArgumentHelp("A file of a corpus, whose lines that are read otherwise than marked are printed.", valueName: "file"))
    var corpus: [String] = []

    @Option(help: ArgumentHelp("The folder with language.safetensors and vocabulary.json.", valueName: "folder"))
    var model: String?

    @Option(help: "What the system said last: start, suggestion, whether_enough or whats_next.")
    var context = "start"

    @Flag(help: "Print every sentence that is read wrongly.")
    var misses = false

    @Flag(help: "Fit the confidences to the sets, and write the scale into the vocabulary.")
    var calibrate = false

    @Option(help: ArgumentHelp("Write the scores, by set.", valueName: "file"))
    var json: String?

    func run() throws {
        Compute.setThreads(1)
        let folder = try model.map { URL(fileURLWithPath: $0) } ?? ModelOption.defaultFolder()
        let language = try LanguageFiles.open(
            weightsAt: folder.appending(path: LanguageEncoder.weightsName),
            vocabularyAt: folder.appending(path: LanguageEncoder.vocabularyName))
        if let text {
            guard let kind = ContextKind(rawValue: context) else { throw ValidationError("there is no context \(context)") }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            let understanding = language.understand(text, in: DialogContext(kind: kind))
            print(String(decoding: try encoder.encode(understanding), as: UTF8.self))
        }
        if calibrate { return try fit(folder) }
        for path in corpus { try printMisreadings(by: language, file: path) }
        var scores: [String: UtteranceScore] = [:]
        for path in set {
            let sentences = try ExpectedUtterance.read(URL(fileURLWithPath: path))
            let clock = ContinuousClock()
            let start = clock.now
            let score = score(language, on: sentences) { sentence, understanding in
                guard misses else { return }
                let edits = Self.words(for: understanding.edits)
                print(
                    String(format: "%.2f ", understanding.confidence)
                        + "[\(sentence.category), \(sentence.context.kind.rawValue)] \(sentence.text)"
                        + "\n       -> \(understanding.act.rawValue) \(edits) keep \((understanding.keep ?? []).map(\.rawValue))")
            }
            let milliseconds = (clock.now - start) / .milliseconds(1) / Double(max(1, sentences.count))
            scores[URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent] = score
            print(
                String(
                    format:
                        "%@: %d of %d right (%.1f %%), %d unasked edits, %d wrong directions, %d unsure (%d of them right), %.2f ms a sentence",
                    path, score.all.right, score.all.of, 100 * score.all.share, score.unaskedEdits, score.wrongDirections, score.unsure.of,
                    score.unsure.right, milliseconds))
            for (name, share) in score.categories.sorted(by: { $0.key < $1.key }) {
                print("  \(name.padding(toLength: 14, withPad: " ", startingAt: 0)) \(share.right) of \(share.of)")
            }
            print("  right by confidence: " + score.reliability.map { "\($0.right)/\($0.of)" }.joined(separator: " "))
        }
        if let json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
            try encoder.encode(scores).write(to: URL(fileURLWithPath: json))
        }
    }

    private static func words(for edits: [EditWish]) -> [String] {
        edits.map { wish in
            "\(wish.attribute.rawValue) \(wish.type.rawValue) \(wish.direction?.rawValue ?? "") \(wish.amount ?? wish.target ?? 0)"
        }
    }

    private func printMisreadings(by language: any LanguageUnderstanding, file: String) throws {
        let corpus = try UtteranceCorpus([try String(contentsOfFile: file, encoding: .utf8)], language: .english)
        let misreadings = corpus.misreadings(by: language, draws: 6)
        print("\(file): \(misreadings.count) of \(corpus.count) lines are misread")
        for misreading in misreadings where misreading.misread > 2 {
            let edits = Self.words(for: misreading.reading.edits)
            print("\(misreading.misread)/6 \(misreading.line)\n    \(misreading.sentence) -> \(misreading.reading.act.rawValue) \(edits)")
        }
    }

    private func fit(_ folder: URL) throws {
        var files = try UtteranceFiles(folder: folder)
        files.committee.calibration = nil
        let fitted = calibration(
            of: try files.encoder(), on: try set.flatMap { try ExpectedUtterance.read(URL(fileURLWithPath: $0)) })
        files.committee.calibration = fitted
        try files.writeCommittee(to: folder)
        print(String(format: "slope %.3f, offset %.3f", fitted.slope, fitted.offset))
    }
}
