"""Writes test/golden/nn and test/golden/optim: how PyTorch trains small networks, what its layers compute, and how its
optimisers and schedules go.

usage: /usr/bin/python3 test/support/golden_training.py     (needs Debian's python3-torch; any folder)

Everything is computed in double precision. Inputs are multiples of 1/128, as in golden.py; weights are what
PyTorch fills them with, in the order of declaration.
"""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.optim.swa_utils import AveragedModel

from golden import GOLDEN, tensor, uniform

STEPS = 20


def write(path, support, declarations):
    file = GOLDEN / (path + ".hpp")
    file.parent.mkdir(parents=True, exist_ok=True)
    head = f"#pragma once\n// From PyTorch {torch.__version__.split('a')[0]}; written by test/support/golden_training.py.\n\n" \
           f"#include <support/{support}.hpp>\n\nnamespace golden {{\n\n"
    file.write_text(head + "\n".join(declarations) + "\n}  // namespace golden\n", encoding="utf-8")


def declaration(kind, name, *tensors):
    return f"inline constexpr {kind} {name}{{\n    " + ",\n    ".join(map(tensor, tensors)) + "};\n"


def numbers(name, values):
    return f"inline constexpr auto {name} = {tensor(torch.as_tensor(values, dtype=torch.float64))};\n"


def flat(model):
    """Parameters, then buffers, each in the order of declaration; without PyTorch's counts of batches."""
    tensors = [*model.parameters(), *(b for b in model.buffers() if b.is_floating_point())]
    return torch.cat([t.detach().flatten() for t in tensors])


def nothing():
    pass


def train(model, optimiser, samples, labels, batch, before_step=nothing, after_step=nothing):
    """The loss before each of the steps; the batches follow one another in a circle."""
    losses = []
    for step in range(STEPS):
        first = step * batch % len(samples)
        optimiser.zero_grad()
        loss = F.cross_entropy(model(samples[first:first + batch]), labels[first:first + batch])
        loss.backward()
        before_step()
        optimiser.step()
        after_step()
        losses.append(loss.item())
    return torch.tensor(losses, dtype=torch.float64)


def training(name, model, optimiser, sample_shape, classes, samples, batch, words=None, **around_step):
    """Samples are real numbers, or indices of words if it is said how many there are."""
    generator = torch.Generator().manual_seed(1)
    shape = (samples, *sample_shape)
    inputs = torch.randint(words, shape, generator=generator) if words else uniform(shape, generator, -1, 1)
    labels = torch.randint(classes, (samples,), generator=generator, dtype=torch.int64)
    initial = flat(model)
    losses = train(model, optimiser, inputs, labels, batch, **around_step)
    return declaration("training_case", name, inputs.flatten(), labels, initial, losses, flat(model))


def perceptron():
    return nn.Sequential(nn.Linear(6, 7), nn.Tanh(), nn.Linear(7, 3)).double()


def networks():
    torch.manual_seed(0)
    mlp = perceptron()
    optimiser = torch.optim.SGD(mlp.parameters(), lr=0.1, momentum=0.9, weight_decay=0.01)
    write("nn/mlp", "golden_training", [training("mlp", mlp, optimiser, (6,), 3, 24, 6)])
    cnn = nn.Sequential(nn.Conv2d(1, 3, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(3, 4, 2), nn.ReLU(),
                        nn.Flatten(), nn.Linear(16, 5)).double()
    optimiser = torch.optim.Adam(cnn.parameters(), lr=0.01)
    write("nn/cnn", "golden_training", [training("cnn", cnn, optimiser, (1, 7, 7), 5, 8, 4)])
    normalised = nn.Sequential(nn.Conv2d(1, 3, 3, bias=False), nn.BatchNorm2d(3), nn.ReLU(), nn.Conv2d(3, 5, 3, bias=False),
                               nn.BatchNorm2d(5, momentum=0.25, eps=0.125), nn.ReLU(), nn.Flatten(), nn.Linear(45, 5)).double()
    optimiser = torch.optim.SGD(normalised.parameters(), lr=0.1, momentum=0.5)
    write("nn/normalised", "golden_training", [training("normalised", normalised, optimiser, (1, 7, 7), 5, 9, 3)])


class Call(nn.Module):
    """A function as a module without parameters."""

    def __init__(self, function):
        super().__init__()
        self.forward = function


def sinusoids(time, features):
    """As PyTorch's tutorial on transformers has them, for any number of features."""
    angles = torch.arange(time).double()[:, None] * torch.pow(1e4, -torch.arange(0, features, 2).double() / features)
    return torch.stack([angles.sin(), angles.cos()], -1).flatten(1)[:, :features]


def sequences():
    """Networks that read five words of seven."""
    torch.manual_seed(7)
    bag = nn.Sequential(nn.Embedding(7, 3), Call(lambda x: torch.tanh(x.mean(1))), nn.Linear(3, 4)).double()
    optimiser = torch.optim.Adam(bag.parameters(), lr=0.1)
    write("nn/embedding", "golden_training", [training("embedding", bag, optimiser, (5,), 4, 24, 6, words=7)])
    for name, recurrent in ("gru_training", nn.GRU), ("lstm_training", nn.LSTM):
        torch.manual_seed(8)
        reader = nn.Sequential(nn.Embedding(7, 3), recurrent(3, 5, batch_first=True), Call(lambda states: states[0][:, -1]),
                               nn.Linear(5, 4)).double()
        optimiser = torch.optim.Adam(reader.parameters(), lr=0.05)
        write(f"nn/{name}", "golden_training", [training(name, reader, optimiser, (5,), 4, 24, 6, words=7)])
    write("nn/positional_encoding", "golden_training", [numbers("sinusoids", sinusoids(17, 6)), numbers("sinusoids_odd", sinusoids(31, 3)),
                                                        numbers("sinusoids_one", sinusoids(1, 1))])
    torch.manual_seed(9)
    causal = torch.full((5, 5), -math.inf).double().triu(1)
    block = nn.TransformerEncoderLayer(4, 2, 6, dropout=0, activation="gelu", batch_first=True, norm_first=True)
    attending = nn.Sequential(nn.Embedding(7, 4), Call(lambda x: x + sinusoids(5, 4)), block, nn.Linear(4, 4)).double()
    attending[2].register_forward_pre_hook(lambda _, x: (*x, causal))
    reader = nn.Sequential(attending, Call(lambda x: x.mean(1)))
    optimiser = torch.optim.Adam(reader.parameters(), lr=0.02)
    write("nn/transformer_training", "golden_training",
          [training("transformer_training", reader, optimiser, (5,), 4, 24, 6, words=7)])


def layer(name, module, shape):
    x = uniform(shape, torch.Generator().manual_seed(2), -2, 2)
    write(f"nn/{name}", "golden_training",
          [declaration("layer_case", name, x.flatten(), flat(module), module(x).detach().flatten())])


def layers():
    torch.manual_seed(3)
    layer("linear", nn.Linear(5, 4).double(), (3, 5))
    layer("conv2d", nn.Conv2d(3, 2, 3, stride=2, padding=1).double(), (2, 3, 5, 7))
    layer("batch_norm2d", trained(nn.BatchNorm2d(3, momentum=0.25, eps=0.125).double(), (2, 3, 5, 7)), (2, 3, 5, 7))
    layer("layer_norm", trained(nn.LayerNorm(17, eps=0.125).double(), (3, 17)), (3, 17))


def trained(module, shape):
    """In evaluation, after a few forward runs, and with parameters that are not as they were at first."""
    generator = torch.Generator().manual_seed(7)
    for p in module.parameters():
        p.data = uniform(p.shape, generator, -2, 2)
    for _ in range(3):
        module(uniform(shape, generator, -1, 2))
    return module.eval()


def trajectory(name, make_optimiser, steps=STEPS, max_norm=math.inf):
    """Five parameters after each step with given gradients, which are clipped."""
    generator = torch.Generator().manual_seed(4)
    p = uniform((5,), generator, -2, 2).requires_grad_()
    start, gradients, path = p.detach().clone(), uniform((steps, 5), generator, -2, 2), []
    optimiser = make_optimiser([p])
    for gradient in gradients:
        p.grad = gradient.clone()
        nn.utils.clip_grad_norm_(p, max_norm)
        optimiser.step()
        path.append(p.detach().clone())
    return declaration("trajectory", name, start, gradients, torch.stack(path))


def optimisers():
    SGD, Adam, AdamW, RMSprop = torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW, torch.optim.RMSprop
    write("optim/sgd", "golden_training",
          [trajectory("sgd_plain", lambda p: SGD(p, lr=0.1), 8),
           trajectory("sgd_momentum", lambda p: SGD(p, lr=0.1, momentum=0.9), 8),
           trajectory("sgd_weight_decay", lambda p: SGD(p, lr=0.1, momentum=0.5, weight_decay=0.25), 8),
           trajectory("sgd_nesterov", lambda p: SGD(p, lr=0.125, momentum=0.75, nesterov=True)),
           trajectory("sgd_nesterov_weight_decay",
                      lambda p: SGD(p, lr=0.0625, momentum=0.5, weight_decay=0.25, nesterov=True))])
    write("optim/adam", "golden_training",
          [trajectory("adam_default", Adam, 8),
           trajectory("adam_fast", lambda p: Adam(p, lr=0.1), 8),
           trajectory("adam_other", lambda p: Adam(p, lr=0.1, betas=(0.5, 0.75), eps=0.125), 8),
           trajectory("adam_weight_decay", lambda p: Adam(p, lr=0.05, weight_decay=0.25))])
    write("optim/adamw", "golden_training",
          [trajectory("adamw_default", AdamW),
           trajectory("adamw_other", lambda p: AdamW(p, lr=0.05, betas=(0.5, 0.75), eps=0.125, weight_decay=0.25))])
    write("optim/rmsprop", "golden_training",
          [trajectory("rmsprop_default", RMSprop),
           trajectory("rmsprop_momentum", lambda p: RMSprop(p, lr=0.05, alpha=0.75, eps=0.125, momentum=0.5)),
           trajectory("rmsprop_weight_decay", lambda p: RMSprop(p, weight_decay=0.25)),
           trajectory("rmsprop_centered", lambda p: RMSprop(p, centered=True)),
           trajectory("rmsprop_centered_other", lambda p: RMSprop(p, lr=0.05, alpha=0.75, eps=0.125, momentum=0.5,
                                                                  weight_decay=0.25, centered=True))])
    write("optim/clipped", "golden_training",
          [trajectory("clipped_sgd", lambda p: SGD(p, lr=0.1, momentum=0.9, weight_decay=0.25), max_norm=2.5),
           trajectory("clipped_adam", lambda p: Adam(p, lr=0.1), max_norm=0.5)])


def schedule(name, make_scheduler, steps=25):
    """The learning rate of each step."""
    optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.3, momentum=0.9)
    scheduler, rates = make_scheduler(optimiser), []
    for _ in range(steps):
        rates.append(optimiser.param_groups[0]["lr"])
        optimiser.step()
        scheduler.step()
    return numbers(name, rates)


def schedules():
    S = torch.optim.lr_scheduler
    write("optim/schedule", "golden_training",
          [schedule("step_lr", lambda o: S.StepLR(o, 7)),
           schedule("step_lr_half", lambda o: S.StepLR(o, 4, gamma=0.5)),
           schedule("linear_lr", S.LinearLR),
           schedule("linear_lr_other", lambda o: S.LinearLR(o, start_factor=0.125, end_factor=0.75, total_iters=17)),
           schedule("cosine_annealing_lr", lambda o: S.CosineAnnealingLR(o, 10)),
           schedule("cosine_annealing_lr_above", lambda o: S.CosineAnnealingLR(o, 24, eta_min=0.01)),
           schedule("one_cycle_lr", lambda o: S.OneCycleLR(o, 0.3, total_steps=25)),
           schedule("one_cycle_lr_other",
                    lambda o: S.OneCycleLR(o, 0.3, total_steps=17, pct_start=0.5, div_factor=10, final_div_factor=100), 17),
           schedule("one_cycle_lr_short", lambda o: S.OneCycleLR(o, 0.3, total_steps=3), 3),
           schedule("warm_up_and_cosine", lambda o: S.SequentialLR(
               o, [S.LinearLR(o, start_factor=0.125, total_iters=6), S.CosineAnnealingLR(o, 19, eta_min=0.01)], [6])),
           schedule("three_schedules", lambda o: S.SequentialLR(
               o, [S.LinearLR(o, total_iters=3), S.StepLR(o, 4, gamma=0.5), S.CosineAnnealingLR(o, 11)], [5, 14]))])


def moving_average(decay):
    return lambda average, weight, _: decay * average + (1 - decay) * weight


def averages():
    """Nineteen weights that move at random, and their average after each move."""
    model = nn.Linear(19, 1, bias=False).double()
    weights, path = uniform((8, 1, 19), torch.Generator().manual_seed(6), -2, 2), []
    average = AveragedModel(model, avg_fn=moving_average(0.75))
    for weight in weights:
        model.weight.data = weight
        average.update_parameters(model)
        path.append(flat(average))
    write("optim/moving_average", "golden_training",
          [numbers("moving_weights", weights.flatten(1)), numbers("moving_averages", torch.stack(path))])


def recipe():
    """Warm-up, cosine, decoupled weight decay, clipping and an average of the weights, all at once."""
    torch.manual_seed(5)
    model, norms = perceptron(), []
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.05, weight_decay=0.1)
    S = torch.optim.lr_scheduler
    schedule = S.SequentialLR(optimiser, [S.LinearLR(optimiser, start_factor=0.25, total_iters=5),
                                          S.CosineAnnealingLR(optimiser, 15)], [5])
    average = AveragedModel(model, avg_fn=moving_average(0.875))

    def clip():
        norms.append(nn.utils.clip_grad_norm_(model.parameters(), 0.5).item())

    def go_on():
        schedule.step()
        average.update_parameters(model)

    trained = training("recipe", model, optimiser, (6,), 3, 24, 6, before_step=clip, after_step=go_on)
    write("optim/recipe", "golden_training",
          [trained, numbers("recipe_norms", norms), numbers("recipe_average", flat(average))])


if __name__ == "__main__":
    networks()
    sequences()
    layers()
    optimisers()
    schedules()
    averages()
    recipe()
