"""Writes test/golden/ops and test/golden/nn/losses.hpp: what PyTorch computes for every operation, with gradients.

usage: /usr/bin/python3 test/support/golden_operations.py     (needs Debian's python3-torch; any folder)
"""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.nn.utils.stateless import functional_call

from golden import Case, distinct, write


def elements(*values):
    return torch.tensor(values, dtype=torch.float64)


def indices(*values):
    return torch.tensor(values, dtype=torch.int64)


def unary(name, function, low=-2.0, high=2.0, edges=(), more=()):
    """Sizes of one element, less than a vector, and not multiples of one; `edges` are inputs worth a look."""
    shapes = {"scalar": (), "3": (3,), "17": (17,), "31": (31,)}
    cases = [Case(f"{name}_{size}", function, shape, low=low, high=high) for size, shape in shapes.items()]
    if edges:
        cases.append(Case(f"{name}_edges", function, elements(*edges)))
    write(f"ops/{name}", cases + list(more))


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
    activations(far)
    unary("relu", torch.relu, edges=(0, -0.0, -math.inf, math.inf))
    unary("abs", torch.abs, edges=(0, -0.0, -math.inf, math.inf))
    unary("sign", torch.sign, edges=(0, -0.0, -math.inf, math.inf))
    unary("negate", torch.neg, edges=(0, math.inf))
    unary("detach", torch.detach)


def activations(far):
    near = (-1000, -20, -1e-9, 0, -0.0, 1e-9, 20, 20.5, 1000)
    unary("silu", F.silu, -4, 4, edges=far)
    unary("log_sigmoid", F.logsigmoid, -4, 4, edges=near)
    unary("leaky_relu", F.leaky_relu, edges=(0, -0.0, -math.inf, math.inf),
          more=[Case("leaky_relu_slope", lambda x: F.leaky_relu(x, 0.25), (17,))])
    unary("elu", F.elu, -4, 4, edges=near, more=[Case("elu_alpha", lambda x: F.elu(x, 1.5), (17,)),
                                                 Case("elu_alpha_edges", lambda x: F.elu(x, 1.5), elements(*near))])
    unary("softplus", F.softplus, -4, 4, edges=near,
          more=[Case("softplus_beta", lambda x: F.softplus(x, 2, 3), (17,)),
                Case("softplus_beta_edges", lambda x: F.softplus(x, 2, 3), elements(*near))])


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
        operand = distinct(name, (2, 3, 5))[0]
        some = ("all", "middle", "kept") if name == "mean" else whole(f)
        cases = [Case(f"{name}_{axes}", whole(f)[axes], operand) for axes in some]
        sizes = (1, 3) if name == "mean" else (1, 3, 17, 31, 33)
        cases += [Case(f"{name}_{n}", lambda x: f(x, 0), *distinct(name, (n,))) for n in sizes]
        if name != "mean":
            cases += [Case(f"{name}_rows", lambda x: f(x, 1), *distinct(name, (3, 33))),
                      Case(f"{name}_columns", lambda x: f(x, 0), *distinct(name, (3, 33)))]
        if name == "max":
            cases.append(Case("max_ties", lambda x: f(x, 1), elements(1, 1, 0, 2, 2, 2).reshape(2, 3)))
            cases.append(Case("max_nan", lambda x: f(x, 0), elements(1, math.nan, 3)))
        write(f"ops/{name}", cases)


def shape_operations():
    x = distinct("x", (3, 5, 7))[0]
    write("ops/reshape", [Case("reshape_cube", lambda x: x.reshape(7, 15), x),
                          Case("reshape_scalar", lambda x: x.reshape(()), (1, 1)),
                          Case("reshape_3", lambda x: (x * x).reshape(3, 1), (3,)),
                          Case("flatten_cube", lambda x: x.flatten(1), x)])
    write("ops/broadcast_to", [Case("broadcast_to_rows", lambda x: torch.broadcast_to(x, (3, 2, 5)), (2, 1)),
                               Case("broadcast_to_all", lambda x: torch.broadcast_to(x, (3, 3)), ()),
                               Case("broadcast_to_same", lambda x: torch.broadcast_to(x * x, (3,)), (3,))])
    write("ops/permute", [Case("permute_201", lambda x: x.permute(2, 0, 1), x),
                          Case("permute_021", lambda x: x.permute(0, 2, 1), (2, 1, 3)),
                          Case("permute_rank_4", lambda x: x.permute(3, 1, 0, 2), (2, 3, 1, 5)),
                          Case("transpose_matrix", lambda x: x.t(), (17, 3)),
                          Case("transpose_batch", lambda x: x.transpose(-1, -2), (2, 3, 5))])
    write("ops/slice", [Case("slice_first", lambda x: x[1:3], x), Case("slice_middle", lambda x: x[:, 2:3], x),
                        Case("slice_last", lambda x: x[..., 0:4], x), Case("slice_whole", lambda x: (x * x)[0:3], (3,)),
                        Case("slice_square", lambda x: (x * x)[1:2], (3,))])
    joined_shapes()


def joined_shapes():
    join = lambda axis: lambda *parts: torch.cat(parts, axis)
    write("ops/concat", [Case("concat_first", join(0), (2, 3), (1, 3)), Case("concat_last", join(-1), (2, 1), (2, 4)),
                         Case("concat_middle", join(1), (2, 1, 3), (2, 4, 3)), Case("concat_ones", join(0), (1,), (1,)),
                         Case("concat_three", lambda *parts: join(0)(*parts) ** 2, (3,), (17,), (5,))])
    chosen = lambda x, i: x.gather(-1, i.unsqueeze(-1)).squeeze(-1)
    write("ops/pick", [Case("pick_rows", chosen, (5, 3), indices(2, 0, 0, 1, 2)),
                       Case("pick_batch", chosen, (2, 3, 7), indices(6, 0, 3, 2, 2, 5).reshape(2, 3)),
                       Case("pick_vector", chosen, (3,), indices(1)[0])])


def embeddings():
    write("ops/embedding", [Case("embedding_rows", F.embedding, indices(2, 0, 0, 1, 2, 2, 4), (5, 3)),
                            Case("embedding_batch", F.embedding, indices(6, 0, 3, 2, 2, 5).reshape(2, 3), (7, 17)),
                            Case("embedding_one", F.embedding, indices(0), (1, 1)),
                            Case("embedding_scalar", F.embedding, indices(1)[0], (3, 31)),
                            Case("embedding_square", lambda i, w: F.embedding(i, w * w) ** 2, indices(1, 2, 1), (3, 3))])


def softmax_operations():
    shapes = {"3": ((3,), 0), "1": ((1,), 0), "first": ((3, 5, 2), 0), "middle": ((2, 3, 3), 1),
              "17": ((2, 17), 1), "31": ((31,), 0), "columns": ((3, 33), 0)}
    for name, f in ("softmax", torch.softmax), ("log_softmax", torch.log_softmax):
        cases = [Case(f"{name}_{kind}", lambda x, axis=axis: f(x, axis), shape)
                 for kind, (shape, axis) in shapes.items()]
        write(f"ops/{name}", cases + [Case(f"{name}_large", lambda x: f(x, 0), elements(1000, -1000, 999, 0))])


def standardizations():
    def over_images(eps):
        return lambda x: F.batch_norm(x, None, None, training=True, eps=eps)
    def over_last(eps):
        return lambda x: F.layer_norm(x, x.shape[-1:], eps=eps)
    write("ops/standardize",
          [Case("standardize_images", over_images(1e-5), (2, 3, 5, 3)), Case("standardize_pixels", over_images(0.125), (3, 17, 1, 1)),
           Case("standardize_one_channel", over_images(0.125), (1, 1, 1, 33)), Case("standardize_rows", over_last(1e-5), (3, 31)),
           Case("standardize_3", over_last(0.125), (3,)), Case("standardize_17", over_last(0.125), (2, 1, 17)),
           Case("standardize_1", over_last(0.125), (3, 1)), Case("standardize_far", lambda x: over_last(1e-5)(x + 16), (2, 17))])


def products():
    shapes = {"ones": ((1, 1), (1, 1)), "small": ((2, 3), (3, 2)), "row": ((1, 17), (17, 1)), "odd": ((5, 17), (17, 31)),
              "batch": ((2, 3, 5), (2, 5, 1)), "left_batch": ((3, 1, 5), (5, 3)), "right_batch": ((3, 5), (2, 5, 2)),
              "both_batch": ((2, 1, 2, 3), (3, 3, 1))}
    cases = [Case(f"matmul_{kind}", torch.matmul, *pair) for kind, pair in shapes.items()]
    turned = lambda x: x.transpose(-1, -2)
    cases += [Case("matmul_left_transposed", lambda a, b: turned(a) @ b, (5, 3), (5, 7)),
              Case("matmul_right_transposed", lambda a, b: a @ turned(b), (3, 5), (7, 5)),
              Case("matmul_both_transposed", lambda a, b: turned(a) @ turned(b), (2, 5, 3), (7, 5)),
              Case("matmul_with_itself", lambda a: a @ turned(a), (3, 5))]
    write("ops/matmul", cases)


def linear_layers():
    shapes = {"row": (1, 3), "rows": (17, 3), "batch": (2, 3, 5), "one": (1, 1, 1)}
    write("ops/linear", [Case(f"linear_{kind}", F.linear, shape, (7, shape[-1]), (7,)) for kind, shape in shapes.items()])


def convolutions():
    shapes = {"small": ((1, 1, 3, 3), (1, 1, 2, 2), 1, 0), "one_pixel": ((1, 1, 1, 1), (1, 1, 1, 1), 1, 0),
              "one_channel": ((2, 1, 7, 5), (3, 1, 3, 3), 1, 0), "padded": ((1, 2, 5, 7), (3, 2, 3, 3), 1, 1),
              "strided": ((2, 3, 7, 9), (2, 3, 3, 3), 2, 0), "both": ((1, 2, 8, 5), (5, 2, 3, 2), 3, 2),
              "pointwise": ((2, 5, 3, 3), (3, 5, 1, 1), 1, 0), "wide": ((1, 1, 3, 33), (1, 1, 3, 5), 1, 2)}
    write("ops/conv2d", [Case(f"conv2d_{kind}", lambda x, w: F.conv2d(x, w, stride=stride, padding=padding), x, w)
                         for kind, (x, w, stride, padding) in shapes.items()])


def poolings():
    windows = {"small": ((1, 1, 3, 3), 2, 1, False), "even": ((2, 3, 4, 6), 2, 2, False),
               "cut": ((1, 2, 5, 7), 2, 2, False), "ceil": ((1, 2, 5, 7), 2, 2, True),
               "overlap": ((1, 2, 7, 9), 3, 2, False), "gaps": ((1, 1, 7, 8), 2, 3, True),
               "whole": ((2, 1, 3, 3), 3, 3, False), "one": ((1, 2, 3, 1), 1, 1, False)}
    for name, f in ("max_pool2d", F.max_pool2d), ("avg_pool2d", F.avg_pool2d):
        cases = [Case(f"{name}_{kind}", lambda x: f(x, kernel, stride, ceil_mode=ceil), *distinct(name + kind, shape))
                 for kind, (shape, kernel, stride, ceil) in windows.items()]
        ties = elements(1, 1, 0, 2, 1, 0, 2, 2, 0).reshape(1, 1, 3, 3)
        write(f"ops/{name}", cases + [Case(f"{name}_ties", lambda x: f(x, 2, 1), ties)])


def losses():
    labels = indices(6, 0, 3, 2, 2)
    large = elements(1000, 0, -1000, 999).reshape(2, 2)
    rows = lambda x, labels: F.cross_entropy(x, labels, reduction="none")
    write("ops/cross_entropy", [Case("cross_entropy_3", rows, (1, 3), indices(1)), Case("cross_entropy_1", rows, (2, 1), indices(0, 0)),
                                Case("cross_entropy_17", rows, (17, 7), indices(*(3 * i % 7 for i in range(17)))),
                                Case("cross_entropy_33", rows, (3, 33), indices(32, 15, 0))])
    write("nn/losses", [Case("nll_loss", F.nll_loss, (5, 7), labels), Case("nll_loss_one", F.nll_loss, (1, 1), indices(0)),
                        Case("cross_entropy", F.cross_entropy, (5, 7), labels),
                        Case("cross_entropy_small", F.cross_entropy, (2, 3), indices(2, 0)),
                        Case("cross_entropy_large", F.cross_entropy, large, indices(1, 0)),
                        Case("mse_loss", F.mse_loss, (3, 5), (3, 5)), Case("mse_loss_3", F.mse_loss, (3,), (3,))]
          + smoothed_labels(labels, large) + regressions())


def smoothed_labels(labels, large):
    smooth = lambda x, labels: F.cross_entropy(x, labels, label_smoothing=0.1)
    return [Case("cross_entropy_smooth", smooth, (5, 7), labels),
            Case("cross_entropy_smooth_small", smooth, (2, 3), indices(2, 0)),
            Case("cross_entropy_smooth_large", smooth, large, indices(1, 0)),
            Case("cross_entropy_smooth_whole", lambda x, labels: F.cross_entropy(x, labels, label_smoothing=1.0), (5, 7), labels)]


def regressions():
    """Losses of a prediction and a target of the same shape; kinks are at differences of 0, 1 and -1."""
    binary = F.binary_cross_entropy_with_logits
    cases = [Case("binary_cross_entropy", binary, (3, 5), (3, 5), low=0, high=1),
             Case("binary_cross_entropy_3", binary, (3,), (3,), low=0, high=1),
             Case("binary_cross_entropy_large", binary, elements(1000, -1000, 25, -25, 0), elements(1, 0, 0.5, 1, 0))]
    for name, f in ("l1_loss", F.l1_loss), ("huber_loss", F.huber_loss), ("smooth_l1_loss", F.smooth_l1_loss):
        cases += [Case(name, f, (3, 5), (3, 5)), Case(f"{name}_3", f, (3,), (3,)),
                  Case(f"{name}_kinks", f, elements(1, 2, 0, 3), elements(1, 1, 1, -1))]
    return cases + [Case("huber_loss_delta", lambda x, t: F.huber_loss(x, t, delta=0.5), (17,), (17,)),
                    Case("smooth_l1_loss_beta", lambda x, t: F.smooth_l1_loss(x, t, beta=0.5), (17,), (17,))]


def layer(name, module, call, *operands):
    """A layer as a function of the operands and of its parameters; `call` says how it is run on the operands."""
    names = [key for key, _ in module.named_parameters()]
    parameters = [p.shape for p in module.parameters()]
    return Case(name, lambda *x: call(lambda *inputs: functional_call(
        module, dict(zip(names, x[len(operands):])), inputs), *x[:len(operands)]), *operands, *parameters, low=-1, high=1)


def recurrent_layers():
    state = lambda run, x, h: run(x, h)
    states = lambda run, x, h, c: torch.stack(run(x, (h, c)))
    flags = (True, 1, 0.0, False, False, True)  # biases, one layer, no dropout, training, both directions, batch first
    gru = lambda x, *weights: torch._VF.gru(x, torch.zeros(1, 2, 2).double(), weights, *flags)[0]
    lstm = lambda x, *weights: torch._VF.lstm(x, (torch.zeros(1, 2, 2).double(),) * 2, weights, *flags)[0]
    parameters = lambda gates: ((gates * 2, 3), (gates * 2, 2), (gates * 2,), (gates * 2,))
    write("nn/gru_cell", [layer("gru_cell", nn.GRUCell(3, 5).double(), state, (2, 3), (2, 5)),
                          layer("gru_cell_one", nn.GRUCell(1, 1).double(), state, (1, 1), (1, 1)),
                          Case("gru", gru, (2, 3, 3), *parameters(3), low=-1, high=1)])
    write("nn/lstm_cell", [layer("lstm_cell", nn.LSTMCell(3, 5).double(), states, (2, 3), (2, 5), (2, 5)),
                           layer("lstm_cell_one", nn.LSTMCell(1, 1).double(), states, (1, 1), (1, 1), (1, 1)),
                           Case("lstm", lstm, (2, 3, 3), *parameters(4), low=-1, high=1)])


def attend(mask, q, k, v=None):
    """Equation 1 of Vaswani et al. 2017; without v only the weights."""
    scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
    if mask:
        scores = scores + torch.full(scores.shape, -math.inf).double().triu(1)
    weights = torch.softmax(scores, -1)
    return weights if v is None else weights @ v


def attentions():
    full, causal = (lambda *x: attend(False, *x)), (lambda *x: attend(True, *x))
    write("ops/scaled_dot_product_attention",
          [Case("attention_full", full, (2, 3, 2), (2, 5, 2), (2, 5, 3)),
           Case("attention_causal", causal, (2, 3, 2), (2, 3, 2), (2, 3, 1)),
           Case("attention_one", causal, (1, 1), (1, 1), (1, 1)),
           Case("attention_weights_17", causal, (17, 3), (17, 3))])
    heads = lambda features, count: nn.MultiheadAttention(features, count, batch_first=True).double()
    mask = torch.full((3, 3), -math.inf).double().triu(1)
    write("nn/multi_head_attention",
          [layer("multi_head", heads(4, 2), lambda run, x: run(x, x, x)[0], (2, 3, 4)),
           layer("multi_head_causal", heads(6, 3), lambda run, x: run(x, x, x, None, True, mask)[0], (1, 3, 6)),
           layer("multi_head_one", heads(1, 1), lambda run, x: run(x, x, x)[0], (1, 1, 1)),
           layer("multi_head_weights", heads(4, 2), lambda run, x: run(x, x, x, None, True, mask, False)[1], (2, 3, 4))])


def transformer_blocks():
    block = lambda features, heads, between, **how: nn.TransformerEncoderLayer(features, heads, between, dropout=0,
                                                                               batch_first=True, **how).double()
    mask = torch.full((3, 3), -math.inf).double().triu(1)
    write("nn/transformer_block",
          [layer("transformer_one", block(1, 1, 1), lambda run, x: run(x), (1, 1, 1)),
           layer("transformer", block(4, 2, 3), lambda run, x: run(x), (2, 3, 4)),
           layer("transformer_norm_first", block(3, 1, 5, norm_first=True, activation="gelu"), lambda run, x: run(x, mask), (1, 3, 3))])


element_wise_operations()
binary_operations()
reductions()
shape_operations()
embeddings()
softmax_operations()
standardizations()
products()
linear_layers()
convolutions()
poolings()
recurrent_layers()
attentions()
transformer_blocks()
losses()
