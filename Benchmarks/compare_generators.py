"""Times StyleGAN2's synthesis network, w+ to picture, batch 1, in four engines with the same weights."""
from __future__ import annotations

import argparse
from pathlib import Path

from . import generator_files
from .comparison import (SCRATCH, Engine, Report, arguments, build_program, compare, describe_machine, onnx_variants, parse, python)

CONFIGS = {"128-cm1": (128, 1), "256-cm2": (256, 2), "1024-cm2": (1024, 2)}
ENGINES = ["published", "tuned", "onnxruntime", "ours"]
PASSES = ["forward", "inversion_step"]
# The published formulation filters single planes or groups of channels; both are tried.
TORCH_VARIANTS = {"published": ["published", "published-planes"], "tuned": ["tuned", "tuned-channels_last"]}
ONNX_FORMS = ["tuned-dynamo", "tuned-script", "published-dynamo"]
# PyTorch keeps the activations of all layers for the backward pass.
LARGE_INVERSION_GB = 14


def available_gb() -> float:
    for line in Path("/proc/meminfo").read_text().splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) / 2**20
    return 0


def engines_of(config: str, which: str, threads: int, a: argparse.Namespace, folder: Path, models: dict[str, Path], program: str) -> list[Engine]:
    weights, inputs = folder / "generator.safetensors", folder / "inputs.safetensors"
    engines = []
    for name in a.engines:
        if name in TORCH_VARIANTS:
            engines.append(Engine(name, {
                v: python("torch_worker", "generator", v, weights, inputs, which, threads) for v in TORCH_VARIANTS[name]}))
        elif name == "ours":
            engines.append(Engine(name, {"": [
                program, "benchmark-worker", "generator", "--weights", str(weights), "--inputs", str(inputs),
                "--pass", which, "--threads", str(threads)]}))
        elif which == "forward":  # onnxruntime has no backward pass
            engines.append(Engine(name, {v: python("onnx_worker", m, inputs, threads) for v, m in models.items()}))
    return engines


def main() -> None:
    a = parse(arguments(__doc__, list(CONFIGS), ENGINES, PASSES))
    program = build_program() if "ours" in a.engines else ""
    describe_machine()
    report = Report(a.json)
    for config in a.configs:
        resolution, multiplier = CONFIGS[config]
        folder = SCRATCH / config
        folder.mkdir(parents=True, exist_ok=True)
        generator_files.write_generator(folder / "generator.safetensors", resolution, multiplier)
        generator_files.write_generator_inputs(folder / "inputs.safetensors", resolution)
        models = {}
        if "onnxruntime" in a.engines and "forward" in a.passes:
            models = onnx_variants("generator", ONNX_FORMS, folder / "generator.safetensors", folder / "inputs.safetensors", folder)
        for which in a.passes:
            if resolution == 1024 and which == "inversion_step" and available_gb() < LARGE_INVERSION_GB:
                print(f"\n{config}, {which}: left out, less than {LARGE_INVERSION_GB} GB of memory are free", flush=True)
                continue
            for threads in a.threads:
                report.add(compare(config, threads, which, engines_of(config, which, threads, a, folder, models, program), a, folder))


if __name__ == "__main__":
    main()
