"""StyleGAN2's synthesis network in PyTorch, twice, written from the paper (Karras et al. 2020).

`Published` modulates and demodulates the weights of every sample and convolves in groups (section 2.2); `Tuned` keeps
the weights constant, multiplies the activations by the styles and the results by the demodulation factors, which is
the same sum. Both read the weight files of this repository and map w+ [1, layers, 512] to a picture [1, 3, R, R].
"""
from __future__ import annotations

import json
import math
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .weights import read

GAIN = math.sqrt(2.0)
EPSILON = 1e-8


def binomial(gain: float) -> Tensor:
    """[4, 4]: the outer product of [1, 3, 3, 1] with itself, of sum `gain`."""
    taps = torch.tensor([1.0, 3.0, 3.0, 1.0])
    return torch.outer(taps, taps) * (gain / 64)


class Style(nn.Module):
    """The affine map from w to a factor for every channel: [N, 512] -> [N, C]."""

    def __init__(self, arrays: dict[str, Tensor], name: str) -> None:
        super().__init__()
        self.register_buffer("weight", arrays[f"{name}.style.weight"])
        self.register_buffer("bias", arrays[f"{name}.style.bias"])

    def forward(self, w: Tensor) -> Tensor:
        return F.linear(w, self.weight, self.bias)


class Convolution(nn.Module):
    """What both forms of the styled 3x3 convolution store; plain [Cout, Cin, 3, 3], up-sampling [Cin, Cout, 3, 3]."""

    def __init__(self, arrays: dict[str, Tensor], name: str, up: bool) -> None:
        super().__init__()
        self.up = up
        weight = arrays[f"{name}.weight"]  # [3, 3, Cin, Cout]
        self.register_buffer("weight", (weight.permute(2, 3, 0, 1) if up else weight.permute(3, 2, 0, 1)).contiguous())
        self.register_buffer("bias", arrays[f"{name}.bias"].reshape(1, -1, 1, 1))
        noise = arrays[f"{name}.noise"]
        self.register_buffer("noise", noise.reshape(1, 1, *noise.shape) * arrays[f"{name}.noise_strength"])
        self.style = Style(arrays, name)


class PublishedConvolution(Convolution):
    """Weights [N, Cout, Cin, 3, 3] of every sample, convolved in N groups."""

    def __init__(self, arrays: dict[str, Tensor], name: str, up: bool, planes: bool) -> None:
        super().__init__(arrays, name, up)
        self.planes = planes
        self.register_buffer("blur", binomial(4)[None, None])

    def forward(self, x: Tensor, w: Tensor) -> Tensor:
        n, inputs, h, width = x.shape
        s = self.style(w)
        if self.up:
            weight = self.weight[None] * s[:, :, None, None, None]
            d = torch.rsqrt(weight.square().sum((1, 3, 4), keepdim=True) + EPSILON)
        else:
            weight = self.weight[None] * s[:, None, :, None, None]
            d = torch.rsqrt(weight.square().sum((2, 3, 4), keepdim=True) + EPSILON)
        weight = (weight * d).flatten(0, 1)
        x = x.reshape(1, n * inputs, h, width)
        if self.up:
            x = F.conv_transpose2d(x, weight, stride=2, groups=n)
            channels = x.shape[1]
            if self.planes:  # the filter runs over single planes
                x = F.conv2d(x.reshape(channels, 1, 2 * h + 1, 2 * width + 1), self.blur, padding=1)
            else:  # over channels as groups
                x = F.conv2d(x, self.blur.expand(channels, 1, 4, 4), padding=1, groups=channels)
            x = x.reshape(n, channels // n, 2 * h, 2 * width)
        else:
            x = F.conv2d(x, weight, padding=1, groups=n)
            x = x.reshape(n, x.shape[1] // n, h, width)
        return F.leaky_relu(x + self.noise + self.bias, 0.2) * GAIN


class TunedConvolution(Convolution):
    """Constant weights; the factor sqrt 2 of the activation is in demodulation, noise and bias."""

    def __init__(self, arrays: dict[str, Tensor], name: str, up: bool) -> None:
        super().__init__(arrays, name, up)
        energy = self.weight.square().sum((2, 3))
        self.register_buffer("energy", energy if up else energy.t().contiguous())  # [Cin, Cout]
        self.noise *= GAIN
        self.bias *= GAIN
        outputs = self.bias.shape[1]
        self.register_buffer("blur", binomial(4).expand(outputs, 1, 4, 4).contiguous())

    def forward(self, x: Tensor, w: Tensor) -> Tensor:
        s = self.style(w)
        d = GAIN * torch.rsqrt(s.square() @ self.energy + EPSILON)
        x = x * s[:, :, None, None]
        if self.up:
            x = F.conv_transpose2d(x, self.weight, stride=2)
            x = F.conv2d(x, self.blur, padding=1, groups=x.shape[1])
        else:
            x = F.conv2d(x, self.weight, padding=1)
        x = torch.addcmul(self.bias, x, d[:, :, None, None])
        return F.leaky_relu_(x.add_(self.noise), 0.2)


class ToRGB(nn.Module):
    """Modulated 1x1 convolution without demodulation, in groups: its weights are few in both forms."""

    def __init__(self, arrays: dict[str, Tensor], name: str) -> None:
        super().__init__()
        self.register_buffer("weight", arrays[f"{name}.weight"].t().contiguous())  # [3, C]
        self.register_buffer("bias", arrays[f"{name}.bias"].reshape(1, 3, 1, 1))
        self.style = Style(arrays, name)

    def forward(self, x: Tensor, w: Tensor) -> Tensor:
        n, channels, h, width = x.shape
        weight = (self.weight[None] * self.style(w)[:, None]).reshape(3 * n, channels, 1, 1)
        y = F.conv2d(x.reshape(1, n * channels, h, width) if n > 1 else x, weight, groups=n)
        return y.reshape(n, 3, h, width) + self.bias


class Synthesis(nn.Module):
    """w+ [N, layers, 512] -> picture [N, 3, R, R].

    Of w+ the convolution at 4 pixels takes vector 0 and its RGB layer vector 1; every later resolution takes i and
    i + 1 for its convolutions and i + 2 for its RGB layer, where i advances by two.
    """

    def __init__(self, path: Path | str, form: str, planes: bool = False) -> None:
        super().__init__()
        stored, metadata = read(path)
        arrays = {name: torch.from_numpy(a) for name, a in stored.items()}
        resolution = json.loads(metadata["configuration"])["resolution"]
        self.form = form

        def convolution(index: int) -> Convolution:
            name, up = f"synthesis.conv.{index}", index % 2 == 1
            return TunedConvolution(arrays, name, up) if form == "tuned" else PublishedConvolution(arrays, name, up, planes)

        blocks = int(math.log2(resolution)) - 1
        self.register_buffer("constant", arrays["synthesis.constant"].permute(2, 0, 1)[None].contiguous())
        self.convolutions = nn.ModuleList(convolution(i) for i in range(2 * blocks - 1))
        self.rgb = nn.ModuleList(ToRGB(arrays, f"synthesis.rgb.{i}") for i in range(blocks))
        self.register_buffer("doubling", binomial(4)[None, None])

    def double(self, y: Tensor) -> Tensor:
        """Zeros between the pixels, then [1, 3, 3, 1] with gain 4: [N, 3, H, W] -> [N, 3, 2H, 2W]."""
        n, c, h, w = y.shape
        if self.form == "tuned":
            return F.conv_transpose2d(y, self.doubling.expand(3, 1, 4, 4), stride=2, padding=1, groups=3)
        spread = F.pad(y.reshape(n, c, h, 1, w, 1), (0, 1, 0, 0, 0, 1)).reshape(n * c, 1, 2 * h, 2 * w)
        return F.conv2d(F.pad(spread, (2, 1, 2, 1)), self.doubling).reshape(n, c, 2 * h, 2 * w)

    def forward(self, w: Tensor) -> Tensor:
        x = self.constant.expand(w.shape[0], -1, -1, -1)
        x = self.convolutions[0](x, w[:, 0])
        y = self.rgb[0](x, w[:, 1])
        for k in range(1, len(self.rgb)):
            i = 2 * k - 1
            x = self.convolutions[i](x, w[:, i])
            x = self.convolutions[i + 1](x, w[:, i + 1])
            y = self.double(y) + self.rgb[k](x, w[:, i + 2])
        return y

    def channels_last(self) -> Synthesis:
        """The same network with channel vectors contiguous."""
        for module in self.modules():
            for name, buffer in module.named_buffers(recurse=False):
                if buffer.ndim == 4:
                    setattr(module, name, buffer.contiguous(memory_format=torch.channels_last))
        return self
