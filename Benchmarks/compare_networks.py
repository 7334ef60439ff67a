"""Times predictor, identity network, semantic field and language encoder of a model, batch 1, in three engines."""
from __future__ import annotations

import argparse
from pathlib import Path

import torch

from Training.tensors import write

from .comparison import (ROOT, SCRATCH, Engine, Report, arguments, build_program, compare, describe_machine, onnx_variants, parse, python)

FILES = {
    "predictor": "predictor.safetensors", "identity": "identity.safetensors", "field": "field_smiling.safetensors",
    "language": "language.safetensors",
}
ENGINES = ["pytorch", "onnxruntime", "ours"]
WORDS = 12
PICTURE = 128


def write_inputs(path: Path, network: str) -> None:
    """`input`: a picture [1, 128, 128, 3] in ±1, a latent [1, 512], or the rows of twelve words [1, 12]."""
    random = torch.Generator().manual_seed(3)
    if network == "language":
        x = torch.randint(4, 1000, (1, WORDS), generator=random).float()
    elif network == "field":
        x = torch.randn(1, 512, generator=random)
    else:
        x = torch.rand(1, PICTURE, PICTURE, 3, generator=random) * 2 - 1
    write(path, {"input": x})


def weights_of(network: str, a: argparse.Namespace) -> Path:
    """The model's file; the language encoder is the paper's, which the shipped model no longer uses."""
    return ROOT / "Models" / "paper-encoder" / FILES[network] if network == "language" else a.model / FILES[network]


def engines_of(network: str, threads: int, a: argparse.Namespace, inputs: Path, models: dict[str, Path], program: str) -> list[Engine]:
    weights = weights_of(network, a)
    layouts = ["contiguous", "channels_last"] if network in ("predictor", "identity") else ["contiguous"]
    commands = {
        "pytorch": {form: python("torch_worker", network, form, weights, inputs, "forward", threads) for form in layouts},
        "onnxruntime": {form: python("onnx_worker", model, inputs, threads) for form, model in models.items()},
        "ours": {"": [
            program, "benchmark-worker", network, "--weights", str(weights), "--inputs", str(inputs), "--threads", str(threads)]},
    }
    return [Engine(name, commands[name]) for name in a.engines]


def main() -> None:
    parser = arguments(__doc__, list(FILES), ENGINES, ["forward"])
    parser.add_argument("--model", type=Path, default=ROOT / "Models" / "synthfaces-128", help="the model's folder")
    a = parse(parser)
    a.model = a.model.resolve()
    program = build_program() if "ours" in a.engines else ""
    describe_machine()
    report = Report(a.json)
    for network in a.configs:
        folder = SCRATCH / network
        folder.mkdir(parents=True, exist_ok=True)
        inputs = folder / "inputs.safetensors"
        write_inputs(inputs, network)
        models = {}
        if "onnxruntime" in a.engines:
            models = onnx_variants(network, ["dynamo", "script"], weights_of(network, a), inputs, folder)
        for threads in a.threads:
            report.add(compare(network, threads, "forward", engines_of(network, threads, a, inputs, models, program), a, folder))


if __name__ == "__main__":
    main()
