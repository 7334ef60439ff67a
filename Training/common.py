"""Small helpers shared by the training scripts: arguments, checkpoints, averages, picture sheets."""
from __future__ import annotations

import argparse
import copy
import json
import math
import os
import time
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn

from . import fused
from .networks import WIDTHS, Configuration, RecordEmbedding

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "synthfaces"


def arguments(description: str) -> argparse.ArgumentParser:
    """A parser with the options that every script has."""
    p = argparse.ArgumentParser(description=description)
    p.add_argument("--data", type=Path, default=DATA, help="folder of the rendered faces")
    p.add_argument("--cache", type=Path, required=True, help="folder for checkpoints, logs and exports")
    p.add_argument("--device", default="cpu", choices=["cpu", "cuda"])
    p.add_argument("--width", default="cpu", choices=["cpu", "wide", "full"])
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--seed", type=int, default=7)
    return p


def prepare(a: argparse.Namespace) -> Configuration:
    """Seeds, threads, flushed denormals (without which Adam crawls on a CPU)."""
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    torch.set_flush_denormal(True)
    a.cache.mkdir(parents=True, exist_ok=True)
    if a.device == "cpu":
        fused.load(a.cache)
    return Configuration(channels=dict(WIDTHS[a.width]))


def save(state: object, path: Path) -> None:
    """Writes beside the target, then renames: a reader never sees half a file."""
    temporary = path.with_name(path.name + ".part")
    torch.save(state, temporary)
    os.replace(temporary, path)


def read(path: Path) -> dict:
    return torch.load(path, map_location="cpu", weights_only=False)


def averages(checkpoint: dict) -> tuple[dict, dict]:
    """The averaged weights of embedding and synthesis in a state of the regression."""
    embedding, synthesis = ({k[2:]: v for k, v in checkpoint["average"].items() if k.startswith(prefix)} for prefix in ("0.", "1."))
    return embedding, synthesis


def record_embedding(checkpoint: dict, c: Configuration) -> RecordEmbedding:
    """The averaged embedding in a state of the regression, fixed."""
    embedding = RecordEmbedding(checkpoint["inputs"], c.w_dimension)
    embedding.load_state_dict(averages(checkpoint)[0])
    return embedding.requires_grad_(False)


def log(path: Path, **values: object) -> None:
    line = json.dumps({"time": time.strftime("%H:%M:%S"),
                       **{k: round(v, 6) if isinstance(v, float) else v for k, v in values.items()}})
    print(line, flush=True)
    with open(path, "a") as f:
        f.write(line + "\n")


class Average:
    """Exponential moving average of a module's parameters (buffers are copied at the start)."""

    def __init__(self, module: nn.Module, decay: float) -> None:
        self.module = copy.deepcopy(module).requires_grad_(False).eval()
        self.decay, self.steps = decay, 0

    @torch.no_grad()
    def update(self, module: nn.Module) -> None:
        self.steps += 1
        decay = min(self.decay, 1 - 10 / (self.steps + 10))
        torch._foreach_lerp_(list(self.module.parameters()), [p.data for p in module.parameters()], 1 - decay)


class Threads:
    """Chooses between one thread and all, by the time of the last steps.

    At low priority beside another busy process, two threads wait for the one that is pre-empted, and one thread on
    the free core is several times faster. All threads are tried again after 4 s, 8 s, … 64 s of one.
    """

    def __init__(self, most: int, hold: float = 4.0) -> None:
        self.most, self.hold = most, hold
        self.now, self.until, self.trial = most, 0.0, 0
        self.seconds: dict[int, float] = {}
        self.mark = time.time()

    def reset(self) -> None:
        """Forgets the measured times (a new resolution)."""
        self.seconds = {}
        self.mark = time.time()

    def step(self) -> None:
        """Call after every training step."""
        now = time.time()
        took, self.mark = now - self.mark, now
        old = self.seconds.get(self.now)
        self.seconds[self.now] = took if old is None or self.trial else 0.6 * old + 0.4 * took
        self.trial = max(0, self.trial - 1)
        other = 1 if self.now == self.most else self.most
        if other not in self.seconds or (now > self.until and self.now == 1):
            self._use(other, now)
            self.trial = 2
        elif not self.trial and self.seconds[other] < self.seconds[self.now]:
            self.hold = min(64.0, 2 * self.hold) if other == 1 else self.hold
            self._use(other, now)
        elif not self.trial and self.now > 1:
            self.hold = 4.0

    def _use(self, threads: int, now: float) -> None:
        self.now, self.until = threads, now + self.hold
        torch.set_num_threads(threads)
        self.mark = time.time()


def weight_map(landmarks: Tensor, resolution: int, outside: float = 0.3) -> Tensor:
    """Loss weights: `outside` the head less than 1, 1 on it, more on eyes and glasses and on the mouth.

    landmarks [N,5,2] in pixels at 128 px (right eye, left eye, nose, mouth corners) -> [N,1,R,R].
    """
    axis = (torch.arange(resolution, device=landmarks.device) + 0.5) * (128 / resolution)
    x, y = axis[None, None, :], axis[None, :, None]

    def bump(centre: Tensor, sx: float, sy: float) -> Tensor:
        cx, cy = centre[:, 0, None, None], centre[:, 1, None, None]
        return torch.exp(-0.5 * (((x - cx) / sx) ** 2 + ((y - cy) / sy) ** 2))

    head = torch.sigmoid(8 * (1 - torch.sqrt(((x - 64) / 48) ** 2 + ((y - 66) / 60) ** 2)))
    weight = outside + (1 - outside) * head.expand(len(landmarks), -1, -1)
    weight = weight + 2 * (bump(landmarks[:, 0], 9, 7) + bump(landmarks[:, 1], 9, 7))
    weight = weight + 2.5 * bump((landmarks[:, 3] + landmarks[:, 4]) / 2, 13, 8)
    return weight[:, None]


def pictures_to_tensor(pictures: np.ndarray, resolution: int, device: str = "cpu") -> Tensor:
    """uint8 [N,128,128,3] -> float [N,3,R,R] in [-1, 1], box filtered."""
    x = torch.from_numpy(pictures).to(device).permute(0, 3, 1, 2).float() / 127.5 - 1
    k = 128 // resolution
    return torch.nn.functional.avg_pool2d(x, k) if k > 1 else x


def landmarks_of(records: list[dict]) -> np.ndarray:
    """-> [N,5,2] float32 pixels."""
    names = ("eye_r", "eye_l", "nose", "mouth_r", "mouth_l")
    return np.array([[[r[f"{n}.x"], r[f"{n}.y"]] for n in names] for r in records], np.float32)


def sheet(rows: list[Tensor], path: Path, scale: int = 1) -> None:
    """Writes a PNG; each row [N,3,R,R] in [-1,1]."""
    lines = [torch.cat(list(r.detach().float().cpu()), 2) for r in rows]
    x = ((torch.cat(lines, 1).clamp(-1, 1) + 1) * 127.5).round().byte().permute(1, 2, 0).numpy()
    image = Image.fromarray(x)
    if scale > 1:
        image = image.resize((image.width * scale, image.height * scale), Image.NEAREST)
    image.save(path)


def cosine(fraction: float, start: float, end: float) -> float:
    """1 until `start`, then a half cosine down to `end` at fraction 1."""
    if fraction <= start:
        return 1.0
    t = min(1.0, (fraction - start) / (1 - start))
    return end + (1 - end) * 0.5 * (1 + math.cos(math.pi * t))
