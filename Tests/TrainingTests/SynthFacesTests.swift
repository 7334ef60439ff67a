import FaceAttributes
import Foundation
import ImageCodecs
import Testing

@testable import Training

/// Writes small data sets in the layout of the real one.
enum TinySet {
    static func tar(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        for (name, bytes) in files {
            archive += header(name: name, size: bytes.count)
            archive += bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
        }
        return archive + [UInt8](repeating: 0, count: 1024)
    }

    static func header(name: String, size: Int, kind: Character = "0") -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) { header.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8) }
        func octal(_ value: Int, digits: Int) -> String {
            let text = String(value, radix: 8)
            return String(repeating: "0", count: digits - text.count) + text
        }
        put(name, at: 0)
        put(octal(0o644, digits: 7), at: 100)
        put(octal(size, digits: 11), at: 124)
        put(String(kind), at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put("        ", at: 148)
        put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6) + "\0 ", at: 148)
        return header
    }

    static let columns =
        "key,identity,sex,years,bangs,eyeglasses,beard,smiling,age,bangs_degree,eyeglasses_degree,beard_degree,smiling_degree,"
        + "age_degree,hair_style,hair_colour,grey,skin_tone,yaw,pitch,roll,view,attribute,degree,infeasible,eye_r_x,eye_r_y,"
        + "eye_l_x,eye_l_y,nose_x,nose_y,mouth_r_x,mouth_r_y,mouth_l_x,mouth_l_y,cam2world\n"

    static func row(_ key: String, bangs: Int = 2, hair: String = "short04", varied: String = ",", camera: String = camera) -> String {
        "\(key),400000,f,31.5,\(bangs),1,0,3,2,\(bangs).25,1.0,0.0,2.9,2.1,\(hair),black,0.1,1.2,3.5,-1.5,0.5,1,\(varied),False,"
            + "1,2,3,4,5,6,7,8,9,10,\(camera)\n"
    }

    static let camera = "1 0 0 0.5 0 1 0 0 0 0 1 4.6 0 0 0 1"

    static func picture(_ level: UInt8) -> [UInt8] {
        try! jpegData(RGBImage(width: 128, height: 128, filledWith: (level, level, level)))
    }

    /// Makes a folder that lives as long as `body` runs.
    static func withFolder<Result>(_ files: [String: [UInt8]], _ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("synthfaces-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
        return try body(folder)
    }
}

struct SynthFacesTests {
    static func shard(_ rows: [(key: String, bangs: Int, hair: String, level: UInt8)]) -> (csv: [UInt8], tar: [UInt8]) {
        let csv = TinySet.columns + rows.map { TinySet.row($0.key, bangs: $0.bangs, hair: $0.hair) }.joined()
        return (Array(csv.utf8), TinySet.tar(rows.map { ($0.key + ".jpg", TinySet.picture($0.level)) }))
    }

    @Test func `rows and pictures of several shards come in the order asked for`() throws {
        let one = Self.shard([("a", 2, "short04", 10), ("b", 0, "afro", 60)])
        let two = Self.shard([("c", 4, "bob", 200)])
        try TinySet.withFolder(["studio-00.csv": one.csv, "studio-00.tar": one.tar, "studio-01.csv": two.csv, "studio-01.tar": two.tar]) {
            let faces = SynthFaces(folder: $0)
            #expect(try faces.load(["studio-01", "studio-00"]).rows.map(\.key) == ["c", "a", "b"])
            let all = try faces.load(["studio"])
            #expect(all.rows.map(\.key) == ["a", "b", "c"])
            let pixels = try all.pixels()
            #expect(pixels.count == 3 * SynthFacesSubset.bytesPerPicture)
            for (index, level) in [10, 60, 200].enumerated() {
                let block = pixels[index * SynthFacesSubset.bytesPerPicture..<(index + 1) * SynthFacesSubset.bytesPerPicture]
                #expect(block.allSatisfy { abs(Int($0) - level) <= 1 })
                #expect(try all.picture(at: index).pixels == Array(block))
            }
            let some = all.filtered { $0.labels[0] > 1 }
            #expect(some.rows.map(\.key) == ["a", "c"])
            let (first, second) = (try some.picture(at: 0).pixels, try some.picture(at: 1).pixels)
            #expect(try some.pixels(of: [1, 0, 1], threads: 3) == second + first + second)
        }
    }

    @Test func `every field of a row is read`() throws {
        let csv = TinySet.columns + TinySet.row("x", varied: "smiling,3.0")
        let row = try #require(try SynthFacesRow.rows(of: SynthFacesTable(csv.utf8)).first)
        #expect(row.key == "x" && row.identity == 400_000 && row.sex == .female && row.years == 31.5)
        #expect(row.labels == [2, 1, 0, 3, 2])
        #expect(row.degrees == Degrees([2.25, 1, 0, 2.9, 2.1]))
        #expect(row.hairStyle == "short04" && row.hairColour == "black" && row.view == 1 && !row.isInfeasible)
        #expect(row.yaw == 3.5 && row.pitch == -1.5 && row.roll == 0.5)
        #expect(row.varied == .smiling && row.variedDegree == 3)
        #expect(row.landmarks == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
        #expect(row.cameraToWorld.count == 16 && row.cameraToWorld[11] == 4.6)
    }

    @Test("rows with a fringe that is not drawn are dropped unless asked for", arguments: ["buzz", "afro"])
    func undrawnFringe(hair: String) throws {
        let shard = Self.shard([("a", 2, hair, 0), ("b", 0, hair, 0), ("c", 2, "bob", 0)])
        try TinySet.withFolder(["t.csv": shard.csv, "t.tar": shard.tar]) {
            #expect(try SynthFaces(folder: $0).load(["t"]).rows.map(\.key) == ["b", "c"])
            let all = try SynthFaces(folder: $0).load(["t"], keepingUndrawnFringes: true)
            #expect(all.rows.map(\.fringeIsNotDrawn) == [true, false, false])
        }
    }

    @Test func `a missing subset, a missing picture and a damaged picture are named`() throws {
        let shard = Self.shard([("a", 2, "bob", 0)])
        let csv = Array((TinySet.columns + TinySet.row("zz")).utf8)
        let broken = TinySet.tar([("a.jpg", [1, 2, 3])])
        let files = ["t.csv": shard.csv, "u.csv": csv, "v.csv": shard.csv, "t.tar": shard.tar, "u.tar": shard.tar, "v.tar": broken]
        try TinySet.withFolder(files) { folder in
            let faces = SynthFaces(folder: folder)
            #expect(throws: SynthFaces.Failure.noSubset("studio", folder: folder.path)) { try faces.load(["studio"]) }
            #expect(throws: SynthFaces.Failure.damaged(file: "zz.jpg", reason: "the archive does not hold the picture")) {
                try faces.load(["u"])
            }
            let damaged = try faces.load(["v"])
            let failure = #expect(throws: SynthFaces.Failure.self) { try damaged.pixels() }
            #expect(failure?.description.hasPrefix("a.jpg") == true)
        }
    }

    @Test(
        "a field that cannot be is refused with its column",
        arguments: [
            (TinySet.row("k", bangs: 6), "bangs"), (TinySet.row("k", camera: "1 2 3"), "cam2world"),
            (TinySet.row("k", camera: TinySet.camera + " x"), "cam2world"), (TinySet.row("k", varied: "hat,1"), "attribute"),
            (TinySet.row("k").replacingOccurrences(of: "31.5", with: "nan"), "years"),
        ])
    func badField(row: String, column: String) throws {
        let table = try SynthFacesTable((TinySet.columns + row).utf8)
        let failure = #expect(throws: SynthFacesRow.Failure.self) { try SynthFacesRow.rows(of: table) }
        guard case .badField(column, _, "k") = failure else { Issue.record("\(String(describing: failure))"); return }
    }
}

struct SynthFacesTableTests {
    @Test func `quoted fields may hold commas, quotes and line ends`() throws {
        let table = try SynthFacesTable("a,b\r\n\"1,\"\"2\"\"\n3\",4\n\n5,\n".utf8)
        #expect(table.rows == [["1,\"2\"\n3", "4"], ["5", ""]])
        #expect(try table.position(of: "b") == 1)
    }

    @Test func `a table without header, with ragged rows or an open quote is refused`() {
        #expect(throws: SynthFacesTable.Failure.empty) { try SynthFacesTable("\n".utf8) }
        #expect(throws: SynthFacesTable.Failure.wrongFieldCount(line: 3, found: 1, expected: 2)) {
            try SynthFacesTable("a,b\n1,2\n3\n".utf8)
        }
        #expect(throws: SynthFacesTable.Failure.unclosedQuote(line: 2)) { try SynthFacesTable("a\n\"1\n".utf8) }
        #expect(throws: SynthFacesTable.Failure.noColumn("c")) { try SynthFacesTable("a\n1\n".utf8).position(of: "c") }
    }
}

struct TarArchiveTests {
    static let archive = TinySet.tar([("one.txt", Array("hello".utf8)), ("empty", []), ("big", [UInt8](repeating: 7, count: 1025))])

    @Test func `members are found with their bytes`() throws {
        let tar = try TarArchive(bytes: Self.archive, name: "t")
        #expect(tar.members.count == 3)
        #expect(Array(tar.bytes[tar.members["one.txt"]!]) == Array("hello".utf8))
        #expect(tar.members["empty"]!.isEmpty && tar.members["big"]!.count == 1025)
    }

    @Test func `an archive cut inside a member or a header is refused`() {
        for length in [100, 511, 512 + 3, 512 * 4 + 1000] {
            #expect(throws: TarArchive.Failure.self, "cut at \(length)") {
                try TarArchive(bytes: Array(Self.archive.prefix(length)), name: "t")
            }
        }
    }

    @Test func `links and long-name extensions are refused`() {
        for kind in "12xgLK" {
            let bytes = TinySet.header(name: "n", size: 0, kind: kind) + [UInt8](repeating: 0, count: 1024)
            #expect(throws: TarArchive.Failure.notATar(file: "t", offset: 0, reason: "a member that is no file")) {
                try TarArchive(bytes: bytes, name: "t")
            }
        }
    }

    @Test func `no changed byte of a header makes it crash`() throws {
        for offset in 0..<512 {
            for value: UInt8 in [0, 0x37, 0x80, 0xFF] {
                var bytes = Self.archive
                bytes[offset] = value
                guard let tar = try? TarArchive(bytes: bytes, name: "t") else { continue }
                #expect(tar.members.values.allSatisfy { $0.upperBound <= bytes.count })
            }
        }
    }
}
