import Foundation
import GRDB
import SQLiteStore
import SessionsTestSupport
import Testing

@Suite struct MigrationTests {
    let world: TestWorld
    let migrations: URL

    init() throws {
        world = try TestWorld()
        migrations = world.directory.appending(path: "migrations")
        try FileManager.default.createDirectory(at: migrations, withIntermediateDirectories: true)
    }

    private func write(_ name: String, _ sql: String) throws { try Data(sql.utf8).write(to: migrations.appending(path: name)) }

    private func open() throws -> SQLiteStore { try SQLiteStore(path: world.databasePath, migrations: migrations.path) }

    private func tables() throws -> [String] {
        let database = try DatabaseQueue(path: world.databasePath)
        return try database.read {
            try String.fetchAll($0, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 't%' ORDER BY name")
        }
    }

    @Test("files are applied in order, and later ones when they come")
    func inOrder() throws {
        try write("0001_first.sql", "CREATE TABLE t1 (a); CREATE TABLE t2 (a);")
        try write("0002_second.sql", "ALTER TABLE t1 ADD COLUMN b; DROP TABLE t2;")
        try open().close()
        #expect(try tables() == ["t1"])
        try write("0003_third.sql", "CREATE TABLE t3 (a);")
        try write("notes.txt", "not SQL")
        try open().close()
        try open().close()
        #expect(try tables() == ["t1", "t3"])
    }

    @Test("a migration that fails leaves no trace, and those before it stay")
    func failing() throws {
        try write("0001_first.sql", "CREATE TABLE t1 (a);")
        try write("0002_second.sql", "CREATE TABLE t2 (a); CREATE TABLE t1 (a);")
        #expect(throws: DatabaseError.self) { try open() }
        #expect(try tables() == ["t1"])
    }

    @Test("wrong names and gaps are refused", arguments: ["0003_gap.sql", "1_short.sql", "0002.sql", "0002_Big.sql", "0001_again.sql"])
    func misnamed(name: String) throws {
        try write("0001_first.sql", "CREATE TABLE t1 (a);")
        try write(name, "CREATE TABLE t2 (a);")
        #expect(throws: MigrationError.self) { try open() }
    }

    @Test("an empty file and a missing directory are refused")
    func empty() throws {
        #expect(throws: MigrationError.unreadableDirectory(migrations.path)) { try open() }
        try write("0001_first.sql", " \n")
        #expect(throws: MigrationError.empty("0001_first.sql")) { try open() }
    }

    @Test("a database of a newer version is left alone")
    func newer() throws {
        try write("0001_first.sql", "CREATE TABLE t1 (a);")
        try write("0002_second.sql", "CREATE TABLE t2 (a);")
        try open().close()
        try FileManager.default.removeItem(at: migrations.appending(path: "0002_second.sql"))
        #expect(throws: MigrationError.newerDatabase) { try open() }
    }

    @Test("the file is in write-ahead mode")
    func writeAhead() throws {
        _ = try world.store()
        let database = try DatabaseQueue(path: world.databasePath)
        #expect(try database.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    }
}
