"""Training and inference of the models in models.hpp, by this library and by its peers."""

import collections
import os
import statistics

import tools

OURS = "hello_dl"
NATIVE = ["-w", "-O3", "-march=native", "-ffast-math", "-fopenmp"]
PEERS = tools.BENCH / "peers"

# program -> (compiler and what it needs, the Debian package)
PEER_PROGRAMS = {
    "torch_cpp": (["-std=c++17", "-w", "-O2", "-I/usr/include/torch/csrc/api/include", PEERS / "torch_cpp.cc",
                   "-ltorch", "-ltorch_cpu", "-lc10"], "libtorch-dev"),
    "hand_c": (["-x", "c", "-std=gnu11", *NATIVE, "-mprefer-vector-width=512", PEERS / "hand_c.c", "-lopenblas", "-lm"],
               "libopenblas-pthread-dev"),
    "hand_eigen": (["-std=c++20", *NATIVE, "-isystem", "/usr/include/eigen3", PEERS / "hand_eigen.cc"], "libeigen3-dev"),
    "dnnl_peer": (["-std=c++20", *NATIVE, PEERS / "dnnl_peer.cc", "-ldnnl"], "libdnnl-dev"),
}

# Samples in a chunk, with one thread and with two. A batch has 64: one thread need not cut it.
CHUNKS = {"M0": (64, 32), "M1": (64, 32), "M2": (32, 32), "M3": (32, 32), "M3H": (32, 32)}

WHAT = {"M0": "16-16-16-4, ReLU, SGD: the pure cost of a step",
        "M1": "784-128-64-26, ReLU, SGD",
        "M2": "two convolutions with max-pooling, 800-128-26, ReLU, Adam",
        "M3": "three convolutions with max-pooling, 512-64-26, GELU (tanh), Adam",
        "M3H": "the network of berthubert/hello-dl: three convolutions, 512-64-128-26, GELU (erf), Adam"}

# Layers with weights: (in, out) of a linear one, (in, out, rows of the result) of a 3x3 convolution.
LAYERS = {"M0": [(16, 16), (16, 16), (16, 4)],
          "M1": [(784, 128), (128, 64), (64, 26)],
          "M2": [(1, 16, 26), (16, 32, 11), (800, 128), (128, 26)],
          "M3": [(1, 32, 26), (32, 64, 11), (64, 128, 4), (512, 64), (64, 26)],
          "M3H": [(1, 32, 26), (32, 64, 11), (64, 128, 4), (512, 64), (64, 128), (128, 26)]}

COLUMNS = [("train64", 1, "training, 1 thread, samples/s"), ("train64", 2, "2 threads"),
           ("infer64", 1, "inference, 1 thread, samples/s"), ("infer64", 2, "2 threads"),
           ("train1", 1, "step at batch 1, us"), ("infer1", 1, "inference at batch 1, us")]

# How OpenMP's threads wait. Which is faster depends on the peer and the model, so both are tried and the better counts.
WAITING = {1: [{}], 2: [{}, {"OMP_WAIT_POLICY": "passive"}]}


def flop(model, metric):
    """Floating-point operations per sample in matrix products and convolutions.

    >>> flop("M0", "infer64"), flop("M0", "train64")
    (1152, 2944)
    """
    forward = [2 * l[0] * l[1] if len(l) == 2 else 18 * l[0] * l[1] * l[2] ** 2 for l in LAYERS[model]]
    return sum(forward) if metric.startswith("infer") else 3 * sum(forward) - forward[0]


class Results:
    """What the programs' result lines say (peers/common.h describes them)."""

    def __init__(self):
        # (peer, model, threads, metric) -> how OpenMP waits -> one value for each round
        self.values = collections.defaultdict(lambda: collections.defaultdict(list))
        self.losses = {}
        self.memory = {}
        self.noisy = set()

    def read(self, text, waiting=0):
        """Adds the result lines of one run.

        >>> r = Results(); r.read("R a M1 2 train64 10 9 11 3/5", 0); r.read("R a M1 2 train64 20 9 21 3/5", 1)
        >>> r.read("R a M1 2 train64 12 9 11 3/5", 0); r.of("a", "M1", 2, "train64"), r.median("a", "M1", 2, "train64")
        ([20.0], 20.0)
        """
        for line in text.splitlines():
            kind, *words = line.split()
            if kind == "R":
                key = (words[0], words[1], int(words[2]), words[3])
                self.values[key][waiting].append(float(words[4]))
                quiet = int(words[7].split("/")[0])
                (self.noisy.add if quiet < 2 else self.noisy.discard)(key)
            elif kind == "M":
                self.memory[words[0], words[1], int(words[2])] = float(words[3]) / 1024
            elif kind == "C":
                self.losses[words[0], words[1]] = list(map(float, words[2:]))

    def of(self, *key):
        """The values of all rounds, with the way of waiting that was better."""
        ways = [v for v in self.values[key].values() if v]
        better = max if key[3].endswith("64") else min
        return better(ways, key=statistics.median) if ways else []

    def median(self, *key):
        return statistics.median(self.of(*key)) if self.of(*key) else None

    def peers(self):
        return list(dict.fromkeys(key[0] for key in self.values))

    def fastest(self, model, threads, metric, start=""):
        """The fastest peer whose name starts so, or None."""
        found = {p: self.median(p, model, threads, metric) for p in self.peers() if p != OURS and p.startswith(start)}
        found = {p: value for p, value in found.items() if value}
        better = max if metric.endswith("64") else min
        return better(found, key=found.get) if found else None

    def ratio(self, model, threads, metric, peer):
        """How many times faster than the peer: the median of the rounds' ratios, or None.

        >>> r = Results(); r.read("R hello_dl M1 1 train1 10 9 11 5/5\\nR b M1 1 train1 25 20 30 5/5")
        >>> r.ratio("M1", 1, "train1", r.fastest("M1", 1, "train1"))
        2.5
        """
        pairs = list(zip(self.of(OURS, model, threads, metric), self.of(peer, model, threads, metric)))
        if not pairs:
            return None
        return statistics.median(a / b if metric.endswith("64") else b / a for a, b in pairs)


def our_program(model, threads):
    """The name of our program for a model, and how it is compiled."""
    chunk = CHUNKS[model][threads - 1]
    return f"{model.lower()}_{chunk}", [tools.COMPILERS["g++"], *tools.RELEASE["g++"], *tools.INCLUDES,
                                        f"-DMODEL={model.lower()}", f'-DNAME="{model}"', f"-DCHUNK={chunk}",
                                        tools.BENCH / "peer_model.cpp", "-pthread"]


def python_with_torch():
    """The Python that can import torch, or None: Debian's, if another stands before it in PATH."""
    return next((p for p in ("python3", "/usr/bin/python3") if tools.output_of(p, "-c", "import torch, numpy; print(1)")),
                None)


def build_peers(wanted):
    """Programs of the peers that are there: name -> command. Says which are not, once."""
    if not wanted:
        return {}
    missing = tools.build({name: [tools.COMPILERS["g++"], *command] for name, (command, _) in PEER_PROGRAMS.items()})
    for name in missing:
        tools.say(f"  without {name}: it does not build, is {PEER_PROGRAMS[name][1]} there? (build/bench/{name}.log)")
    commands = {name: [tools.BUILD / name] for name in PEER_PROGRAMS if name not in missing}
    if python := python_with_torch():
        commands["torch_peer"] = [python, PEERS / "torch_peer.py"]
    else:
        tools.say("  without PyTorch in Python: no python3 can import torch and numpy (python3-torch)")
    return commands


def measure(options, environment):
    """Builds everything, then lets the programs take turns: within a round, model by model."""
    thread_counts = (1, 2)[:len(tools.CPUS)]
    peers = build_peers(options.peers)
    tools.build(dict(our_program(m, t) for m in LAYERS for t in thread_counts))
    settings = {"PEERS_GROUP_S": "0.04" if options.quick else "0.06", "PEERS_REPS": "3" if options.quick else "5",
                "PEERS_WAIT_S": "1" if options.quick else "3", **environment}
    results = Results()
    rounds = 1 if options.quick else 3
    for number in range(rounds):
        for model in LAYERS:
            tools.say(f"  round {number + 1} of {rounds}: {model}")
            for threads in thread_counts:
                clock = {"PEERS_CLOCK": "cpu"} if threads == 1 else {}
                ours = tools.BUILD / our_program(model, threads)[0]
                if ours.exists():
                    results.read(tools.run([ours, threads], threads, {**settings, **clock}))
                for command in peers.values():
                    for way, waiting in enumerate(WAITING[threads]):
                        results.read(tools.run([*command, threads, model], threads, {**settings, **clock, **waiting}), way)
    return results


def cell(results, peer, model, threads, metric):
    value = results.median(peer, model, threads, metric)
    mark = " ~" if threads > 1 and (peer, model, threads, metric) in results.noisy else ""
    return tools.short(value) + mark


def ratio_row(results, model, name, start):
    row = [f"**{name}**"]
    for metric, threads, _ in COLUMNS:
        peer = results.fastest(model, threads, metric, start)
        ratio = results.ratio(model, threads, metric, peer) if peer else None
        row.append(f"**{ratio:.2f}x**" if ratio else "-")
    return row


def peak_row(results, model, peak):
    row = ["share of the FMA peak"]
    for metric, threads, _ in COLUMNS:
        value = results.median(OURS, model, threads, metric)
        usable = value and peak.get(threads) and metric.endswith("64")
        row.append(f"{100 * value * flop(model, metric) / (1e9 * peak[threads]):.0f} %" if usable else "-")
    return row


def model_table(results, model, peak):
    rows = [[peer, *(cell(results, peer, model, threads, metric) for metric, threads, _ in COLUMNS)]
            for peer in results.peers() if any(results.median(peer, model, t, m) for m, t, _ in COLUMNS)]
    rows += [ratio_row(results, model, "ours / PyTorch", "torch"), ratio_row(results, model, "ours / fastest peer", ""),
             peak_row(results, model, peak)]
    chunks = " and ".join(str(c) for c in dict.fromkeys(CHUNKS[model]))
    head = f"### {model}: {WHAT[model]}\n\n{flop(model, 'train64') / 1e6:.3f} MFLOP per sample in training; our chunks: {chunks}\n\n"
    return head + tools.table(["batch 64", *(what for _, _, what in COLUMNS)], rows)


def losses_sentence(results):
    """Whether all compute the same training, from the losses of its first three steps."""
    if len({peer for peer, _ in results.losses}) < 2:
        return "There is no peer to compare losses with."
    wrong = []
    for (peer, model), losses in results.losses.items():
        reference = results.losses.get((OURS, model), losses)
        if any(abs(a - b) > 2e-5 for a, b in zip(reference, losses)):
            wrong.append(f"{peer} {model}: {losses}, expected {reference}")
    if wrong:
        return "**Not the same training:** " + "; ".join(wrong)
    return "The losses of the first three steps agree within 0.00002 between all rows of a table: all compute the same training."


def memory_table(results):
    """Resident memory of processes that train M2."""
    rows = [[peer, *(tools.short(results.memory.get((peer, "M2", t))) for t in (1, 2))]
            for peer in results.peers() if (peer, "M2", 1) in results.memory]
    return "## Memory\n\nPeak resident memory of a process that trains M2 at batch 64, in MB.\n\n" + \
        tools.table(["", "1 thread", "2 threads"], rows)


def section(options, environment, peak):
    """The tables of the models and of memory, and the results."""
    results = measure(options, environment)
    text = "## Models\n\nBatch 64 unless said otherwise; ~ marks what other processes disturbed. " + losses_sentence(results)
    text += "".join("\n\n" + model_table(results, model, peak) for model in LAYERS)
    return text + "\n\n" + memory_table(results), results
