"""One PyTorch engine as a worker process: Benchmarks.torch_worker NETWORK FORM WEIGHTS INPUTS PASS THREADS."""
from __future__ import annotations

import sys
from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .serving import serve
from .weights import read


def build(network: str, form: str, weights: str) -> nn.Module:
    """`form`: words joined by dashes: published or tuned for the generator, and where it applies the memory layout."""
    words = form.split("-")
    if network == "generator":
        from .synthesis import Synthesis
        module: nn.Module = Synthesis(weights, words[0], planes="planes" in words)
    else:
        from .side_networks import load
        module = load(network, weights)
    if "channels_last" in words:
        module = module.channels_last() if network == "generator" else module.to(memory_format=torch.channels_last)
    return module.eval().requires_grad_(False)


def nchw(values: Tensor, channels_last: bool) -> Tensor:
    """Pictures are stored [N, H, W, 3]."""
    if values.ndim != 4:
        return values
    layout = torch.channels_last if channels_last else torch.contiguous_format
    return values.permute(0, 3, 1, 2).contiguous(memory_format=layout)


def main(network: str, form: str, weights: str, inputs: str, which: str, threads: str) -> None:
    torch.set_num_threads(int(threads))
    torch.set_num_interop_threads(1)
    torch.set_flush_denormal(True)
    module = build(network, form, weights)
    stored = {name: nchw(torch.from_numpy(a), "channels_last" in form) for name, a in read(inputs)[0].items()}
    x = stored["input"].long() if network == "language" else stored["input"]

    def forward() -> object:
        with torch.inference_mode():
            return module(x)

    def inversion_step() -> Tensor:
        w = x.clone().requires_grad_()
        return torch.autograd.grad(F.mse_loss(module(w), stored["target"]), w)[0]

    run: Callable[[], object] = {"forward": forward, "inversion_step": inversion_step}[which]
    serve(run, lambda result: [t.numpy() for t in (result if isinstance(result, tuple) else (result,))])


if __name__ == "__main__":
    main(*sys.argv[1:])
