"""The rendered faces: pictures, record vectors, loss weights, and a sampler of new records from z."""
from __future__ import annotations

import csv
import gzip
import io
import json
import tarfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image

STUDIO = [f"studio-{i:02d}" for i in range(7)]
HELDOUT = ["studio_heldout"]
ATTRIBUTES = ["bangs", "eyeglasses", "beard", "smiling", "age"]
DEGREES = [a + "_degree" for a in ATTRIBUTES]
CATEGORIES = ["sex", "skin", "hair", "brow", "lash", "iris", "hair_name"]
COLOURS = ("hair_base", "lip_hue", "glassp.rgb", "glassp.metal_rgb", "glassp.tint", "bg.c0", "bg.c1", "cloth.rgb",
           "hair_rgb", "beard_rgb", "brow_rgb", "lip_rgb", "tone.")
SKIP = {"id_seed", "hair_jit", "seed", "hdri", "bg.kind"}


def flatten(value: object, name: str, out: dict[str, float | str]) -> None:
    """Nested dictionaries and lists -> dotted names."""
    if isinstance(value, dict):
        for k, v in value.items():
            flatten(v, f"{name}.{k}" if name else k, out)
    elif isinstance(value, list):
        for i, v in enumerate(value):
            flatten(v, f"{name}.{i}", out)
    elif isinstance(value, str):
        out[name] = value
    elif value is not None:
        out[name] = float(value)


def flat_record(r: dict) -> dict[str, float | int | str]:
    """A record of the renderer as one level of names: parameters, degrees, classes, landmarks, key and person."""
    flat: dict[str, float | int | str] = {}
    flatten(r["params"], "", flat)
    flat.update({k: r[k] for k in DEGREES + ATTRIBUTES})
    for i, name in enumerate(("eye_r", "eye_l", "nose", "mouth_r", "mouth_l")):
        flat[f"{name}.x"], flat[f"{name}.y"] = r["landmarks"][i]
    flat["key"], flat["identity"] = r["key"], r["identity"]
    return flat


def load(folder: Path, shards: list[str], cache: Path) -> tuple[np.ndarray, list[dict]]:
    """Pictures [N,128,128,3] uint8 and flat records; rows whose fringe is not drawn are dropped."""
    records: list[dict] = []
    for shard in shards:
        with gzip.open(folder / f"{shard}.jsonl.gz", "rt") as f:
            for line in f:
                records.append(flat_record(json.loads(line)))
    keep = [not (r["hair"] in ("buzz", "afro") and r["bangs"] > 0) for r in records]
    path = cache / f"pictures-{shards[0]}-{len(shards)}.npy"
    if not path.exists():
        pictures = []
        for shard in shards:
            with tarfile.open(folder / f"{shard}.tar") as tar:
                files = {Path(m.name).stem: m for m in tar if m.isfile()}
                with gzip.open(folder / f"{shard}.jsonl.gz", "rt") as f:
                    keys = [json.loads(line)["key"] for line in f]
                pictures += [np.asarray(Image.open(io.BytesIO(tar.extractfile(files[k]).read())).convert("RGB"))
                             for k in keys]
        temporary = path.with_suffix(".part.npy")
        np.save(temporary, np.stack(pictures))
        temporary.rename(path)
    pictures = np.load(path)
    assert len(pictures) == len(records)
    return pictures[keep], [r for r, k in zip(records, keep) if k]


@dataclass
class Table:
    """Records as columns: numbers [N, names] and, per category, an index [N] into its levels."""

    numbers: np.ndarray
    categories: dict[str, np.ndarray]


class Vectoriser:
    """Record -> vector: standardised numbers, centred one-hots, hat functions of the degrees, gated products."""

    def __init__(self, records: list[dict]) -> None:
        names = sorted({k for r in records for k, v in r.items() if isinstance(v, float)} - SKIP - set(ATTRIBUTES))
        numbers = np.array([[float(r.get(n, 0.0)) for n in names] for r in records])
        self.colour = np.array([n.startswith(COLOURS) for n in names])
        keep = self._perceived(numbers).std(0) > 1e-4
        self.names = [n for n, k in zip(names, keep) if k]
        self.colour = self.colour[keep]
        self.levels = {c: sorted({r[c] for r in records}) for c in CATEGORIES}
        self.index = {n: i for i, n in enumerate(self.names)}
        table = self.table(records)
        x = self._perceived(table.numbers)
        self.number_mean, self.number_std = x.mean(0), x.std(0)
        features = self._features(table)
        self.mean, self.std = features.mean(0), np.maximum(features.std(0), 0.05)

    def table(self, records: list[dict]) -> Table:
        numbers = np.array([[float(r.get(n, 0.0)) for n in self.names] for r in records])
        return Table(numbers, {c: np.array([levels.index(r[c]) for r in records]) for c, levels in self.levels.items()})

    def _perceived(self, numbers: np.ndarray) -> np.ndarray:
        """Linear-light colours become roughly perceptual ones."""
        return np.where(self.colour, np.sqrt(np.maximum(numbers, 0)), numbers)

    def _features(self, table: Table) -> np.ndarray:
        x = (self._perceived(table.numbers) - self.number_mean) / self.number_std
        parts = [np.clip(x, -5, 5)]
        parts += [np.eye(len(levels))[table.categories[c]] for c, levels in self.levels.items()]
        degrees = table.numbers[:, [self.index[d] for d in DEGREES]]
        knots = np.arange(0, 5.01, 0.5)
        parts += [np.maximum(0, 1 - np.abs(degrees[:, i:i + 1] - knots) / 0.5) for i in range(5)]
        for prefix, degree, start in (("glassp", 1, 0.5), ("fringe", 0, 0.3), ("beard", 2, 0.3), ("hair_rgb", 0, 0.3)):
            gate = np.clip(degrees[:, degree:degree + 1] - start, 0, 1)
            parts.append(gate * x[:, [i for i, n in enumerate(self.names) if n.startswith(prefix) and "degree" not in n]])
        return np.concatenate(parts, 1)

    def __call__(self, records: list[dict] | Table) -> np.ndarray:
        """-> [N, D] float32."""
        table = records if isinstance(records, Table) else self.table(records)
        return ((self._features(table) - self.mean) / self.std).clip(-6, 6).astype(np.float32)


class Sampler:
    """z ~ N(0, I) [N, 512] -> new records, by a Gaussian copula on the first dimensions of z.

    Numbers are pushed through their quantiles, categories chosen by the largest of a group of Gaussians.
    """

    def __init__(self, records: list[dict], vectoriser: Vectoriser) -> None:
        self.vectoriser, self.levels = vectoriser, vectoriser.levels
        table = vectoriser.table(records)
        x = table.numbers
        self.sorted = np.sort(x, 0)
        self.count = x.shape[1]
        beardless, bare = self._barred(table)
        rank = np.argsort(np.argsort(x + np.random.default_rng(0).random(x.shape) * 1e-7, 0), 0)  # ties at random
        scores = normal_quantile((rank + 0.5) / len(x))
        for column, barred in ((vectoriser.index["beard_degree"], beardless), (vectoriser.index["bangs_degree"], bare)):
            free = x[~barred, column]  # distribution and ranks among those who can have it; the others at random
            self.sorted[:, column] = np.quantile(free, np.linspace(0, 1, len(x)))
            order = np.argsort(np.argsort(free + np.random.default_rng(2).random(len(free)) * 1e-7))
            scores[~barred, column] = normal_quantile((order + 0.5) / len(free))
            scores[barred, column] = np.random.default_rng(4).standard_normal(barred.sum())
        hot = np.concatenate([np.eye(len(l))[table.categories[c]] for c, l in self.levels.items()], 1)
        self.hot_mean, self.hot_std = hot.mean(0), np.maximum(hot.std(0), 1e-3)
        covariance = np.cov(np.concatenate([scores, (hot - self.hot_mean) / self.hot_std], 1).T)
        values, vectors = np.linalg.eigh(covariance)
        self.root = (vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T
        self.dimensions = len(covariance)
        assert self.dimensions <= 512
        self.offset = {c: np.zeros(len(l)) for c, l in self.levels.items()}
        z = np.random.default_rng(1).standard_normal((20000, self.dimensions)) @ self.root
        for _ in range(60):  # offsets such that the categories' frequencies come out right
            for c, index in self._choose(z).items():
                n = len(self.levels[c])
                wanted = np.bincount(table.categories[c], minlength=n) / len(x)
                self.offset[c] += 0.3 * (wanted - np.bincount(index, minlength=n) / len(z))

    def _choose(self, scores: np.ndarray) -> dict[str, np.ndarray]:
        p = scores[:, self.count:] * self.hot_std + self.hot_mean
        out, start = {}, 0
        for c, levels in self.levels.items():
            out[c] = (p[:, start:start + len(levels)] + self.offset[c]).argmax(1)
            start += len(levels)
        return out

    def __call__(self, z: np.ndarray) -> Table:
        """z [N, at least `dimensions`] -> N records."""
        scores = z[:, :self.dimensions] @ self.root
        position = normal_distribution(scores[:, :self.count]) * (len(self.sorted) - 1)
        low = np.minimum(position.astype(int), len(self.sorted) - 2)
        fraction, columns = position - low, np.arange(self.count)
        numbers = self.sorted[low, columns] * (1 - fraction) + self.sorted[low + 1, columns] * fraction
        return self._mend(Table(numbers, self._choose(scores)))

    def _barred(self, t: Table) -> tuple[np.ndarray, np.ndarray]:
        """Who cannot have a beard (women, children), and whose hair has no fringe (afro, buzz): two masks [N]."""
        index = self.vectoriser.index
        beardless = (t.categories["sex"] == self.levels["sex"].index("f")) | (t.numbers[:, index["years"]] < 14)
        return beardless, np.isin(np.array(self.levels["hair"])[t.categories["hair"]], ["afro", "buzz"])

    def _mend(self, t: Table) -> Table:
        """Makes the sampled columns agree with each other, in place."""
        index = self.vectoriser.index
        male = t.numbers[:, index["male"]] > 0.5
        t.categories["sex"] = np.where(male, self.levels["sex"].index("m"), self.levels["sex"].index("f"))
        t.numbers[:, index["lipstick"]] = t.numbers[:, index["lipstick"]] > 0.5
        beardless, bare = self._barred(t)
        t.numbers[beardless, index["beard_degree"]] = 0
        column = index["bangs_degree"]
        t.numbers[bare, column] = np.minimum(t.numbers[bare, column], 0.49)
        return t


def normal_distribution(x: np.ndarray) -> np.ndarray:
    return torch.special.ndtr(torch.from_numpy(np.ascontiguousarray(x))).numpy()


def normal_quantile(p: np.ndarray) -> np.ndarray:
    return torch.special.ndtri(torch.from_numpy(np.ascontiguousarray(p))).numpy()
