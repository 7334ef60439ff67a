#ifndef CKERNELS_H
#define CKERNELS_H

/// What happens to a sum before it is stored: y = gain · leaky(scale · sum + strength · noise + bias + residual).
typedef struct {
    /// [channels], or null for 1.
    const float *scale;
    /// [channels], or null for 0.
    const float *bias;
    /// [height, width], one value a position, or null for 0.
    const float *noise;
    float noise_strength;
    /// Shape of the result, or null for 0.
    const float *residual;
    /// Negative values are multiplied by this; 1 leaves them alone.
    float slope;
    float gain;
} kernel_epilogue;

/// A part of a feature map cut into tiles: tiles first … first + count − 1, row by row, `across` a row.
typedef struct {
    long first, count, across;
} kernel_tiles;

/// The inner loops of one instruction set. Feature maps are [height, width, channels]; transformed tiles are
/// [frequency, tile, channels] with `stride` values from one frequency to the next.
typedef struct {
    const char *name;
    /// Columns of one panel of packed weights; 0: this path has no matrix product of its own.
    long panel;

    /// c[m, n] ← (+=, if `accumulate`) a[m, k] · packed; `packed` holds panels [k][panel], the last one filled up with zeros.
    /// A row's sums do not depend on how many rows there are. Null where `panel` is 0.
    void (*gemm)(long m, long n, long k, const float *a, long lda, const float *packed, float *c, long ldc, int accumulate);

    /// F(4×4, 3×3): x → v, 36 frequencies; x is multiplied by scale[channel] unless that is null.
    void (*winograd_input)(const float *x, long height, long width, long channels, const float *scale, kernel_tiles tiles,
                           float *v, long stride);
    /// F(4×4, 3×3): m → y.
    void (*winograd_output)(const float *m, long stride, kernel_tiles tiles, float *y, long height, long width, long channels,
                            const kernel_epilogue *epilogue);

    /// F(3, 2) on the even and F(3, 1) on the odd phase of a transposed 3×3 convolution of stride 2: x → v, 49 frequencies.
    void (*up_input)(const float *x, long height, long width, long channels, const float *scale, kernel_tiles tiles, float *v,
                     long stride);
    /// Its result: m → t, rows `first_row` … of [2·height + 1, 2·width + 1, channels].
    void (*up_output)(const float *m, long stride, kernel_tiles tiles, float *t, long first_row, long height, long width,
                      long channels);
    /// The adjoint, a 3×3 convolution of stride 2: t [2·height + 1, 2·width + 1, channels] → v, 49 frequencies.
    void (*down_input)(const float *t, long height, long width, long channels, kernel_tiles tiles, float *v, long stride);
    /// Its result: m → y [height, width, channels].
    void (*down_output)(const float *m, long stride, kernel_tiles tiles, float *y, long height, long width, long channels);

    /// [1, 3, 3, 1] / 4 along both axes, one row: rows −1 … 2 around it (null beyond the border), each [width + 1, channels] →
    /// y [width, channels], row number `row` of the result. `scratch` holds (width + 1) · channels values.
    void (*blur_row)(const float *const rows[4], long width, long channels, float *scratch, float *y, long row,
                     const kernel_epilogue *epilogue);
    /// Its adjoint: rows −2 … 1 of the gradient (null beyond the border), each [width, channels] → t [width + 1, channels].
    void (*blur_row_adjoint)(const float *const rows[4], long width, long channels, float *scratch, float *t);

    /// The epilogue in place over `positions` channel vectors, from position `first` of the map.
    void (*finish)(float *y, long first, long positions, long channels, const kernel_epilogue *epilogue);
    /// y ← x · factors[channel].
    void (*scale)(const float *x, const float *factors, float *y, long positions, long channels);

    /// Back through the epilogue (without residual): g ← gradient of the sum, from the gradient `g` of the result and the result
    /// `y`; adds to `scales` [channels] the gradient of `scale` times scale (slope ≠ 0), to `biases` [channels] that of `bias`, and writes
    /// that of `noise` to `noise` [positions]. Null where not wanted.
    void (*unfinish)(const float *dy, const float *y, float *g, long first, long positions, long channels,
                     const kernel_epilogue *epilogue, float *scales, float *biases, float *noise);
    /// dx ← g · factors[channel], sums[channel] += Σ g · x.
    void (*unscale)(const float *g, const float *x, const float *factors, float *dx, long positions, long channels, float *sums);

    /// One row through a fully connected layer: y[o] = gain · leaky(Σ weight[o][i] · x[i] + bias[o]), rows `first` … of `weight`
    /// [outputs, inputs]; without bias if that is null.
    void (*dense)(const float *x, const float *weight, const float *bias, long inputs, long first, long outputs, float slope,
                  float gain, float *y);
    /// The same with weights in half precision: half the memory to read. Null where the processor cannot widen them quickly.
    void (*dense_half)(const float *x, const unsigned short *weight, const float *bias, long inputs, long first, long outputs,
                       float slope, float gain, float *y);
    /// Narrows `count` values to half precision; 0, and an unusable result, if that would change one. Null as above.
    int (*narrow)(const float *values, long count, unsigned short *half);
    /// One step of LSTM cells: gates [4][count] in the order input, forget, cell, output; updates cell [count], writes hidden [count].
    void (*lstm_cells)(const float *gates, long count, float *cell, float *hidden);
    /// The same for training: the gates are replaced by what they let through, the cells go from `before` to `after`.
    void (*lstm_cells_kept)(float *gates, long count, const float *before, float *after, float *hidden);
    /// Its adjoint, from the kept gates: dcell [count] goes from the gradient of `after` to that of `before`.
    void (*lstm_cells_adjoint)(const float *gates, long count, const float *before, const float *after, const float *dhidden,
                               float *dcell, float *dgates);

    /// rgb[position, 3] (+)= Σ x · weight[3][channels] + bias[3].
    void (*to_rgb)(const float *x, const float *weight, const float *bias, float *rgb, long positions, long channels,
                   int accumulate);
    /// Its adjoint: dx[position, channels] = Σ over colours of drgb · weight; adds Σ drgb · x to `sums` [3][channels].
    void (*to_rgb_adjoint)(const float *drgb, const float *x, const float *weight, float *dx, long positions, long channels,
                           float *sums);
} kernel_set;

/// Tells the processor that the thread waits in a loop.
static inline void cpu_relax(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield");
#endif
}

/// The sets that this processor can run, the fastest first; `count` is how many there are.
const kernel_set *const *kernel_sets(int *count);

#endif
