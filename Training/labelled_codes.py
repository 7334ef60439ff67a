"""Codes with exact labels: what the judges learn of the generator's own pictures from.

python3 -m Training.labelled_codes --cache ../generator-cache --known 2400 --moved 4000 --invented 24000
The embedding's codes of training records, of records with one attribute of a person moved to a random degree by the
renderer's rules, as a field moves it, and of people who are nowhere in the data: records drawn from z as `fit_mapping`
draws them. Writes export/labelled-codes.safetensors: `w` [N, W], `degrees` [N, 5] and the person's number `identity` [N],
as in the data, by which judges part the people between them; invented people are numbered from a million up.
"""
from __future__ import annotations

import numpy as np
import torch

from .common import arguments, prepare, read, record_embedding
from .records import ATTRIBUTES, DEGREES, STUDIO, Sampler, Vectoriser, load
from .tensors import write
from .true_edits import CLASSES, People, can_have, index_of

INVENTED = 1_000_000  # the number of the first person who is not in the data


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
    p.add_argument("--known", type=int, help="records as they are in the data; all of them unless said")
    p.add_argument("--moved", type=int, default=6000, help="records with one attribute moved")
    p.add_argument("--invented", type=int, default=0, help="records of people who are not in the data")
    a = p.parse_args()
    c = prepare(a)
    embedding = record_embedding(read(a.cache / "regression.pt"), c)
    every = load(a.data, STUDIO, a.cache)[1]
    vectoriser, numbers = Vectoriser(every), np.random.default_rng(a.seed)
    some = every if a.known is None else [every[i] for i in numbers.choice(len(every), a.known, replace=False)]
    records = some + moved(every, People(str(a.data / "renderer")), numbers, a.moved)
    invented = Sampler(every, vectoriser)(numbers.standard_normal((a.invented, c.z_dimension)))
    degrees = invented.numbers[:, [vectoriser.index[d] for d in DEGREES]]
    write(a.cache / "export" / "labelled-codes.safetensors",
          {"w": embedding(torch.from_numpy(np.concatenate([vectoriser(records), vectoriser(invented)]))),
           "degrees": torch.cat([torch.tensor([[r[d] for d in DEGREES] for r in records]),
                                 torch.from_numpy(degrees.clip(0, CLASSES - 1)).float()]),
           "identity": torch.tensor([r["identity"] for r in records] + [INVENTED + i for i in range(a.invented)])})


if __name__ == "__main__":
    main()
