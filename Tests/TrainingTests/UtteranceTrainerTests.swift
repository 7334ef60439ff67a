import Dialog
import Foundation
import Tensor
import Testing

@testable import Training

@Suite struct UtteranceTrainerTests {
    private func train(sentences: Int, from start: URL? = nil, to folder: URL) throws -> UtteranceFiles {
        var training = UtteranceTraining()
        training.configuration = UtteranceConfiguration(embedding: 8, pieces: 64, hidden: 8, layers: 1, headWidth: 8)
        training.shares = [UtteranceShare(.english, grammar: sentences)]
        training.learningRate = 1e-4
        training.start = try start.map { try UtteranceFiles(folder: $0) }
        _ = try trainUtteranceEncoder(training, to: folder, checkpoint: nil) { _ in }
        return try UtteranceFiles(folder: folder)
    }

    @Test func `an encoder that goes on from another keeps its words and what it has learnt of them`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "utterance-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try train(sentences: 192, to: folder.appending(path: "first"))
        let second = try train(sentences: 768, from: folder.appending(path: "first"), to: folder.appending(path: "second"))
        let (old, new) = (first.committee.members[0].words, second.committee.members[0].words)
        let (before, after) = (try #require(first.tensors[0]["words"]), try #require(second.tensors[0]["words"]))
        #expect(old.count > 20 && new.count > old.count)
        for (row, word) in new.enumerated() {
            guard let place = old.firstIndex(of: word) else { continue }
            let (now, then) = (after.slice(axis: 0, row..<row + 1).values, before.slice(axis: 0, place..<place + 1).values)
            // Eight steps of 1e-4 move no value by more than 1e-3; fresh ones would lie 0.3 apart.
            #expect(zip(now, then).allSatisfy { abs($0 - $1) < 0.01 })
        }
    }
}
