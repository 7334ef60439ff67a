import Foundation
import ImageCodecs

/// What commands write to the terminal besides their results.
enum Terminal {
    /// Shows a line that the next one replaces; nil removes it. Nothing is written where nobody watches.
    static func progress(_ text: String?) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text ?? "")".utf8))
    }

    /// Writes a line beside the results, watched or not.
    static func line(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }

    /// Writes a picture, JPEG where the path ends so and else PNG.
    static func write(_ picture: RGBImage, to path: String) throws {
        let isJPEG = [".jpg", ".jpeg"].contains { path.lowercased().hasSuffix($0) }
        try write(isJPEG ? try jpegData(picture, quality: 92) : try pngData(picture), to: path)
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}
