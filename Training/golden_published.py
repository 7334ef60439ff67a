"""Random networks in the layouts of the published field, judges and language encoder, and of a discriminator, with what they answer.

python3 -m Training.golden_published Tests/Fixtures/published [--full]

Written from the layouts' names and shapes; narrow unless --full. Every *.pt has the form of the published file (a state
dictionary, under `state_dict` or wrapped in `module.` where the published one is). golden.safetensors: w [2, W], field [2, W];
picture [2, 128, 128, 3] in +-1.1, logits [5, 2, 6], picture_gradient = d sum(logits * direction) / d picture with direction
[5, 2, 6]; embedding [2, E], unit rows; language_{head} [3, classes] for the sentences SENTENCES; score [4, 1] of
score_pictures [4, R, R, 3].
"""
from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .tensors import write

HEADS = ["6Bangs", "16Eyeglasses", "25No_Beard", "32Smiling", "40Young"]


def conv(i: int, o: int, k: int, stride: int = 1) -> nn.Conv2d:
    return nn.Conv2d(i, o, k, stride, k // 2, bias=False)


class Bottleneck(nn.Module):
    def __init__(self, i: int, width: int, stride: int, down: bool) -> None:
        super().__init__()
        self.conv1, self.bn1 = conv(i, width, 1), nn.BatchNorm2d(width)
        self.conv2, self.bn2 = conv(width, width, 3, stride), nn.BatchNorm2d(width)
        self.conv3, self.bn3 = conv(width, 4 * width, 1), nn.BatchNorm2d(4 * width)
        if down:
            self.downsample = nn.Sequential(nn.Conv2d(i, 4 * width, 1, stride, bias=False), nn.BatchNorm2d(4 * width))

    def forward(self, x: Tensor) -> Tensor:
        y = F.relu(self.bn1(self.conv1(x)))
        y = self.bn3(self.conv3(F.relu(self.bn2(self.conv2(y)))))
        return F.relu(y + (self.downsample(x) if hasattr(self, "downsample") else x))


class Backbone(nn.Module):
    def __init__(self, width: int, blocks: list[int]) -> None:
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(3, width, 7, 2, 3, bias=False), nn.BatchNorm2d(width)
        i = width
        for stage, count in enumerate(blocks):
            w = width << stage
            layers = [Bottleneck(i if n == 0 else 4 * w, w, 2 if n == 0 and stage else 1, n == 0) for n in range(count)]
            self.add_module(f"layer{stage + 1}", nn.Sequential(*layers))
            i = 4 * w

    def forward(self, x: Tensor) -> Tensor:
        x = F.max_pool2d(F.relu(self.bn1(self.conv1(x))), 3, 2, 1)
        for stage in range(4):
            x = getattr(self, f"layer{stage + 1}")(x)
        return x.mean((2, 3))


class Predictor(nn.Module):
    def __init__(self, width: int, blocks: list[int], features: int, head: int) -> None:
        super().__init__()
        self.backbone = Backbone(width, blocks)
        self.fc = nn.Sequential(nn.Linear(32 * width, features), nn.BatchNorm1d(features), nn.ReLU())
        for name in HEADS:
            self.add_module("classifier" + name, nn.Sequential(nn.Linear(features, head), nn.BatchNorm1d(head), nn.ReLU(), nn.Linear(head, 6)))

    def forward(self, picture: Tensor) -> Tensor:
        x = ((picture + 1) * 127.5 + 0.5).clamp(0, 255) / 255
        mean, std = torch.tensor([0.485, 0.456, 0.406]).to(x), torch.tensor([0.229, 0.224, 0.225]).to(x)
        features = self.fc(self.backbone((x - mean[:, None, None]) / std[:, None, None]))
        return torch.stack([getattr(self, "classifier" + name)(features) for name in HEADS])


class Improved(nn.Module):
    def __init__(self, i: int, o: int, stride: int) -> None:
        super().__init__()
        self.bn0, self.conv1, self.bn1 = nn.BatchNorm2d(i), conv(i, i, 3), nn.BatchNorm2d(i)
        self.prelu, self.conv2, self.bn2 = nn.PReLU(), conv(i, o, 3, stride), nn.BatchNorm2d(o)
        if stride > 1 or i != o:
            self.downsample = nn.Sequential(nn.Conv2d(i, o, 1, stride, bias=False), nn.BatchNorm2d(o))

    def forward(self, x: Tensor) -> Tensor:
        y = self.bn2(self.conv2(self.prelu(self.bn1(self.conv1(self.bn0(x))))))
        return self.prelu(y + (self.downsample(x) if hasattr(self, "downsample") else x))


class Identity(nn.Module):
    def __init__(self, width: int, features: int) -> None:
        super().__init__()
        self.conv1, self.bn1, self.prelu = conv(1, width, 3), nn.BatchNorm2d(width), nn.PReLU()
        i = width
        for stage in range(4):
            w = width << stage
            self.add_module(f"layer{stage + 1}", nn.Sequential(Improved(i, w, 2 if stage else 1), Improved(w, w, 1)))
            i = w
        self.bn4, self.fc5, self.bn5 = nn.BatchNorm2d(i), nn.Linear(64 * i, features), nn.BatchNorm1d(features)

    def forward(self, picture: Tensor) -> Tensor:
        x = F.max_pool2d(self.prelu(self.bn1(self.conv1(picture.mean(1, keepdim=True)))), 2)
        for stage in range(4):
            x = getattr(self, f"layer{stage + 1}")(x)
        return self.bn5(self.fc5(self.bn4(x).flatten(1)))


# Outputs of the language encoder, in order; contexts first.
LANGUAGE_HEADS = {"start": 1, "suggestion": 5, "whether_enough": 5, "whats_next": 2, "attribute": 5, "score_change_direction": 2,
                  "score_change_value": 5, "target_score": 6, "request_mode": 4}
WORDS = ["<NULL>", "<START>", "<END>", "<UNK>", "?", "a", "bangs", "beard", "bit", "don't", "her", "longer", "make", "the", "yes"]
SENTENCES = ["Make the bangs a bit longer.", "Yes, don't make her beard longer?", "make  the unheard-of beard"]


def tokens(sentence: str) -> list[int]:
    for mark in "?;":
        sentence = sentence.replace(mark, f" {mark}")
    for mark in ".!,":
        sentence = sentence.replace(mark, "")
    return [WORDS.index(t) if t in WORDS else 3 for t in sentence.lower().split(" ")]


class Words(nn.Module):
    def __init__(self, words: int, vector: int, hidden: int) -> None:
        super().__init__()
        self.word2vec = nn.Embedding(words, vector)
        self.rnn = nn.LSTM(vector, hidden, 2, batch_first=True)

    def forward(self, rows: Tensor) -> Tensor:
        return self.rnn(self.word2vec(rows))[0][:, -1]


class Dense(nn.Module):
    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.fc, self.bn = nn.Linear(inputs, outputs), nn.BatchNorm1d(outputs)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.bn(self.fc(x)))


class Language(nn.Module):
    def __init__(self, words: int, vector: int, hidden: int, width: int) -> None:
        super().__init__()
        self.lstm = Words(words, vector, hidden)
        for name, classes in LANGUAGE_HEADS.items():
            setattr(self, name, nn.Sequential(Dense(hidden, width), nn.Linear(width, classes)))

    def forward(self, rows: Tensor) -> list[Tensor]:
        last = self.lstm(rows)
        return [getattr(self, name)(last) for name in LANGUAGE_HEADS]


def discriminator(channels: dict[int, int]) -> dict[str, Tensor]:
    """The weights of the port's discriminator, random."""
    resolutions = sorted(channels, reverse=True)
    state: dict[str, Tensor] = {}

    def layer(name: str, i: int, o: int, k: int, bias: str | None, down: bool = False) -> None:
        if down:
            state[name.rsplit(".", 1)[0] + ".0.kernel"] = torch.outer(*[torch.tensor([1.0, 3, 3, 1])] * 2) / 64
        state[name + ".weight"] = torch.randn(o, i, k, k)
        if bias:
            state[bias] = torch.randn(o) * 0.2

    width = channels[resolutions[0]]
    layer("convs.0.0", 3, width, 1, "convs.0.1.bias")
    for n, r in enumerate(resolutions[1:], 1):
        layer(f"convs.{n}.conv1.0", width, width, 3, f"convs.{n}.conv1.1.bias")
        layer(f"convs.{n}.conv2.1", width, channels[r], 3, f"convs.{n}.conv2.2.bias", down=True)
        layer(f"convs.{n}.skip.1", width, channels[r], 1, None, down=True)
        width = channels[r]
    layer("final_conv.0", width + 1, width, 3, "final_conv.1.bias")
    state["final_linear.0.weight"], state["final_linear.0.bias"] = torch.randn(width, 16 * width), torch.randn(width) * 0.2
    state["final_linear.1.weight"], state["final_linear.1.bias"] = torch.randn(1, width), torch.randn(1)
    return state


def realness(s: dict[str, Tensor], x: Tensor) -> Tensor:
    """Scores [N, 1] of pictures [N, 3, R, R], N a multiple of 4; equalised weights, gain sqrt 2."""
    def conv2d(x: Tensor, name: str, **how: int) -> Tensor:
        w = s[name + ".weight"]
        return F.conv2d(x, w / (w[0].numel() ** 0.5), **how)

    def act(x: Tensor, bias: str) -> Tensor:
        return F.leaky_relu(x + s[bias].view(1, -1, *[1] * (x.dim() - 2)), 0.2) * 2**0.5

    def smooth(x: Tensor, name: str, pad: int) -> Tensor:
        k = s[name + ".kernel"].expand(x.shape[1], 1, 4, 4)
        return F.conv2d(F.pad(x, [pad] * 4), k, groups=x.shape[1])

    x = act(conv2d(x, "convs.0.0"), "convs.0.1.bias")
    n = 1
    while f"convs.{n}.skip.1.weight" in s:
        y = act(conv2d(x, f"convs.{n}.conv1.0", padding=1), f"convs.{n}.conv1.1.bias")
        y = act(conv2d(smooth(y, f"convs.{n}.conv2.0", 2), f"convs.{n}.conv2.1", stride=2), f"convs.{n}.conv2.2.bias")
        x = (y + conv2d(smooth(x, f"convs.{n}.skip.0", 1), f"convs.{n}.skip.1", stride=2)) / 2**0.5
        n += 1
    c, m = x.shape[1], len(x) // 4
    deviation = (x.view(4, m, c, 4, 4).var(0, unbiased=False) + 1e-8).sqrt().mean((1, 2, 3))
    x = torch.cat([x, deviation.repeat(4).view(-1, 1, 1, 1).expand(-1, 1, 4, 4)], 1)
    x = act(conv2d(x, "final_conv.0", padding=1), "final_conv.1.bias").flatten(1)
    x = act(F.linear(x, s["final_linear.0.weight"] / (16 * c) ** 0.5), "final_linear.0.bias")
    return F.linear(x, s["final_linear.1.weight"] / c**0.5, s["final_linear.1.bias"])


def randomise(module: nn.Module) -> nn.Module:
    """Norms and slopes as after a training."""
    for m in module.modules():
        if isinstance(m, (nn.BatchNorm1d, nn.BatchNorm2d)):
            m.weight.data.uniform_(0.5, 1.2)
            m.bias.data.normal_(0, 0.2)
            m.running_mean.normal_(0, 0.2)
            m.running_var.uniform_(0.5, 1.5)
        if isinstance(m, nn.PReLU):
            m.weight.data.uniform_(0.1, 0.4)
    return module.eval()


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("folder", type=Path)
    p.add_argument("--full", action="store_true")
    a = p.parse_args()
    a.folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(11)
    width, scale = (512, 64) if a.full else (24, 4)
    field = nn.Sequential(*[m for i in range(8) for m in ([nn.Linear(width, width), nn.LeakyReLU(0.2)])][:-1])
    torch.save({f"mapping.{k}": v for k, v in field.state_dict().items()}, a.folder / "field.pt")
    predictor = randomise(Predictor(scale, [3, 4, 6, 3] if a.full else [2, 1, 1, 1], 8 * scale, 4 * scale))
    torch.save({"epoch": 3, "state_dict": predictor.state_dict()}, a.folder / "predictor.pth.tar")
    identity = randomise(Identity(scale, 8 * scale))
    torch.save({f"module.{k}": v for k, v in identity.state_dict().items()}, a.folder / "identity.pth")
    sizes = (229, 300, 1024, 256) if a.full else (len(WORDS), 10, 14, 6)
    language = randomise(Language(*sizes))
    torch.save({"epoch": 2, "state_dict": language.state_dict()}, a.folder / "language.pth.tar")
    words = WORDS + [f"word{n}" for n in range(sizes[0] - len(WORDS))]
    (a.folder / "vocab.json").write_text(json.dumps({"text_token_to_idx": {t: n for n, t in enumerate(words)}}))
    critic = discriminator({128: 128, 64: 256, 32: 512, 16: 512, 8: 512, 4: 512} if a.full else {16: 6, 8: 8, 4: 10})
    torch.save({"d": critic, "d_optim": {"state": {}}}, a.folder / "discriminator.pt")
    for name, module in (("predictor", predictor), ("identity", identity), ("language", language)):
        print(name, sum(x.numel() for x in module.parameters()), "parameters")

    w = torch.randn(2, width)
    # Smooth, so that no rounding decides which value of a window is the greatest.
    picture = F.interpolate(torch.randn(2, 3, 9, 9), (128, 128), mode="bicubic").clamp(-1.1, 1.1).requires_grad_()
    direction = torch.randn(5, 2, 6)
    logits = predictor(picture)
    (gradient,) = torch.autograd.grad((logits * direction).sum(), picture)
    answers = {}
    with torch.no_grad():
        for head, logits_of in zip(LANGUAGE_HEADS, zip(*(language(torch.tensor([tokens(s)])) for s in SENTENCES))):
            answers[f"language_{head}"] = torch.cat(logits_of)
        pictures = torch.randn(4, 3, *[128 if a.full else 16] * 2)
        answers["score_pictures"], answers["score"] = pictures.permute(0, 2, 3, 1), realness(critic, pictures)
        write(a.folder / "golden.safetensors", {
            "w": w, "field": field(w), "picture": picture.permute(0, 2, 3, 1), "logits": logits, "direction": direction,
            "picture_gradient": gradient.permute(0, 2, 3, 1), "embedding": F.normalize(identity(picture)), **answers})


if __name__ == "__main__":
    main()
