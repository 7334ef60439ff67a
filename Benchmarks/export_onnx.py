"""Writes a PyTorch network as an ONNX file: Benchmarks.export_onnx NETWORK FORM WEIGHTS INPUTS MODEL.

Forms are those of the PyTorch worker, followed by the exporter: tuned-dynamo, tuned-script, …
"""
from __future__ import annotations

import sys

import torch

from .torch_worker import build, nchw
from .weights import read


def main(network: str, form: str, weights: str, inputs: str, model: str) -> None:
    module = build(network, form, weights)
    x = nchw(torch.from_numpy(read(inputs)[0]["input"]), False)
    with torch.no_grad():
        torch.onnx.export(
            module, (x.long() if network == "language" else x,), model, dynamo=form.endswith("dynamo"),
            opset_version=18, external_data=False, input_names=["input"])


if __name__ == "__main__":
    main(*sys.argv[1:])
