"""Edits over HTTP: how long one takes alone, and how many get done when eight are asked for at once.

Three services run side by side, of which one works at a time; they differ in how walks share the cores. Every service gets
the same edits of the same faces in the same order, so that all walk the same steps.
"""
from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIRST_SEED = 9_100_000
# Degrees that edits of a smile go to, in turn: there is always some way to go.
TARGETS = (3.5, 1.5)


class Service:
    """`talk-to-edit serve` on a port of its own, with a database that is thrown away."""

    def __init__(self, program: Path, folder: Path, name: str, cores: int, workers: int, model: str) -> None:
        self.name = name
        command = [
            program, "serve", "--port", "0", "--database", folder / f"{workers}-{cores}.sqlite", "--model", model,
            "--cores", str(cores), "--workers", str(workers), "--log-level", "error"]
        self.process = subprocess.Popen(
            [str(part) for part in command], cwd=ROOT, text=True, stdout=subprocess.PIPE, env=dict(os.environ, TALK_TO_EDIT_HOME=str(ROOT)))
        line = self.process.stdout.readline()
        if "Listening on " not in line:
            raise SystemExit(f"{name}: the service did not start")
        self.address = line.split("Listening on ")[1].strip()
        self.passes = 0

    def post(self, path: str, body: dict, wait: int = 0) -> dict:
        fields = {"Content-Type": "application/json"} | ({"Prefer": f"wait={wait}"} if wait else {})
        request = urllib.request.Request(self.address + path, json.dumps(body).encode(), fields)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def session(self, seed: int) -> str:
        return self.post("/v1/sessions", {"seed": seed})["links"]["edits"]

    def edit(self, edits: str, target: float) -> float:
        """-> seconds from the request to the finished edit."""
        start = time.perf_counter()
        edit = self.post(edits, {"attribute": "smiling", "target": target}, wait=60)
        seconds = time.perf_counter() - start
        if edit["status"] != "succeeded":
            raise SystemExit(f"{self.name}: an edit ended as {edit['status']}")
        self.passes += edit["steps"]
        return seconds

    def together(self, sessions: list[str], target: float) -> float:
        """-> seconds until one edit of every session is done, all asked for at once."""
        with ThreadPoolExecutor(len(sessions)) as pool:
            start = time.perf_counter()
            list(pool.map(lambda edits: self.edit(edits, target), sessions))
            return time.perf_counter() - start

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


def measure(services: list[Service], rounds: int, concurrent: int) -> list[dict]:
    alone = {s.name: s.session(FIRST_SEED) for s in services}
    crowd = {s.name: [s.session(FIRST_SEED + 1 + i) for i in range(concurrent)] for s in services}
    latencies = {s.name: [] for s in services}
    durations = {s.name: [] for s in services}
    for turn in range(rounds + 2):
        target = TARGETS[turn % 2]
        first = turn % len(services)
        for service in services[first:] + services[:first]:
            latency = service.edit(alone[service.name], target)
            duration = service.together(crowd[service.name], target)
            if turn >= 2:  # the first of each direction warm up
                latencies[service.name].append(latency)
                durations[service.name].append(duration)
    if len({s.passes for s in services}) != 1:
        raise SystemExit(f"the services did not walk the same steps: {[s.passes for s in services]}")
    return [
        {
            "sharing": s.name, "latency_ms": round(1000 * statistics.median(latencies[s.name]), 1),
            "edits_per_second": round(concurrent / statistics.median(durations[s.name]), 2), "generator_passes": s.passes,
        } for s in services]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cores", type=int, default=len(os.sched_getaffinity(0)), help="cores to share")
    parser.add_argument("--rounds", type=int, default=20, help="measured rounds; medians are reported")
    parser.add_argument("--concurrent", type=int, default=8, help="edits at once")
    parser.add_argument("--model", default="synthfaces-128", help="a folder in Models")
    parser.add_argument("--program", type=Path, help="the program; built if not given")
    parser.add_argument("--json", type=Path, help="write the result to this file")
    options = parser.parse_args()
    program = options.program or Path(subprocess.run([ROOT / "Scripts/build"], check=True, text=True, stdout=subprocess.PIPE).stdout.strip())
    print(f"cores {options.cores}, load {os.getloadavg()[0]:.2f}")
    cores = options.cores
    services: list[Service] = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            # With one core to share every walk gets one thread, however many walk.
            for name, shared, workers in [
                (f"1 walk x {cores} threads", cores, 1), (f"{cores} walks x 1 thread", 1, cores), ("adaptive", cores, cores)]:
                services.append(Service(program, Path(folder), name, shared, workers, options.model))
            rows = measure(services, options.rounds, options.concurrent)
        finally:
            for service in services:
                service.stop()
    print(f"{'sharing':<24}{'one edit, ms':>14}{f'edits/s of {options.concurrent} at once':>24}")
    for row in rows:
        print(f"{row['sharing']:<24}{row['latency_ms']:>14.1f}{row['edits_per_second']:>24.2f}")
    if options.json:
        options.json.write_text(json.dumps({"cores": cores, "rounds": options.rounds, "results": rows}, indent=2) + "\n")


if __name__ == "__main__":
    main()
