"""The codes that the embedding gives to the records of the held-out pictures, for `talk-to-edit score-generator --records`.

python3 -m Training.score --cache ../generator-cache --output records.safetensors
Also draws them with the regression's own synthesis, before sharpening: L1 in colours 0 to 1. Widths are the checkpoint's.
"""
from __future__ import annotations

from pathlib import Path

import torch

from .common import arguments, averages, prepare, read, record_embedding
from .networks import Configuration, Synthesis
from .pretrain_generator import evaluate
from .records import HELDOUT, STUDIO, Vectoriser, load
from .tensors import write


@torch.no_grad()
def main() -> None:
    p = arguments(__doc__)
    p.add_argument("--output", type=Path, required=True, help="the safetensors file to write")
    a = p.parse_args()
    prepare(a)
    source = read(a.cache / "regression.pt")
    sizes = source["configuration"]
    c = Configuration(**{**sizes, "channels": {int(k): v for k, v in sizes["channels"].items()}})
    embedding = record_embedding(source, c)
    synthesis = Synthesis(c)
    synthesis.load_state_dict(averages(source)[1])

    vectoriser = Vectoriser(load(a.data, STUDIO, a.cache)[1])
    pictures, records = load(a.data, HELDOUT, a.cache)
    vectors = torch.from_numpy(vectoriser(records)).to(a.device)
    embedding, synthesis = embedding.to(a.device), synthesis.to(a.device)
    l1, _ = evaluate(embedding, synthesis, vectors, pictures, c.resolution)
    write(a.output, {"w": embedding(vectors)},
          {"keys": ",".join(r["key"] for r in records), "l1_after_regression": f"{l1:.6f}"})
    print(f"L1 of {len(records)} held-out pictures drawn from their records after the regression: {l1:.4f}")


if __name__ == "__main__":
    main()
