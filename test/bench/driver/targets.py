"""What was to be reached, and what this run reached."""

import models
import tools

# (model, threads, metric, start of the peer's name, times faster)
RATIOS = [*((m, t, "train64", "torch", 2.5) for m in ("M1", "M2", "M3", "M3H") for t in (1, 2)),
          ("M0", 1, "train1", "torch", 100), ("M1", 1, "train1", "torch", 10), ("M2", 1, "infer1", "torch", 5),
          ("M1", 1, "train64", "", 1.15), *((m, 1, "train64", "", 1.25) for m in ("M2", "M3", "M3H")),
          ("M0", 1, "train1", "", 1), ("M1", 1, "train1", "", 1), ("M2", 1, "infer1", "", 1)]

METRICS = {"train64": "training at batch 64", "train1": "a training step at batch 1", "infer1": "inference at batch 1"}


def verdict(value, reached, disturbed=False):
    """The last two cells of a row: a figure that other processes disturbed proves nothing.

    >>> verdict("2x", True), verdict("2x", False), verdict("2x", True, True), verdict(None, None)
    (['2x', 'reached'], ['2x', '**not reached**'], ['2x', 'disturbed'], ['-', 'not measured'])
    """
    if value is None:
        return ["-", "not measured"]
    return [value, "disturbed" if disturbed else "reached" if reached else "**not reached**"]


def is_disturbed(results, *keys):
    """Whether a figure with two threads was; with one, processor time is measured."""
    return any(threads > 1 and (peer, model, threads, metric) in results.noisy for peer, model, threads, metric in keys)


def ratio_rows(results):
    for model, threads, metric, start, least in RATIOS:
        peer = results.fastest(model, threads, metric, start)
        ratio = results.ratio(model, threads, metric, peer) if peer else None
        against = f"{'PyTorch' if start else 'the fastest peer'}{f' ({peer})' if peer else ''}"
        what = f"{model}, {METRICS[metric]}, {threads} thread{'s' if threads > 1 else ''}, against {against}"
        disturbed = is_disturbed(results, (models.OURS, model, threads, metric), (peer, model, threads, metric))
        yield [what, f">= {least}x", *verdict(ratio and f"{ratio:.2f}x", ratio and ratio >= least, disturbed)]


def gain_rows(results):
    """What the second thread gives."""
    for model in ("M2", "M3"):
        one, two = (results.median(models.OURS, model, t, "train64") for t in (1, 2))
        gain = two / one if one and two else None
        yield [f"{model}, training at batch 64, two threads against one", ">= 1.8x",
               *verdict(gain and f"{gain:.2f}x", gain and gain >= 1.8, is_disturbed(results, (models.OURS, model, 2, "train64")))]


def memory_row(results):
    ours = results.memory.get((models.OURS, "M2", 1))
    torch = min((mb for (peer, model, t), mb in results.memory.items()
                 if peer.startswith("torch") and model == "M2" and t == 1), default=None)
    share = ours / torch if ours and torch else None
    return ["M2, training at batch 64: resident memory against PyTorch", "<= 0.1x",
            *verdict(share and f"{share:.3f}x", share and share <= 0.1)]


def compile_rows(costs):
    """`costs`: what compiling took, by compiler and program (compiling.py)."""
    of = {name: cost for (compiler, name), cost in costs.items() if compiler == "g++"}
    limits = [("letters", "letters, one number of classes, with its gradient", 20, 1500), ("scalar", "scalar derivatives only", 1.5, None)]
    for name, what, seconds, megabytes in limits:
        cost = of.get(name)
        yield [f"compiling {what}, g++", f"<= {seconds} s", *verdict(cost and f"{cost.seconds:.1f} s", cost and cost.seconds <= seconds)]
        if megabytes:
            yield [f"compiling {what}, g++", f"<= {megabytes / 1000} GB",
                   *verdict(cost and f"{cost.megabytes / 1000:.2f} GB", cost and cost.megabytes <= megabytes)]
    for fewer, more in (("layers_1", "layers_2"), ("layers_2", "layers_4")):
        extra = of[more].seconds - of[fewer].seconds if fewer in of and more in of else None
        yield [f"compiling {more.replace('layers_', '')}x instead of {fewer.replace('layers_', '')}x the layers, g++", "<= 6 s more",
               *verdict(extra and f"{extra:.1f} s", extra and extra <= 6)]


def section(results, costs):
    rows = []
    if results:
        rows += [*ratio_rows(results), *gain_rows(results), memory_row(results)]
    if costs:
        rows += compile_rows(costs)
    return "## Targets\n\n" + tools.table(["what", "target", "this run", ""], rows)
