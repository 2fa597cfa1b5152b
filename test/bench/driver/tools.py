"""What all parts share: folders, commands, compilers, tables."""

import concurrent.futures
import dataclasses
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
BENCH = ROOT / "test" / "bench"
BUILD = ROOT / "build" / "bench"
CPUS = sorted(os.sched_getaffinity(0))

INCLUDES = [f"-I{ROOT}/include", f"-I{ROOT}/test"]
LIMITS = {"g++": ["-fconstexpr-ops-limit=1000000000", "-fconstexpr-loop-limit=10000000"],
          "clang++": ["-fconstexpr-steps=500000000"]}
# g++ 12 warns wrongly of overlapping copies (GCC bug 105651), and only in release builds.
RELEASE = {"g++": ["-std=c++20", "-O3", "-march=native", "-Wno-restrict", *LIMITS["g++"]],
           "clang++": ["-std=c++20", "-O3", "-march=native", *LIMITS["clang++"]]}


def first_of(*names):
    """The path of the first command that is there, or None."""
    return next((path for path in map(shutil.which, names) if path), None)


COMPILERS = {"g++": os.environ.get("CXX") or first_of("g++-12", "g++-13", "g++-14", "g++-15", "g++"),
             "clang++": first_of("clang++-16", "clang++-17", "clang++-18", "clang++-19", "clang++-20", "clang++")}


def say(text):
    """Progress, apart from the report."""
    print(text, file=sys.stderr, flush=True)


def output_of(*command):
    """What a command prints, or "" if it cannot be run or fails."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def table(head, rows):
    """A Markdown table.

    >>> print(table(["what", "samples/s"], [["M1", 12]]))
    | what | samples/s |
    |---|---|
    | M1 | 12 |
    """
    lines = ["| " + " | ".join(str(cell) for cell in row) + " |" for row in [head, *rows]]
    lines.insert(1, "|" + "---|" * len(head))
    return "\n".join(lines)


def short(number):
    """Three digits, as people read them; "-" if there is no number.

    >>> [short(x) for x in (None, 0.6234, 17.54, 183828, 9.5e6)]
    ['-', '0.623', '17.5', '184 k', '9.50 M']
    """
    if number is None:
        return "-"
    for unit, name in ((1e6, " M"), (1e4, " k")):
        if abs(number) >= unit:
            scaled = number / (unit if name == " M" else 1e3)
            return f"{scaled:#.3g}".rstrip(".") + name
    return f"{number:#.3g}".rstrip(".") if abs(number) < 1000 else f"{number:.0f}"


@dataclasses.dataclass
class Cost:
    """What a command took: processor seconds, and the most resident memory of one of its processes in MB."""
    seconds: float
    megabytes: float


def costs(command, **options):
    """Runs a command that must succeed, and measures it.

    >>> costs(["true"]).seconds < 1
    True
    """
    with subprocess.Popen(command, **options) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def newest_header():
    """When a header of the library or the benchmark was last changed."""
    headers = [f for folder in (ROOT / "include", BENCH) for f in folder.rglob("*.h*")]
    return max(f.stat().st_mtime for f in headers)


def is_fresh(program, log, command):
    """Whether a program was compiled by this command from what its source and the headers say now."""
    if not program.exists() or log.read_text().splitlines()[0] != shlex.join(command):
        return False
    sources = [pathlib.Path(word) for word in command if word.endswith((".cpp", ".cc", ".c"))]
    return program.stat().st_mtime > max(newest_header(), *(source.stat().st_mtime for source in sources))


def build(jobs):
    """Compiles programs, as many at a time as there are processors. `jobs`: name -> command without "-o name".
    Returns the names of those that do not compile; their commands and messages are in build/bench/NAME.log."""
    BUILD.mkdir(parents=True, exist_ok=True)

    def compile_one(job):
        name, command = job[0], list(map(str, job[1]))
        program, log = BUILD / name, BUILD / f"{name}.log"
        if is_fresh(program, log, command):
            return None
        program.unlink(missing_ok=True)
        start = time.monotonic()
        with open(log, "w", encoding="utf-8") as out:
            print(shlex.join(command), file=out, flush=True)
            status = subprocess.run([*command, "-o", program], stdout=out, stderr=out, check=False).returncode
        say(f"  {name}: {'built' if status == 0 else 'does not build'}, {time.monotonic() - start:.0f} s")
        return name if status else None

    with concurrent.futures.ThreadPoolExecutor(len(CPUS)) as pool:
        return [name for name in pool.map(compile_one, jobs.items()) if name]


def pin(threads):
    """For Popen's preexec_fn: the process stays on as many processors as it has threads."""
    return lambda: os.sched_setaffinity(0, CPUS[:threads])


def run(command, threads, environment):
    """The output of a program on `threads` processors; "" and a sentence if it fails."""
    settings = {**os.environ, "OMP_NUM_THREADS": str(threads), **environment}
    result = subprocess.run(list(map(str, command)), env=settings, preexec_fn=pin(threads), text=True,
                            capture_output=True, check=False)
    if result.returncode != 0:
        say(f"  {command[0]} failed ({result.returncode}): {result.stderr.strip()[-300:]}")
        return ""
    return result.stdout
