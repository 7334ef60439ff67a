"""Reads safetensors files without PyTorch, which would count in the memory of a worker that does without."""
from __future__ import annotations

import json
from pathlib import Path

import numpy as np

TYPES = {"F32": "<f4", "F16": "<f2"}


def read(path: Path | str) -> tuple[dict[str, np.ndarray], dict[str, str]]:
    """-> float32 arrays by name (half precision is widened) and the metadata."""
    data = np.memmap(path, np.uint8, "r")
    length = int.from_bytes(data[:8].tobytes(), "little")
    header = json.loads(data[8:8 + length].tobytes())
    metadata = header.pop("__metadata__", {})
    arrays = {}
    for name, entry in header.items():
        start, end = (8 + length + offset for offset in entry["data_offsets"])
        values = np.frombuffer(data[start:end].tobytes(), TYPES[entry["dtype"]])
        arrays[name] = values.reshape(entry["shape"]).astype(np.float32)
    return arrays, metadata


def flat(outputs: list[np.ndarray]) -> np.ndarray:
    """What a network answered as one vector; pictures go from [N, 3, H, W] to [N, H, W, 3] first."""
    rows = [o.transpose(0, 2, 3, 1) if o.ndim == 4 else o for o in outputs]
    return np.concatenate([np.ascontiguousarray(r, "<f4").ravel() for r in rows])
