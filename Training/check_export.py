"""Recomputes the golden values from the exported files alone, naively in NumPy, and prints the differences.

python3 -m Training.check_export FOLDER
An independent reading of the layouts stated in the README: nothing here imports the networks.
"""
from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from .tensors import read

BLUR = np.outer([1, 3, 3, 1], [1, 3, 3, 1]) / 64.0


def activate(x: np.ndarray) -> np.ndarray:
    return np.where(x > 0, x, 0.2 * x) * np.sqrt(2)


def correlate(x: np.ndarray, k: np.ndarray) -> np.ndarray:
    """3x3 cross-correlation with zero padding: x [H,W,Ci], k [3,3,Ci,Co] -> [H,W,Co]."""
    h, w, _ = x.shape
    p = np.pad(x, ((1, 1), (1, 1), (0, 0)))
    return sum(p[a:a + h, b:b + w] @ k[a, b] for a in range(3) for b in range(3))


def blur(x: np.ndarray, before: int, after: int) -> np.ndarray:
    """Padding, then the 4x4 blur of sum 1."""
    p = np.pad(x, ((before, after), (before, after), (0, 0)))
    h, w = p.shape[0] - 3, p.shape[1] - 3
    return sum(BLUR[a, b] * p[a:a + h, b:b + w] for a in range(4) for b in range(4))


def up_convolve(x: np.ndarray, k: np.ndarray) -> np.ndarray:
    """Scatter form with stride 2 to 2H+1, padded by 1, blurred with gain 4 to 2H."""
    h, w, _ = x.shape
    full = np.zeros((2 * h + 1, 2 * w + 1, k.shape[3]))
    for a in range(3):
        for b in range(3):
            full[a:a + 2 * h:2, b:b + 2 * w:2] += x @ k[a, b]
    return 4 * blur(full, 1, 1)


def up_sample(x: np.ndarray) -> np.ndarray:
    full = np.zeros((2 * x.shape[0], 2 * x.shape[1], x.shape[2]))
    full[::2, ::2] = x
    return 4 * blur(full, 2, 1)


def main() -> None:
    folder = Path(sys.argv[1])
    load = lambda name: ({k: v.double().numpy() for k, v in read(folder / name)[0].items()}, read(folder / name)[1])
    (t, meta), (d, _), (gold, _) = load("generator.safetensors"), load("discriminator.safetensors"), load("golden.safetensors")
    c = json.loads(meta["configuration"])

    def mapping(z: np.ndarray) -> np.ndarray:
        x = z / np.sqrt((z * z).mean() + 1e-8)
        for i in range(c["mapping_layers"]):
            x = t[f"mapping.{i}.weight"] @ x + t[f"mapping.{i}.bias"]
            x = activate(x) if i + 1 < c["mapping_layers"] or c["mapping_final_activation"] else x
        return x

    def style(name: str, w: np.ndarray) -> np.ndarray:
        return t[f"{name}.style.weight"] @ w + t[f"{name}.style.bias"]

    def convolution(i: int, x: np.ndarray, w: np.ndarray) -> np.ndarray:
        name = f"synthesis.conv.{i}"
        s, k = style(name, w), t[f"{name}.weight"]
        x = (up_convolve if i % 2 else correlate)(x * s, k)
        x = x / np.sqrt(((k * s[:, None]) ** 2).sum((0, 1, 2)) + 1e-8)
        return activate(x + t[f"{name}.noise"][..., None] * t[f"{name}.noise_strength"] + t[f"{name}.bias"])

    def synthesis(w: np.ndarray) -> np.ndarray:
        rgb = lambda k, x, v: (x * style(f"synthesis.rgb.{k}", v)) @ t[f"synthesis.rgb.{k}.weight"] + t[f"synthesis.rgb.{k}.bias"]
        x = convolution(0, t["synthesis.constant"], w[0])
        y = rgb(0, x, w[1])
        for k in range(1, len(w) // 2):
            i = 2 * k - 1
            x = convolution(i + 1, convolution(i, x, w[i]), w[i + 1])
            y = up_sample(y) + rgb(k, x, w[i + 2])
        return y

    def discriminator(x: np.ndarray) -> float:
        x = activate(x @ d["from_rgb.weight"] + d["from_rgb.bias"])
        for b in range(sum(1 for k in d if k.endswith("skip.weight"))):
            n = f"block.{b}"
            skip = blur(x, 1, 1)[::2, ::2] @ d[f"{n}.skip.weight"]
            x = activate(correlate(x, d[f"{n}.conv0.weight"]) + d[f"{n}.conv0.bias"])
            p = blur(x, 2, 2)
            h = x.shape[0] // 2
            x = sum(p[a:a + 2 * h:2, e:e + 2 * h:2] @ d[f"{n}.conv1.weight"][a, e] for a in range(3) for e in range(3))
            x = (activate(x + d[f"{n}.conv1.bias"]) + skip) / np.sqrt(2)
        x = activate(correlate(x, d["final.conv.weight"]) + d["final.conv.bias"])
        x = activate(d["final.dense.weight"] @ x.reshape(-1) + d["final.dense.bias"])
        return (d["final.out.weight"] @ x + d["final.out.bias"]).item()

    styles = gold["w_plus"].shape[1]
    w = np.stack([mapping(z) for z in gold["z"]])
    repeat = lambda v: np.repeat(v[None], styles, 0)
    report = {"w": w - gold["w"],
              "image": np.stack([synthesis(repeat(v)) for v in w]) - gold["image"],
              "image_truncated": np.stack([synthesis(repeat(t["w_average"] + 0.7 * (v - t["w_average"]))) for v in w])
              - gold["image_truncated"],
              "image_w_plus": synthesis(gold["w_plus"][0]) - gold["image_w_plus"][0],
              "discriminator": np.array([discriminator(i) for i in gold["image"]]) - gold["discriminator"]}
    for name, difference in report.items():
        print(f"{name}: largest difference {np.abs(difference).max():.2e}, value std {gold[name].std():.3f}")


if __name__ == "__main__":
    main()
