"""The benchmarks that print their own tables: test/bench/*.cpp, each a program."""

import tools

PROGRAMS = ["matmul", "matmul_steps", "convolution", "elements", "errors", "formulas", "loading", "memory"]
PEERS = {"matmul": ["-lopenblas", "-ldnnl"], "convolution": ["-ldnnl"], "formulas": ["-ladolc"]}
SOURCES = {"loading": [tools.ROOT / "include/hello_dl/data/augment.cpp"]}  # beside its own


def build(name, with_peers):
    """Builds a program, without peers if they are not there; whether it could be built."""
    source = tools.BENCH / f"{name}.cpp"
    command = [tools.COMPILERS["g++"], *tools.RELEASE["g++"], *tools.INCLUDES, source, *SOURCES.get(name, []), "-pthread"]
    with_peers = with_peers and name in PEERS
    if with_peers and not tools.build({name: [*command, "-DBENCH_PEERS", *PEERS[name]]}):
        return True
    if with_peers:
        tools.say(f"  {name}: without peers, as it does not build with {' '.join(PEERS[name])}")
    return not tools.build({name: command})


def section(name, options, environment):
    """The tables of one program."""
    title = f"## {name.capitalize()}\n\n"
    if not (tools.BENCH / f"{name}.cpp").exists():
        return title + f"There is no test/bench/{name}.cpp."
    if not build(name, options.peers):
        return title + f"Does not build, see build/bench/{name}.log."
    quick = {"BENCH_QUICK": "1"} if options.quick else {}
    one_thread = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", **quick, **environment}
    return title + (tools.run([tools.BUILD / name], len(tools.CPUS), one_thread).strip() or "It failed.")
