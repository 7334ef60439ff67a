"""Phase 2: z -> w. New records are drawn from z by a copula; their embeddings are the mapping's targets.

python3 -m Training.fit_mapping --cache ../generator-cache --seconds 240
Reads regression.pt (averages), writes mapping.pt; starts from an earlier mapping.pt when there is one, or from the mapping
network of an exported generator (`--start`).
"""
from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import torch

from .common import arguments, averages, cosine, log, prepare, read, record_embedding, save, sheet
from .export import read_mapping
from .networks import Mapping, Synthesis
from .records import STUDIO, Sampler, Vectoriser, load


def main() -> None:
    p = arguments(__doc__)
    p.add_argument("--seconds", type=float, default=240)
    p.add_argument("--batch", type=int, default=256)
    p.add_argument("--rate", type=float, default=1e-3)
    p.add_argument("--fresh", action="store_true", help="ignore an earlier mapping.pt")
    p.add_argument("--start", type=Path, help="an exported generator whose mapping network to begin with")
    a = p.parse_args()
    c = prepare(a)
    _, records = load(a.data, STUDIO, a.cache)
    vectoriser = Vectoriser(records)
    sampler = Sampler(records, vectoriser)
    source = read(a.cache / "regression.pt")
    embedding = record_embedding(source, c)
    synthesis = Synthesis(c).to(memory_format=torch.channels_last)
    synthesis.load_state_dict(averages(source)[1])
    numbers = np.random.default_rng(a.seed)

    @torch.no_grad()
    def draw(n: int) -> tuple[torch.Tensor, torch.Tensor]:
        """z [n, Z] and the w [n, W] of the records that it stands for."""
        z = numbers.standard_normal((n, c.z_dimension))
        return torch.from_numpy(z).float(), embedding(torch.from_numpy(vectoriser(sampler(z))))

    z_test, w_test = draw(4096)
    _, w_many = draw(16384)
    mean, std = w_many.mean(0), w_many.std(0)
    target_test = (w_test - mean) / std
    mapping, earlier = Mapping(c), None
    if (a.cache / "mapping.pt").exists() and not a.fresh:
        earlier = read(a.cache / "mapping.pt")
        mapping.load_state_dict(earlier["mapping"])
    elif a.start:
        mapping, earlier = read_mapping(a.start, c), {"mean": mean, "std": std}
    if earlier:
        with torch.no_grad():  # back to standardised targets
            mapping.layers[-1].weight.div_(earlier["std"][:, None])
            mapping.layers[-1].bias.sub_(earlier["mean"]).div_(earlier["std"])
    optimiser = torch.optim.Adam(mapping.parameters(), lr=a.rate, betas=(0.9, 0.99), fused=True)
    started, steps, pool, position = time.time(), 0, None, 0
    while (elapsed := time.time() - started) < a.seconds:
        if pool is None or position >= len(pool[0]):
            pool, position = draw(64 * a.batch), 0
            with torch.no_grad():
                unexplained = (mapping(z_test) - target_test).square().mean().item() / target_test.var().item()
            log(a.cache / "mapping.jsonl", step=steps, elapsed=elapsed, unexplained=unexplained)
        z, w = pool[0][position:position + a.batch], pool[1][position:position + a.batch]
        position += a.batch
        for g in optimiser.param_groups:
            g["lr"] = a.rate * cosine(elapsed / a.seconds, 0.3, 0.02) * min(1, (steps + 1) / 50)
        with torch.autocast("cpu", torch.bfloat16):
            y = mapping(z)
        loss = (y.float() - (w - mean) / std).square().mean()
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        steps += 1
    with torch.no_grad():
        unexplained = (mapping(z_test) - target_test).square().mean().item() / target_test.var().item()
        mapping.layers[-1].weight.mul_(std[:, None])
        mapping.layers[-1].bias.mul_(std).add_(mean)
        w = mapping(torch.randn(10000, c.z_dimension))
        log(a.cache / "mapping.jsonl", step=steps, pairs=steps * a.batch, elapsed=elapsed, unexplained=unexplained,
            spread=(w.std(0) / std).mean().item())
        save({"mapping": mapping.state_dict(), "w_average": w.mean(0), "mean": mean, "std": std,
              "unexplained": unexplained}, a.cache / "mapping.pt")
        expand = lambda v: v[:, None].expand(-1, c.styles, -1)
        z = torch.randn(20, c.z_dimension, generator=torch.Generator().manual_seed(5))
        y = synthesis(expand(mapping(z)))
        drawn = synthesis(expand(embedding(torch.from_numpy(vectoriser(sampler(z.double().numpy()))))))
        sheet([y[:10], drawn[:10], y[10:], drawn[10:]], a.cache / "random.png")


if __name__ == "__main__":
    main()
