// libpng reports errors by longjmp, which must not cross Swift frames: every use of it ends in this file.

#include "CImageCodecs.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/// Everything one call holds; it lives outside the frame that calls setjmp, so nothing in it is clobbered.
struct png_call {
    struct image_result result;
    const uint8_t *file;
    size_t file_count;
    size_t position;
    size_t capacity;
    png_bytep *rows;
    png_structp png;
    png_infop info;
    jmp_buf escape;
};

static void fail(struct png_call *call, int status, const char *message) {
    call->result.status = status;
    strncpy(call->result.message, message, sizeof call->result.message - 1);
}

static PNG_CALLBACK(void, on_error, (png_structp png, png_const_charp message)) {
    struct png_call *call = png_get_error_ptr(png);
    fail(call, IMAGE_DAMAGED, message);
    longjmp(call->escape, 1);
}

static PNG_CALLBACK(void, on_warning, (png_structp png, png_const_charp message)) {
    (void)png;
    (void)message;
}

static PNG_CALLBACK(void, read_bytes, (png_structp png, png_bytep target, size_t count)) {
    struct png_call *call = png_get_io_ptr(png);
    if (count > call->file_count - call->position) png_error(png, "the file ends too early");
    memcpy(target, call->file + call->position, count);
    call->position += count;
}

static PNG_CALLBACK(void, write_bytes, (png_structp png, png_bytep source, size_t count)) {
    struct png_call *call = png_get_io_ptr(png);
    struct image_result *result = &call->result;
    if (count > call->capacity - result->count) {
        size_t capacity = 2 * (call->capacity + count);
        uint8_t *bytes = realloc(result->bytes, capacity);
        if (bytes == NULL) png_error(png, "out of memory");
        result->bytes = bytes;
        call->capacity = capacity;
    }
    memcpy(result->bytes + result->count, source, count);
    result->count += count;
}

static PNG_CALLBACK(void, flush_bytes, (png_structp png)) { (void)png; }

/// Points `rows` at the lines of a block of RGB pixels.
static int make_rows(struct png_call *call, uint8_t *pixels) {
    call->rows = malloc((size_t)call->result.height * sizeof(png_bytep));
    if (call->rows == NULL) return 0;
    for (size_t y = 0; y < call->result.height; y++) call->rows[y] = pixels + y * 3 * (size_t)call->result.width;
    return 1;
}

static void decode(struct png_call *call, uint64_t maximum_pixels) {
    call->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, call, on_error, on_warning);
    call->info = call->png ? png_create_info_struct(call->png) : NULL;
    if (call->info == NULL) return fail(call, IMAGE_NO_MEMORY, "out of memory");
    if (setjmp(call->escape)) return;

    png_structp png = call->png;
    png_infop info = call->info;
    // Side and chunk limits here; the area is judged below, before any of it is allocated.
    png_set_user_limits(png, 65535, 65535);
    png_set_chunk_cache_max(png, 64);
    png_set_chunk_malloc_max(png, 1 << 20);
    png_set_read_fn(png, call, read_bytes);
    png_read_info(png, info);

    call->result.width = png_get_image_width(png, info);
    call->result.height = png_get_image_height(png, info);
    uint64_t pixels = (uint64_t)call->result.width * call->result.height;
    if (pixels > maximum_pixels) return fail(call, IMAGE_TOO_LARGE, "too many pixels");

    png_set_scale_16(png);
    png_set_expand(png);
    png_set_gray_to_rgb(png);
    png_color_16 white = {.red = 255, .green = 255, .blue = 255, .gray = 255};
    if (png_get_bit_depth(png, info) == 16) white = (png_color_16){.red = 65535, .green = 65535, .blue = 65535, .gray = 65535};
    int transparent = (png_get_color_type(png, info) & PNG_COLOR_MASK_ALPHA) || png_get_valid(png, info, PNG_INFO_tRNS);
    if (transparent) png_set_background(png, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
    if (png_get_rowbytes(png, info) != 3 * (size_t)call->result.width) png_error(png, "unsupported pixel format");

    call->result.count = 3 * (size_t)pixels;
    call->result.bytes = calloc(call->result.count, 1);
    if (call->result.bytes == NULL || !make_rows(call, call->result.bytes)) return fail(call, IMAGE_NO_MEMORY, "out of memory");
    png_read_image(png, call->rows);
    png_read_end(png, NULL);
}

struct image_result image_png_decode(const uint8_t *file, size_t count, uint64_t maximum_pixels) {
    struct png_call call;
    memset(&call, 0, sizeof call);
    call.file = file;
    call.file_count = count;
    decode(&call, maximum_pixels);
    if (call.png) png_destroy_read_struct(&call.png, &call.info, NULL);
    free(call.rows);
    if (call.result.status != IMAGE_OK) image_free(&call.result);
    return call.result;
}

static void encode(struct png_call *call, const uint8_t *pixels) {
    call->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, call, on_error, on_warning);
    call->info = call->png ? png_create_info_struct(call->png) : NULL;
    // libpng takes rows to write as mutable pointers but does not write to them.
    if (call->info == NULL || !make_rows(call, (uint8_t *)pixels)) return fail(call, IMAGE_NO_MEMORY, "out of memory");
    if (setjmp(call->escape)) return;

    png_set_write_fn(call->png, call, write_bytes, flush_bytes);
    png_set_compression_level(call->png, 6);
    png_set_filter(call->png, PNG_FILTER_TYPE_BASE, PNG_ALL_FILTERS);
    png_set_IHDR(
        call->png, call->info, call->result.width, call->result.height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(call->png, call->info);
    png_write_image(call->png, call->rows);
    png_write_end(call->png, NULL);
}

struct image_result image_png_encode(const uint8_t *pixels, uint32_t width, uint32_t height) {
    struct png_call call;
    memset(&call, 0, sizeof call);
    call.result.width = width;
    call.result.height = height;
    encode(&call, pixels);
    if (call.png) png_destroy_write_struct(&call.png, &call.info);
    free(call.rows);
    if (call.result.status != IMAGE_OK) image_free(&call.result);
    return call.result;
}

void image_free(struct image_result *result) {
    free(result->bytes);
    result->bytes = NULL;
    result->count = 0;
}
