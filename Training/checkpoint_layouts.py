"""Random StyleGAN2 checkpoints in the layouts of other projects, and the pictures PyTorch draws from them.

Written from the layouts' names and shapes and the paper's equations; only the functions here know them. `ported` is the
widespread PyTorch port's state dictionary, `official` the module tree of the StyleGAN2-ADA and StyleGAN3 repositories.
"""
from __future__ import annotations

import math
import pickle
import sys
import types
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def widths(resolution: int, multiplier: int, widest: int = 512) -> dict[int, int]:
    """Feature maps at 4 … resolution: `widest` up to 32 px, then halved; the multiplier counts from 64 px on."""
    sizes = [4 << i for i in range(int(math.log2(resolution)) - 1)]
    return {r: widest if r <= 32 else min(widest, widest * multiplier * 32 // r) for r in sizes}


def filter2d(gain: float = 1.0) -> Tensor:
    line = torch.tensor([1.0, 3.0, 3.0, 1.0])
    return line[:, None] * line[None] / 64 * gain


def ported(channels: dict[int, int], w: int, layers: int, seed: int) -> "OrderedDict[str, Tensor]":
    """A bare generator's state dictionary."""
    g = torch.Generator().manual_seed(seed)
    normal = lambda *shape: torch.randn(*shape, generator=g)
    s: OrderedDict[str, Tensor] = OrderedDict()
    for i in range(layers):
        s[f"style.{i + 1}.weight"], s[f"style.{i + 1}.bias"] = normal(w, w) * 100, normal(w) * 10
    sizes = list(channels)
    s["input.input"] = normal(1, channels[4], 4, 4)

    def convolution(name: str, inputs: int, outputs: int, up: bool) -> None:
        s[f"{name}.conv.weight"] = normal(1, outputs, inputs, 3, 3)
        if up:
            s[f"{name}.conv.blur.kernel"] = filter2d(4)
        s[f"{name}.conv.modulation.weight"], s[f"{name}.conv.modulation.bias"] = normal(inputs, w), 1 + 0.1 * normal(inputs)
        s[f"{name}.noise.weight"], s[f"{name}.activate.bias"] = 0.1 * normal(1), 0.1 * normal(outputs)

    def colours(name: str, inputs: int, up: bool) -> None:
        s[f"{name}.bias"] = 0.1 * normal(1, 3, 1, 1)
        if up:
            s[f"{name}.upsample.kernel"] = filter2d(4)
        s[f"{name}.conv.weight"] = 0.3 * normal(1, 3, inputs, 1, 1)
        s[f"{name}.conv.modulation.weight"], s[f"{name}.conv.modulation.bias"] = 0.3 * normal(inputs, w), 1 + 0.1 * normal(inputs)

    convolution("conv1", channels[4], channels[4], False)
    colours("to_rgb1", channels[4], False)
    previous = channels[4]
    for i, size in enumerate(sizes[1:]):
        convolution(f"convs.{2 * i}", previous, channels[size], True)
        convolution(f"convs.{2 * i + 1}", channels[size], channels[size], False)
        colours(f"to_rgbs.{i}", channels[size], True)
        previous = channels[size]
    for i in range(2 * len(sizes) - 1):
        size = 4 << ((i + 1) // 2)
        s[f"noises.noise_{i}"] = normal(1, 1, size, size)
    return s


class Layer:
    """Effective weights of one layer: convolution or colours."""

    def __init__(self, weight: Tensor, bias: Tensor, style_weight: Tensor, style_bias: Tensor,
                 noise: Tensor | None = None) -> None:
        self.weight, self.bias, self.noise = weight, bias, noise
        self.style: Callable[[Tensor], Tensor] = lambda w: F.linear(w, style_weight, style_bias)


def fir(x: Tensor, up: int, before: int, after: int) -> Tensor:
    """Zeros between the samples, a border, and [1, 3, 3, 1] with gain 4."""
    n, c, h, w = x.shape
    if up > 1:
        x = F.pad(x.reshape(n, c, h, 1, w, 1), (0, up - 1, 0, 0, 0, up - 1)).reshape(n, c, h * up, w * up)
    x = F.pad(x, (before, after, before, after)).reshape(-1, 1, h * up + before + after, w * up + before + after)
    return F.conv2d(x, filter2d(4)[None, None].to(x)).reshape(n, c, *(s * up + before + after - 3 for s in (h, w)))


def modulated(x: Tensor, layer: Layer, w: Tensor, up: bool) -> Tensor:
    """Weights modulated and demodulated for every sample, one grouped convolution, noise, bias, leaky ReLU."""
    n, i, h, _ = x.shape
    weight = layer.weight[None] * layer.style(w)[:, None, :, None, None]
    weight = weight * torch.rsqrt(weight.square().sum((2, 3, 4), keepdim=True) + 1e-8)
    o = weight.shape[1]
    x = x.reshape(1, n * i, h, h)
    if up:
        x = F.conv_transpose2d(x, weight.transpose(1, 2).reshape(n * i, o, 3, 3), stride=2, groups=n)
        x = fir(x.reshape(n, o, 2 * h + 1, 2 * h + 1), 1, 1, 1)
    else:
        x = F.conv2d(x, weight.reshape(n * o, i, 3, 3), padding=1, groups=n).reshape(n, o, h, h)
    return F.leaky_relu(x + layer.noise + layer.bias.reshape(1, -1, 1, 1), 0.2) * math.sqrt(2)


def draw(constant: Tensor, layers: list[Layer], colours: list[Layer], w_plus: Tensor) -> Tensor:
    """w+ [N, 2·levels, W] -> [N, 3, R, R]."""
    def rgb(x: Tensor, layer: Layer, w: Tensor) -> Tensor:
        weight = layer.weight[None] * layer.style(w)[:, None]
        return torch.einsum("nihw,noi->nohw", x, weight) + layer.bias.reshape(1, 3, 1, 1)

    x = modulated(constant.expand(len(w_plus), -1, -1, -1), layers[0], w_plus[:, 0], False)
    picture = rgb(x, colours[0], w_plus[:, 1])
    for level in range(1, len(colours)):
        i = 2 * level - 1
        x = modulated(x, layers[i], w_plus[:, i], True)
        x = modulated(x, layers[i + 1], w_plus[:, i + 1], False)
        picture = fir(picture, 2, 2, 1) + rgb(x, colours[level], w_plus[:, i + 2])
    return picture


def mapped(z: Tensor, layers: list[tuple[Tensor, Tensor]]) -> Tensor:
    x = z * torch.rsqrt(z.square().mean(1, keepdim=True) + 1e-8)
    for weight, bias in layers:  # equalised, slowed down a hundredfold
        x = F.leaky_relu(F.linear(x, weight * (0.01 / math.sqrt(weight.shape[1])), bias * 0.01), 0.2) * math.sqrt(2)
    return x


def ported_parts(s: dict[str, Tensor]) -> tuple[Callable[[Tensor], Tensor], Callable[[Tensor], Tensor]]:
    """The mapping z -> w and the synthesis w+ -> picture of a ported state dictionary."""
    depth = sum(k.startswith("style.") for k in s) // 2
    mapping = [(s[f"style.{i + 1}.weight"], s[f"style.{i + 1}.bias"]) for i in range(depth)]

    def layer(name: str, noise: int | None) -> Layer:
        weight = s[f"{name}.conv.weight"][0]
        weight = weight / math.sqrt(weight[0].numel())
        m = s[f"{name}.conv.modulation.weight"]
        if noise is None:
            return Layer(weight[:, :, 0, 0], s[f"{name}.bias"], m / math.sqrt(m.shape[1]), s[f"{name}.conv.modulation.bias"])
        return Layer(weight, s[f"{name}.activate.bias"], m / math.sqrt(m.shape[1]), s[f"{name}.conv.modulation.bias"],
                     s[f"noises.noise_{noise}"] * s[f"{name}.noise.weight"])

    count = sum(k.startswith("noises.") for k in s)
    layers = [layer("conv1" if i == 0 else f"convs.{i - 1}", i) for i in range(count)]
    colours = [layer("to_rgb1" if i == 0 else f"to_rgbs.{i - 1}", None) for i in range((count + 1) // 2)]
    return lambda z: mapped(z, mapping), lambda w: draw(s["input.input"], layers, colours, w)


class Part(nn.Module):
    """A module of the official tree: its pickle calls one function with a dictionary of its state."""

    def __reduce__(self) -> tuple:
        state = {k: v for k, v in self.__dict__.items()}
        meta = {"type": "class", "version": 6, "module_src": "# the class's source text", "class_name": type(self).__name__,
                "state": state}
        return sys.modules["torch_utils.persistence"]._reconstruct_persistent_obj, (meta,)


def part(parameters: dict[str, Tensor], buffers: dict[str, Tensor] = {}, **modules: nn.Module) -> Part:
    p = Part()
    for name, value in parameters.items():
        p.register_parameter(name, nn.Parameter(value))
    for name, value in buffers.items():
        p.register_buffer(name, value)
    for name, module in modules.items():
        p.add_module(name, module)
    return p


def official(channels: dict[int, int], w: int, layers: int, seed: int) -> Part:
    """A generator's module tree."""
    g = torch.Generator().manual_seed(seed)
    normal = lambda *shape: torch.randn(*shape, generator=g)
    dense = lambda inputs, outputs, scale=1.0, shift=0.0: part({"weight": normal(outputs, inputs) * scale,
                                                                "bias": shift + 0.1 * normal(outputs)})

    def convolution(inputs: int, outputs: int, size: int) -> Part:
        return part({"weight": normal(outputs, inputs, 3, 3), "noise_strength": 0.1 * normal(1)[0], "bias": 0.1 * normal(outputs)},
                    {"resample_filter": filter2d(), "noise_const": normal(size, size)}, affine=dense(w, inputs, shift=1))

    mapping = part({}, {"w_avg": normal(w)}, **{f"fc{i}": dense(w, w, 100) for i in range(layers)})
    blocks, previous = {}, channels[4]
    for size, width in channels.items():
        rgb = part({"weight": 0.3 * normal(3, width, 1, 1), "bias": 0.1 * normal(3)}, affine=dense(w, width, 0.3, 1))
        own = {"conv1": convolution(width, width, size), "torgb": rgb}
        if size > 4:
            own["conv0"] = convolution(previous, width, size)
        blocks[f"b{size}"] = part({"const": normal(width, 4, 4)} if size == 4 else {}, {"resample_filter": filter2d()}, **own)
        previous = width
    return part({}, mapping=mapping, synthesis=part({}, **blocks))


def official_parts(tree: Part) -> tuple[Callable[[Tensor], Tensor], Callable[[Tensor], Tensor]]:
    s = {k: v.detach() for k, v in tree.state_dict().items()}
    depth = sum(k.startswith("mapping.fc") for k in s) // 2
    mapping = [(s[f"mapping.fc{i}.weight"], s[f"mapping.fc{i}.bias"]) for i in range(depth)]

    def layer(name: str) -> Layer:
        weight, m = s[f"{name}.weight"], s[f"{name}.affine.weight"]
        m = m / math.sqrt(m.shape[1])
        if name.endswith("torgb"):
            return Layer(weight[:, :, 0, 0] / math.sqrt(weight.shape[1]), s[f"{name}.bias"], m, s[f"{name}.affine.bias"])
        return Layer(weight, s[f"{name}.bias"], m, s[f"{name}.affine.bias"], s[f"{name}.noise_const"] * s[f"{name}.noise_strength"])

    sizes = sorted({int(k.split(".")[1][1:]) for k in s if k.startswith("synthesis.b")})
    layers = [layer(f"synthesis.b{r}.{c}") for r in sizes for c in (("conv1",) if r == 4 else ("conv0", "conv1"))]
    colours = [layer(f"synthesis.b{r}.torgb") for r in sizes]
    return lambda z: mapped(z, mapping), lambda w: draw(s["synthesis.b4.const"][None], layers, colours, w)


def write_official(path: Path, tree: Part) -> None:
    """A pickle as those repositories write it; the module that its function comes from is made up here."""
    package, module = types.ModuleType("torch_utils"), types.ModuleType("torch_utils.persistence")

    def _reconstruct_persistent_obj(meta: dict) -> None:
        raise RuntimeError("never called")

    _reconstruct_persistent_obj.__module__ = "torch_utils.persistence"
    _reconstruct_persistent_obj.__qualname__ = "_reconstruct_persistent_obj"
    module._reconstruct_persistent_obj = _reconstruct_persistent_obj
    sys.modules.update({"torch_utils": package, "torch_utils.persistence": module})
    with open(path, "wb") as f:
        pickle.dump({"G": None, "D": None, "G_ema": tree, "training_set_kwargs": {"resolution": 32}, "augment_pipe": None}, f)
