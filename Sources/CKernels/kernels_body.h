// Included once for each instruction set, with LANES, ROWS, TARGET and NAME(x) defined.

typedef float NAME(vec) __attribute__((vector_size(LANES * 4), aligned(4)));
#define VEC NAME(vec)
#define INLINE static inline TARGET __attribute__((always_inline))

INLINE VEC NAME(load)(const float *p) { return *(const VEC *)p; }
INLINE void NAME(store)(float *p, VEC v) { *(VEC *)p = v; }
INLINE VEC NAME(splat)(float x) { return x - (VEC){}; }
INLINE VEC NAME(larger)(VEC a, VEC b) { return __builtin_elementwise_max(a, b); }
INLINE float NAME(sum)(VEC v) {
    float s = 0;
    for (int i = 0; i < LANES; i++) s += v[i];
    return s;
}

// `rows` rows by two vectors of columns, held in registers over all inputs.
INLINE void NAME(tile)(const float *a, size_t lda, const int rows, const float *w, size_t inputs, const float *bias,
                       float *c, size_t ldc) {
    VEC left[ROWS], right[ROWS];
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++) {
        left[r] = NAME(load)(bias);
        right[r] = NAME(load)(bias + LANES);
    }
    for (size_t k = 0; k < inputs; k++) {
        VEC w0 = NAME(load)(w + k * KERNEL_PANEL), w1 = NAME(load)(w + k * KERNEL_PANEL + LANES);
#pragma clang loop unroll(full)
        for (int r = 0; r < rows; r++) {
            VEC x = NAME(splat)(a[r * lda + k]);
            left[r] += x * w0;
            right[r] += x * w1;
        }
    }
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++) {
        NAME(store)(c + r * ldc, left[r]);
        NAME(store)(c + r * ldc + LANES, right[r]);
    }
}

// Fewer rows than a tile has.
INLINE void NAME(rest)(const float *a, size_t lda, size_t rows, const float *w, size_t inputs, const float *bias,
                       float *c, size_t ldc) {
    switch (rows) {
#if ROWS > 6
    case 7: NAME(tile)(a, lda, 7, w, inputs, bias, c, ldc); break;
    case 6: NAME(tile)(a, lda, 6, w, inputs, bias, c, ldc); break;
#endif
#if ROWS > 4
    case 5: NAME(tile)(a, lda, 5, w, inputs, bias, c, ldc); break;
    case 4: NAME(tile)(a, lda, 4, w, inputs, bias, c, ldc); break;
#endif
    case 3: NAME(tile)(a, lda, 3, w, inputs, bias, c, ldc); break;
    case 2: NAME(tile)(a, lda, 2, w, inputs, bias, c, ldc); break;
    case 1: NAME(tile)(a, lda, 1, w, inputs, bias, c, ldc); break;
    }
}

// One row over a whole panel and the next at a time: with fewer sums at once the processor would wait for each.
static TARGET void NAME(dense_row)(const float *a, const float *w, size_t inputs, size_t panels, const float *bias,
                                   float *c) {
    enum { VECTORS = 2 * KERNEL_PANEL / LANES };
    size_t panel = 0;
    for (; panel + 2 <= panels && VECTORS <= 8; panel += 2) {
        VEC sums[VECTORS];
        const float *first = w + panel * inputs * KERNEL_PANEL, *second = first + inputs * KERNEL_PANEL;
#pragma clang loop unroll(full)
        for (int v = 0; v < VECTORS; v++) sums[v] = NAME(load)(bias + panel * KERNEL_PANEL + v * LANES);
        for (size_t k = 0; k < inputs; k++) {
            VEC x = NAME(splat)(a[k]);
#pragma clang loop unroll(full)
            for (int v = 0; v < VECTORS; v++) {
                const float *weights = v < VECTORS / 2 ? first + v * LANES : second + (v - VECTORS / 2) * LANES;
                sums[v] += x * NAME(load)(weights + k * KERNEL_PANEL);
            }
        }
#pragma clang loop unroll(full)
        for (int v = 0; v < VECTORS; v++) NAME(store)(c + panel * KERNEL_PANEL + v * LANES, sums[v]);
    }
    for (; panel < panels; panel++)
        for (size_t column = 0; column < KERNEL_PANEL; column += 2 * LANES)
            NAME(tile)(a, 0, 1, w + panel * inputs * KERNEL_PANEL + column, inputs,
                       bias + panel * KERNEL_PANEL + column, c + panel * KERNEL_PANEL + column, 0);
}

static TARGET void NAME(dense)(const float *a, size_t lda, size_t rows, const float *w, size_t inputs, size_t panels,
                               const float *bias, float *c, size_t ldc) {
    if (rows == 1) return NAME(dense_row)(a, w, inputs, panels, bias, c);
    for (size_t panel = 0; panel < panels; panel++) {
        for (size_t column = 0; column < KERNEL_PANEL; column += 2 * LANES) {
            const float *weights = w + panel * inputs * KERNEL_PANEL + column;
            const float *b = bias + panel * KERNEL_PANEL + column;
            float *out = c + panel * KERNEL_PANEL + column;
            size_t r = 0;
            for (; r + ROWS <= rows; r += ROWS)
                NAME(tile)(a + r * lda, lda, ROWS, weights, inputs, b, out + r * ldc, ldc);
            NAME(rest)(a + r * lda, lda, rows - r, weights, inputs, b, out + r * ldc, ldc);
        }
    }
}

static TARGET void NAME(maxout_norm)(const float *c, size_t pieces, size_t width, const float *residual,
                                     const float *gain, const float *shift, float *y) {
    VEC total = {};
    for (size_t j = 0; j < width; j += LANES) {
        VEC m = NAME(load)(c + j);
        for (size_t p = 1; p < pieces; p++) m = NAME(larger)(m, NAME(load)(c + p * width + j));
        NAME(store)(y + j, m);
        total += m;
    }
    VEC mean = NAME(splat)(NAME(sum)(total) / (float)width), squares = {};
    for (size_t j = 0; j < width; j += LANES) {
        VEC d = NAME(load)(y + j) - mean;
        squares += d * d;
    }
    VEC scale = NAME(splat)(1 / __builtin_sqrtf(NAME(sum)(squares) / (float)width + 1e-8f));
    for (size_t j = 0; j < width; j += LANES) {
        VEC v = (NAME(load)(y + j) - mean) * scale * NAME(load)(gain + j) + NAME(load)(shift + j);
        NAME(store)(y + j, residual ? v + NAME(load)(residual + j) : v);
    }
}

static TARGET void NAME(add3)(const float *a, const float *b, const float *c, float *out, size_t count) {
    for (size_t j = 0; j < count; j += LANES)
        NAME(store)(out + j, NAME(load)(a + j) + NAME(load)(b + j) + NAME(load)(c + j));
}

static TARGET void NAME(sum_rows)(const float *table, const uint32_t rows[4], size_t width, float *out) {
    for (size_t j = 0; j < width; j += LANES)
        NAME(store)(out + j, NAME(load)(table + rows[0] * width + j) + NAME(load)(table + rows[1] * width + j) +
                                 NAME(load)(table + rows[2] * width + j) + NAME(load)(table + rows[3] * width + j));
}

static TARGET void NAME(hidden)(const float *const *rows, size_t count, const float *bias, float *out) {
    for (size_t j = 0; j < 64; j += LANES) {
        VEC first = NAME(load)(bias + j), second = NAME(load)(bias + 64 + j);
        for (size_t f = 0; f < count; f++) {
            first += NAME(load)(rows[f] + j);
            second += NAME(load)(rows[f] + 64 + j);
        }
        NAME(store)(out + j, NAME(larger)(first, second));
    }
}

static const kernels NAME(kernels) = {ISA, NAME(dense), NAME(maxout_norm), NAME(add3), NAME(sum_rows), NAME(hidden)};

#undef VEC
#undef INLINE
