"""The driver's side: workers in turn, agreement before timing, medians and ratios, shared by both benchmarks."""
from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
SCRATCH = ROOT / ".build-bench" / "work"
SAMPLE_SECONDS = 0.1
PAUSE = 0.05  # threads of the last engine stop spinning meanwhile
TOLERANCE = 1e-3


class WorkerFailed(Exception):
    """A worker ended where an answer was due."""


class Worker:
    """One engine in a process of its own, blocked on a read while others run."""

    def __init__(self, name: str, command: list[str], threads: int) -> None:
        self.name = name
        environment = dict(os.environ, OMP_NUM_THREADS=str(threads), MKL_NUM_THREADS=str(threads), PYTHONPATH=str(ROOT))
        if any(f.startswith("amx") for f in cpu_flags()):
            environment["ONEDNN_MAX_CPU_ISA"] = "AVX512_CORE_BF16"
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._answer()

    def _answer(self) -> dict:
        line = self.process.stdout.readline()
        if not line:
            raise WorkerFailed(f"{self.name} ended with status {self.process.wait()}")
        return json.loads(line)

    def _ask(self, request: str) -> dict:
        try:
            self.process.stdin.write(request + "\n")
            self.process.stdin.flush()
        except BrokenPipeError as error:
            raise WorkerFailed(f"{self.name} ended with status {self.process.wait()}") from error
        return self._answer()

    def run(self, count: int) -> list[float]:
        """-> milliseconds of each run."""
        return self._ask(f"run {count}")["milliseconds"]

    def save(self, path: Path) -> np.ndarray:
        """What the pass computes, one float32 vector."""
        self._ask(f"save {path}")
        return np.fromfile(path, "<f4")

    def peak_mb(self) -> float:
        """VmHWM: the most memory the process has had resident since it started."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
        raise WorkerFailed(f"the memory of {self.name} is not known")

    def close(self) -> None:
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()


@dataclass
class Engine:
    """A name and the commands of its variants; the quickest variant stands for the engine."""

    name: str
    variants: dict[str, list[str]]


@dataclass
class Timed:
    """One engine's worker with its samples, each the mean of a few runs, in milliseconds."""

    engine: str
    variant: str
    worker: Worker
    repetitions: int = 1
    runs: int = 0
    samples: list[float] = field(default_factory=list)

    def warm_up(self) -> None:
        """Twice; the second tells how many runs make a sample."""
        self.worker.run(1)
        self.repetitions = max(1, math.ceil(SAMPLE_SECONDS * 1000 / max(1e-3, self.worker.run(1)[0])))

    def sample(self) -> None:
        time.sleep(PAUSE)
        times = self.worker.run(self.repetitions)
        # A first guess at the repetitions may have been made on a cold cache.
        self.repetitions = max(self.repetitions, math.ceil(SAMPLE_SECONDS * 1000 / statistics.mean(times)))
        self.samples.append(statistics.mean(times))
        self.runs += len(times)

    @property
    def median(self) -> float:
        return statistics.median(self.samples)


def start(engine: Engine, threads: int, trials: int) -> Timed:
    """The worker of the engine's quickest variant, found by trying them in turn; the others are ended."""
    entered: list[Timed] = []
    for variant, command in engine.variants.items():
        try:
            entered.append(Timed(engine.name, variant, Worker(f"{engine.name} ({variant})", command, threads)))
            entered[-1].warm_up()
        except WorkerFailed as failure:
            print(f"  {failure}", flush=True)
            entered = [e for e in entered if e.variant != variant]
    if not entered:
        raise WorkerFailed(f"no variant of {engine.name} runs")
    if len(entered) > 1:
        for _ in range(trials):
            for e in entered:
                e.sample()
        entered.sort(key=lambda e: min(e.samples))
        print(f"  {engine.name}: " + ", ".join(f"{e.variant} {min(e.samples):.4g} ms" for e in entered), flush=True)
        for loser in entered[1:]:
            loser.worker.close()
    best = entered[0]
    best.samples, best.runs = [], 0
    return best


def deviation(a: np.ndarray, b: np.ndarray, which: str) -> float:
    """Largest absolute difference of what a forward pass computes; relative length of the difference of gradients."""
    if a.shape != b.shape:
        return math.inf
    d = a.astype(np.float64) - b
    return float(np.abs(d).max() if which == "forward" else np.linalg.norm(d) / max(1e-30, np.linalg.norm(b)))


def check_agreement(timed: list[Timed], which: str, folder: Path) -> None:
    """Ends the benchmark when engines do not compute the same."""
    values = [t.worker.save(folder / f"{t.engine}.raw") for t in timed]
    if not all(np.isfinite(v).all() for v in values):
        raise SystemExit("an engine answered with numbers that are not finite")
    for t, v in zip(timed[1:], values[1:]):
        d = deviation(v, values[0], which)
        print(f"  {t.engine} differs from {timed[0].engine} by {d:.1e}", flush=True)
        if not d <= TOLERANCE:
            raise SystemExit(f"{t.engine} and {timed[0].engine} do not compute the same: {d:.1e} > {TOLERANCE:.0e}")
    if len(timed) == 1:
        print(f"  {timed[0].engine} alone: nothing to compare it with", flush=True)


def compare(config: str, threads: int, which: str, engines: list[Engine], a: argparse.Namespace, folder: Path) -> list[dict]:
    """Runs the engines in turn and prints their table. -> one record an engine."""
    print(f"\n{config}, {which}, {threads} thread{'s' if threads > 1 else ''}", flush=True)
    timed: list[Timed] = []
    try:
        for engine in engines:
            try:
                timed.append(start(engine, threads, 2 if a.quick else 5))
            except WorkerFailed as failure:
                print(f"  {failure}", flush=True)
        if not timed:
            return []
        check_agreement(timed, which, folder)
        began = time.monotonic()
        for index in range(a.samples):
            for t in timed:
                t.sample()
            if index >= 4 and time.monotonic() - began > a.seconds:
                break
        records = [record(t, config, threads, which) for t in timed]
    finally:
        for t in timed:
            t.worker.close()
    print_table(timed, records)
    return records


def record(t: Timed, config: str, threads: int, which: str) -> dict:
    return {
        "config": config, "threads": threads, "engine": t.engine, "pass": which, "median_ms": round(t.median, 4),
        "best_ms": round(min(t.samples), 4), "worst_ms": round(max(t.samples), 4), "runs": t.runs,
        "peak_rss_mb": round(t.worker.peak_mb(), 1),
    }


def print_table(timed: list[Timed], records: list[dict]) -> None:
    ours = next((r for r in records if r["engine"] == "ours"), None)
    print(f"  {'engine':<13}{'median ms':>10}{'best':>10}{'worst':>10}{'runs':>7}{'/ ours':>8}{'peak MB':>9}{'/ ours':>8}  variant")
    for t, r in zip(timed, records):
        time_ratio, memory_ratio = ((f"{r[k] / ours[k]:.2f}" for k in ("median_ms", "peak_rss_mb")) if ours else ("", ""))
        print(f"  {r['engine']:<13}{r['median_ms']:>10.4g}{r['best_ms']:>10.4g}{r['worst_ms']:>10.4g}{r['runs']:>7}"
              f"{time_ratio:>8}{r['peak_rss_mb']:>9.0f}{memory_ratio:>8}  {t.variant}", flush=True)


def arguments(description: str, configs: list[str], engines: list[str], passes: list[str]) -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--configs", type=listing(configs), default=",".join(configs), help="separated by commas")
    p.add_argument("--threads", type=listing(), default="1,2", help="separated by commas")
    p.add_argument("--passes", type=listing(passes), default=",".join(passes), help="separated by commas")
    p.add_argument("--engines", type=listing(engines), default=",".join(engines), help="separated by commas")
    p.add_argument("--samples", type=int, default=15, help="most samples of an engine, each of 0.1 s or one run")
    p.add_argument("--seconds", type=float, default=120, help="for one table; at least five samples are taken")
    p.add_argument("--quick", action="store_true", help="first configuration, most threads, five samples, unless given")
    p.add_argument("--json", type=Path, help="write the records to this file")
    return p


def listing(known: list[str] | None = None) -> Callable[[str], list[str]]:
    def parse(text: str) -> list[str]:
        names = [n for n in text.split(",") if n]
        for n in names:
            if (n not in known) if known else not (n.isdecimal() and int(n) > 0):
                raise argparse.ArgumentTypeError(f"{n} is not one of {', '.join(known) if known else '1, 2, …'}")
        if not names:
            raise argparse.ArgumentTypeError("nothing is named")
        return names
    return parse


def parse(parser: argparse.ArgumentParser) -> argparse.Namespace:
    given = {option.split("=")[0] for option in sys.argv[1:]}
    a = parser.parse_args()
    if a.quick:
        a.configs = a.configs if "--configs" in given else a.configs[:1]
        a.threads = a.threads if "--threads" in given else a.threads[-1:]
        a.samples = a.samples if "--samples" in given else 5
    a.threads = [int(t) for t in a.threads]
    if a.samples < 1:
        parser.error("--samples must be positive")
    return a


def build_program() -> str:
    """Builds the release and returns the program's path."""
    built = subprocess.run([ROOT / "Scripts" / "build"], cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE)
    return built.stdout.strip().splitlines()[-1]


def python(module: str, *words: object) -> list[str]:
    return [sys.executable, "-m", f"Benchmarks.{module}", *map(str, words)]


def export(network: str, form: str, weights: Path, inputs: Path, model: Path) -> bool:
    """Writes an ONNX file in a process of its own; says why when it cannot."""
    model.unlink(missing_ok=True)
    done = subprocess.run(
        python("export_onnx", network, form, weights, inputs, model), cwd=ROOT, text=True, capture_output=True)
    if done.returncode:
        print(f"  {form} of {network} cannot be exported: {(done.stderr.strip().splitlines() or ['no reason'])[-1]}", flush=True)
    return done.returncode == 0


def onnx_variants(network: str, forms: list[str], weights: Path, inputs: Path, folder: Path) -> dict[str, Path]:
    """ONNX files of a network by the form they were made from."""
    models = {form: folder / f"{network}-{form}.onnx" for form in forms}
    return {form: model for form, model in models.items() if export(network, form, weights, inputs, model)}


def cpu_info(key: str) -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        name, _, value = line.partition(":")
        if name.strip() == key:
            return value.strip()
    return ""


def cpu_flags() -> list[str]:
    return cpu_info("flags").split()


def describe_machine() -> None:
    import onnxruntime
    import torch
    flags = [f for f in ("avx2", "fma", "avx512f", "avx512_bf16", "amx_tile") if f in cpu_flags()]
    print(f"{cpu_info('model name') or 'unknown processor'}, {len(os.sched_getaffinity(0))} cores, {' '.join(flags)}")
    print(f"PyTorch {torch.__version__}, onnxruntime {onnxruntime.__version__}, load average {os.getloadavg()[0]:.2f}", flush=True)


class Report:
    """The records so far, written again after every table: a run that is cut short leaves what it had."""

    def __init__(self, path: Path | None) -> None:
        self.path, self.records = path, []

    def add(self, records: list[dict]) -> None:
        self.records += records
        if self.path:
            temporary = self.path.with_name(self.path.name + ".part")
            temporary.write_text("[\n" + ",\n".join(json.dumps(r) for r in self.records) + "\n]\n")
            os.replace(temporary, self.path)
