#ifndef C_IMAGE_CODECS_H
#define C_IMAGE_CODECS_H

#include <stddef.h>
#include <stdint.h>

/// What a codec call came to.
enum {
    IMAGE_OK = 0,
    /// The bytes are not a sound picture of the format; `message` says why.
    IMAGE_DAMAGED = 1,
    /// The header announces more pixels than allowed; `width` and `height` are set.
    IMAGE_TOO_LARGE = 2,
    /// No memory.
    IMAGE_NO_MEMORY = 3,
};

/// One call's result. Whoever calls frees `bytes` with `image_free`, whatever the status.
struct image_result {
    int status;
    uint32_t width;
    uint32_t height;
    /// Decoding: 3·width·height samples. Encoding: the file.
    uint8_t *bytes;
    size_t count;
    char message[200];
};

/// Decodes a PNG of any kind to 8-bit RGB; transparent pixels are laid over white.
struct image_result image_png_decode(const uint8_t *file, size_t count, uint64_t maximum_pixels);

/// Encodes 8-bit RGB rows without padding; neither time nor text chunks, so equal pictures give equal bytes.
struct image_result image_png_encode(const uint8_t *pixels, uint32_t width, uint32_t height);

/// Decodes a JPEG to 8-bit RGB. With `destination` not null the picture must be exactly
/// `destination_width` × `destination_height` and is written there; otherwise `bytes` holds it.
struct image_result image_jpeg_decode(
    const uint8_t *file, size_t count, uint64_t maximum_pixels,
    uint8_t *destination, uint32_t destination_width, uint32_t destination_height);

/// Encodes 8-bit RGB as a JPEG without chroma subsampling, quality 1…100.
struct image_result image_jpeg_encode(const uint8_t *pixels, uint32_t width, uint32_t height, int quality);

void image_free(struct image_result *result);

#endif
