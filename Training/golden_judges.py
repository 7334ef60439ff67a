"""Reference values for the judges and the field: tiny networks with random weights, evaluated in float64.

python3 -m Training.golden_judges Tests/Fixtures/tiny-judges

Writes predictor.safetensors, identity.safetensors and field.safetensors under the names and layouts that the Swift
networks read (convolutions [kh, kw, in, out], dense layers [out, in]), and golden.safetensors: `pictures`
[2, 16, 16, 3]; `logits` [2, 5, 6] and `embedding` [2, 4] with running statistics; `pictures_gradient` =
d sum(logits * direction) / d pictures with `direction` [2, 5, 6]; `w` [2, 16] and `field` [2, 16].
"""
from __future__ import annotations

import json
import sys
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from .tensors import write

ATTRIBUTES = ["bangs", "eyeglasses", "beard", "smiling", "age"]
TRUNK = {"resolution": 16, "stem": 4, "widths": [6, 8], "features": 10}
EPSILON = 1e-5


class Weights(dict[str, Tensor]):
    """Random tensors by name, in the stored layouts."""

    def kernel(self, name: str, k: int, i: int, o: int) -> None:
        self[f"{name}.weight"] = torch.randn(k, k, i, o) / (k * k * i) ** 0.5

    def dense(self, name: str, i: int, o: int) -> None:
        self[f"{name}.weight"], self[f"{name}.bias"] = torch.randn(o, i) / i**0.5, 0.1 * torch.randn(o)

    def norm(self, name: str, c: int) -> None:
        self[f"{name}.scale"], self[f"{name}.shift"] = 1 + 0.2 * torch.randn(c), 0.2 * torch.randn(c)
        self[f"{name}.running_mean"], self[f"{name}.running_variance"] = 0.2 * torch.randn(c), 0.5 + torch.rand(c)

    def trunk(self) -> None:
        self.kernel("trunk.stem", 3, 3, TRUNK["stem"])
        self.norm("trunk.stem.norm", TRUNK["stem"])
        i = TRUNK["stem"]
        for b, o in enumerate(TRUNK["widths"]):
            for part, k, a in (("conv0", 3, i), ("conv1", 3, o), ("shortcut", 1, i)):
                self.kernel(f"trunk.block.{b}.{part}", k, a, o)
                self.norm(f"trunk.block.{b}.{part}.norm", o)
            i = o
        size = TRUNK["resolution"] >> (1 + len(TRUNK["widths"]))
        self.dense("trunk.dense", size * size * i, TRUNK["features"])
        self.norm("trunk.dense.norm", TRUNK["features"])


def convolve(w: Weights, name: str, x: Tensor, stride: int, padding: int) -> Tensor:
    """x [N, C, H, W], with the norm that follows every convolution of the trunk."""
    y = F.conv2d(x, w[f"{name}.weight"].double().permute(3, 2, 0, 1), stride=stride, padding=padding)
    return normalise(w, f"{name}.norm", y)


def normalise(w: Weights, name: str, x: Tensor) -> Tensor:
    part = [w[f"{name}.{p}"].double() for p in ("running_mean", "running_variance", "scale", "shift")]
    return F.batch_norm(x, *part, training=False, eps=EPSILON)


def dense(w: Weights, name: str, x: Tensor) -> Tensor:
    return F.linear(x, w[f"{name}.weight"].double(), w[f"{name}.bias"].double())


def trunk(w: Weights, pictures: Tensor) -> Tensor:
    """[N, H, W, 3] -> [N, features]; the last map is flattened in height, width, channel order."""
    x = F.relu(convolve(w, "trunk.stem", pictures.permute(0, 3, 1, 2), 2, 1))
    for b in range(len(TRUNK["widths"])):
        name = f"trunk.block.{b}"
        inner = F.relu(convolve(w, f"{name}.conv0", x, 2, 1))
        x = F.relu(convolve(w, f"{name}.conv1", inner, 1, 1) + convolve(w, f"{name}.shortcut", x, 2, 0))
    flat = x.permute(0, 2, 3, 1).flatten(1)
    return F.relu(normalise(w, "trunk.dense.norm", dense(w, "trunk.dense", flat)))


def main(folder: Path) -> None:
    torch.manual_seed(5)
    predictor, identity, field = Weights(), Weights(), Weights()
    predictor.trunk()
    for a in ATTRIBUTES:
        predictor.dense(f"head.{a}.hidden", TRUNK["features"], 5)
        predictor.norm(f"head.{a}.norm", 5)
        predictor.dense(f"head.{a}.out", 5, 6)
    identity.trunk()
    identity.dense("projection", TRUNK["features"], 4)
    for layer in range(8):
        field.dense(f"field.{layer}", 16, 16)

    pictures = torch.rand(2, 16, 16, 3).double().mul(2).sub(1).requires_grad_()
    features = trunk(predictor, pictures)
    heads = [
        dense(predictor, f"head.{a}.out", F.relu(normalise(predictor, f"head.{a}.norm", dense(predictor, f"head.{a}.hidden", features))))
        for a in ATTRIBUTES
    ]
    logits, direction = torch.stack(heads, 1), torch.randn(2, 5, 6).double()
    (gradient,) = torch.autograd.grad((logits * direction).sum(), pictures)
    w = torch.randn(2, 16).double()
    f = w
    for layer in range(8):
        f = dense(field, f"field.{layer}", f)
        f = F.leaky_relu(f, 0.2) if layer < 7 else f

    folder.mkdir(parents=True, exist_ok=True)
    configuration = lambda c: {"configuration": json.dumps(c)}
    write(folder / "predictor.safetensors", predictor, configuration({"trunk": TRUNK, "headWidth": 5}))
    write(folder / "identity.safetensors", identity, configuration({"trunk": TRUNK, "embedding": 4}))
    write(folder / "field.safetensors", field, {})
    write(folder / "golden.safetensors", {
        "pictures": pictures, "logits": logits, "direction": direction, "pictures_gradient": gradient,
        "embedding": F.normalize(dense(identity, "projection", trunk(identity, pictures)), eps=1e-4), "w": w, "field": f,
    }, {})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
