"""True edits in latent space: the codes of people whose records differ in the degree of one attribute only.

python3 -m Training.true_edits --cache ../generator-cache --people 800
The renderer's rules say what a training person's record is with one attribute moved: expression, hair, skin and
landmarks follow; nothing is drawn. The embedding makes codes of these records: six points of the curve that a semantic
field is to draw through W (`talk-to-edit train field --true-edits`). Writes export/true-edits.safetensors:
`codes` [N, 5, 6, W], person, attribute, degree, and `possible` [N, 5], 0 where a person cannot have the attribute at all.
"""
from __future__ import annotations

import sys

import numpy as np
import torch

from .common import arguments, prepare, read, record_embedding
from .records import ATTRIBUTES, STUDIO, Vectoriser, flat_record, load
from .tensors import write

CLASSES = 6
STYLES_WITHOUT_FRINGE = ("buzz", "bald", "afro")


class People:
    """Training people by the renderer's rules (`renderer/render_faces.py` beside the data), without its OpenGL."""

    def __init__(self, folder: str, seed: int = 1) -> None:
        sys.path.insert(0, folder)
        import render_faces

        self.rules, self.assets, self.seed = render_faces, render_faces.Assets(), seed
        self.lips = render_faces.Renderer._lip_corners.fget(self)  # property of the renderer that only asks its assets

    @property
    def A(self):  # noqa: N802: the name that `_lip_corners` looks for
        return self.assets

    def record(self, index: int, attribute: str | None = None, degree: float = 0) -> dict:
        """The flat record of picture `index` of the training subset, one attribute moved to a degree if it is named."""
        build = self.rules.build
        if attribute:  # the degrees are random numbers of the picture; only the one is put in their place
            self.rules.build = lambda assets, person, degrees, view: build(assets, person, {**degrees, attribute: degree}, view)
        try:
            parameters, extra = self.rules.spec(self.assets, self.seed, "studio", index)
        finally:
            self.rules.build = build
        camera, landmarks = self._measure(parameters)
        return flat_record(self.rules.record(self.assets, parameters, extra, "studio", index, camera, landmarks, 128))

    def _measure(self, p: dict) -> tuple[np.ndarray, np.ndarray]:
        """Camera and landmarks [5, 2] in pixels; adds what the renderer measures on the mesh to the parameters."""
        a, rules = self.assets, self.rules
        v, _, _ = rules.build_face(a, p)
        normals = rules.normals(v, a.fv)
        if p["hair"] not in ("buzz", "bald", "afro", "curly", "crop"):
            v = v - normals * (a.scalp_in * 0.022)[:, None].astype(np.float32)
        v = v - np.array([0, 0, 0.014], np.float32) * rules.smooth(0.35, 0.9, a.reg["inside-mouth"])[:, None].astype(np.float32)
        hairline, centre = v[a.hl_idx].mean(0), rules.HC
        p["hair_y"] = float(hairline[1])
        p["hair_th"] = float(np.arctan2(hairline[1] - centre[1], hairline[2] - centre[2]))
        p["brow_y"] = float(v[a.brow_idx, 1].mean())
        nose = a.used[np.abs(v[a.used, 0]) < 0.03]
        nose = nose[(v[nose, 1] < -0.03) & (v[nose, 1] > -0.22)]
        camera, _, _ = rules.camera(p, 128)
        points = [v[a.eyeR].mean(0) + [0, 0, 0.05], v[a.eyeL].mean(0) + [0, 0, 0.05], v[nose[v[nose, 2].argmax()]],
                  v[self.lips[1]], v[self.lips[0]]]
        return camera, rules.project(camera, np.stack(points)) * 128


def index_of(record: dict) -> int:
    """Which picture of its subset a record is of."""
    return int(record["key"].rsplit("_", 1)[1])


def can_have(record: dict, attribute: str) -> bool:
    """Whether a person can have the attribute: no beards on women and children, no fringe on hair that has none."""
    if attribute == "beard":
        return record["sex"] == "m" and float(record["years"]) >= 14
    return attribute != "bangs" or record["hair"] not in STYLES_WITHOUT_FRINGE


def moved_records(known: list[dict], people: People, vectoriser: Vectoriser) -> tuple[np.ndarray, np.ndarray]:
    """Record vectors [N, 5, 6, D] of people at every degree of every attribute, and who can have which [N, 5]."""
    records, possible = [], np.zeros((len(known), len(ATTRIBUTES)))
    for n, rendered in enumerate(known):
        index = index_of(rendered)
        check(people.record(index), rendered)
        for i, attribute in enumerate(ATTRIBUTES):
            possible[n, i] = can_have(rendered, attribute)
            records += [people.record(index, attribute, float(degree)) for degree in range(CLASSES)]
        if (n + 1) % 50 == 0:
            print(f"{n + 1} of {len(known)} people", flush=True)
    return vectoriser(records).reshape(len(known), len(ATTRIBUTES), CLASSES, -1), possible


@torch.no_grad()
def main() -> None:
    p = arguments(__doc__)
    p.add_argument("--people", type=int, default=800)
    a = p.parse_args()
    c = prepare(a)
    embedding = record_embedding(read(a.cache / "regression.pt"), c)
    known = load(a.data, STUDIO, a.cache)[1]
    vectoriser = Vectoriser(known)

    chosen = np.random.default_rng(a.seed).choice(len(known), a.people, replace=False)
    kept = a.cache / f"true-edits-{a.people}-{a.seed}.npz"  # records do not change with the embedding
    if not kept.exists():
        vectors, possible = moved_records([known[row] for row in chosen], People(str(a.data / "renderer")), vectoriser)
        np.savez(kept, vectors=vectors, possible=possible)
    made = np.load(kept)
    codes = embedding(torch.from_numpy(made["vectors"]).flatten(0, 2))
    write(a.cache / "export" / "true-edits.safetensors",
          {"codes": codes.reshape(a.people, len(ATTRIBUTES), CLASSES, -1), "possible": torch.from_numpy(made["possible"])})


def check(made: dict, known: dict) -> None:
    """What is made here has to be what was rendered."""
    for name, value in known.items():
        same = abs(made[name] - value) < 2e-3 if isinstance(value, float) else made[name] == value
        assert same, f"{known['key']}: {name} is {made[name]}, was rendered as {value}"


if __name__ == "__main__":
    main()
