#include "CImageCodecs.h"

#include <stdlib.h>
#include <string.h>
#include <turbojpeg.h>

static void fail(struct image_result *result, int status, const char *message) {
    result->status = status;
    strncpy(result->message, message, sizeof result->message - 1);
}

static void decode(
    struct image_result *result, tjhandle codec, const uint8_t *file, size_t count, uint64_t maximum_pixels,
    uint8_t *destination, uint32_t destination_width, uint32_t destination_height) {
    int width = 0, height = 0, subsampling = 0, colours = 0;
    if (tjDecompressHeader3(codec, file, count, &width, &height, &subsampling, &colours) != 0 || width <= 0 || height <= 0)
        return fail(result, IMAGE_DAMAGED, tjGetErrorStr2(codec));
    result->width = (uint32_t)width;
    result->height = (uint32_t)height;
    uint64_t pixels = (uint64_t)width * (uint64_t)height;
    if (pixels > maximum_pixels) return fail(result, IMAGE_TOO_LARGE, "too many pixels");

    uint8_t *target = destination;
    if (destination == NULL) {
        result->count = 3 * (size_t)pixels;
        target = result->bytes = calloc(result->count, 1);
        if (target == NULL) return fail(result, IMAGE_NO_MEMORY, "out of memory");
    } else if (result->width != destination_width || result->height != destination_height) {
        return fail(result, IMAGE_DAMAGED, "the picture is not of the expected size");
    }
    // A progressive file may hold any number of scans over the same pixels, hence the limit on them.
    int flags = TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS;
    if (tjDecompress2(codec, file, count, target, width, 0, height, TJPF_RGB, flags) != 0)
        fail(result, IMAGE_DAMAGED, tjGetErrorStr2(codec));
}

struct image_result image_jpeg_decode(
    const uint8_t *file, size_t count, uint64_t maximum_pixels,
    uint8_t *destination, uint32_t destination_width, uint32_t destination_height) {
    struct image_result result;
    memset(&result, 0, sizeof result);
    tjhandle codec = tjInitDecompress();
    if (codec == NULL) {
        fail(&result, IMAGE_NO_MEMORY, "out of memory");
        return result;
    }
    decode(&result, codec, file, count, maximum_pixels, destination, destination_width, destination_height);
    tjDestroy(codec);
    if (result.status != IMAGE_OK) image_free(&result);
    return result;
}

struct image_result image_jpeg_encode(const uint8_t *pixels, uint32_t width, uint32_t height, int quality) {
    struct image_result result;
    memset(&result, 0, sizeof result);
    result.width = width;
    result.height = height;
    tjhandle codec = tjInitCompress();
    if (codec == NULL) {
        fail(&result, IMAGE_NO_MEMORY, "out of memory");
        return result;
    }
    unsigned long size = tjBufSize((int)width, (int)height, TJSAMP_444);
    if (size == (unsigned long)-1) {
        fail(&result, IMAGE_DAMAGED, "a JPEG cannot be of this size");
    } else if ((result.bytes = malloc(size)) == NULL) {
        fail(&result, IMAGE_NO_MEMORY, "out of memory");
    } else if (tjCompress2(
                   codec, pixels, (int)width, 0, (int)height, TJPF_RGB, &result.bytes, &size, TJSAMP_444, quality,
                   TJFLAG_NOREALLOC | TJFLAG_ACCURATEDCT) != 0) {
        fail(&result, IMAGE_DAMAGED, tjGetErrorStr2(codec));
    }
    result.count = size;
    tjDestroy(codec);
    if (result.status != IMAGE_OK) image_free(&result);
    return result;
}
