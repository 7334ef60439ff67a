"""Phase 1: regression record -> w -> picture, at 32, 64 and 128 px, by budgets of processor seconds,
which other work on the machine does not shorten.

python3 -m Training.pretrain_generator --cache ../generator-cache --stages 32:400,64:900,128:2400
Running it again resumes from `regression.pt`; SIGTERM saves and stops.
"""
from __future__ import annotations

import signal
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .common import (Average, Threads, arguments, cosine, landmarks_of, log, pictures_to_tensor, prepare, read, save, sheet,
                     weight_map)
from .networks import RecordEmbedding, Synthesis
from .records import HELDOUT, STUDIO, Vectoriser, load
from .tensors import read as read_tensors


def regression_loss(y: Tensor, t: Tensor, weight: Tensor, edges: float = 1.0) -> Tensor:
    """Weighted L1 at full, half and quarter size plus L1 of differences; y, t [N,3,R,R], weight [N,1,R,R]."""
    total = y.new_zeros(())
    e = y - t
    weight = weight / weight.mean()
    for level in range(3):
        total = total + (e.abs() * weight).mean()
        if level < 2:
            dx, dy = e[..., 1:] - e[..., :-1], e[..., 1:, :] - e[..., :-1, :]
            gain = edges if level == 0 else edges / 2
            total = total + gain * ((dx.abs() * weight[..., 1:]).mean() + (dy.abs() * weight[..., 1:, :]).mean())
        e, weight = F.avg_pool2d(e, 2), F.avg_pool2d(weight, 2)
    return total


@torch.no_grad()
def evaluate(embedding: RecordEmbedding, synthesis: Synthesis, vectors: Tensor, pictures: np.ndarray,
             resolution: int) -> tuple[float, Tensor]:
    """L1 on pictures in [0, 1] and the first ten drawn pictures."""
    styles, drawn = synthesis.configuration.styles, []
    device = vectors.device.type
    for i in range(0, len(vectors), 50):
        with torch.autocast(device, torch.bfloat16):
            w = embedding(vectors[i:i + 50]).float()[:, None].expand(-1, styles, -1)
            drawn.append(synthesis(w, resolution).float())
    y = torch.cat(drawn)
    t = pictures_to_tensor(pictures, resolution, device)
    return (y.clamp(-1, 1) - t).abs().mean().item() / 2, y[:10]


def reduced_rank_start(embedding: RecordEmbedding, vectors: Tensor, pictures: np.ndarray, landmarks: Tensor) -> None:
    """Starts the linear layer such that w spans what records say about pictures.

    Ridge regression record -> weighted 64-px picture; the principal axes of its predictions, scaled by the
    square root of their spread and turned at random into w, plus a little of every record component.
    """
    t = (pictures_to_tensor(pictures, 64) * weight_map(landmarks, 64).sqrt()).flatten(1)
    t -= t.mean(0)
    v = vectors.double()
    gram = v.t() @ v + 50 * torch.eye(v.shape[1])
    b = torch.linalg.solve(gram, (vectors.t() @ t).double())  # [D, pixels]
    left, spread, _ = torch.linalg.svd(torch.linalg.cholesky(v.t() @ v / len(v) + 1e-6 * torch.eye(v.shape[1])).t() @ b,
                                       full_matrices=False)
    axes = torch.linalg.solve(torch.linalg.cholesky(v.t() @ v / len(v) + 1e-6 * torch.eye(v.shape[1])).t(), left)
    rank = min(256, axes.shape[1])
    a = axes[:, :rank] * (spread[:rank] / spread[0]).sqrt()  # [D, rank]; v @ axes has unit variance
    turn = torch.linalg.qr(torch.randn(embedding.linear.out_features, rank, dtype=torch.double))[0]
    weight = turn @ a.t()
    weight *= 1 / (v @ weight.t()).std()
    embedding.linear.weight.data = (weight + 0.3 * embedding.linear.weight.data.double()).float()


def balance(records: list[dict]) -> np.ndarray:
    """Sampling probabilities [N]: beards and laughter somewhat oftener."""
    p = np.array([(1.7 if r["beard"] else 1.0) * (1.3 if r["smiling"] >= 3 else 1.0) for r in records])
    return p / p.sum()


def main() -> None:
    p = arguments(__doc__)
    p.add_argument("--stages", default="32:400,64:900,128:2400", help="resolution:seconds, …")
    p.add_argument("--batch", type=int, default=16)
    p.add_argument("--rate", type=float, default=2.2e-3)
    p.add_argument("--embedding-rate", type=float, default=6e-4)
    p.add_argument("--decay", type=float, default=0.0, help="fraction of the last stage after which the rate falls")
    p.add_argument("--embedding-until", type=float, default=1e9,
                   help="seconds after which the embedding is fixed at its average, so that z -> w can be fitted")
    p.add_argument("--start", type=Path, help="a file of Training.keep to begin with")
    p.add_argument("--outside", type=float, default=0.3, help="weight of what is not head")
    p.add_argument("--extra", type=Path, action="append", default=[],
                   help="a folder of more pictures: studio.tar and studio.jsonl.gz as the renderer and gzip write them")
    a = p.parse_args()
    configuration = prepare(a)
    stages = [tuple(int(v) for v in s.split(":")) for s in a.stages.split(",")]
    checkpoint, journal = a.cache / "regression.pt", a.cache / "regression.jsonl"

    pictures, records = load(a.data, STUDIO, a.cache)
    held_pictures, held_records = load(a.data, HELDOUT, a.cache)
    vectoriser = Vectoriser(records)
    for folder in a.extra:  # standardised like the first ones, so that a run may go on with more pictures
        more, more_records = load(folder, ["studio"], folder)
        pictures, records = np.concatenate([pictures, more]), records + more_records
    vectors = torch.from_numpy(vectoriser(records))
    held_vectors = torch.from_numpy(vectoriser(held_records)).to(a.device)
    landmarks = torch.from_numpy(landmarks_of(records))
    probability = balance(records)

    embedding = RecordEmbedding(vectors.shape[1], configuration.w_dimension)
    if not checkpoint.exists() and not a.start:
        reduced_rank_start(embedding, vectors, pictures, landmarks)
    embedding = embedding.to(a.device)
    synthesis = Synthesis(configuration).to(a.device, memory_format=torch.channels_last)
    if a.start:
        kept, _ = read_tensors(a.start)
        for module, name in ((embedding, "embedding."), (synthesis, "synthesis.")):
            module.load_state_dict({k.removeprefix(name): v for k, v in kept.items() if k.startswith(name)})
    if not checkpoint.exists():
        for layer in synthesis.conv:
            layer.hear_noise()
    average = Average(torch.nn.ModuleList([embedding, synthesis]), 0.998)
    optimiser = torch.optim.Adam([{"params": synthesis.parameters(), "lr": a.rate, "base": a.rate},
                                  {"params": embedding.parameters(), "lr": a.embedding_rate,
                                   "base": a.embedding_rate}], betas=(0.5, 0.99), fused=True)
    elapsed, steps, seen = 0.0, 0, 0
    if checkpoint.exists():
        s = read(checkpoint)
        embedding.load_state_dict(s["embedding"]), synthesis.load_state_dict(s["synthesis"])
        average.module.load_state_dict(s["average"]), optimiser.load_state_dict(s["optimiser"])
        average.steps = steps = s["steps"]
        elapsed, seen = s["elapsed"], s["seen"]
    generator = np.random.default_rng(a.seed + steps)

    def state() -> dict:
        return {"embedding": embedding.state_dict(), "synthesis": synthesis.state_dict(),
                "average": average.module.state_dict(), "optimiser": optimiser.state_dict(), "steps": steps,
                "elapsed": elapsed, "seen": seen, "configuration": configuration.dictionary(),
                "inputs": vectors.shape[1]}

    stopped = []
    signal.signal(signal.SIGTERM, lambda *_: stopped.append(True))
    total = sum(s for _, s in stages)
    ends = np.cumsum([s for _, s in stages])
    last_start = (total - stages[-1][1]) / total
    fixed = False
    running, started, saved, since = 0.0, time.process_time(), time.time(), steps
    base, mark, threads, single = elapsed, time.time(), Threads(a.threads), 0
    while elapsed < total and not stopped:
        stage = int(np.searchsorted(ends, elapsed, side="right"))
        resolution = stages[stage][0]
        rate = cosine(elapsed / total, last_start + a.decay * (1 - last_start), 0.05) * min(1, (steps + 1) / 100)
        for g in optimiser.param_groups:
            g["lr"] = g["base"] * rate
        optimiser.param_groups[1]["lr"] *= max(0.0, min(1.0, (a.embedding_until - elapsed) / 300))
        just_fixed = elapsed >= a.embedding_until and not fixed
        if just_fixed:
            fixed = True
            embedding.load_state_dict(average.module[0].state_dict())
            embedding.requires_grad_(False)
        rows = generator.choice(len(records), a.batch, p=probability)
        t = pictures_to_tensor(pictures[rows], resolution, a.device)
        weight = weight_map(landmarks[rows].to(a.device), resolution, a.outside)
        with torch.autocast(a.device, torch.bfloat16):
            w = embedding(vectors[rows].to(a.device)).float()
            y = synthesis(w[:, None].expand(-1, configuration.styles, -1), resolution)
        loss = regression_loss(y.float(), t, weight)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(average_parameters(embedding, synthesis), 5.0)
        if torch.isfinite(norm):
            optimiser.step()
        average.update(torch.nn.ModuleList([embedding, synthesis]))
        steps, seen = steps + 1, seen + a.batch
        running += loss.item()
        single += threads.now == 1
        threads.step()
        elapsed = base + time.process_time() - started
        if steps % 100 == 0:
            log(journal, step=steps, seen=seen, resolution=resolution, elapsed=elapsed, loss=running / (steps - since),
                rate=rate, norm=float(norm), per_second=a.batch * (steps - since) / (time.time() - mark), single=single)
            running, since, mark, single = 0.0, steps, time.time(), 0
        stage_over = int(np.searchsorted(ends, elapsed, side="right")) != stage
        if time.time() - saved > 170 or just_fixed or stage_over or stopped or elapsed >= total:
            l1, drawn = evaluate(average.module[0], average.module[1], held_vectors, held_pictures, resolution)
            seen_l1, _ = evaluate(average.module[0], average.module[1], vectors[:300].to(a.device), pictures[:300], resolution)
            log(journal, step=steps, seen=seen, resolution=resolution, elapsed=elapsed, heldout_l1=l1, trained_l1=seen_l1)
            sheet([pictures_to_tensor(held_pictures[:10], resolution), drawn], a.cache / "regression.png",
                  128 // resolution)
            save(state(), checkpoint)
            if stage_over:
                save(state(), a.cache / f"regression-{resolution}.pt")
                threads.reset()
            saved = time.time()


def average_parameters(*modules: torch.nn.Module) -> list[torch.nn.Parameter]:
    return [p for m in modules for p in m.parameters() if p.grad is not None]


if __name__ == "__main__":
    main()
