"""Phase 3: sharpening of the synthesis, mapping network and record embedding frozen.

python3 -m Training.sharpen --cache ../generator-cache --seconds 1560
Regression and texture losses on records; in every n-th step half of the batch comes from random z, with adversarial
loss on all and feature matching on the records' half. The discriminator also learns to read the record off real
pictures (a head that is not exported). Resumes from sharpen.pt; SIGTERM saves and stops.
"""
from __future__ import annotations

import signal
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .common import (Average, Threads, arguments, averages, cosine, landmarks_of, log, pictures_to_tensor, prepare, read,
                     record_embedding, save, sheet, weight_map)
from .export import read_discriminator
from .networks import Dense, Discriminator, Mapping, Synthesis
from .pretrain_generator import evaluate, regression_loss
from .records import HELDOUT, STUDIO, Vectoriser, load
from .strands import strands


def feature_matching(fake: list[Tensor], real: list[Tensor]) -> Tensor:
    """Mean L1 between feature maps [N,C,H,W], each relative to the size of the real ones."""
    terms = [(f.float() - r.float()).abs().mean() / (r.float().abs().mean() + 1e-3) for f, r in zip(fake, real)]
    return torch.stack(terms).mean()


def texture(y: Tensor, t: Tensor, weight: Tensor) -> Tensor:
    """L1 between the local contrasts of two pictures [N,3,R,R]: how much detail there is, not where exactly.

    Along both axes and both diagonals, so that strands, which change across and not along, are told from dots.
    """
    total = y.new_zeros(())
    for _ in range(2):
        for dy, dx in ((0, 1), (1, 0), (1, 1), (1, -1)):
            wanted = contrast(t, dy, dx)
            near = F.adaptive_avg_pool2d(weight, wanted.shape[-2:])
            total = total + ((contrast(y, dy, dx) - wanted).abs() * near / near.mean()).mean() / 2
        y, t, weight = F.avg_pool2d(y, 2), F.avg_pool2d(t, 2), F.avg_pool2d(weight, 2)
    return total


def contrast(x: Tensor, dy: int, dx: int) -> Tensor:
    """Root mean square, over windows of 6 pixels, of the change from each pixel to the one dy below and dx beside."""
    height, width = x.shape[-2:]
    here = x[..., :height - dy, max(0, -dx):width - max(0, dx)]
    there = x[..., dy:, max(0, dx):width + min(0, dx)]
    return torch.sqrt(F.avg_pool2d((there - here).square(), 6, 3) + 1e-4)


@torch.no_grad()
def lay_strands(synthesis: Synthesis, size: float, seed: int) -> None:
    """Adds strands to the noise of the last three convolutions, for hair to be made of."""
    generator = torch.Generator().manual_seed(seed)
    for layer in synthesis.conv[-3:]:
        layer.hear_noise()
        resolution = layer.noise.shape[-1]
        layer.noise.add_(strands(resolution, resolution / 32, generator), alpha=size / layer.noise_strength.item())


def main() -> None:
    p = arguments(__doc__)
    p.add_argument("--seconds", type=float, default=1800)
    p.add_argument("--batch", type=int, default=8, help="half from records, half from random z")
    p.add_argument("--warm-up", type=int, default=40, help="steps of the discriminator alone")
    p.add_argument("--rate", type=float, default=5e-4)
    p.add_argument("--discriminator-rate", type=float, default=4e-4)
    p.add_argument("--adversarial", type=float, default=0.03)
    p.add_argument("--matching", type=float, default=1.0)
    p.add_argument("--texture", type=float, default=2.0)
    p.add_argument("--outside", type=float, default=0.3, help="weight of what is not head in the regression")
    p.add_argument("--discriminator", type=Path, help="an exported discriminator to begin with, of any width")
    p.add_argument("--strands", type=float, default=0.03, help="size of the strands laid into the finest noise maps at first")
    p.add_argument("--every", type=int, default=4, help="the discriminator takes part in every n-th step")
    a = p.parse_args()
    c = prepare(a)
    checkpoint, journal = a.cache / "sharpen.pt", a.cache / "sharpen.jsonl"

    pictures, records = load(a.data, STUDIO, a.cache)
    held_pictures, held_records = load(a.data, HELDOUT, a.cache)
    vectoriser = Vectoriser(records)
    vectors = torch.from_numpy(vectoriser(records))
    held_vectors = torch.from_numpy(vectoriser(held_records)).to(a.device)
    landmarks = torch.from_numpy(landmarks_of(records))

    source, fitted = read(a.cache / "regression.pt"), read(a.cache / "mapping.pt")
    embedding = record_embedding(source, c)
    mapping = Mapping(c).requires_grad_(False)
    mapping.load_state_dict(fitted["mapping"])
    synthesis = Synthesis(c)
    synthesis.load_state_dict(averages(source)[1])
    if not checkpoint.exists():
        lay_strands(synthesis, a.strands, a.seed)
    discriminator = read_discriminator(a.discriminator) if a.discriminator else Discriminator(c)
    reader = Dense(discriminator.configuration.channels[4], vectors.shape[1])
    for m in (embedding, mapping, reader):
        m.to(a.device)
    synthesis.to(a.device, memory_format=torch.channels_last)
    discriminator.to(a.device, memory_format=torch.channels_last)
    average = Average(synthesis, 0.99)
    d_parameters = [*discriminator.parameters(), *reader.parameters()]
    g_optimiser = torch.optim.Adam(synthesis.parameters(), lr=a.rate, betas=(0.0, 0.99), fused=True)
    d_optimiser = torch.optim.Adam(d_parameters, lr=a.discriminator_rate, betas=(0.0, 0.99), fused=True)
    elapsed, steps, seen = 0.0, 0, 0
    if checkpoint.exists():
        s = read(checkpoint)
        for m, k in ((synthesis, "synthesis"), (average.module, "average"), (discriminator, "discriminator"),
                     (reader, "reader"), (g_optimiser, "g_optimiser"), (d_optimiser, "d_optimiser")):
            m.load_state_dict(s[k])
        elapsed, seen = s["elapsed"], s["seen"]
        average.steps = steps = s["steps"]
    else:
        average.steps = 1000
        if (a.cache / "reader.pt").exists():
            s = read(a.cache / "reader.pt")
            discriminator.load_state_dict(s["discriminator"]), reader.load_state_dict(s["reader"])

    def state() -> dict:
        return {"synthesis": synthesis.state_dict(), "average": average.module.state_dict(),
                "discriminator_channels": discriminator.configuration.channels, "discriminator": discriminator.state_dict(), "reader": reader.state_dict(),
                "g_optimiser": g_optimiser.state_dict(), "d_optimiser": d_optimiser.state_dict(),
                "elapsed": elapsed, "steps": steps, "seen": seen}

    def discriminate(x: Tensor) -> tuple[Tensor, list[Tensor]]:
        with torch.autocast(a.device, torch.bfloat16):
            return discriminator(x)

    stopped: list[bool] = []
    signal.signal(signal.SIGTERM, lambda *_: stopped.append(True))
    numbers = np.random.default_rng(a.seed + steps)
    threads, half, started, saved, base = Threads(a.threads), a.batch // 2, time.time(), time.time(), elapsed
    sums: dict[str, list[float]] = {}
    note = lambda **v: [sums.setdefault(k, []).append(float(x.detach())) for k, x in v.items()]
    z_test = torch.randn(20, c.z_dimension, generator=torch.Generator().manual_seed(5)).to(a.device)
    mark = time.time()
    while elapsed < a.seconds and not stopped:
        warm = steps < a.warm_up
        rate = cosine(elapsed / a.seconds, 0.6, 0.1)
        for g in g_optimiser.param_groups:
            g["lr"] = a.rate * rate * min(1.0, max(0, steps - a.warm_up + 1) / 40)
        for g in d_optimiser.param_groups:
            g["lr"] = a.discriminator_rate * rate * (2.0 if warm else 1.0)
        rows = numbers.integers(0, len(records), a.batch)
        real = pictures_to_tensor(pictures[rows], c.resolution, a.device)
        v = vectors[rows].to(a.device)
        judged = warm or steps % a.every == 0  # the other steps are regression on a whole batch of records
        known = half if judged else a.batch
        with torch.no_grad():
            w = embedding(v[:known])
            if judged:
                w = torch.cat([w, mapping(torch.randn(half, c.z_dimension, device=a.device))])
        with torch.autocast(a.device, torch.bfloat16), torch.set_grad_enabled(not warm):
            fake = synthesis(w[:, None].expand(-1, c.styles, -1))
        fake = fake.float()

        if judged:  # Discriminator: logistic loss, R1 now and then, and the reading of the record.
            with torch.autocast(a.device, torch.bfloat16):
                logits, _, hidden = discriminator.with_hidden(torch.cat([real, fake.detach()]))
                reading = F.smooth_l1_loss(reader(hidden[:a.batch]).float(), v)
            d_loss = F.softplus(-logits[:a.batch]).mean() + F.softplus(logits[a.batch:]).mean() + reading
            if steps % (2 if warm else 8 * a.every) == 0:
                leaf = real[:half].clone().requires_grad_()
                (gradient,) = torch.autograd.grad(discriminate(leaf)[0].sum(), leaf, create_graph=True)
                penalty = gradient.square().sum((1, 2, 3)).mean()
                d_loss = d_loss + (5.0 if warm else 20.0) / 2 * penalty
                note(r1=penalty)
            d_optimiser.zero_grad(set_to_none=True)
            d_loss.backward()
            d_norm = nn.utils.clip_grad_norm_(d_parameters, 10.0)
            if torch.isfinite(d_norm):
                d_optimiser.step()
            note(d=d_loss, reading=reading, d_norm=d_norm, real_right=(logits[:a.batch] > 0).float().mean(),
                 drawn_right=(logits[a.batch:a.batch + half] < 0).float().mean(),
                 random_right=(logits[a.batch + half:] < 0).float().mean())

        if not warm:  # Generator: regression, texture and feature matching on records, adversarial on all.
            weight = weight_map(landmarks[rows[:known]].to(a.device), c.resolution, a.outside)
            regression = regression_loss(fake[:known], real[:known], weight)
            grain = texture(fake[:known], real[:known], weight)
            loss = regression + a.texture * grain
            note(regression=regression, texture=grain)
            if judged:
                discriminator.requires_grad_(False)
                logits, features = discriminate(fake)
                with torch.no_grad():
                    _, wanted = discriminate(real[:half])
                matching = feature_matching([f[:half] for f in features], wanted)
                adversarial = F.softplus(-logits).mean()
                loss = loss + a.matching * matching + a.adversarial * adversarial
                note(matching=matching, adversarial=adversarial)
            g_optimiser.zero_grad(set_to_none=True)
            loss.backward()
            norm = nn.utils.clip_grad_norm_(synthesis.parameters(), 1.0)
            if torch.isfinite(norm):
                g_optimiser.step()
            discriminator.requires_grad_(True)
            average.update(synthesis)
            note(norm=norm)
        steps, seen = steps + 1, seen + a.batch
        threads.step()
        elapsed = base + time.time() - started
        if steps % 20 == 0:
            log(journal, step=steps, seen=seen, elapsed=elapsed, **{k: float(np.mean(x)) for k, x in sums.items()},
                per_second=20 * a.batch / (time.time() - mark))
            sums.clear()
            mark = time.time()
        if time.time() - saved > 170 or stopped or elapsed >= a.seconds:
            l1, drawn = evaluate(embedding, average.module, held_vectors, held_pictures, c.resolution)
            log(journal, step=steps, seen=seen, elapsed=elapsed, heldout_l1=l1)
            with torch.no_grad():
                y = average.module(mapping(z_test)[:, None].expand(-1, c.styles, -1))
            sheet([pictures_to_tensor(held_pictures[:10], c.resolution), drawn, y[:10], y[10:]], a.cache / "sharpen.png")
            save(state(), checkpoint)
            if int(elapsed // 500) != int((elapsed - 170) // 500):
                save(state(), a.cache / f"sharpen-{steps:06d}.pt")
            saved = mark = time.time()


if __name__ == "__main__":
    main()
