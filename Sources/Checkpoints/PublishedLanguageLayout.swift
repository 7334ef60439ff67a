import Dialog
import FaceModels
import Foundation
import Tensor

/// The published language encoder: embedding, LSTM layers of PyTorch's kind, nine heads of linear, norm, linear.
///
/// Its classes are renamed to those of `LanguageConfiguration`; the class "end" of its request mode stays, unknown here, because no
/// sentence of its training had it. Heads are told apart by their names where the paths have them, by their order elsewhere.
public enum PublishedLanguageLayout: CheckpointLayout {
    private static let network = "the published language encoder"

    /// A head in the order of the published file: how its path may name it and what its classes are here.
    private struct Head {
        let word, name: String
        let classes: [String]
    }

    private static let heads: [Head] = [
        Head(word: "start", name: ContextKind.start.rawValue, classes: [Act.request.rawValue]),
        Head(
            word: "suggestion", name: ContextKind.suggestion.rawValue,
            classes: [Act.yes, .yesRequest, .no, .noRequest, .noEnd].map(\.rawValue)),
        Head(
            word: "whether_enough", name: ContextKind.whetherEnough.rawValue,
            classes: [Act.yes, .yesRequest, .yesEnd, .no, .noRequest].map(\.rawValue)),
        Head(word: "whats_next", name: ContextKind.whatsNext.rawValue, classes: [Act.request, .end].map(\.rawValue)),
        Head(
            word: "attribute", name: LanguageConfiguration.topicHead,
            classes: [Topic.bangs, .eyeglasses, .beard, .smiling, .age].map(\.rawValue)),
        Head(
            word: "score_change_direction", name: LanguageConfiguration.senseHead, classes: [Sense.decrease, .increase].map(\.rawValue)),
        Head(word: "score_change_value", name: LanguageConfiguration.amountHead, classes: (1...5).map(String.init)),
        Head(word: "target_score", name: LanguageConfiguration.targetHead, classes: (0...5).map(String.init)),
        Head(
            word: "request_mode", name: LanguageConfiguration.typeHead,
            classes: [RequestType.definite, .indefinite, .target].map(\.rawValue) + ["end"]),
    ]

    public static func convert(_ checkpoint: NamedTensors) throws(CheckpointError) -> ConvertedNetwork? {
        let marker = "weight_ih_l0"
        let tensors = checkpoint.tensors
        guard let found = tensors.keys.filter({ $0.hasSuffix(marker) }).min() else { return nil }
        let lstm = String(found.dropLast(marker.count))
        let table = TensorTable(tensors: tensors, network: network)
        let embedding = try table.size(found, axis: 1, of: 2)
        let hidden = try table.size(lstm + "weight_hh_l0", axis: 1, of: 2)
        var parameters = Parameters()
        let layers = try recurrent(lstm, embedding: embedding, hidden: hidden, table, &parameters)

        let rest = tensors.filter { !$0.key.hasPrefix(lstm) || lstm.isEmpty && !$0.key.hasPrefix("weight_") }
        guard let words = wordVectors(rest, width: embedding), let vectors = rest[words] else {
            throw .missing(tensor: "the word vectors", network: network)
        }
        parameters["embedding.weight"] = vectors

        let matrices = rest.filter { $0.key != words && $0.key.hasSuffix(".weight") && $0.value.rank == 2 }
        let first = ordered(matrices.filter { $0.value.shape[1] == hidden }.keys)
        let width = try first.first.map { name throws(CheckpointError) in try table.size(name, axis: 0, of: 2) } ?? 0
        let last = ordered(matrices.filter { $0.value.shape[1] == width && $0.value.shape[1] != hidden }.keys)
        let norms = ordered(rest.keys.filter { $0.hasSuffix(".running_mean") })
        guard first.count == heads.count, last.count == heads.count, norms.count == heads.count else {
            throw .missing(tensor: "nine heads of linear, norm, linear", network: network)
        }
        for (index, head) in heads.enumerated() {
            let target = "head.\(head.name)"
            try linear(stem(first[index]), "\(target).0", input: hidden, output: width, table, &parameters)
            try batchNorm(stem(norms[index]), "\(target).1", channels: width, table, &parameters)
            try linear(stem(last[index]), "\(target).2", input: width, output: head.classes.count, table, &parameters)
        }
        let configuration = LanguageConfiguration(
            embedding: embedding, hidden: hidden, layers: layers, headWidth: width,
            heads: heads.map { LanguageConfiguration.Head(name: $0.name, classes: $0.classes) })
        return ConvertedNetwork(
            role: .language, summary: "language encoder (published), \(vectors.shape[0]) words, \(layers) LSTM layers of \(hidden)",
            configuration: try StyleGAN2Conversion.json(configuration), parameters: parameters)
    }

    /// The matrix with a row of the LSTM's input width for every word: by its name if other matrices are as wide.
    private static func wordVectors(_ tensors: [String: Tensor], width: Int) -> String? {
        let fitting = tensors.filter { $0.key.hasSuffix("weight") && $0.value.rank == 2 && $0.value.shape[1] == width }.keys.sorted()
        let named = fitting.filter { name in ["word2vec", "embed"].contains { name.lowercased().contains($0) } }
        return named.first ?? (fitting.count == 1 ? fitting[0] : nil)
    }

    /// PyTorch keeps two biases, of which only the sum matters; its gates lie as ours do: input, forget, cell, output.
    private static func recurrent(
        _ prefix: String, embedding: Int, hidden: Int, _ table: TensorTable, _ parameters: inout Parameters
    ) throws(CheckpointError) -> Int {
        var layers = 0
        while layers < 8, table.tensors[prefix + "weight_ih_l\(layers)"] != nil {
            let input = layers == 0 ? embedding : hidden
            parameters["lstm.\(layers).input"] = try table(prefix + "weight_ih_l\(layers)", [4 * hidden, input])
            parameters["lstm.\(layers).hidden"] = try table(prefix + "weight_hh_l\(layers)", [4 * hidden, hidden])
            parameters["lstm.\(layers).bias"] =
                try table(prefix + "bias_ih_l\(layers)", [4 * hidden]) + table(prefix + "bias_hh_l\(layers)", [4 * hidden])
            layers += 1
        }
        guard table.tensors[prefix + "weight_ih_l0_reverse"] == nil else {
            throw .unreadable("the language encoder reads sentences in both directions; the published one reads them forwards only")
        }
        return layers
    }

    /// The path of a module, from that of one of its tensors.
    private static func stem(_ name: String) -> String { name.split(separator: ".").dropLast().joined(separator: ".") }

    /// Tensors of one kind, one a head, in the order of the heads: by the names in their paths if all have one, else by their numbers.
    private static func ordered(_ names: some Collection<String>) -> [String] {
        let places = names.map { name in
            // "start" and "target" also occur inside of longer names, so the longest word that fits counts.
            heads.indices.filter { name.lowercased().contains(heads[$0].word) }.max { heads[$0].word.count < heads[$1].word.count }
        }
        guard Set(places).count == heads.count, !places.contains(nil) else {
            return names.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
        }
        return zip(places, names).sorted { $0.0 ?? 0 < $1.0 ?? 0 }.map(\.1)
    }
}

/// The published vocabulary file: word → row of the embedding, by itself or under `text_token_to_idx`.
struct PublishedVocabulary {
    private static let maximumBytes = 16 << 20
    /// Row of the embedding → word.
    let words: [String]

    init(contentsOf file: URL) throws {
        let name = file.lastPathComponent
        guard let size = try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize, size <= Self.maximumBytes,
            let json = try? JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any],
            let rows = (json["text_token_to_idx"] ?? json) as? [String: Int]
        else { throw CheckpointError.unreadable("\(name) is no vocabulary: JSON with a number for every word is expected") }
        var words = [String?](repeating: nil, count: rows.count)
        for (word, row) in rows {
            guard words.indices.contains(row), words[row] == nil else {
                throw CheckpointError.unreadable("the vocabulary \(name) does not number its words from 0 without gaps")
            }
            words[row] = word
        }
        self.words = words.compactMap(\.self)
    }

    /// The vocabulary as the encoder reads it.
    func vocabulary(for network: ConvertedNetwork) throws -> LanguageVocabulary {
        let configuration = try JSONDecoder().decode(LanguageConfiguration.self, from: Data(network.configuration.utf8))
        let rows = network.parameters.tensors["embedding.weight"]?.shape[0] ?? 0
        guard rows == words.count else {
            throw CheckpointError.unreadable("the vocabulary has \(words.count) words but the encoder \(rows) vectors")
        }
        return LanguageVocabulary(configuration: configuration, words: words, tokenization: .published)
    }
}
