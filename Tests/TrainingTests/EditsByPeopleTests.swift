import FaceModels
import Foundation
import Tensor
import Testing

@testable import Training

struct EditsByPeopleTests {
    private func rows(_ table: String) throws -> [SynthFacesRow] {
        let pictures = ["w", "x", "m"].map { (name: "\($0).jpg", bytes: TinySet.picture(100)) }
        return try TinySet.withFolder(["t.csv": Array(table.utf8), "t.tar": TinySet.tar(pictures)]) { folder in
            try SynthFaces(folder: folder).load(["t"]).rows
        }
    }

    private func withCodes<Result>(_ w: Tensor, _ body: (RecordCodes) throws -> Result) throws -> Result {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("records-\(UUID().uuidString).safetensors").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try writeSafeTensors(["w": w], metadata: ["keys": "w,x,m"], to: path)
        return try body(try RecordCodes(contentsOf: path))
    }

    @Test func `people are edited in groups by sex and by whether they wear glasses`() throws {
        let man = TinySet.row("m").replacingOccurrences(of: ",f,", with: ",m,").replacingOccurrences(of: "2,1,0,3,2", with: "2,0,0,3,2")
        let rows = try rows(TinySet.columns + TinySet.row("w") + TinySet.row("x") + man)
        try TinyModel.with(.wPlus(layers: 3)) { model in
            let w = model.generator.mapping(model.generator.z(seeds: [1, 2, 3]))
            let all = try withCodes(w) { try EditsByPeople(model, codes: $0, rows: rows, people: 5, threads: 1) { _ in } }
            #expect(all.groups.map(\.name) == ["women with glasses", "women without", "men with glasses", "men without"])
            #expect(all.groups.map(\.people) == [2, 0, 0, 1] && all.groups[1].edits == nil)
            #expect(all.table.split(separator: "\n").count == 5)
            let one = try withCodes(w) { try EditsByPeople(model, codes: $0, rows: rows, people: 1, threads: 1) { _ in } }
            #expect(one.groups.map(\.people) == [1, 0, 0, 1])
            // Each face is drawn from its own code.
            if let first = one.groups[0].edits, let both = all.groups[0].edits { #expect(first.edits < both.edits) }
        }
    }

    @Test func `codes of another width, or of other people, are refused`() throws {
        let rows = try rows(TinySet.columns + TinySet.row("w") + TinySet.row("x") + TinySet.row("m"))
        try TinyModel.with(.wPlus(layers: 3)) { model in
            #expect(throws: ModelError.self) {
                try withCodes(Tensor([3, 1], [1, 2, 3])) { try EditsByPeople(model, codes: $0, rows: rows, people: 1, threads: 1) { _ in } }
            }
            let w = model.generator.mapping(model.generator.z(seeds: [1, 2, 3]))
            #expect(throws: ModelError.self) {
                try withCodes(w) { try EditsByPeople(model, codes: $0, rows: [], people: 1, threads: 1) { _ in } }
            }
        }
    }
}
