"""The safetensors format by hand: 8 bytes header length, JSON header, raw little-endian data."""
from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import torch
from torch import Tensor


def write(path: Path, tensors: dict[str, Tensor], metadata: dict[str, str] | None = None, half: bool = False) -> None:
    """Stores float32, or float16, row-major, and renames into place."""
    header: dict[str, object] = {"__metadata__": metadata} if metadata else {}
    arrays, offset = [], 0
    for name, t in tensors.items():
        a = np.ascontiguousarray(t.detach().cpu().to(torch.float32).numpy(), dtype="<f2" if half else "<f4")
        header[name] = {"dtype": "F16" if half else "F32", "shape": list(t.shape), "data_offsets": [offset, offset + a.nbytes]}
        offset += a.nbytes
        arrays.append(a)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".part")
    with open(temporary, "wb") as f:
        f.write(len(text).to_bytes(8, "little"))
        f.write(text)
        for a in arrays:
            f.write(a.tobytes())
    os.replace(temporary, path)


def read(path: Path) -> tuple[dict[str, Tensor], dict[str, str]]:
    """-> tensors as float32, and metadata; reads float32 and float16."""
    data = path.read_bytes()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8:8 + length])
    metadata = header.pop("__metadata__", {})
    body = data[8 + length:]
    tensors = {}
    for name, entry in header.items():
        a, b = entry["data_offsets"]
        stored = np.frombuffer(body[a:b], {"F32": "<f4", "F16": "<f2"}[entry["dtype"]])
        tensors[name] = torch.from_numpy(stored.reshape(entry["shape"]).astype(np.float32))
    return tensors, metadata
