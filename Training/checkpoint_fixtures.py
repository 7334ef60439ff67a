"""Small checkpoints in every file format and layout that `talk-to-edit import` reads, with the pictures they have to give.

python3 -m Training.checkpoint_fixtures Tests/Fixtures/checkpoints

Random weights, 32 px, few channels. golden.safetensors: z [2, W]; for ported and official: w_plus_*, picture_*
[2, R, R, 3] from w+ and picture_z_* from z, float32.
"""
from __future__ import annotations

import argparse
from pathlib import Path

import torch

from .checkpoint_layouts import official, official_parts, ported, ported_parts, write_official
from .tensors import write

CHANNELS = {4: 12, 8: 12, 16: 8, 32: 8}
WIDTH = 16


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("folder", type=Path)
    folder = p.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    z = torch.randn(2, WIDTH, generator=torch.Generator().manual_seed(3))
    golden = {"z": z}

    def note(name: str, mapping, synthesis) -> None:
        w_plus = torch.randn(2, 2 * len(CHANNELS), WIDTH, generator=torch.Generator().manual_seed(4))
        golden[f"w_plus_{name}"] = w_plus
        golden[f"picture_{name}"] = synthesis(w_plus).permute(0, 2, 3, 1)
        golden[f"picture_z_{name}"] = synthesis(mapping(z)[:, None].expand(-1, 2 * len(CHANNELS), -1)).permute(0, 2, 3, 1)

    with torch.no_grad():
        state = ported(CHANNELS, WIDTH, 8, seed=1)
        note("ported", *ported_parts(state))
        torch.save({"g_ema": state, "latent_avg": torch.arange(WIDTH) / WIDTH}, folder / "ported.pt")
        torch.save(state, folder / "ported-legacy.pth", _use_new_zipfile_serialization=False)
        torch.save({f"module.{k}": v for k, v in state.items()}, folder / "ported-wrapped.pt")
        torch.save({"g_ema": {k: v for k, v in state.items() if not k.startswith("noises.")}}, folder / "ported-noiseless.pt")
        write(folder / "ported.safetensors", state)
        tree = official(CHANNELS, WIDTH, 2, seed=2)
        note("official", *official_parts(tree))
        write_official(folder / "official.pkl", tree)
        # Refused: another filter, a conditional generator.
        other = dict(state)
        other["convs.0.conv.blur.kernel"] = torch.ones(4, 4) / 4
        torch.save(other, folder / "other-filter.pt")
    write(folder / "golden.safetensors", golden)


if __name__ == "__main__":
    main()
