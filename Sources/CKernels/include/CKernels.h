#ifndef DEMARCHE_KERNELS_H
#define DEMARCHE_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/// The arithmetic of the language engine's networks, compiled once for each instruction set and chosen when the program
/// runs. All numbers are 32-bit floats, all matrices row by row.
///
/// Weights are packed in panels of `KERNEL_PANEL` output columns: for each panel, for each input, the panel's weights side
/// by side. Outputs are padded with zero columns to whole panels.
#define KERNEL_PANEL 32

typedef enum { kernel_isa_base, kernel_isa_avx2, kernel_isa_avx512 } kernel_isa;

typedef struct {
    kernel_isa isa;
    /// c = bias + a · w for `rows` rows of `inputs` numbers; `c` has `panels * KERNEL_PANEL` columns at a distance of `ldc`.
    void (*dense)(const float *a, size_t lda, size_t rows, const float *w, size_t inputs, size_t panels,
                  const float *bias, float *c, size_t ldc);
    /// y = normalized(max over `pieces` blocks of `width` numbers at `c`) * gain + shift, plus `residual` unless it is null.
    /// `width` is a multiple of 16.
    void (*maxout_norm)(const float *c, size_t pieces, size_t width, const float *residual, const float *gain,
                        const float *shift, float *y);
    /// out = a + b + c, `count` numbers, a multiple of 16.
    void (*add3)(const float *a, const float *b, const float *c, float *out, size_t count);
    /// out = the sum of four rows of `table`, `width` numbers each, a multiple of 16.
    void (*sum_rows)(const float *table, const uint32_t rows[4], size_t width, float *out);
    /// out[64] = the larger, number by number, of the two halves of bias[128] + the sum of `count` rows of 128 numbers.
    void (*hidden)(const float *const *rows, size_t count, const float *bias, float *out);
} kernels;

/// The best instruction set that this processor and its system offer.
kernel_isa kernel_best_isa(void);

/// The kernels of `isa`, or of the best set that this machine offers where that is less. Their `isa` says which.
const kernels *kernels_for(kernel_isa isa);

#endif
