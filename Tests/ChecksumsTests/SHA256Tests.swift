import Checksums
import Foundation
import Testing

@Suite struct SHA256Tests {
    @Test(
        "the examples of FIPS 180-4 come out as published",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func publishedExamples(text: String, digest: String) {
        #expect(sha256Hex(Array(text.utf8)) == digest)
    }

    @Test("a file longer than the read buffer has the checksum of its bytes")
    func fileMatchesBytes() throws {
        let bytes = (0..<(1 << 20) + 12_345).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let file = FileManager.default.temporaryDirectory.appending(path: "sha256-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        #expect(try sha256Hex(ofFile: file.path) == sha256Hex(bytes))
    }

    @Test("a missing file and a directory are errors", arguments: ["/no/such/file", "/tmp"])
    func unreadable(path: String) {
        #expect(throws: ChecksumError.self) { try sha256Hex(ofFile: path) }
    }

    @Test("a digest fed in pieces equals the digest of the whole")
    func pieces() throws {
        var digest = try SHA256Digest()
        for piece in ["a", "", "bc"] {
            try Array(piece.utf8).withUnsafeBytes { bytes throws in try digest.update(bytes) }
        }
        let bytes = try digest.finish()
        #expect(bytes.prefix(4) == [0xba, 0x78, 0x16, 0xbf])
        #expect(bytes.count == 32)
    }
}
