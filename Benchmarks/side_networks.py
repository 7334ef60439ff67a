"""Predictor, identity network, semantic field and language encoder in PyTorch, from the model's own weight files."""
from __future__ import annotations

import json
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .weights import read

ATTRIBUTES = ["bangs", "eyeglasses", "beard", "smiling", "age"]
Arrays = dict[str, Tensor]


def convolution(arrays: Arrays, name: str, stride: int) -> nn.Sequential:
    """Without bias, with the batch norm that follows it; stored as [kh, kw, Cin, Cout]."""
    weight = arrays[f"{name}.weight"].permute(3, 2, 0, 1).contiguous()
    outputs, inputs, k, _ = weight.shape
    layer = nn.Conv2d(inputs, outputs, k, stride, padding=k // 2, bias=False)
    layer.weight = nn.Parameter(weight)
    return nn.Sequential(layer, norm(arrays, f"{name}.norm", nn.BatchNorm2d))


def norm(arrays: Arrays, name: str, kind: type[nn.BatchNorm1d] | type[nn.BatchNorm2d] = nn.BatchNorm1d) -> nn.Module:
    layer = kind(len(arrays[f"{name}.scale"]))
    layer.weight, layer.bias = nn.Parameter(arrays[f"{name}.scale"]), nn.Parameter(arrays[f"{name}.shift"])
    layer.running_mean, layer.running_var = arrays[f"{name}.running_mean"], arrays[f"{name}.running_variance"]
    return layer


def dense(arrays: Arrays, name: str) -> nn.Linear:
    outputs, inputs = arrays[f"{name}.weight"].shape
    layer = nn.Linear(inputs, outputs)
    layer.weight, layer.bias = nn.Parameter(arrays[f"{name}.weight"]), nn.Parameter(arrays[f"{name}.bias"])
    return layer


class Block(nn.Module):
    """Two 3x3 convolutions beside a 1x1 short cut; halves the size."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        super().__init__()
        self.first = convolution(arrays, f"{name}.conv0", 2)
        self.second = convolution(arrays, f"{name}.conv1", 1)
        self.shortcut = convolution(arrays, f"{name}.shortcut", 2)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.second(F.relu(self.first(x))) + self.shortcut(x))


class Trunk(nn.Module):
    """Pictures [N, 3, R, R] -> features [N, F]; the dense layer reads height, width, channel."""

    def __init__(self, arrays: Arrays, blocks: int) -> None:
        super().__init__()
        self.stem = convolution(arrays, "trunk.stem", 2)
        self.blocks = nn.Sequential(*(Block(arrays, f"trunk.block.{b}") for b in range(blocks)))
        self.dense, self.norm = dense(arrays, "trunk.dense"), norm(arrays, "trunk.dense.norm")

    def forward(self, x: Tensor) -> Tensor:
        x = self.blocks(F.relu(self.stem(x)))
        return F.relu(self.norm(self.dense(x.permute(0, 2, 3, 1).flatten(1))))


class Predictor(nn.Module):
    """-> five logits [N, 6]."""

    def __init__(self, arrays: Arrays, configuration: dict) -> None:
        super().__init__()
        self.trunk = Trunk(arrays, len(configuration["trunk"]["widths"]))
        self.heads = nn.ModuleList(
            nn.Sequential(dense(arrays, f"head.{a}.hidden"), norm(arrays, f"head.{a}.norm"), nn.ReLU(), dense(arrays, f"head.{a}.out"))
            for a in ATTRIBUTES)

    def forward(self, x: Tensor) -> tuple[Tensor, ...]:
        features = self.trunk(x)
        return tuple(head(features) for head in self.heads)


class Identity(nn.Module):
    """-> an embedding of length 1, [N, E]."""

    def __init__(self, arrays: Arrays, configuration: dict) -> None:
        super().__init__()
        self.trunk = Trunk(arrays, len(configuration["trunk"]["widths"]))
        self.projection = dense(arrays, "projection")

    def forward(self, x: Tensor) -> Tensor:
        return F.normalize(self.projection(self.trunk(x)), eps=1e-4)


class Field(nn.Sequential):
    """w [N, 512] -> [N, 512], eight layers."""

    def __init__(self, arrays: Arrays) -> None:
        layers: list[nn.Module] = []
        for index in range(8):
            layers += [dense(arrays, f"field.{index}"), nn.LeakyReLU(0.2)]
        super().__init__(*layers[:-1])


class Language(nn.Module):
    """Rows of the embedding [N, words] -> the logits of every head, read from the state after the last word."""

    def __init__(self, arrays: Arrays, configuration: dict) -> None:
        super().__init__()
        self.embedding = nn.Embedding.from_pretrained(arrays["embedding.weight"])
        self.lstm = nn.LSTM(configuration["embedding"], configuration["hidden"], configuration["layers"], batch_first=True)
        with torch.no_grad():
            for layer in range(configuration["layers"]):
                getattr(self.lstm, f"weight_ih_l{layer}").copy_(arrays[f"lstm.{layer}.input"])
                getattr(self.lstm, f"weight_hh_l{layer}").copy_(arrays[f"lstm.{layer}.hidden"])
                getattr(self.lstm, f"bias_ih_l{layer}").copy_(arrays[f"lstm.{layer}.bias"])
                getattr(self.lstm, f"bias_hh_l{layer}").zero_()  # the file has the sum of both
        names = [f"head.{head['name']}" for head in configuration["heads"]]
        self.heads = nn.ModuleList(
            nn.Sequential(dense(arrays, f"{n}.0"), norm(arrays, f"{n}.1"), nn.ReLU(), dense(arrays, f"{n}.2")) for n in names)

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        state = self.lstm(self.embedding(words))[0][:, -1]
        return tuple(head(state) for head in self.heads)


def load(network: str, weights: str) -> nn.Module:
    """A network from its weight file; the vocabulary lies beside those of the language encoder."""
    stored, metadata = read(weights)
    arrays = {name: torch.from_numpy(a) for name, a in stored.items()}
    if network == "field":
        return Field(arrays)
    if network == "language":
        return Language(arrays, json.loads((Path(weights).parent / "vocabulary.json").read_text())["configuration"])
    return {"predictor": Predictor, "identity": Identity}[network](arrays, json.loads(metadata["configuration"]))
