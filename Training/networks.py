"""StyleGAN2 generator and discriminator (Karras et al. 2020), written from the papers.

Pictures are [N, 3, H, W], nominally in [-1, 1]. Weights are kept at unit variance and scaled when they
are used (equalised learning rate); `Training.export` folds those factors into the stored weights.
"""
from __future__ import annotations

import math
from dataclasses import asdict, dataclass, field

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from . import fused

WIDTHS: dict[str, dict[int, int]] = {
    "cpu": {4: 192, 8: 192, 16: 192, 32: 128, 64: 64, 128: 32},
    "wide": {4: 192, 8: 192, 16: 192, 32: 160, 64: 96, 128: 48},
    "full": {4: 512, 8: 512, 16: 512, 32: 512, 64: 256, 128: 128},
    "tiny": {4: 8, 8: 8, 16: 8},
}
GAIN = math.sqrt(2.0)


@dataclass
class Configuration:
    """Sizes of the generator; `channels` maps resolution to width."""

    resolution: int = 128
    z_dimension: int = 512
    w_dimension: int = 512
    mapping_layers: int = 8
    mapping_final_activation: bool = False
    channels: dict[int, int] = field(default_factory=lambda: dict(WIDTHS["cpu"]))

    @property
    def resolutions(self) -> list[int]:
        """4, 8, … up to the picture's resolution."""
        return [2**k for k in range(2, int(math.log2(self.resolution)) + 1)]

    @property
    def styles(self) -> int:
        """Number of w vectors in w+ (12 at 128 px)."""
        return 2 * len(self.resolutions)

    def dictionary(self) -> dict:
        d = asdict(self)
        d["channels"] = {str(k): v for k, v in self.channels.items()}
        return d


def activate(x: Tensor) -> Tensor:
    """Leaky ReLU 0.2, times sqrt 2."""
    return F.leaky_relu(x, 0.2) * GAIN


class _Blur(torch.autograd.Function):
    """Depthwise [1,3,3,1]/8 x [1,3,3,1]/8; the kernel is symmetric, so its adjoint is itself, padded by 3 - pad."""

    @staticmethod
    def forward(ctx, x: Tensor, pad: int) -> Tensor:
        ctx.pad = pad
        k = torch.tensor([1.0, 3.0, 3.0, 1.0], device=x.device, dtype=x.dtype) / 8
        kernel = (k[:, None] * k).expand(x.shape[1], 1, 4, 4)
        with torch.autocast(x.device.type, enabled=False):
            return F.conv2d(x, kernel, padding=pad, groups=x.shape[1])

    @staticmethod
    def backward(ctx, g: Tensor) -> tuple[Tensor, None]:
        return _Blur.apply(g, 3 - ctx.pad), None


def blur(x: Tensor, pad: int) -> Tensor:
    """[N,C,H,W] -> [N,C,H+2 pad-3,W+2 pad-3]."""
    return _Blur.apply(x, pad)


def modulate(x: Tensor, s: Tensor) -> Tensor:
    """x [N,C,H,W] times s [N,C]."""
    return fused.Modulate.apply(x, s) if fused.usable(x) else x * s[:, :, None, None].to(x.dtype)


def finish(x: Tensor, d: Tensor, noise: Tensor, strength: Tensor, bias: Tensor) -> Tensor:
    """Demodulate, add noise and bias, activate: x [N,C,H,W], d [N,C], noise [1,1,H,W], strength [1], bias [C]."""
    if fused.usable(x):
        return fused.Finish.apply(x, d, noise, strength, bias)
    t = x.dtype
    return activate(x * d[:, :, None, None].to(t) + (noise * strength + bias[None, :, None, None]).to(t))


def up_sample(x: Tensor) -> Tensor:
    """Zero insertion and [1,3,3,1] with gain 4: [N,C,H,W] -> [N,C,2H,2W].

    Per axis the even output is (1 x[i-1] + 3 x[i]) / 4 and the odd one (3 x[i] + 1 x[i+1]) / 4, zeros outside.
    """
    n, c, h, w = x.shape
    p = F.pad(x, (0, 0, 1, 1))
    x = torch.stack([p[:, :, :-2] * 0.25 + x * 0.75, x * 0.75 + p[:, :, 2:] * 0.25], 3).reshape(n, c, 2 * h, w)
    p = F.pad(x, (1, 1))
    return torch.stack([p[..., :-2] * 0.25 + x * 0.75, x * 0.75 + p[..., 2:] * 0.25], 4).reshape(n, c, 2 * h, 2 * w)


class Dense(nn.Module):
    """Fully connected layer with equalised learning rate: [N, in] -> [N, out]."""

    def __init__(self, inputs: int, outputs: int, bias: float = 0.0) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs))
        self.bias = nn.Parameter(torch.full((outputs,), bias))
        self.scale = 1 / math.sqrt(inputs)

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.weight * self.scale, self.bias)


class Mapping(nn.Module):
    """z [N, Z] -> w [N, W]: pixel norm, then plain fully connected layers."""

    def __init__(self, c: Configuration) -> None:
        super().__init__()
        sizes = [c.z_dimension] + [c.w_dimension] * c.mapping_layers
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))
        self.final_activation = c.mapping_final_activation
        for layer in self.layers:  # variance-preserving under leaky ReLU 0.2 times sqrt 2
            nn.init.normal_(layer.weight, std=1 / math.sqrt(layer.in_features * 1.04))
            nn.init.zeros_(layer.bias)

    def forward(self, z: Tensor) -> Tensor:
        x = z * torch.rsqrt(z.square().mean(1, keepdim=True) + 1e-8)
        for i, layer in enumerate(self.layers):
            x = layer(x)
            if self.final_activation or i + 1 < len(self.layers):
                x = activate(x)
        return x


class StyledConvolution(nn.Module):
    """Modulated, demodulated 3x3 convolution, optionally up-sampling x2, noise, bias, leaky ReLU.

    The noise is one map for all pictures, and learned: faces are aligned, so it can say what is where, finer than the
    constant does, and be the grain that styles lay over hair.
    Modulating activations and demodulating outputs is exact: sum(w s x) d with d = rsqrt(sum((w s)^2) + eps).
    """

    def __init__(self, inputs: int, outputs: int, w: int, resolution: int, up: bool) -> None:
        super().__init__()
        self.up = up
        # up: [Cin, Cout, 3, 3] (scatter form); otherwise [Cout, Cin, 3, 3]
        self.weight = nn.Parameter(torch.randn(*((inputs, outputs) if up else (outputs, inputs)), 3, 3))
        self.scale = 1 / math.sqrt(9 * inputs)
        self.bias = nn.Parameter(torch.zeros(outputs))
        self.noise_strength = nn.Parameter(torch.zeros(1))
        self.noise = nn.Parameter(torch.randn(1, 1, resolution, resolution))
        self.style = Dense(w, inputs, bias=1.0)

    @torch.no_grad()
    def hear_noise(self, strength: float = 0.3) -> None:
        """Moves the map's size into the map, at a strength at which it learns; a silent one, of strength 0, never would."""
        if abs(self.noise_strength) < strength:
            self.noise.mul_(self.noise_strength / strength)
            self.noise_strength.fill_(strength)

    def forward(self, x: Tensor, w: Tensor) -> Tensor:
        """x [N,Cin,H,W], w [N,W] -> [N,Cout,H or 2H,…]."""
        with torch.autocast(x.device.type, enabled=False):
            s = self.style(w.to(self.weight.dtype))
            weight = self.weight * self.scale
            energy = weight.square().sum((2, 3))  # [Cout,Cin], or [Cin,Cout] when up-sampling
            d = torch.rsqrt(s.square() @ (energy if self.up else energy.t()) + 1e-8)
        x = modulate(x, s)
        if self.up:  # 2H+1, padded by 1 on each side, blurred to 2H; the factor 4 is StyleGAN2's gain
            x = blur(F.conv_transpose2d(x, weight, stride=2), 1)
            d = d * 4
        else:
            x = F.conv2d(x, weight, padding=1)
        return finish(x, d, self.noise, self.noise_strength, self.bias)


class ToRGB(nn.Module):
    """Modulated 1x1 convolution without demodulation: x [N,C,H,W], w [N,W] -> [N,3,H,W]."""

    def __init__(self, inputs: int, w: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(3, inputs))
        self.scale = 1 / math.sqrt(inputs)
        self.bias = nn.Parameter(torch.zeros(3))
        self.style = Dense(w, inputs, bias=1.0)

    def forward(self, x: Tensor, w: Tensor) -> Tensor:
        with torch.autocast(x.device.type, enabled=False):
            s = self.style(w.to(self.weight.dtype))
            weight = (self.weight * self.scale)[None] * s[:, None]  # [N,3,C]: cheaper than modulating x
        n, c, h, k = x.shape
        y = torch.bmm(x.permute(0, 2, 3, 1).reshape(n, h * k, c), weight.transpose(1, 2).to(x.dtype))
        return y.reshape(n, h, k, 3).permute(0, 3, 1, 2).to(self.bias.dtype) + self.bias[None, :, None, None]


class Synthesis(nn.Module):
    """w+ [N, styles, W] -> picture [N, 3, R, R]."""

    def __init__(self, c: Configuration) -> None:
        super().__init__()
        self.configuration = c
        self.constant = nn.Parameter(torch.randn(1, c.channels[4], 4, 4))
        self.conv, self.rgb = nn.ModuleList(), nn.ModuleList()
        previous = c.channels[4]
        for r in c.resolutions:
            width = c.channels[r]
            if r > 4:
                self.conv.append(StyledConvolution(previous, width, c.w_dimension, r, up=True))
            self.conv.append(StyledConvolution(width, width, c.w_dimension, r, up=False))
            self.rgb.append(ToRGB(width, c.w_dimension))
            if r > 4:
                nn.init.zeros_(self.rgb[-1].weight)  # a new resolution starts silent
            previous = width

    def forward(self, w: Tensor, resolution: int | None = None) -> Tensor:
        """Stops at `resolution` when given (for the early stages of pretraining)."""
        x = self.constant.expand(w.shape[0], -1, -1, -1).to(memory_format=torch.channels_last)
        x = self.conv[0](x, w[:, 0])
        y = self.rgb[0](x, w[:, 1])
        for k in range(1, len(self.rgb)):
            if resolution is not None and 4 * 2**k > resolution:
                break
            i = 2 * k - 1
            x = self.conv[i](x, w[:, i])
            x = self.conv[i + 1](x, w[:, i + 1])
            y = up_sample(y) + self.rgb[k](x, w[:, i + 2])
        return y


class Convolution(nn.Module):
    """Equalised convolution of the discriminator; down: blur first, then stride 2."""

    def __init__(self, inputs: int, outputs: int, kernel: int, down: bool = False, linear: bool = False) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs, kernel, kernel))
        self.scale = 1 / math.sqrt(inputs * kernel * kernel)
        self.bias = None if linear else nn.Parameter(torch.zeros(outputs))
        self.kernel, self.down = kernel, down

    def forward(self, x: Tensor) -> Tensor:
        """[N,Cin,H,W] -> [N,Cout,H,W], or H/2 when `down` (StyleGAN2's alignment)."""
        if self.down:
            x = blur(x, 2 if self.kernel == 3 else 1)
        stride = 2 if self.down else 1
        x = F.conv2d(x, self.weight * self.scale, stride=stride, padding=0 if self.down else self.kernel // 2)
        if self.bias is None:
            return x
        if fused.usable(x):
            return fused.Activate.apply(x, self.bias)
        return activate(x + self.bias[None, :, None, None].to(x.dtype))


class Block(nn.Module):
    """Residual block of the discriminator: [N,Cin,H,W] -> [N,Cout,H/2,W/2]."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.conv0 = Convolution(inputs, inputs, 3)
        self.conv1 = Convolution(inputs, outputs, 3, down=True)
        self.skip = Convolution(inputs, outputs, 1, down=True, linear=True)

    def forward(self, x: Tensor) -> Tensor:
        return (self.conv1(self.conv0(x)) + self.skip(x)) / GAIN


class Discriminator(nn.Module):
    """Picture [N,3,R,R] -> logit [N,1] and the blocks' feature maps."""

    def __init__(self, c: Configuration) -> None:
        super().__init__()
        rs = c.resolutions[::-1]
        self.configuration = c
        self.from_rgb = Convolution(3, c.channels[rs[0]], 1)
        self.block = nn.ModuleList(Block(c.channels[a], c.channels[b]) for a, b in zip(rs, rs[1:]))
        width = c.channels[4]
        self.final_conv = Convolution(width, width, 3)
        self.final_dense = Dense(16 * width, width)
        self.final_out = Dense(width, 1)

    def with_hidden(self, x: Tensor) -> tuple[Tensor, list[Tensor], Tensor]:
        """-> logit [N,1], the blocks' feature maps, and the last hidden layer [N, channels at 4 px]."""
        x = self.from_rgb(x.contiguous(memory_format=torch.channels_last))
        features = []
        for block in self.block:
            x = block(x)
            features.append(x)
        x = self.final_conv(x).permute(0, 2, 3, 1).flatten(1)  # height, width, channel
        hidden = activate(self.final_dense(x))
        return self.final_out(hidden).to(self.final_out.bias.dtype), features, hidden

    def forward(self, x: Tensor) -> tuple[Tensor, list[Tensor]]:
        return self.with_hidden(x)[:2]


class RecordEmbedding(nn.Module):
    """Record vector [N, D] -> w [N, W]: a linear layer plus a residual MLP that starts at zero."""

    def __init__(self, inputs: int, w: int, hidden: int = 768) -> None:
        super().__init__()
        self.linear = nn.Linear(inputs, w)
        nn.init.normal_(self.linear.weight, std=1 / math.sqrt(inputs))
        nn.init.zeros_(self.linear.bias)
        self.mlp = nn.Sequential(nn.Linear(inputs, hidden), nn.LeakyReLU(0.2), nn.Linear(hidden, hidden),
                                 nn.LeakyReLU(0.2), nn.Linear(hidden, w))
        nn.init.zeros_(self.mlp[-1].weight)
        nn.init.zeros_(self.mlp[-1].bias)

    def forward(self, v: Tensor) -> Tensor:
        return self.linear(v) + self.mlp(v)
