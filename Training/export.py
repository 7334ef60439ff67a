"""Writes generator.safetensors and discriminator.safetensors from the newest checkpoints.

python3 -m Training.export --cache ../generator-cache
Equalised-learning-rate factors are folded into the weights; the +1 of the styles is in their biases.
"""
from __future__ import annotations

import json
from pathlib import Path

import torch
from torch import Tensor

from .common import arguments, averages, prepare, read
from .networks import Configuration, Discriminator, Mapping, Synthesis
from .tensors import read as read_tensors, write


def generator_tensors(mapping: Mapping, w_average: Tensor, synthesis: Synthesis) -> dict[str, Tensor]:
    """The generator's tensors under their exported names and layouts."""
    out: dict[str, Tensor] = {}
    for i, layer in enumerate(mapping.layers):
        out[f"mapping.{i}.weight"], out[f"mapping.{i}.bias"] = layer.weight, layer.bias
    out["w_average"] = w_average
    out["synthesis.constant"] = synthesis.constant[0].permute(1, 2, 0)
    for i, c in enumerate(synthesis.conv):
        # up: [Cin,Cout,kh,kw] in scatter form; plain: [Cout,Cin,kh,kw] in gather form -> [kh,kw,Cin,Cout]
        out[f"synthesis.conv.{i}.weight"] = (c.weight.permute(2, 3, 0, 1) if c.up else c.weight.permute(2, 3, 1, 0)) * c.scale
        out[f"synthesis.conv.{i}.bias"] = c.bias
        out[f"synthesis.conv.{i}.noise_strength"] = c.noise_strength
        out[f"synthesis.conv.{i}.noise"] = c.noise[0, 0]
        out[f"synthesis.conv.{i}.style.weight"] = c.style.weight * c.style.scale
        out[f"synthesis.conv.{i}.style.bias"] = c.style.bias
    for i, r in enumerate(synthesis.rgb):
        out[f"synthesis.rgb.{i}.weight"] = r.weight.t() * r.scale
        out[f"synthesis.rgb.{i}.bias"] = r.bias
        out[f"synthesis.rgb.{i}.style.weight"] = r.style.weight * r.style.scale
        out[f"synthesis.rgb.{i}.style.bias"] = r.style.bias
    return out


def discriminator_layers(d: Discriminator) -> list[tuple[str, torch.nn.Module]]:
    """The discriminator's layers under their exported names."""
    layers: list[tuple[str, torch.nn.Module]] = [("from_rgb", d.from_rgb)]
    for b, block in enumerate(d.block):
        layers += [(f"block.{b}.{name}", getattr(block, name)) for name in ("conv0", "conv1", "skip")]
    return layers + [("final.conv", d.final_conv), ("final.dense", d.final_dense), ("final.out", d.final_out)]


def discriminator_tensors(d: Discriminator) -> dict[str, Tensor]:
    """The discriminator's tensors under their exported names and layouts: [kh,kw,Cin,Cout], 1x1 ones [Cin,Cout]."""
    out: dict[str, Tensor] = {}
    for name, layer in discriminator_layers(d):
        weight = layer.weight * layer.scale
        if weight.dim() == 4:
            weight = weight.permute(2, 3, 1, 0)
            weight = weight[0, 0] if weight.shape[0] == 1 else weight
        out[f"{name}.weight"] = weight
        if layer.bias is not None:
            out[f"{name}.bias"] = layer.bias
    return out


def write_generator(path: Path, c: Configuration, mapping: Mapping, w_average: Tensor, synthesis: Synthesis) -> None:
    write(path, generator_tensors(mapping, w_average, synthesis), {"configuration": json.dumps(c.dictionary())})


def write_discriminator(path: Path, d: Discriminator) -> None:
    c = d.configuration
    d_configuration = {"resolution": c.resolution, "channels": c.dictionary()["channels"]}
    write(path, discriminator_tensors(d), {"configuration": json.dumps(d_configuration)})


def read_discriminator(path: Path) -> Discriminator:
    """A discriminator from its exported file, of the widths that it has there."""
    tensors, metadata = read_tensors(path)
    sizes = json.loads(metadata["configuration"])
    d = Discriminator(Configuration(resolution=sizes["resolution"], channels={int(k): v for k, v in sizes["channels"].items()}))
    with torch.no_grad():
        for name, layer in discriminator_layers(d):
            weight = tensors[f"{name}.weight"]
            if weight.dim() == 2 and layer.weight.dim() == 4:
                weight = weight[None, None]
            layer.weight.copy_((weight.permute(3, 2, 0, 1) if weight.dim() == 4 else weight) / layer.scale)
            if layer.bias is not None:
                layer.bias.copy_(tensors[f"{name}.bias"])
    return d


def read_mapping(path: Path, c: Configuration) -> Mapping:
    """The mapping network of an exported generator."""
    tensors, _ = read_tensors(path)
    mapping = Mapping(c)
    with torch.no_grad():
        for i, layer in enumerate(mapping.layers):
            layer.weight.copy_(tensors[f"mapping.{i}.weight"])
            layer.bias.copy_(tensors[f"mapping.{i}.bias"])
    return mapping


def latest(cache: Path, c: Configuration) -> tuple[Mapping, Tensor, Synthesis, Discriminator, str]:
    """Newest state of every part: sharpened synthesis if there is one, otherwise the regression's (averages)."""
    torch.manual_seed(0)
    mapping, synthesis, d = Mapping(c), Synthesis(c), Discriminator(c)
    w_average, source = torch.zeros(c.w_dimension), "regression"
    if (cache / "mapping.pt").exists():
        s = read(cache / "mapping.pt")
        mapping.load_state_dict(s["mapping"])
        w_average = s["w_average"]
    if (cache / "sharpen.pt").exists():
        s = read(cache / "sharpen.pt")
        synthesis.load_state_dict(s["average"])
        d = Discriminator(Configuration(channels=s["discriminator_channels"]))
        d.load_state_dict(s["discriminator"])
        source = "sharpen"
    else:
        synthesis.load_state_dict(averages(read(cache / "regression.pt"))[1])
    return mapping, w_average, synthesis, d, source


def main() -> None:
    a = arguments(__doc__).parse_args()
    c = prepare(a)
    mapping, w_average, synthesis, d, source = latest(a.cache, c)
    folder = a.cache / "export"
    write_generator(folder / "generator.safetensors", c, mapping, w_average, synthesis)
    write_discriminator(folder / "discriminator.safetensors", d)
    print("exported", source, "to", folder)


if __name__ == "__main__":
    main()
