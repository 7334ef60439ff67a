"""Codes of training people with exact labels: what the judges learn of the generator's own pictures from.

python3 -m Training.labelled_codes --cache ../generator-cache --moved 6000
The embedding's codes of the training records, and of records with one attribute of a person moved to a random degree by the
renderer's rules, as a field moves it. Writes export/labelled-codes.safetensors: `w` [N, W], `degrees` [N, 5] and the
person's number `identity` [N], as in the data, by which judges part the people between them.
"""
from __future__ import annotations

import numpy as np
import torch

from .common import arguments, prepare, read, record_embedding
from .records import ATTRIBUTES, DEGREES, STUDIO, Vectoriser, load
from .tensors import write
from .true_edits import CLASSES, People, can_have, index_of


def moved(known: list[dict], people: People, numbers: np.random.Generator, count: int) -> list[dict]:
    """`count` records of people with one attribute that they can have at a random degree."""
    records = []
    while len(records) < count:
        rendered = known[numbers.integers(len(known))]
        attribute = ATTRIBUTES[numbers.integers(len(ATTRIBUTES))]
        if can_have(rendered, attribute):
            records.append(people.record(index_of(rendered), attribute, float(numbers.uniform(0, CLASSES - 1))))
            if len(records) % 500 == 0:
                print(f"{len(records)} of {count} records", flush=True)
    return records


@torch.no_grad()
def main() -> None:
    p = arguments(__doc__)
    p.add_argument("--moved", type=int, default=6000, help="records with one attribute moved")
    a = p.parse_args()
    c = prepare(a)
    embedding = record_embedding(read(a.cache / "regression.pt"), c)
    known = load(a.data, STUDIO, a.cache)[1]
    records = known + moved(known, People(str(a.data / "renderer")), np.random.default_rng(a.seed), a.moved)
    write(a.cache / "export" / "labelled-codes.safetensors",
          {"w": embedding(torch.from_numpy(Vectoriser(known)(records))),
           "degrees": torch.tensor([[r[d] for d in DEGREES] for r in records]),
           "identity": torch.tensor([r["identity"] for r in records])})


if __name__ == "__main__":
    main()
