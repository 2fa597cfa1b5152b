#!/usr/bin/env python3
"""Writes test/golden/ops/float_edges.hpp: what PyTorch answers at the edges of float, as bits. Needs Debian's python3-torch."""

import math
import pathlib

import torch
import torch.nn.functional as F

INF, NAN = math.inf, math.nan
NUMBERS = [0, -0.0, 1.4e-45, 1e-40, -1e-40, 1.1754944e-38, 88.7, 88.8, 89, -87.3, -87.4, -100, -103, -104,
           1e38, -1e38, 3.4028235e38, -3.4028235e38, INF, -INF, NAN, 1, -1]
ROWS = [[0, 0, 0], [1e38, -1e38, 0], [3.4e38, 3.4e38, 3.4e38], [INF, 0, 0], [-INF, 0, 0], [-INF, -INF, -INF], [NAN, 0, 0],
        [1e-40, 0, -1e-40], [88, -88, 0], [INF, INF, 0]]


def bits(tensor):
    words = tensor.flatten().to(torch.float32).view(torch.int32).tolist()
    return "{" + ", ".join(f"0x{word & 0xffffffff:08x}" for word in words) + "}"


def table(name, tensor):
    return f"inline constexpr std::uint32_t {name}[] = {bits(tensor)};\n"


numbers = torch.tensor(NUMBERS, dtype=torch.float32)
rows = torch.tensor(ROWS, dtype=torch.float32)
losses = torch.stack([F.cross_entropy(rows, torch.full((len(ROWS),), label), reduction="none") for label in range(3)])
target = pathlib.Path(__file__).parents[1] / "golden/ops/float_edges.hpp"
target.write_text(
    "#pragma once\n/// Written by test/support/golden_edges.py: bits of floats.\n\n#include <cstdint>\n\n"
    "namespace golden::float_edges {\n\n"
    + table("numbers", numbers) + table("exp", torch.exp(numbers)) + table("log", torch.log(numbers))
    + f"\ninline constexpr int columns = 3, row_count = {len(ROWS)};\n"
    + table("rows", rows) + table("softmax", torch.softmax(rows, 1)) + "// by label, then by row\n"
    + table("cross_entropy", losses) + "\n}  // namespace golden::float_edges\n", encoding="utf-8")
