#include "CKernels.h"

#define LANES 4
#define ROWS 4
#define TARGET
#define ISA kernel_isa_base
#define NAME(x) base_##x
#include "kernels_body.h"
#undef LANES
#undef ROWS
#undef TARGET
#undef ISA
#undef NAME

#if defined(__x86_64__)

#define LANES 8
#define ROWS 6
#define TARGET __attribute__((target("avx2,fma")))
#define ISA kernel_isa_avx2
#define NAME(x) avx2_##x
#include "kernels_body.h"
#undef LANES
#undef ROWS
#undef TARGET
#undef ISA
#undef NAME

#define LANES 16
#define ROWS 8
#define TARGET __attribute__((target("avx512f,avx512vl,avx512dq,avx2,fma")))
#define ISA kernel_isa_avx512
#define NAME(x) avx512_##x
#include "kernels_body.h"

kernel_isa kernel_best_isa(void) {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
        return kernel_isa_avx512;
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? kernel_isa_avx2 : kernel_isa_base;
}

const kernels *kernels_for(kernel_isa isa) {
    if (isa > kernel_best_isa()) isa = kernel_best_isa();
    return isa == kernel_isa_avx512 ? &avx512_kernels : isa == kernel_isa_avx2 ? &avx2_kernels : &base_kernels;
}

#else

kernel_isa kernel_best_isa(void) { return kernel_isa_base; }
const kernels *kernels_for(kernel_isa isa) { return &base_kernels; }

#endif
