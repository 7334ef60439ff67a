"""Fused elementwise steps of the generator for CPUs (optional: without a compiler PyTorch's own are used).

Activations are bf16, channels last; each step is one pass over memory, where PyTorch takes three to six. The C code
is compiled once into the folder given to `load` and called through ctypes; the number of threads is PyTorch's.
"""
from __future__ import annotations

import ctypes
import hashlib
import subprocess
from pathlib import Path

import torch
from torch import Tensor

SOURCE = r"""
#include <stdint.h>
#include <string.h>
#include <math.h>
typedef uint16_t b16;
static inline float up(b16 v) { uint32_t u = (uint32_t)v << 16; float f; memcpy(&f, &u, 4); return f; }
static inline b16 down(float f) { uint32_t u; memcpy(&u, &f, 4); u += 0x7fff + ((u >> 16) & 1); return (b16)(u >> 16); }
#define G 1.41421356f
#define MAXC 1024

// y = x s; x [n,p,c], s [n,c]
void modulate(const b16 *x, const float *s, b16 *y, long n, long p, long c, int t) {
  #pragma omp parallel for collapse(2) num_threads(t)
  for (long i = 0; i < n; i++) for (long q = 0; q < p; q++) {
    const b16 *a = x + (i * p + q) * c; b16 *o = y + (i * p + q) * c; const float *m = s + i * c;
    for (long k = 0; k < c; k++) o[k] = down(up(a[k]) * m[k]);
  }
}
// gx = g s, gs = sum over p of g x
void modulate_backward(const b16 *g, const b16 *x, const float *s, b16 *gx, float *gs, long n, long p, long c, int t) {
  #pragma omp parallel for num_threads(t)
  for (long i = 0; i < n; i++) {
    float acc[MAXC]; memset(acc, 0, sizeof acc); const float *m = s + i * c;
    for (long q = 0; q < p; q++) {
      long z = (i * p + q) * c; const b16 *u = g + z, *v = x + z; b16 *o = gx + z;
      for (long k = 0; k < c; k++) { float f = up(u[k]); o[k] = down(f * m[k]); acc[k] += f * up(v[k]); }
    }
    memcpy(gs + i * c, acc, c * sizeof(float));
  }
}
// y = lrelu(x d + noise strength + bias) sqrt 2; noise [p], d [n,c], bias [c]
void finish(const b16 *x, const float *d, const float *noise, float strength, const float *bias, b16 *y,
            long n, long p, long c, int t) {
  #pragma omp parallel for collapse(2) num_threads(t)
  for (long i = 0; i < n; i++) for (long q = 0; q < p; q++) {
    long z = (i * p + q) * c; const b16 *a = x + z; b16 *o = y + z; const float *m = d + i * c; float e = noise[q] * strength;
    for (long k = 0; k < c; k++) { float f = (up(a[k]) * m[k] + e + bias[k]) * G; o[k] = down(f > 0 ? f : 0.2f * f); }
  }
}
// gx, gd [n,c], gbias [n,c] and gnoise [n,p] for a strength of 1 (both summed over n by the caller)
void finish_backward(const b16 *g, const b16 *y, const b16 *x, const float *d, b16 *gx, float *gd, float *gbias, float *gnoise,
                     long n, long p, long c, int t) {
  #pragma omp parallel for num_threads(t)
  for (long i = 0; i < n; i++) {
    float ad[MAXC], ab[MAXC]; memset(ad, 0, sizeof ad); memset(ab, 0, sizeof ab);
    const float *m = d + i * c;
    for (long q = 0; q < p; q++) {
      long z = (i * p + q) * c; const b16 *u = g + z, *v = y + z, *w = x + z; b16 *o = gx + z; float sum = 0;
      for (long k = 0; k < c; k++) {
        float f = up(u[k]) * (up(v[k]) > 0 ? G : 0.2f * G);
        o[k] = down(f * m[k]); ad[k] += f * up(w[k]); ab[k] += f; sum += f;
      }
      gnoise[i * p + q] = sum;
    }
    memcpy(gd + i * c, ad, c * sizeof(float)); memcpy(gbias + i * c, ab, c * sizeof(float));
  }
}
// backward of y = lrelu(x + bias) sqrt 2: gx, and gbias [n,c] (summed over n by the caller)
void slope(const b16 *g, const b16 *y, b16 *gx, float *gbias, long n, long p, long c, int t) {
  #pragma omp parallel for num_threads(t)
  for (long i = 0; i < n; i++) {
    float ab[MAXC]; memset(ab, 0, sizeof ab);
    for (long q = 0; q < p; q++) {
      long z = (i * p + q) * c; const b16 *u = g + z, *v = y + z; b16 *o = gx + z;
      for (long k = 0; k < c; k++) { float f = up(u[k]) * (up(v[k]) > 0 ? G : 0.2f * G); o[k] = down(f); ab[k] += f; }
    }
    memcpy(gbias + i * c, ab, c * sizeof(float));
  }
}
"""
_library: ctypes.CDLL | None = None


def load(folder: Path) -> bool:
    """Compiles the steps into `folder`; False when there is no compiler."""
    global _library
    path = folder / f"fused-{hashlib.sha256(SOURCE.encode()).hexdigest()[:12]}.so"
    if not path.exists():
        source = path.with_suffix(".c")
        source.write_text(SOURCE)
        try:
            subprocess.run(["gcc", "-O3", "-march=native", "-mprefer-vector-width=512", "-ffast-math", "-fopenmp",
                            "-shared", "-fPIC", str(source), "-o", str(path)], check=True)
        except (OSError, subprocess.CalledProcessError):
            return False
    _library = ctypes.CDLL(str(path))
    return True


def usable(x: Tensor) -> bool:
    return (_library is not None and x.device.type == "cpu" and x.dtype == torch.bfloat16
            and x.is_contiguous(memory_format=torch.channels_last))


def _call(name: str, *arguments: Tensor | float) -> None:
    x = arguments[0]
    values = [ctypes.c_void_p(v.data_ptr()) if isinstance(v, Tensor) else ctypes.c_float(v) for v in arguments]
    n, c, h, w = x.shape
    getattr(_library, name)(*values, ctypes.c_long(n), ctypes.c_long(h * w), ctypes.c_long(c),
                            ctypes.c_int(torch.get_num_threads()))


class Modulate(torch.autograd.Function):
    """x [N,C,H,W] bf16 times s [N,C] float."""

    @staticmethod
    def forward(ctx, x: Tensor, s: Tensor) -> Tensor:
        s = s.contiguous()
        ctx.save_for_backward(x, s)
        y = torch.empty_like(x)
        _call("modulate", x, s, y)
        return y

    @staticmethod
    def backward(ctx, g: Tensor) -> tuple[Tensor, Tensor]:
        x, s = ctx.saved_tensors
        g = g.contiguous(memory_format=torch.channels_last)
        gx, gs = torch.empty_like(x), torch.empty_like(s)
        _call("modulate_backward", g, x, s, gx, gs)
        return gx, gs


class Finish(torch.autograd.Function):
    """lrelu(x d + noise strength + bias) sqrt 2: x [N,C,H,W] bf16, d [N,C], noise [1,1,H,W], strength [1], bias [C]."""

    @staticmethod
    def forward(ctx, x: Tensor, d: Tensor, noise: Tensor, strength: Tensor, bias: Tensor) -> Tensor:
        d, y = d.contiguous(), torch.empty_like(x)
        _call("finish", x, d, noise, strength.item(), bias, y)
        ctx.save_for_backward(x, y, d, noise, strength)
        return y

    @staticmethod
    def backward(ctx, g: Tensor) -> tuple:
        x, y, d, noise, strength = ctx.saved_tensors
        g = g.contiguous(memory_format=torch.channels_last)
        gx, gd, gbias = torch.empty_like(x), torch.empty_like(d), torch.empty_like(d)
        gmaps = torch.empty(len(x), 1, *noise.shape[2:])
        _call("finish_backward", g, y, x, d, gx, gd, gbias, gmaps)
        gmap = gmaps.sum(0, keepdim=True)
        return gx, gd, gmap * strength, (gmap * noise).sum()[None], gbias.sum(0)


class _Slope(torch.autograd.Function):
    """g times the slope of the activation whose result was y; linear in g, hence twice differentiable."""

    @staticmethod
    def forward(ctx, g: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
        g = g.contiguous(memory_format=torch.channels_last)
        gx, gbias = torch.empty_like(y), torch.empty(y.shape[:2])
        _call("slope", g, y, gx, gbias)
        ctx.save_for_backward(y)
        gbias = gbias.sum(0)
        ctx.mark_non_differentiable(gbias)
        return gx, gbias

    @staticmethod
    def backward(ctx, g: Tensor, _: Tensor | None) -> tuple[Tensor, None]:
        return _Slope.apply(g, ctx.saved_tensors[0])[0], None


class Activate(torch.autograd.Function):
    """lrelu(x + bias) sqrt 2, twice differentiable in x: x [N,C,H,W] bf16, bias [C]."""

    @staticmethod
    def forward(ctx, x: Tensor, bias: Tensor) -> Tensor:
        y = torch.empty_like(x)
        _call("finish", x, torch.ones(x.shape[:2]), torch.zeros(x.shape[2] * x.shape[3]), 0.0, bias, y)
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, g: Tensor) -> tuple[Tensor, Tensor]:
        return _Slope.apply(g, ctx.saved_tensors[0])
