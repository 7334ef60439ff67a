"""Beside phase 1: the discriminator's trunk learns to read the record off real pictures.

python3 -m Training.pretrain_reader --cache ../generator-cache --seconds 1300
Its features are then worth matching from the first step of the sharpening. Writes reader.pt; resumes from it.
"""
from __future__ import annotations

import signal
import time

import numpy as np
import torch
import torch.nn.functional as F

from .common import Threads, arguments, cosine, log, pictures_to_tensor, prepare, read, save
from .networks import Dense, Discriminator
from .records import HELDOUT, STUDIO, Vectoriser, load


def main() -> None:
    p = arguments(__doc__)
    p.add_argument("--seconds", type=float, default=1300)
    p.add_argument("--batch", type=int, default=16)
    p.add_argument("--rate", type=float, default=1.5e-3)
    a = p.parse_args()
    c = prepare(a)
    pictures, records = load(a.data, STUDIO, a.cache)
    held_pictures, held_records = load(a.data, HELDOUT, a.cache)
    vectoriser = Vectoriser(records)
    vectors, held = torch.from_numpy(vectoriser(records)), torch.from_numpy(vectoriser(held_records))
    discriminator, reader = Discriminator(c), Dense(c.channels[4], vectors.shape[1])
    discriminator.to(a.device, memory_format=torch.channels_last), reader.to(a.device)
    parameters = [q for n, q in discriminator.named_parameters() if "final_out" not in n] + list(reader.parameters())
    optimiser = torch.optim.Adam(parameters, lr=a.rate, betas=(0.5, 0.99), fused=True)
    elapsed, steps = 0.0, 0
    if (a.cache / "reader.pt").exists():
        s = read(a.cache / "reader.pt")
        discriminator.load_state_dict(s["discriminator"]), reader.load_state_dict(s["reader"])
        optimiser.load_state_dict(s["optimiser"])
        elapsed, steps = s["elapsed"], s["steps"]
    stopped: list[bool] = []
    signal.signal(signal.SIGTERM, lambda *_: stopped.append(True))
    numbers, threads = np.random.default_rng(a.seed + steps), Threads(a.threads)
    base, started, saved, losses = elapsed, time.time(), time.time(), []
    while elapsed < a.seconds and not stopped:
        for g in optimiser.param_groups:
            g["lr"] = a.rate * cosine(elapsed / a.seconds, 0.4, 0.1)
        rows = numbers.integers(0, len(records), a.batch)
        x = pictures_to_tensor(pictures[rows], c.resolution, a.device)
        with torch.autocast(a.device, torch.bfloat16):
            guess = reader(discriminator.with_hidden(x)[2])
        loss = F.smooth_l1_loss(guess.float(), vectors[rows].to(a.device))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
        steps += 1
        threads.step()
        elapsed = base + time.time() - started
        if time.time() - saved > 170 or stopped or elapsed >= a.seconds:
            with torch.no_grad(), torch.autocast(a.device, torch.bfloat16):
                guess = torch.cat([reader(discriminator.with_hidden(pictures_to_tensor(
                    held_pictures[i:i + 50], c.resolution, a.device))[2]).float().cpu() for i in range(0, 300, 50)])
            log(a.cache / "reader.jsonl", step=steps, seen=steps * a.batch, elapsed=elapsed, loss=float(np.mean(losses)),
                heldout_unexplained=((guess - held).square().mean() / held.var()).item())
            losses.clear()
            save({"discriminator": discriminator.state_dict(), "reader": reader.state_dict(),
                  "optimiser": optimiser.state_dict(), "elapsed": elapsed, "steps": steps}, a.cache / "reader.pt")
            saved = time.time()


if __name__ == "__main__":
    main()
