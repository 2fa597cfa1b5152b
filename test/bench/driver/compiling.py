"""What compiling costs: seconds, memory, instantiations, the longest symbol."""

import json
import subprocess
import tempfile

import tools

COMPILE = tools.BENCH / "compile"
SCALAR = {"g++": ["-std=c++20"], "clang++": ["-std=c++20"]}
SAMPLES = [f"-I{tools.ROOT}/samples"]


def layers(times, wider):
    return ("layers.cpp", [f"-DTIMES={times}", f"-DWIDER={wider}"], tools.RELEASE)


def over_time(how, cell, time):
    return ("over_time.cpp", [f"-DOVER={how}", f"-DCELL={cell}", f"-DTIME={time}"], tools.RELEASE)


# name -> (what it is, (source, definitions, flags of each compiler))
PROGRAMS = {
    "scalar": ("a program with scalar derivatives, no flags", (tools.ROOT / "test/docs/first.cpp", [], SCALAR)),
    "formula_10": ("a formula of 10 nodes with its gradient", ("formula.cpp", ["-DNODES=10"], tools.RELEASE)),
    "formula_100": ("100 nodes", ("formula.cpp", ["-DNODES=100"], tools.RELEASE)),
    "formula_1000": ("1,000 nodes", ("formula.cpp", ["-DNODES=1000"], tools.RELEASE)),
    "letters": ("`letters` for 26 classes with its gradient", (tools.ROOT / "samples/letters/classes_26.cpp", SAMPLES, tools.RELEASE)),
    "layers_1": ("training 2 convolutions and 2 linear layers", layers(1, 0)),
    "layers_2": ("4 and 4, of repeated shapes", layers(2, 0)),
    "layers_4": ("8 and 8, of repeated shapes", layers(4, 0)),
    "wider_2": ("4 and 4, all of different shapes", layers(2, 1)),
    "wider_4": ("8 and 8, all of different shapes", layers(4, 1)),
    **{f"{cell}_{time}": (f"training a `{cell}` over {time} steps with `unroll`", over_time("unroll", cell, time))
       for cell in ("gru_cell", "lstm_cell") for time in (4, 8, 16)},
    **{f"{cell}_{time}_scan": (f"training a `{cell}` over {time} steps with `scan`", over_time("scan", cell, time))
       for cell in ("gru_cell", "lstm_cell") for time in (4, 16, 64)},
}
QUICK = ["scalar", "formula_10", "formula_100", "letters", "layers_1", "layers_2"]


def command(compiler, name):
    """How a program is compiled, without what to do with the result."""
    source, definitions, flags = PROGRAMS[name][1]
    return [tools.COMPILERS[compiler], *flags[compiler], *tools.INCLUDES, *definitions, COMPILE / source]


def instantiations(name, flags=()):
    """How many templates of the library clang instantiates: the same number on every run."""
    with tempfile.NamedTemporaryFile(suffix=".json") as trace:
        subprocess.run([*command("clang++", name), *flags, "-fsyntax-only", f"-ftime-trace={trace.name}",
                        "-ftime-trace-granularity=0"], check=True)
        events = json.load(trace)["traceEvents"]
    return sum(e["name"] in ("InstantiateClass", "InstantiateFunction") and e["args"]["detail"].startswith("hello_dl::")
               for e in events)


def longest_symbol(binary):
    """The length of the longest mangled name in an object file."""
    return max(len(line.split()[-1]) for line in tools.output_of("nm", binary).splitlines())


def measure(names):
    """(compiler, name) -> its costs, and the length of its longest symbol."""
    costs, symbols = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        binary = f"{folder}/program.o"
        for name in names:
            for compiler in filter(tools.COMPILERS.get, tools.COMPILERS):
                tools.say(f"  {compiler}: {PROGRAMS[name][0]}")
                costs[compiler, name] = tools.costs([*command(compiler, name), "-c", "-o", binary])
                symbols[compiler, name] = longest_symbol(binary)
    return costs, symbols


def row(name, costs, symbols):
    cells = [PROGRAMS[name][0]]
    for compiler in tools.COMPILERS:
        if cost := costs.get((compiler, name)):
            cells += [f"{cost.seconds:.1f} s", f"{cost.megabytes:.0f} MB", f"{symbols[compiler, name]:,}"]
        else:
            cells += ["-"] * 3
    return [*cells, f"{instantiations(name):,}" if tools.COMPILERS["clang++"] else "-"]


def section(options):
    """The table of this part, and the costs."""
    names = QUICK if options.quick else list(PROGRAMS)
    costs, symbols = measure(names)
    head = ["compiling"] + [f"{c}: {what}" for c in tools.COMPILERS for what in ("time", "memory", "longest symbol")] + ["instantiations"]
    text = tools.table(head, [row(name, costs, symbols) for name in names])
    return f"## Compiling\n\nProcessor time and peak memory with the flags above, letters in mangled names, and " \
        f"instantiations of this library's templates (clang's -ftime-trace).\n\n{text}", costs
