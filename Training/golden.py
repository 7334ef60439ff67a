"""Reference values for the Swift engine, computed in float64 and stored as float32.

python3 -m Training.golden --cache ../generator-cache            golden.safetensors beside the export
python3 -m Training.golden --tiny ../Tests/Fixtures/tiny-generator   a random 16-px generator with its values

golden.safetensors: z [3,Z], w [3,W], image and image_truncated (psi 0.7) [3,R,R,3], discriminator [3]
(of `image`), w_plus [1,S,W] (a different vector in every slot), image_w_plus [1,R,R,3], direction [1,R,R,3],
gradient_w_plus [1,S,W] = d sum(image_w_plus * direction) / d w_plus, gradient_noise_I and gradient_weight_I the same
for the noise map and the exported weight of convolution I, and discriminator_gradient [3,R,R,3] =
d sum(discriminator) / d image.
"""
from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn

from .common import arguments, prepare
from .export import latest, write_discriminator, write_generator
from .networks import WIDTHS, Configuration, Discriminator, Mapping, Synthesis
from .tensors import write


def golden(c: Configuration, mapping: Mapping, w_average: Tensor, synthesis: Synthesis,
           d: Discriminator) -> dict[str, Tensor]:
    """See the module's description; all modules are used in float64."""
    mapping, synthesis, d, w_average = mapping.double(), synthesis.double(), d.double(), w_average.double()
    g = torch.Generator().manual_seed(2021)
    z = torch.randn(3, c.z_dimension, generator=g).double()
    w = mapping(z)
    expand = lambda v: v[:, None].expand(-1, c.styles, -1)
    image = synthesis(expand(w))
    truncated = synthesis(expand(w_average + 0.7 * (w - w_average)))
    leaf = image.detach().requires_grad_()
    logit = d(leaf)[0].double()[:, 0]
    (d_gradient,) = torch.autograd.grad(logit.sum(), leaf)
    w_plus = torch.stack([w[i % 3] for i in range(c.styles)])[None].detach().requires_grad_()
    direction = torch.randn(1, c.resolution, c.resolution, 3, generator=g).double()
    noise = [layer.noise.requires_grad_() for layer in synthesis.conv]
    image_plus = synthesis(w_plus)
    loss = (image_plus.permute(0, 2, 3, 1) * direction).sum()
    count = len(synthesis.conv)
    gradient, *rest = torch.autograd.grad(loss, [w_plus, *noise, *(layer.weight for layer in synthesis.conv)])
    extra = {f"gradient_noise_{i}": rest[i][0, 0] for i in range(count)}
    for i, layer in enumerate(synthesis.conv):  # the exported weight is the raw one times the layer's scale, in another order
        order = (2, 3, 0, 1) if layer.up else (2, 3, 1, 0)
        extra[f"gradient_weight_{i}"] = (rest[count + i] / layer.scale).permute(order)
    hwc = lambda x: x.permute(0, 2, 3, 1)
    return {"z": z, "w": w, "image": hwc(image), "image_truncated": hwc(truncated), "discriminator": logit,
            "discriminator_gradient": hwc(d_gradient), "w_plus": w_plus, "image_w_plus": hwc(image_plus),
            "direction": direction, "gradient_w_plus": gradient, **extra}


def randomise(module: nn.Module) -> None:
    """Makes biases, noise strengths and toRGB weights of a fresh network non-trivial."""
    for name, p in module.named_parameters():
        if name.endswith(("bias", "noise_strength")):
            p.data += 0.2 * torch.randn_like(p)
        elif "rgb" in name and p.abs().max() == 0:
            p.data = torch.randn_like(p)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--cache", type=Path)
    p.add_argument("--tiny", type=Path, help="write the tiny random generator and its values into this folder")
    p.add_argument("--width", default="cpu", choices=["cpu", "full"])
    a = p.parse_args()
    torch.set_num_threads(2)
    if a.tiny:
        torch.manual_seed(16)
        c = Configuration(resolution=16, z_dimension=16, w_dimension=16, mapping_layers=2, channels=dict(WIDTHS["tiny"]))
        mapping, synthesis, d = Mapping(c), Synthesis(c), Discriminator(c)
        for m in (mapping, synthesis, d):
            randomise(m)
        w_average = mapping(torch.randn(1000, 16)).mean(0).detach()
        write_generator(a.tiny / "generator.safetensors", c, mapping, w_average, synthesis)
        write_discriminator(a.tiny / "discriminator.safetensors", d)
        write(a.tiny / "golden.safetensors", golden(c, mapping, w_average, synthesis, d))
    if a.cache:
        c = Configuration(channels=dict(WIDTHS[a.width]))
        mapping, w_average, synthesis, d, _ = latest(a.cache, c)
        write(a.cache / "export" / "golden.safetensors", golden(c, mapping, w_average, synthesis, d))


if __name__ == "__main__":
    main()
