"""Exact counts against the committed baseline (test/bench/counts): the same on every run, so that any change is seen.

usage: counts.py            compare the numbers of instantiations (clang++-16)
       counts.py --update   count everything again and write the baseline"""

import os
import re
import sys

import compiling
import tools

BASELINE = tools.BENCH / "counts"
COUNTED = ["scalar", "formula_10", "formula_100", "letters", "layers_1", "layers_2"]
CLANG = "16"  # other versions count differently
PLAIN = ["-march=x86-64", "-O0"]  # instantiations depend on the width of vectors
HEAD = """# Exact counts of the benchmark's programs and models. Written by python3 test/bench/driver/counts.py --update
"""


def instantiations():
    """The lines about instantiations."""
    return {f"instantiations {name}": compiling.instantiations(name, PLAIN) for name in COUNTED}


def model_counts():
    """The lines of test/tooling/model_counts.cpp."""
    source = tools.ROOT / "test/tooling/model_counts.cpp"
    flags = ["-std=c++20", "-O1", *tools.LIMITS["g++"]]
    source_dir = f'-DHELLO_DL_SOURCE_DIR="{tools.ROOT}"'
    if tools.build({"model_counts": [tools.COMPILERS["g++"], *flags, *tools.INCLUDES, source_dir, source, "-pthread"]}):
        sys.exit("counts.py: test/tooling/model_counts.cpp does not compile (build/bench/model_counts.log)")
    return parse(tools.output_of(tools.BUILD / "model_counts", "--print"))


def parse(text):
    r"""Lines "what number".

    >>> parse("# comment\nm1 nodes 12\n")
    {'m1 nodes': 12}
    """
    return {what: int(number) for what, number in re.findall(r"^([^#\n].*) (\d+)$", text, re.MULTILINE)}


def differences(expected, found):
    """A sentence for each number that is not the baseline's, greater or smaller.

    >>> differences({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4})
    ['b: 3, the baseline says 2', 'c: 4, the baseline does not have it']
    >>> differences({"a": 1}, {})
    ['a: gone, the baseline says 1']
    """
    changed = [f"{what}: {found.get(what, 'gone')}, the baseline says {number}"
               for what, number in expected.items() if found.get(what) != number]
    return changed + [f"{what}: {number}, the baseline does not have it" for what, number in found.items() if what not in expected]


def has_clang():
    """Whether the compiler of the baseline is there."""
    return tools.COMPILERS["clang++"] and tools.output_of(tools.COMPILERS["clang++"], "-dumpversion").split(".")[0] == CLANG


def check():
    """The exit status of the test."""
    if not has_clang():
        print(f"skipped: the baseline counts what clang++ {CLANG} instantiates, and that is not here")
        return 0
    expected = {k: v for k, v in parse(BASELINE.read_text()).items() if k.startswith("instantiations ")}
    changed = differences(expected, instantiations())
    for sentence in changed:
        print(sentence)
    if changed:
        print("If that is meant, run: python3 test/bench/driver/counts.py --update")
    return 1 if changed else 0


def update():
    if not has_clang():
        sys.exit(f"counts.py: the baseline needs clang++ {CLANG}")
    counts = {**model_counts(), **instantiations()}
    BASELINE.write_text(HEAD + "".join(f"{what} {number}\n" for what, number in counts.items()))
    print(f"wrote {os.path.relpath(BASELINE)}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        update()
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        sys.exit(check())
