"""Noise maps of strands: white noise drawn out along the way that hair falls.

Grain that is made of white noise is stippled; hair, fringe and beard change across their strands and hardly along them.
"""
from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor


def fall(points: Tensor) -> Tensor:
    """The direction of hair at points [..., 2] (x, y; picture from -1 to 1): away from the crown above, straight down below."""
    x, y = points.unbind(-1)
    fan = 0.5 * (0.2 - y).clamp(0, 1.2)
    return F.normalize(torch.stack([x * fan, torch.ones_like(y)], -1), dim=-1)


def strands(resolution: int, length: float, generator: torch.Generator) -> Tensor:
    """A map [1, 1, R, R] of mean 0 and variance 1; strands fade over `length` pixels either way (line integral convolution)."""
    noise = torch.randn(1, 1, 2 * resolution, 2 * resolution, generator=generator)  # finer than what is drawn of it
    axis = (torch.arange(resolution) + 0.5) * 2 / resolution - 1
    start = torch.stack(torch.meshgrid(axis, axis, indexing="xy"), -1)[None]  # [1, R, R, 2]
    step, total = 1 / resolution, torch.zeros(1, 1, resolution, resolution)  # half a pixel
    for way in (1, -1):
        points = start
        for i in range(int(5 * length)):
            weight = math.exp(-0.5 * (i / 2 / length) ** 2)
            total += F.grid_sample(noise, points, padding_mode="reflection", align_corners=False) * weight
            points = points + way * step * fall(points)
    total -= total.mean()
    return total / total.std()
