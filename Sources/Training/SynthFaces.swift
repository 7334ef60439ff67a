public import Foundation

/// The folder of the rendered, fully labelled faces: `NAME.tar` with the pictures and `NAME.csv` with their labels.
///
/// Subsets are `train`, `heldout`, `counterfactual`, `multiview`, `studio`, `studio_heldout` and `studio_counterfactual`;
/// a subset that comes in shards (`studio-00`, `studio-01`, …) can be asked for by the shard's name or, as a whole, by its own.
public struct SynthFaces: Sendable {
    public enum Failure: Error, Hashable, CustomStringConvertible {
        /// The folder has no such subset.
        case noSubset(String, folder: String)
        /// A file of the set does not hold what it should.
        case damaged(file: String, reason: String)

        public var description: String {
            switch self {
            case .noSubset(let name, let folder): "there is no subset \(name) in \(folder)"
            case .damaged(let file, let reason): "\(file): \(reason)"
            }
        }
    }

    public let folder: URL

    public init(folder: URL) {
        self.folder = folder
    }

    /// - Parameter folder: a path.
    public init(folder: String) {
        self.init(folder: URL(fileURLWithPath: folder, isDirectory: true))
    }

    /// The shards that a name stands for, sorted: itself, or all of `name-00`, `name-01`, ….
    public func shards(of name: String) throws -> [String] {
        let stems = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
            .filter { $0.hasSuffix(".tar") }.map { String($0.dropLast(4)) }
        if stems.contains(name) { return [name] }
        let shards = stems.filter { stem in
            guard stem.hasPrefix(name + "-") else { return false }
            let number = stem.dropFirst(name.count + 1)
            return !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
        }
        guard !shards.isEmpty else { throw Failure.noSubset(name, folder: folder.path) }
        return shards.sorted()
    }

    /// Reads labels and compressed pictures (about 9 MB per 1,000) of some subsets, in the order given.
    ///
    /// - Parameters:
    ///   - names: subsets or shards.
    ///   - keepingUndrawnFringes: also keep rows whose label speaks of a fringe that the renderer did not draw.
    /// - Throws: `Failure`.
    public func load(_ names: [String], keepingUndrawnFringes: Bool = false) throws -> SynthFacesSubset {
        var subset = SynthFacesSubset()
        for shard in try names.flatMap(shards(of:)) {
            let labels = folder.appendingPathComponent(shard + ".csv")
            do {
                guard let text = try? Data(contentsOf: labels) else { throw TarArchive.Failure.unreadable(file: labels.path) }
                var rows = try SynthFacesRow.rows(of: try SynthFacesTable(text))
                if !keepingUndrawnFringes { rows.removeAll(where: \.fringeIsNotDrawn) }
                try subset.append(rows, from: try TarArchive(contentsOf: folder.appendingPathComponent(shard + ".tar")))
            } catch let failure as Failure {
                throw failure
            } catch {
                throw Failure.damaged(file: shard, reason: "\(error)")
            }
        }
        return subset
    }
}
