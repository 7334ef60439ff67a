import Tensor

/// Distances and statistics of sets of pictures or of their features.
enum PictureMeasures {
    /// The kernel distance of two sets of features, [N, D] and [M, D]: the squared maximum mean discrepancy with the kernel (x·y/D + 1)³ of
    /// Bińkowski et al. (2018).
    ///
    /// - Parameter unbiased: leave out pairs of a picture with itself. Then two sets of one kind are 0 apart on average, so that nothing can
    ///   be so many times as far; with those pairs they are as far apart as chance puts sets of their size.
    static func kernelDistance(_ a: Tensor, _ b: Tensor, unbiased: Bool) -> Double {
        let width = Double(a.shape[1])
        func mean(_ x: Tensor, _ y: Tensor, skippingDiagonal: Bool) -> Double {
            let (rows, columns) = (x.shape[0], y.shape[0])
            let sum = x.matmul(y, transposeOther: true).withValues { products in
                var sum = 0.0
                for row in 0..<rows {
                    for column in 0..<columns where !(skippingDiagonal && row == column) {
                        let base = Double(products[row * columns + column]) / width + 1
                        sum += base * base * base
                    }
                }
                return sum
            }
            return sum / Double(rows * columns - (skippingDiagonal ? rows : 0))
        }
        return mean(a, a, skippingDiagonal: unbiased) + mean(b, b, skippingDiagonal: unbiased) - 2 * mean(a, b, skippingDiagonal: false)
    }

    /// The mean kernel distance, with its bias, of groups of rows to a set.
    ///
    /// - Parameter size: rows of a group, taken in order; distances can be compared only where groups and sets have the same sizes.
    static func groupedKernelDistance(_ rows: Tensor, size: Int, to set: Tensor) -> Double {
        let groups = rows.shape[0] / size
        precondition(groups > 0, "groupedKernelDistance: \(rows.shape[0]) rows are no group of \(size)")
        let sum = (0..<groups).reduce(0.0) { sum, group in
            sum + kernelDistance(rows.slice(axis: 0, group * size..<(group + 1) * size), set, unbiased: false)
        }
        return sum / Double(groups)
    }

    /// The mean size of the colours' gradient, colours 0…1 a pixel: how sharp pictures are.
    ///
    /// - Parameter pictures: [N, H, W, 3], range ±1; what is beyond is cut.
    static func sharpness(_ pictures: Tensor) -> Double {
        let (samples, height, width) = (pictures.shape[0], pictures.shape[1], pictures.shape[2])
        return pictures.clamped(to: -1...1).withValues { values in
            var sum = 0.0
            for sample in 0..<samples {
                for y in 0..<height - 1 {
                    let row = (sample * height + y) * width
                    for index in row * 3..<(row + width - 1) * 3 {
                        let right = values[index + 3] - values[index]
                        let down = values[index + width * 3] - values[index]
                        sum += Double((right * right + down * down).squareRoot())
                    }
                }
            }
            return sum / 2 / Double(samples * (height - 1) * (width - 1) * 3)
        }
    }

    /// The mean Euclidean distance of unit rows, [N, D], over all pairs of different people.
    ///
    /// - Parameter people: who each row is.
    static func distanceOfPeople(_ embeddings: Tensor, _ people: [Int]) -> Double {
        let count = people.count
        return embeddings.matmul(embeddings, transposeOther: true).withValues { products in
            var (sum, pairs) = (0.0, 0)
            for row in 0..<count {
                for column in 0..<row where people[row] != people[column] {
                    sum += Double(max(2 - 2 * products[row * count + column], 0)).squareRoot()
                    pairs += 1
                }
            }
            return sum / Double(max(pairs, 1))
        }
    }
}
