import CImageCodecs

/// The most pixels a picture may have when the caller names no limit: 4096 × 4096, 48 MiB decoded.
public let defaultMaximumPixels = 4096 * 4096

/// Encodes a picture as a PNG (RFC 2083), 8-bit RGB.
///
/// Neither time nor text is written, so equal pictures give equal bytes.
/// - Throws: `ImageCodecError`.
public func pngData(_ image: RGBImage) throws(ImageCodecError) -> [UInt8] {
    var result = image.pixels.withUnsafeBufferPointer {
        image_png_encode($0.baseAddress, UInt32(clamping: image.width), UInt32(clamping: image.height))
    }
    defer { image_free(&result) }
    try result.check(format: "PNG", maximumPixels: .max)
    return result.array
}

/// Decodes a PNG of any colour type and depth to 8-bit RGB; transparent pixels are laid over white.
///
/// Safe for bytes from anywhere.
/// - Parameter maximumPixels: larger pictures are refused by their header.
/// - Throws: `ImageCodecError`.
public func decodePNG(_ file: [UInt8], maximumPixels: Int = defaultMaximumPixels) throws(ImageCodecError) -> RGBImage {
    var result = file.withUnsafeBufferPointer { image_png_decode($0.baseAddress, $0.count, UInt64(max(maximumPixels, 0))) }
    defer { image_free(&result) }
    try result.check(format: "PNG", maximumPixels: maximumPixels)
    return RGBImage(width: Int(result.width), height: Int(result.height), pixels: result.array)
}

/// Encodes a picture as a baseline JPEG without chroma subsampling.
///
/// - Parameter quality: 1…100; values outside are clamped.
/// - Throws: `ImageCodecError`.
public func jpegData(_ image: RGBImage, quality: Int = 95) throws(ImageCodecError) -> [UInt8] {
    var result = image.pixels.withUnsafeBufferPointer {
        image_jpeg_encode(
            $0.baseAddress, UInt32(clamping: image.width), UInt32(clamping: image.height), Int32(min(max(quality, 1), 100)))
    }
    defer { image_free(&result) }
    try result.check(format: "JPEG", maximumPixels: .max)
    return result.array
}

/// Decodes a JPEG, baseline or progressive, grey or colour, to 8-bit RGB.
///
/// Safe for bytes from anywhere; a file that is cut short or whose entropy-coded data are wrong is refused.
/// - Parameter maximumPixels: larger pictures are refused by their header.
/// - Throws: `ImageCodecError`.
public func decodeJPEG(_ file: [UInt8], maximumPixels: Int = defaultMaximumPixels) throws(ImageCodecError) -> RGBImage {
    var result = file.withUnsafeBufferPointer {
        image_jpeg_decode($0.baseAddress, $0.count, UInt64(max(maximumPixels, 0)), nil, 0, 0)
    }
    defer { image_free(&result) }
    try result.check(format: "JPEG", maximumPixels: maximumPixels)
    return RGBImage(width: Int(result.width), height: Int(result.height), pixels: result.array)
}

/// Decodes a JPEG of known size into memory that the caller holds, as a data-set reader does with thousands.
///
/// - Parameters:
///   - file: the whole file.
///   - destination: `3 · width · height` bytes, row-major.
/// - Throws: `ImageCodecError`; a picture of another size is `damaged`.
public func decodeJPEG(
    _ file: UnsafeBufferPointer<UInt8>, width: Int, height: Int, into destination: UnsafeMutableBufferPointer<UInt8>
) throws(ImageCodecError) {
    precondition(width > 0 && height > 0 && destination.count == 3 * width * height, "decodeJPEG: destination of another size")
    var result = image_jpeg_decode(
        file.baseAddress, file.count, UInt64(width * height), destination.baseAddress, UInt32(width), UInt32(height))
    defer { image_free(&result) }
    try result.check(format: "JPEG", maximumPixels: width * height)
}

extension image_result {
    fileprivate func check(format: String, maximumPixels: Int) throws(ImageCodecError) {
        switch Int(status) {
        case Int(IMAGE_OK): return
        case Int(IMAGE_TOO_LARGE): throw .tooLarge(width: Int(width), height: Int(height), maximumPixels: maximumPixels)
        case Int(IMAGE_NO_MEMORY): throw .outOfMemory
        default: throw .damaged(format: format, reason: text)
        }
    }

    private var text: String {
        withUnsafeBytes(of: message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    fileprivate var array: [UInt8] { Array(UnsafeBufferPointer(start: bytes, count: count)) }
}
