"""Writes test/golden: what PyTorch computes for every operation, with gradients.

usage: /usr/bin/python3 test/support/golden.py     (needs Debian's python3-torch; any folder)

The numbers depend on nothing but this file: inputs come from seeds made of the cases' names and are multiples of
1/128, which float and double hold exactly. Everything is computed in double precision.
"""

import math
import pathlib
import zlib

import torch
import torch.nn.functional as F

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
    head = f"#pragma once\n// From PyTorch {torch.__version__.split('a')[0]}; written by test/support/golden.py.\n\n" \
           "#include <support/golden_case.hpp>\n\nnamespace golden {\n\n"
    file.write_text(head + "\n".join(map(declaration, cases)) + "\n}  // namespace golden\n", encoding="utf-8")


def elements(*values):
    return torch.tensor(values, dtype=torch.float64)


def indices(*values):
    return torch.tensor(values, dtype=torch.int64)


def unary(name, function, low=-2.0, high=2.0, edges=()):
    """Sizes of one element, less than a vector, and not multiples of one; `edges` are inputs worth a look."""
    shapes = {"scalar": (), "3": (3,), "17": (17,), "31": (31,)}
    cases = [Case(f"{name}_{size}", function, shape, low=low, high=high) for size, shape in shapes.items()]
    if edges:
        cases.append(Case(f"{name}_edges", function, elements(*edges)))
    write(f"ops/{name}", cases)


def binary(name, function, low=-2.0, high=2.0, more=()):
    """Equal shapes, and each way to broadcast: both operands, the inner axes, the outer ones."""
    shapes = {"scalars": ((), ()), "same": ((17,), (17,)), "both": ((3, 1), (5,)), "inner": ((2, 3, 5), (3, 1))}
    cases = [Case(f"{name}_{kind}", function, *pair, low=low, high=high) for kind, pair in shapes.items()]
    write(f"ops/{name}", cases + list(more))


def every_broadcast(name, function):
    shapes = {"left_scalar": ((), (33,)), "right_one": ((31,), (1,)), "outer": ((2, 3, 7), (7,)),
              "middle": ((3, 1, 5), (1, 7, 1)), "ones": ((1, 1), (1, 1, 1))}
    return [Case(f"{name}_{kind}", function, *pair) for kind, pair in shapes.items()]


def element_wise_operations():
    far = (-1000, -50, 0, 50, 1000)
    unary("sin", torch.sin, -10, 10, edges=(0, 1000))
    unary("cos", torch.cos, -10, 10, edges=(0, 1000))
    unary("tanh", torch.tanh, -3, 3, edges=far)
    unary("sigmoid", torch.sigmoid, -4, 4, edges=far)
    unary("exp", torch.exp, -3, 3, edges=(-math.inf, -1000, 0, 50, math.inf))
    unary("log", torch.log, 0.25, 4, edges=(0, 1, math.inf, -1))
    unary("sqrt", torch.sqrt, 0.25, 4, edges=(0, 4, math.inf, -1))
    unary("erf", torch.erf, -3, 3, edges=far)
    unary("gelu", F.gelu, -4, 4, edges=far)
    unary("gelu_tanh", lambda x: F.gelu(x, approximate="tanh"), -4, 4, edges=far)
    unary("relu", torch.relu, edges=(0, -0.0, -math.inf, math.inf))
    unary("abs", torch.abs, edges=(0, -0.0, -math.inf, math.inf))
    unary("sign", torch.sign, edges=(0, -0.0, -math.inf, math.inf))
    unary("negate", torch.neg, edges=(0, math.inf))
    unary("detach", torch.detach)


def numbers_beside(name, function):
    return [Case(f"{name}_number", function, (3,), low=0.5, high=2)]


def binary_operations():
    table = elements(1, -2, 0.5)
    binary("add", torch.add, more=every_broadcast("add", torch.add) + numbers_beside("add", lambda x: 2 + (x + table)))
    binary("subtract", torch.sub, more=numbers_beside("subtract", lambda x: 2 - (x - table)))
    binary("multiply", torch.mul, more=every_broadcast("multiply", torch.mul)
           + numbers_beside("multiply", lambda x: 2 * (x * table)))
    binary("divide", torch.div, 0.5, 3, numbers_beside("divide", lambda x: 2 / (x / table))
           + [Case("divide_negative", torch.div, (3,), (3,), low=-3, high=-0.5),
              Case("divide_edges", torch.div, elements(1, -1, 0, 0), elements(0, 0, 0, 2))])
    powers()
    for name, function in ("maximum", torch.maximum), ("minimum", torch.minimum):
        ties = Case(f"{name}_edges", function, elements(1, 0, 2, math.inf), elements(1, -0.0, -2, math.inf))
        cases = [Case(f"{name}_{kind}", function, *distinct(name + kind, *shapes)) for kind, shapes in
                 {"same": ((17,), (17,)), "both": ((3, 1), (5,)), "inner": ((2, 3, 5), (3, 1))}.items()]
        write(f"ops/{name}", cases + [ties])
    chosen = lambda c, a, b: torch.where(c > 0.5, a, b)
    write("ops/where", [Case("where_same", chosen, (17,), (17,), (17,), low=0, high=1),
                        Case("where_broadcast", chosen, (3, 1), (5,), (), low=0, high=1),
                        Case("where_inner", chosen, (2, 1, 5), (3, 1), (5,), low=0, high=1)])
    comparisons()


def powers():
    constants = {"2": 2, "3": 3, "minus_1": -1, "minus_3": -3, "half": 0.5, "5_halves": 2.5, "0": 0, "1": 1, "65": 65}
    cases = [Case(f"pow_constant_{name}", lambda x, b=b: torch.pow(x, b), (5,), low=0.5, high=1.5)
             for name, b in constants.items()]
    cases.append(Case("pow_negative_base", lambda x: torch.pow(x, 3), (5,), low=-2, high=-0.5))
    cases.append(Case("pow_constant_base", lambda x: torch.pow(2, x), (5,)))
    cases.append(Case("pow_edges", torch.pow, elements(0, 0, 0, 0, 0, -2, -2, 1, math.inf),
                      elements(0, 1, 2, 0.5, -1, 3, 0.5, math.inf, 0)))
    cases.append(Case("pow_square_at_0", lambda x: torch.pow(x, 2), elements(0, -1, 1)))
    binary("pow", torch.pow, 0.25, 3, cases)


def comparisons():
    left, right = elements(1, 2, 3, -1, 0, math.nan, 1, math.inf, 5), elements(1, 3, 2, -1, -0.0, 1, math.nan, math.inf, -5)
    names = {"equal": torch.eq, "not_equal": torch.ne, "less": torch.lt, "less_equal": torch.le,
             "greater": torch.gt, "greater_equal": torch.ge}
    write("ops/compare", [Case(name, lambda a, b, f=f: f(a, b).double(), left, right) for name, f in names.items()])


def reductions():
    whole = lambda f: {"all": lambda x: f(x, (0, 1, 2)), "first": lambda x: f(x, 0), "middle": lambda x: f(x, 1),
                       "last": lambda x: f(x, -1), "outer": lambda x: f(x, (0, 2)), "inner": lambda x: f(x, (1, 2)),
                       "kept": lambda x: f(x, (0, 2), keepdim=True)}
    for name, f in ("sum", torch.sum), ("mean", torch.mean), ("max", torch.amax):
        operand = distinct(name, (3, 5, 7))[0]
        some = ("all", "middle", "kept") if name == "mean" else whole(f)
        cases = [Case(f"{name}_{axes}", whole(f)[axes], operand) for axes in some]
        cases += [Case(f"{name}_{n}", lambda x: f(x, 0), *distinct(name, (n,))) for n in (1, 3, 17, 31, 33)]
        cases += [Case(f"{name}_rows", lambda x: f(x, 1), *distinct(name, (3, 33))),
                  Case(f"{name}_columns", lambda x: f(x, 0), *distinct(name, (3, 33)))]
        if name == "max":
            cases.append(Case("max_ties", lambda x: f(x, 1), elements(1, 1, 0, 2, 2, 2).reshape(2, 3)))
            cases.append(Case("max_nan", lambda x: f(x, 0), elements(1, math.nan, 3)))
        write(f"ops/{name}", cases)


if __name__ == "__main__":
    element_wise_operations()
    binary_operations()
    reductions()
