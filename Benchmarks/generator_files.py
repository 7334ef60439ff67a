"""Weight and input files for the benchmarks: random numbers under the names and layouts that the program reads."""
from __future__ import annotations

import json
import math
from pathlib import Path

import torch
from torch import Tensor

from Training.tensors import write

W = 512


def widths(resolution: int, multiplier: int) -> dict[int, int]:
    """Channels at each resolution of the paper's networks: 512 up to 32 pixels times the multiplier, then half at each."""
    return {r: min(512, 16384 * multiplier // r) for r in (2**k for k in range(2, int(math.log2(resolution)) + 1))}


def write_generator(path: Path, resolution: int, multiplier: int) -> None:
    """Random weights of variance-preserving size; the picture's values have a deviation of about 0.3."""
    random = torch.Generator().manual_seed(1)

    def normal(*shape: int, deviation: float = 1.0) -> Tensor:
        return torch.randn(*shape, generator=random) * deviation

    channels = widths(resolution, multiplier)
    tensors: dict[str, Tensor] = {"w_average": torch.zeros(W), "synthesis.constant": normal(4, 4, channels[4])}

    def style(name: str, size: int) -> None:
        tensors[f"{name}.style.weight"] = normal(size, W, deviation=0.3 / math.sqrt(W))
        tensors[f"{name}.style.bias"] = 1 + normal(size, deviation=0.1)

    for layer in range(2):
        tensors[f"mapping.{layer}.weight"] = normal(W, W, deviation=1 / math.sqrt(W))
        tensors[f"mapping.{layer}.bias"] = torch.zeros(W)
    previous, index = channels[4], 0
    for level, (size, width) in enumerate(channels.items()):
        for inputs in ([width] if size == 4 else [previous, width]):
            name = f"synthesis.conv.{index}"
            tensors[f"{name}.weight"] = normal(3, 3, inputs, width, deviation=1 / math.sqrt(9 * inputs))
            tensors[f"{name}.bias"] = normal(width, deviation=0.1)
            tensors[f"{name}.noise_strength"] = torch.tensor([0.1])
            tensors[f"{name}.noise"] = normal(size, size)
            style(name, inputs)
            index += 1
        name = f"synthesis.rgb.{level}"
        tensors[f"{name}.weight"] = normal(width, 3, deviation=1 / math.sqrt(width * len(channels)))
        tensors[f"{name}.bias"] = torch.zeros(3)
        style(name, width)
        previous = width
    configuration = {
        "resolution": resolution, "z_dimension": W, "w_dimension": W, "mapping_layers": 2, "mapping_final_activation": False,
        "channels": {str(r): c for r, c in channels.items()},
    }
    write(path, tensors, {"configuration": json.dumps(configuration)})


def write_generator_inputs(path: Path, resolution: int) -> None:
    """`input`: w+ [1, layers, 512]; `target`: the picture an inversion step compares with, [1, R, R, 3] in ±1."""
    random = torch.Generator().manual_seed(2)
    layers = 2 * (int(math.log2(resolution)) - 1)
    write(path, {
        "input": torch.randn(1, layers, W, generator=random),
        "target": torch.rand(1, resolution, resolution, 3, generator=random) * 2 - 1,
    })
