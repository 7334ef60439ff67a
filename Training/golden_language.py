"""Reference values for the language encoder's network: a tiny one with random weights, evaluated in float64.

python3 -m Training.golden_language Tests/Fixtures/tiny-language

Writes language.safetensors under the names and layouts that the Swift network reads (LSTM gates in the order input,
forget, cell, output; dense layers [out, in]; heads of dense, norm, ReLU, dense) with golden values for the sentences
[1, 4, 2], [6] and [3, 3, 0, 5, 2]: `golden.first` [3, 3] and `golden.second` [3, 2], one row a sentence.
"""
from __future__ import annotations

import sys
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .tensors import write

WORDS, EMBEDDING, HIDDEN, LAYERS, WIDTH = 7, 5, 6, 2, 4
HEADS = {"first": 3, "second": 2}
SENTENCES = [[1, 4, 2], [6], [3, 3, 0, 5, 2]]
EPSILON = 1e-5


def main(folder: Path) -> None:
    torch.manual_seed(9)
    lstm = nn.LSTM(EMBEDDING, HIDDEN, LAYERS, batch_first=True).double()
    w: dict[str, Tensor] = {"embedding.weight": torch.randn(WORDS, EMBEDDING)}
    for layer in range(LAYERS):
        for name, source in (("input", "weight_ih"), ("hidden", "weight_hh")):
            w[f"lstm.{layer}.{name}"] = getattr(lstm, f"{source}_l{layer}")
        # PyTorch adds two biases; the Swift network has their sum.
        w[f"lstm.{layer}.bias"] = getattr(lstm, f"bias_ih_l{layer}") + getattr(lstm, f"bias_hh_l{layer}")
    for name, classes in HEADS.items():
        w[f"head.{name}.0.weight"], w[f"head.{name}.0.bias"] = torch.randn(WIDTH, HIDDEN), torch.randn(WIDTH)
        w[f"head.{name}.1.scale"], w[f"head.{name}.1.shift"] = 1 + 0.2 * torch.randn(WIDTH), torch.randn(WIDTH)
        w[f"head.{name}.1.running_mean"], w[f"head.{name}.1.running_variance"] = torch.randn(WIDTH), 0.5 + torch.rand(WIDTH)
        w[f"head.{name}.2.weight"], w[f"head.{name}.2.bias"] = torch.randn(classes, WIDTH), torch.randn(classes)

    golden: dict[str, list[Tensor]] = {name: [] for name in HEADS}
    for sentence in SENTENCES:
        states, _ = lstm(w["embedding.weight"].double()[sentence][None])
        for name in HEADS:
            part = [w[f"head.{name}.1.{p}"].double() for p in ("running_mean", "running_variance", "scale", "shift")]
            x = F.linear(states[:, -1], w[f"head.{name}.0.weight"].double(), w[f"head.{name}.0.bias"].double())
            x = F.relu(F.batch_norm(x, *part, training=False, eps=EPSILON))
            golden[name].append(F.linear(x, w[f"head.{name}.2.weight"].double(), w[f"head.{name}.2.bias"].double()))
    write(folder / "language.safetensors", w | {f"golden.{name}": torch.cat(rows) for name, rows in golden.items()}, {})


if __name__ == "__main__":
    with torch.no_grad():
        main(Path(sys.argv[1]))
