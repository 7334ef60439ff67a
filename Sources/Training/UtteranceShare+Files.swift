public import Dialog
public import Foundation

/// A corpus file that cannot be read as one.
public struct CorpusFileError: Error, CustomStringConvertible {
    public let file: String
    public let cause: CorpusError

    public var description: String { "\(file), \(cause)" }
}

extension UtteranceShare {
    /// Takes in what the folder of a language holds: the text files of its corpus in the order of their names, and `spellings.tsv`.
    public mutating func read(folder: URL) throws {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
        var corpora: [UtteranceCorpus] = []
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            do { corpora.append(try UtteranceCorpus([text], language: language)) } catch {
                throw CorpusFileError(file: file.lastPathComponent, cause: error)
            }
        }
        corpus = UtteranceCorpus(joining: corpora, language: language)
        spellings = UtteranceSpellings(try String(contentsOf: folder.appending(path: "spellings.tsv"), encoding: .utf8))
    }
}
