"""Averages the synthesis weights of two checkpoints into sharpen.pt, from which exports are made.

python3 -m Training.blend --cache ../generator-cache --first regression.pt --second sharpen-final.pt --part 0.6
The first may be the regression's, whose softness quiets the grain of sharpening.
Everything else (discriminator, optimisers) is the second's.
"""
from __future__ import annotations

import torch

from .common import arguments, averages, read, save


def main() -> None:
    p = arguments(__doc__)
    p.add_argument("--first", required=True, help="file name in the cache")
    p.add_argument("--second", required=True, help="file name in the cache")
    p.add_argument("--part", type=float, default=0.6, help="share of the second")
    a = p.parse_args()
    first, second = read(a.cache / a.first), read(a.cache / a.second)
    first = first["average"] if "discriminator" in first else averages(first)[1]  # sharpened, or the regression's
    second["average"] = {k: torch.lerp(first[k], v, a.part) for k, v in second["average"].items()}
    second["synthesis"] = {k: v.clone() for k, v in second["average"].items()}
    save(second, a.cache / "sharpen.pt")


if __name__ == "__main__":
    main()
