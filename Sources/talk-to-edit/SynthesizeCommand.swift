import ArgumentParser
import Checkpoints
import FaceModels
import Foundation
import ImageCodecs
import Tensor

/// `talk-to-edit synthesize`: pictures of given codes, to compare with other frameworks.
struct Synthesize: ParsableCommand {
    /// Which noise maps a picture is drawn with.
    enum Noise: String, ExpressibleByArgument, CaseIterable {
        /// The checkpoint's own.
        case const
        case none
    }

    static let configuration = CommandConfiguration(
        abstract: "Draw the pictures of given latent codes.",
        discussion: "NumPy files: z and w are [N, 512], w+ is [N, layers, 512]; the result is [N, 3, H, W], float32, not clamped.")

    @OptionGroup var model: ModelOption

    @Option(help: ArgumentHelp("Codes z, .npy.", valueName: "file"))
    var z: String?

    @Option(help: ArgumentHelp("Codes w or w+, .npy.", valueName: "file"))
    var w: String?

    @Option(help: "const draws with the checkpoint's own noise maps, none without.")
    var noise = Noise.const

    @Option(help: "Truncation ψ of codes z: 1 leaves them as they are, 0 gives the mean face.")
    var truncation: Float = 1

    @Option(name: .shortAndLong, help: "What to write: OUT.npy or OUT.png.")
    var output: String

    @Option(help: "Threads.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard (z == nil) != (w == nil) else { throw ValidationError("give either --z or --w") }
        guard output.hasSuffix(".npy") || output.hasSuffix(".png") else { throw ValidationError("--output takes OUT.npy or OUT.png") }
        guard truncation.isFinite else { throw ValidationError("--truncation must be a number") }
    }

    func run() throws {
        Compute.setThreads(threads)
        let folder = try model.folder()
        let manifest = try ModelManifest(folder: folder)
        guard let file = manifest.files[.generator] else { throw ModelError.notFound("the generator of model \(manifest.name)") }
        let generator = try Generator(contentsOf: folder.appendingPathComponent(file.name).path)
        let codes = try codes(generator)
        let maps = noise == .const ? generator.synthesis.storedNoise : nil
        let size = generator.configuration.resolution
        let temporary = output + ".part"
        if output.hasSuffix(".npy") {
            // One picture at a time: many may be more than memory holds.
            guard FileManager.default.createFile(atPath: temporary, contents: NumPyFile.header(shape: [codes.shape[0], 3, size, size])),
                let handle = FileHandle(forWritingAtPath: temporary)
            else { throw ValidationError("\(output) cannot be written") }
            try handle.seekToEnd()
            for row in 0..<codes.shape[0] {
                let picture = generator.synthesis(codes.slice(axis: 0, row..<row + 1), noise: maps)
                let planes = picture.reshaped([size * size, 3]).swappingLastTwo()
                try planes.withValues { try handle.write(contentsOf: Data(buffer: $0)) }
                Terminal.progress("\(row + 1) of \(codes.shape[0]) pictures")
            }
            try handle.close()
            guard rename(temporary, output) == 0 else { throw ValidationError("\(output) cannot be written") }
        } else {
            var pictures: [RGBImage] = []
            for row in 0..<codes.shape[0] {
                let picture = generator.synthesis(codes.slice(axis: 0, row..<row + 1), noise: maps)
                pictures.append(RGBImage(width: size, height: size, samples: picture.values))
                Terminal.progress("\(row + 1) of \(codes.shape[0]) pictures")
            }
            let columns = Int(Double(pictures.count).squareRoot().rounded(.up))
            try Terminal.write(RGBImage.grid(of: pictures, columns: columns), to: output)
        }
        Terminal.progress(nil)
        print(output)
    }

    /// [N, layers, 512]
    private func codes(_ generator: Generator) throws -> Tensor {
        let configuration = generator.configuration
        if let z {
            let codes = try NumPyFile.read(path: z)
            guard codes.rank == 2, codes.shape[1] == configuration.zDimension else {
                throw ValidationError("\(z) has shape \(codes.shape); this generator takes [N, \(configuration.zDimension)]")
            }
            return generator.wPlus(generator.truncated(generator.mapping(codes), psi: truncation))
        }
        let codes = try NumPyFile.read(path: w ?? "")
        let (layers, width) = (configuration.wPlusLayers, configuration.wDimension)
        if codes.rank == 2, codes.shape[1] == width { return generator.wPlus(codes) }
        guard codes.rank == 3, codes.shape[1] == layers, codes.shape[2] == width else {
            throw ValidationError("\(w ?? "") has shape \(codes.shape); this generator takes [N, \(width)] or [N, \(layers), \(width)]")
        }
        return codes
    }
}
