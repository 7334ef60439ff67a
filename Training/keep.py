"""Keeps where the regression stands in half precision, small enough to land, to go on from on another machine.

python3 -m Training.keep --cache ../generator-cache --output Models/training/NAME/regression.safetensors
`pretrain_generator --start FILE` begins there: the averages of embedding and synthesis, without the optimiser's memory.
"""
from __future__ import annotations

import json
from pathlib import Path

from .common import arguments, averages, read
from .tensors import write


def main() -> None:
    p = arguments(__doc__)
    p.add_argument("--output", type=Path, required=True)
    a = p.parse_args()
    s = read(a.cache / "regression.pt")
    kept = {f"{name}.{k}": v for name, weights in zip(("embedding", "synthesis"), averages(s)) for k, v in weights.items()}
    write(a.output, kept, {"configuration": json.dumps(s["configuration"]), "steps": str(s["steps"]), "seen": str(s["seen"]),
                           "inputs": str(s["inputs"])}, half=True)
    print(f"{a.output}: {a.output.stat().st_size} bytes, after {s['steps']} steps and {s['seen']} pictures")


if __name__ == "__main__":
    main()
