"""Imports random checkpoints of full size with the program and compares its pictures with PyTorch's, float32.

python3 -m Training.compare_import .build/release/talk-to-edit [128 256 512 1024]

For every resolution (channel multiplier 1 at 128 px, 2 above) the ported layout, at 256 px the official one as well. Pictures are
scaled so that their standard deviation is 0.5; prints the largest absolute difference over two codes w+ and two z.
"""
from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch

from .checkpoint_layouts import official, official_parts, ported, ported_parts, widths, write_official


def compare(program: str, folder: Path, name: str, checkpoint: Path, mapping, synthesis, layers: int) -> None:
    model = folder / name
    subprocess.run([program, "import", checkpoint, "--to", model], check=True, stdout=subprocess.DEVNULL)
    g = torch.Generator().manual_seed(5)
    codes = {"w": torch.randn(2, layers, 512, generator=g), "z": torch.randn(2, 512, generator=g)}
    for kind, code in codes.items():
        np.save(folder / f"{kind}.npy", code.numpy())
        subprocess.run([program, "synthesize", "--model", model, f"--{kind}", folder / f"{kind}.npy", "-o", folder / "out.npy"],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        w_plus = code if kind == "w" else mapping(code)[:, None].expand(-1, layers, -1)
        expected = torch.cat([synthesis(w[None]) for w in w_plus]).numpy()
        scale = 0.5 / expected.std()
        difference = np.abs(np.load(folder / "out.npy") - expected).max() * scale
        print(f"{name}, from {kind}: pictures within {np.abs(expected).max() * scale:.2f}, largest difference {difference:.2e}", flush=True)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("program")
    p.add_argument("resolutions", type=int, nargs="*", default=[128, 256, 512, 1024])
    a = p.parse_args()
    with torch.no_grad():
        for resolution in a.resolutions:
            channels = widths(resolution, 1 if resolution == 128 else 2)
            layers = 2 * len(channels)
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                state = ported(channels, 512, 8, seed=resolution)
                torch.save({"g_ema": state}, folder / "ported.pt")
                compare(a.program, folder, f"ported-{resolution}", folder / "ported.pt", *ported_parts(state), layers)
                if resolution == 256:
                    tree = official(channels, 512, 8, seed=resolution)
                    write_official(folder / "official.pkl", tree)
                    compare(a.program, folder, f"official-{resolution}", folder / "official.pkl", *official_parts(tree), layers)


if __name__ == "__main__":
    main()
