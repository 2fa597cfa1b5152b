"""Runs the benchmark and prints its report (test/run bench --help)."""

import argparse
import time

import compiling
import machine
import models
import programs
import targets
import tools

PARTS = ["models", *programs.PROGRAMS, "compile"]


def arguments():
    parser = argparse.ArgumentParser(prog="test/run bench", description="Measures this library beside its peers.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"what to run, all by default: {' '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="one round and fewer programs")
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="only this library")
    options = parser.parse_args()
    for part in options.parts:
        if part not in PARTS:
            parser.error(f"there is no part '{part}', but: {' '.join(PARTS)}")
    options.parts = options.parts or PARTS
    return options


class Report:
    """Prints each section as it is finished, and keeps all in build/bench/report.md."""

    def __init__(self):
        tools.BUILD.mkdir(parents=True, exist_ok=True)
        self.file = open(tools.BUILD / "report.md", "w", encoding="utf-8")

    def add(self, text):
        for out in (None, self.file):
            print(text + "\n", file=out, flush=True)


def main():
    options, report, start = arguments(), Report(), time.monotonic()
    environment, openblas = machine.openblas_setting()
    results, costs = None, {}
    report.add("# Benchmark")
    text, peak = machine.section(environment, openblas)
    report.add(text)
    for part in options.parts:
        begin = time.monotonic()
        tools.say(f"{part} ...")
        if part == "models":
            text, results = models.section(options, environment, peak)
        elif part == "compile":
            text, costs = compiling.section(options)
        else:
            text = programs.section(part, options, environment)
        report.add(text)
        tools.say(f"{part}: {time.monotonic() - begin:.0f} s")
    if results or costs:
        report.add(targets.section(results, costs))
    tools.say(f"{time.monotonic() - start:.0f} s; the report is in build/bench/report.md")


main()
