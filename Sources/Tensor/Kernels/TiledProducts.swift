import CKernels

/// The middle of every Winograd convolution: a map is cut into tiles, a transform turns each into frequencies, every frequency is
/// a matrix product, and a second transform turns the products back.
struct TiledProducts {
    /// One product covers `rows` neighbouring frequencies, from `first`, which share their weights.
    struct Group: Sendable {
        var matrix: Int
        var first: Int
        var rows: Int
    }

    let matrices: PackedMatrices
    let groups: [Group]
    let frequencies: Int
    let inputChannels, outputChannels: Int

    typealias Transform = (_ tiles: kernel_tiles, _ values: UnsafeMutablePointer<Float>, _ stride: Int) -> Void

    /// Runs over the tiles first ..< first + count.
    ///
    /// - Parameters:
    ///   - across: tiles in a row.
    ///   - analyse: writes the frequencies of some tiles, [frequencies, tiles, Cin].
    ///   - synthesise: reads their products, [frequencies, tiles, Cout].
    func run(first: Int, count: Int, across: Int, analyse: Transform, synthesise: Transform) {
        let perTile = frequencies * (inputChannels + outputChannels)
        // What is chosen here does not depend on the number of threads, and both ways compute every value alike.
        // Two blocks or fewer would leave threads idle, so then the weights are shared out as well, if they are worth it.
        if matrices.bytes > 4 << 20 || (count < 24 && matrices.bytes > 1 << 19) {
            let portion = max(48, (6 << 20) / perTile)
            for start in stride(from: 0, to: count, by: portion) {
                runTogether(first: first + start, count: min(portion, count - start), across: across, analyse, synthesise)
            }
        } else {
            // Whole register tiles of 12: what a second-level cache holds, but a sixth of all at most, so that threads can share them.
            let block = max(12, min((count + 71) / 72, (3 << 17) / perTile / 12) * 12)
            runInBlocks(first: first, count: count, across: across, block: block, analyse, synthesise)
        }
    }

    /// Many weights: the threads share out the frequencies, so that each weight is read once a portion.
    private func runTogether(first: Int, count: Int, across: Int, _ analyse: Transform, _ synthesise: Transform) {
        let values = Storage(count: frequencies * count * inputChannels)
        let products = Storage(count: frequencies * count * outputChannels)
        let (v, m) = (values.pointer, products.pointer)
        Compute.parallel(count, grain: 4) { range in
            analyse(
                kernel_tiles(first: first + range.lowerBound, count: range.count, across: across), v + range.lowerBound * inputChannels,
                count * inputChannels)
        }
        let step = matrices.kernels.panel * 4
        let parts = (outputChannels + step - 1) / step
        Compute.parallel(groups.count * parts, grain: 1) { range in
            for index in range {
                let (group, part) = (groups[index / parts], index % parts)
                matrices.multiply(
                    group.matrix, columns: part * step..<min((part + 1) * step, outputChannels), group.rows * count,
                    v + group.first * count * inputChannels, lda: inputChannels, m + group.first * count * outputChannels,
                    ldc: outputChannels)
            }
        }
        Compute.parallel(count, grain: 4) { range in
            synthesise(
                kernel_tiles(first: first + range.lowerBound, count: range.count, across: across), m + range.lowerBound * outputChannels,
                count * outputChannels)
        }
    }

    /// Few weights: every thread takes blocks of tiles from start to end, so that their frequencies stay in its cache.
    private func runInBlocks(first: Int, count: Int, across: Int, block: Int, _ analyse: Transform, _ synthesise: Transform) {
        // A line apart, or the frequencies of a tile would fight for the same few places of the cache.
        let (inputStride, outputStride) = (block * inputChannels + 16, block * outputChannels + 16)
        Compute.parallel((count + block - 1) / block, grain: 1) { range in
            let values = Storage(count: frequencies * inputStride)
            let products = Storage(count: frequencies * outputStride)
            for part in range {
                let start = part * block
                let tiles = kernel_tiles(first: first + start, count: min(block, count - start), across: across)
                analyse(tiles, values.pointer, inputStride)
                for group in groups {
                    // The rows of a group are not quite contiguous here: one product a row.
                    for row in group.first..<group.first + group.rows {
                        matrices.multiply(
                            group.matrix, columns: 0..<outputChannels, tiles.count, values.pointer + row * inputStride, lda: inputChannels,
                            products.pointer + row * outputStride, ldc: outputChannels)
                    }
                }
                synthesise(tiles, products.pointer, outputStride)
            }
        }
    }
}
