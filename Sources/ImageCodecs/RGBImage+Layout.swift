extension RGBImage {
    /// Pictures side by side in rows, each in the middle of a cell as large as the largest of them, on white.
    ///
    /// - Parameters:
    ///   - pictures: at least one, in reading order.
    ///   - columns: pictures in a row, at least 1; fewer when there are fewer pictures.
    ///   - gap: white pixels between cells, none around them.
    public static func grid(of pictures: [RGBImage], columns: Int, gap: Int = 2) -> RGBImage {
        precondition(!pictures.isEmpty && columns > 0 && gap >= 0, "RGBImage.grid: nothing to lay out")
        let columns = min(columns, pictures.count)
        let rows = (pictures.count + columns - 1) / columns
        let cellWidth = pictures.map(\.width).max()!
        let cellHeight = pictures.map(\.height).max()!
        var grid = RGBImage(
            width: columns * (cellWidth + gap) - gap, height: rows * (cellHeight + gap) - gap, filledWith: (255, 255, 255))
        for (index, picture) in pictures.enumerated() {
            grid.paste(
                picture,
                x: index % columns * (cellWidth + gap) + (cellWidth - picture.width) / 2,
                y: index / columns * (cellHeight + gap) + (cellHeight - picture.height) / 2)
        }
        return grid
    }

    /// Pictures in one row, as along a walk.
    public static func strip(of pictures: [RGBImage], gap: Int = 2) -> RGBImage {
        grid(of: pictures, columns: max(pictures.count, 1), gap: gap)
    }

    /// Every pixel repeated `factor` times in both directions.
    public func enlarged(by factor: Int) -> RGBImage {
        precondition(factor > 0, "RGBImage.enlarged: the factor must be positive")
        guard factor > 1 else { return self }
        var enlarged: [UInt8] = []
        enlarged.reserveCapacity(pixels.count * factor * factor)
        for y in 0..<height {
            var row: [UInt8] = []
            row.reserveCapacity(3 * width * factor)
            for x in 0..<width {
                let pixel = pixels[3 * (y * width + x)..<3 * (y * width + x + 1)]
                for _ in 0..<factor { row += pixel }
            }
            for _ in 0..<factor { enlarged += row }
        }
        return RGBImage(width: width * factor, height: height * factor, pixels: enlarged)
    }

    /// Every `factor` × `factor` block averaged to one pixel; rows and columns left over are dropped.
    public func reduced(by factor: Int) -> RGBImage {
        precondition(factor > 0 && factor <= min(width, height), "RGBImage.reduced: the factor must fit the picture")
        guard factor > 1 else { return self }
        let (newWidth, newHeight, area) = (width / factor, height / factor, factor * factor)
        var reduced: [UInt8] = []
        reduced.reserveCapacity(3 * newWidth * newHeight)
        for y in 0..<newHeight {
            for x in 0..<newWidth {
                for channel in 0..<3 {
                    var sum = 0
                    for row in y * factor..<(y + 1) * factor {
                        for column in x * factor..<(x + 1) * factor { sum += Int(pixels[3 * (row * width + column) + channel]) }
                    }
                    reduced.append(UInt8((sum + area / 2) / area))
                }
            }
        }
        return RGBImage(width: newWidth, height: newHeight, pixels: reduced)
    }
}
