import Foundation
import GRDB

/// Why the migrations cannot be applied.
public enum MigrationError: Error, Sendable, Equatable, CustomStringConvertible {
    case unreadableDirectory(String)
    /// A file that is not `NNNN_name.sql`, or whose number does not follow the one before.
    case misnamed(String)
    case empty(String)
    /// The database knows migrations that are not among the files: it was made by a newer version.
    case newerDatabase

    public var description: String {
        switch self {
        case .unreadableDirectory(let path): "no migrations can be read in \(path)"
        case .misnamed(let name): "\(name): migrations are named 0001_name.sql, 0002_name.sql and so on, without gaps"
        case .empty(let name): "\(name): the migration is empty"
        case .newerDatabase: "the database was made by a newer version of this program"
        }
    }
}

/// The numbered SQL files that make the database what it is, applied in order, each in a transaction of its own.
struct MigrationRunner {
    private let files: [(name: String, sql: String)]

    /// - Parameter directory: holds `NNNN_name.sql`, numbered from 0001; other files than `.sql` are left alone.
    init(directory: String) throws(MigrationError) {
        guard let entries = try? FileManager.default.contentsOfDirectory(atPath: directory) else { throw .unreadableDirectory(directory) }
        let names = entries.filter { $0.hasSuffix(".sql") }.sorted()
        guard !names.isEmpty else { throw .unreadableDirectory(directory) }
        var files: [(name: String, sql: String)] = []
        for (index, name) in names.enumerated() {
            guard name.wholeMatch(of: /([0-9]{4})_[a-z0-9_]+\.sql/).map({ Int($0.1) == index + 1 }) == true else { throw .misnamed(name) }
            guard let sql = try? String(contentsOfFile: directory + "/" + name, encoding: .utf8) else {
                throw .unreadableDirectory(directory)
            }
            guard sql.contains(where: { !$0.isWhitespace }) else { throw .empty(name) }
            files.append((String(name.dropLast(4)), sql))
        }
        self.files = files
    }

    /// Applies what is missing.
    ///
    /// - Throws: `MigrationError.newerDatabase`, and what SQLite throws; the failed migration leaves no trace.
    func run(on database: any DatabaseWriter) throws {
        var migrator = DatabaseMigrator()
        for file in files {
            migrator.registerMigration(file.name) { try $0.execute(sql: file.sql) }
        }
        guard try database.read(migrator.hasBeenSuperseded) == false else { throw MigrationError.newerDatabase }
        try migrator.migrate(database)
    }
}
