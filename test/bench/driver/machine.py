"""The machine, the compilers, the peers' versions, and settings that make the peers fast."""

import datetime
import os
import platform
import re
import subprocess

import tools

# A core that OpenBLAS does not know gets kernels of 2004 (Prescott: SSE3). These are those that use the vectors of today.
MODERN_CORES = {"avx512f": ({"SkylakeX", "Cooperlake", "Sapphirerapids", "SapphireRapids"}, "SKYLAKEX"),
                "avx2": ({"Haswell", "Zen", "Excavator"}, "HASWELL")}


def cpu_info(field):
    """A field of /proc/cpuinfo, of the first processor."""
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        return next((line.split(":", 1)[1].strip() for line in file if line.startswith(field)), "")


def openblas_core():
    """The processor that OpenBLAS takes this one for; "" without OpenBLAS."""
    program = "import ctypes; ctypes.CDLL('libopenblas.so.0')"
    result = subprocess.run(["python3", "-c", program], env={**os.environ, "OPENBLAS_VERBOSE": "2"},
                            capture_output=True, text=True, check=False)
    found = re.search(r"Core: (\S+)", result.stdout + result.stderr)
    return found[1] if found else ""


def better_core(core, flags):
    """The value of OPENBLAS_CORETYPE to set: "" if OpenBLAS has chosen well.

    >>> better_core("Prescott", "sse2 avx2 avx512f"), better_core("SkylakeX", "avx2 avx512f"), better_core("Prescott", "avx2")
    ('SKYLAKEX', '', 'HASWELL')
    >>> better_core("Haswell", "avx2 avx512f"), better_core("Zen", "avx2"), better_core("", "avx2"), better_core("Core2", "")
    ('SKYLAKEX', '', '', '')
    """
    for flag, (modern, setting) in MODERN_CORES.items():
        if core and flag in flags.split():
            return "" if core in modern else setting
    return ""


def openblas_setting():
    """Environment for all peers, and the sentence for the report."""
    core = openblas_core()
    setting = os.environ.get("OPENBLAS_CORETYPE") or better_core(core, cpu_info("flags"))
    if not core:
        return {}, "OpenBLAS is not there."
    if not setting:
        return {}, f"OpenBLAS takes this processor for {core}."
    return ({"OPENBLAS_CORETYPE": setting},
            f"OpenBLAS takes this processor for {core}; OPENBLAS_CORETYPE={setting} is set for all peers, which is faster.")


PACKAGES = ["libtorch1.13", "libtorch2.6", "python3-torch", "libdnnl2", "libdnnl3", "libopenblas0-pthread", "libeigen3-dev"]


def versions():
    """The peers' packages with their versions."""
    found = [(p, tools.output_of("dpkg-query", "-W", "-f", "${Version}", p)) for p in PACKAGES]
    return ", ".join(f"{p} {version}" for p, version in found if version) or "none"


def march():
    """What -march=native means here, and the width of vectors."""
    text = tools.output_of(tools.COMPILERS["g++"], "-march=native", "-Q", "--help=target")
    found = re.search(r"-march=\s+(\S+)", text)
    flags = cpu_info("flags").split()
    return f"{found[1] if found else '?'} ({next((f for f in ('avx512f', 'avx2', 'sse2') if f in flags), '?')})"


def limits(environment):
    """What the hardware can do: lines of peers/limits.cc as rows of a table, and FMA peaks by threads."""
    command = [tools.COMPILERS["g++"], "-std=c++17", "-O3", "-march=native", "-mprefer-vector-width=512", "-fopenmp",
               tools.BENCH / "peers" / "limits.cc"]
    if tools.build({"limits": command}):
        return [], {}
    rows, peak = [], {}
    for threads in (1, 2)[:len(tools.CPUS)]:
        clock = {"PEERS_CLOCK": "cpu"} if threads == 1 else {}
        settings = {**environment, **clock, "OMP_WAIT_POLICY": "passive"}
        for line in tools.run([tools.BUILD / "limits", threads], threads, settings).splitlines():
            _, what, _, unit, median, least, most, _ = line.split()
            rows.append([what, threads, unit, median, f"{least}..{most}"])
            if what.startswith("fma"):
                peak[threads] = max(peak.get(threads, 0), float(median))
    return rows, peak


def section(environment, openblas):
    """The first part of the report, and the FMA peak in GFLOP/s by number of threads."""
    rows, peak = limits(environment)
    compilers = [tools.output_of(path, "--version").splitlines()[0] for path in tools.COMPILERS.values() if path]
    facts = [["date", datetime.date.today().isoformat()],
             ["commit", tools.output_of("git", "-C", tools.ROOT, "describe", "--always", "--dirty") or "-"],
             ["processor", f"{cpu_info('model name')}, {len(tools.CPUS)} used"],
             ["-march=native", march()],
             ["load before", " ".join(f"{x:.2f}" for x in os.getloadavg())],
             ["system", f"Linux {platform.release()}"],
             ["compilers", "; ".join(compilers)],
             ["flags", " ".join(tools.RELEASE["g++"])],
             ["peers", versions()],
             ["OpenBLAS", openblas]]
    text = "## Machine\n\n" + tools.table(["what", ""], facts)
    if rows:
        text += "\n\n" + tools.table(["limit", "threads", "unit", "median", "range"], rows)
    return text, peak
