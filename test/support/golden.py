"""What writes test/golden: functions of tensors, what PyTorch computes for them, and its text as C++.

Numbers depend on nothing but the cases: inputs come from seeds made of their names and are multiples of 1/128,
which float and double hold exactly. Everything is computed in double precision.
"""

import math
import pathlib
import zlib

import torch

GOLDEN = pathlib.Path(__file__).resolve().parent.parent / "golden"
GRID = 128


class Case:
    """A function of tensors, and the operands for it: shapes of random ones, or tensors."""

    def __init__(self, name, function, *operands, low=-2.0, high=2.0):
        generator = torch.Generator().manual_seed(zlib.crc32(name.encode()))
        self.name = name
        self.operands = [operand if torch.is_tensor(operand) else uniform(operand, generator, low, high)
                         for operand in operands]
        self.evaluate(function, generator)

    def evaluate(self, function, generator):
        leaves = [x.clone().requires_grad_(x.is_floating_point()) for x in self.operands]
        result = function(*leaves)
        self.upstream = uniform(result.shape, generator, -1, 1)
        self.result = result.detach().double()
        if result.requires_grad:
            result.backward(self.upstream)
        self.gradients = [torch.zeros_like(x) if x.grad is None else x.grad for x in leaves]


def uniform(shape, generator, low, high):
    """Random odd multiples of 1/128: never 0, and never nearer to a whole number than 1/128."""
    steps = torch.randint(round(low * GRID / 2), round(high * GRID / 2), tuple(shape), generator=generator)
    return (2 * steps + 1).double() / GRID


def distinct(name, *shapes):
    """Tensors whose elements are all different, so that every maximum is unique."""
    count = sum(math.prod(shape) for shape in shapes)
    numbers = torch.randperm(count, generator=torch.Generator().manual_seed(zlib.crc32(name.encode())))
    parts = torch.split((numbers.double() - count // 2) / 32, [math.prod(shape) for shape in shapes])
    return [part.reshape(shape) for part, shape in zip(parts, shapes)]


def number(value):
    """A number as C++ writes it, with as many digits as it takes to read it back."""
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    text = repr(value)
    return text if text == "-0.0" else text.removesuffix(".0")


def tensor(x):
    element = "double" if x.is_floating_point() else "std::int32_t"
    extents = "".join(f", {extent}" for extent in x.shape)
    return f"tensor<{element}{extents}>{{{', '.join(number(value) for value in x.flatten().tolist())}}}"


def pack(tensors):
    return f"std::tuple{{{', '.join(map(tensor, tensors))}}}"


def declaration(case):
    lines = [pack(case.operands), tensor(case.upstream), tensor(case.result), pack(case.gradients)]
    return f"inline constexpr golden_case {case.name}{{\n    " + ",\n    ".join(lines) + "};\n"


def write(path, cases):
    file = GOLDEN / (path + ".hpp")
    file.parent.mkdir(parents=True, exist_ok=True)
    head = f"#pragma once\n// From PyTorch {torch.__version__.split('a')[0]}; written by test/support/golden_operations.py.\n\n" \
           "#include <support/golden_case.hpp>\n\nnamespace golden {\n\n"
    file.write_text(head + "\n".join(map(declaration, cases)) + "\n}  // namespace golden\n", encoding="utf-8")
