#include "CKernels.h"

#include <stdint.h>

#define VL 4
#define NV 0
#define MR 0
#define HALF 0
#define NAME "portable"
#define SET(x) portable_##x
#define TARGET
#include "kernels.inc"

#if defined(__x86_64__)
#define VL 8
#define NV 2
#define MR 6
#define HALF 1
#define NAME "avx2"
#define SET(x) avx2_##x
#define TARGET __attribute__((target("avx2,fma,f16c")))
#include "kernels.inc"

#define VL 16
#define NV 2
#define MR 12
#define HALF 1
#define NAME "avx512"
#define SET(x) avx512_##x
#define TARGET __attribute__((target("f16c,avx512f,avx512vl,avx512dq,avx512bw")))
#include "kernels.inc"
#endif

const kernel_set *const *kernel_sets(int *count) {
    static const kernel_set *sets[3];
    int found = 0;
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512bw"))
        sets[found++] = &avx512_set;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c")) sets[found++] = &avx2_set;
#endif
    sets[found++] = &portable_set;
    *count = found;
    return sets;
}
