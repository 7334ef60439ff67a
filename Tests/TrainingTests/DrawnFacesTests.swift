import FaceAttributes
import FaceModels
import Foundation
import Tensor
import Testing

@testable import Training

@Suite struct DrawnFacesTests {
    private let generator = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Models/synthfaces-128/generator.safetensors").path

    private func withCodes(_ tensors: [String: Tensor], _ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("codes-\(UUID().uuidString).safetensors").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try writeSafeTensors(tensors, to: path)
        try body(path)
    }

    @Test func `faces of one half of the people are drawn from their codes, with the degrees that belong to them`() throws {
        let generator = try Generator(contentsOf: generator)
        let w = generator.mapping(generator.z(seeds: [1, 2, 3]))
        let degrees = Tensor([3, 5], (0..<15).map { Float($0) / 3 })
        try withCodes(["w": w, "degrees": degrees, "identity": Tensor([3], [7, 8, 9])]) { path in
            let odd = try DrawnFaces(codes: path, half: .odd, generator: generator) { _, _ in }
            #expect(odd.degrees.map { $0[.bangs] } == [0, 10.0 / 3].map { Double(Float($0)) })
            let last = generator.synthesis(generator.wPlus(w.slice(axis: 0, 2..<3)), noise: generator.synthesis.storedNoise)
            let shown = odd.pixels.suffix(SynthFacesSubset.bytesPerPicture)
            #expect(zip(shown, last.values).allSatisfy { abs(Float($0) / 127.5 - 1 - min(max($1, -1), 1)) < 0.005 })
        }
    }

    @Test func `codes that do not fit are refused`() throws {
        let generator = try Generator(contentsOf: generator)
        let w = generator.mapping(generator.z(seeds: [1]))
        for degrees in [Tensor([1, 4], [0, 0, 0, 0]), Tensor([1, 5], [0, 0, 0, 0, 5.5])] {
            try withCodes(["w": w, "degrees": degrees, "identity": Tensor([1], [7])]) { path in
                #expect(throws: DrawnFacesError.self) { try DrawnFaces(codes: path, half: .all, generator: generator) { _, _ in } }
            }
        }
    }
}
