"""onnxruntime as a worker process, without PyTorch: Benchmarks.onnx_worker MODEL INPUTS THREADS."""
from __future__ import annotations

import sys

import numpy as np
import onnxruntime

from .serving import serve
from .weights import read


def main(model: str, inputs: str, threads: str) -> None:
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    options.intra_op_num_threads = int(threads)
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    entry = session.get_inputs()[0]
    x = read(inputs)[0]["input"]
    if x.ndim == 4:  # pictures are stored [N, H, W, 3]
        x = np.ascontiguousarray(x.transpose(0, 3, 1, 2))
    feed = {entry.name: x.astype(np.int64) if entry.type == "tensor(int64)" else x}
    serve(lambda: session.run(None, feed), lambda result: result)


if __name__ == "__main__":
    main(*sys.argv[1:])
