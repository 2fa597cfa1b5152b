"""Weights that the library saved are read by the format's own layout, under PyTorch's names, and the network computes the same
from them in PyTorch. Without PyTorch the same formulas are computed here."""

import json
import math
import os
import pathlib
import struct
import subprocess
import sys
import tempfile

try:
    import torch
except ImportError:
    torch = None


def read(file):
    """Name, shape and numbers of each tensor."""
    content = pathlib.Path(file).read_bytes()
    length = struct.unpack("<Q", content[:8])[0]
    header, data = json.loads(content[8:8 + length]), content[8 + length:]
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            assert entry["dtype"] == "F32"
            yield name, entry["shape"], struct.unpack(f"<{(end - begin) // 4}f", data[begin:end])


def answers_of_pytorch(tensors, inputs):
    network = torch.nn.Sequential()
    network.add_module("hidden", torch.nn.Linear(2, 4))
    network.add_module("tanh", torch.nn.Tanh())
    network.add_module("out", torch.nn.Linear(4, 1))
    network.load_state_dict({name: torch.tensor(values).reshape(shape) for name, shape, values in tensors})
    return network(torch.tensor(inputs)).flatten().tolist()


def answers_of_formulas(tensors, inputs):
    weights = {name: values for name, _, values in tensors}
    def linear(x, layer):
        weight, bias = weights[f"{layer}.weight"], weights[f"{layer}.bias"]
        return [sum(w * v for w, v in zip(weight[i * len(x):], x)) + b for i, b in enumerate(bias)]
    return [linear([math.tanh(v) for v in linear(x, "hidden")], "out")[0] for x in inputs]


def main():
    with tempfile.TemporaryDirectory() as folder:
        printed = subprocess.run([os.environ["HELLO_DL_BUILD"] + "/test/test.docs.checkpoint", folder],
                                 check=True, stdout=subprocess.PIPE, text=True).stdout
        tensors = list(read(f"{folder}/hello-dl-weights.safetensors"))
    lines = [line.split(" -> ") for line in printed.splitlines() if "->" in line]
    inputs = [[float(number) for number in line[0].split()] for line in lines]
    expected = [float(line[1]) for line in lines]
    answers = (answers_of_pytorch if torch else answers_of_formulas)(tensors, inputs)
    assert len(answers) == 4
    if any(abs(a - e) > 1e-6 for a, e in zip(answers, expected)):
        sys.exit(f"expected {expected}, found {answers}")


main()
