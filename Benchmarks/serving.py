"""The worker's side of the protocol: a request a line on standard input, an answer a line on standard output, JSON.

    run COUNT    runs the pass that often -> {"milliseconds": [...]}, one number a run
    save PATH    runs it once and writes what it computed, raw float32 -> {"count": values}

The first line of a worker is {"ready": true}; it ends with its input.
"""
from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

import numpy as np

from .weights import flat


def answer(value: dict) -> None:
    print(json.dumps(value), flush=True)


def serve(run: Callable[[], object], arrays: Callable[[object], list[np.ndarray]]) -> None:
    """Answers until the input ends; `arrays` turns the result of `run` into arrays, outside the timing."""
    answer({"ready": True})
    for line in sys.stdin:
        request, _, argument = line.strip().partition(" ")
        if request == "run":
            times = []
            for _ in range(int(argument)):
                start = time.perf_counter_ns()
                run()
                times.append((time.perf_counter_ns() - start) / 1e6)
            answer({"milliseconds": times})
        elif request == "save":
            values = flat(arrays(run()))
            values.tofile(argument)
            answer({"count": values.size})
        else:
            raise SystemExit(f"unknown request: {line.strip()}")
