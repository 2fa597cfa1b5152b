"""The include arrows of include/hello_dl point only to the left."""

import doctest
import os
import pathlib
import re
import sys

ROOMS = ["core", "graph", "expr", "ops", "nn", "optim", "runtime"]


def rooms_open_to(room):
    """The rooms whose headers a room may include.

    >>> rooms_open_to("expr")
    ['core', 'graph', 'expr']
    >>> rooms_open_to("data")
    ['core', 'data']
    """
    return ["core", "data"] if room == "data" else ROOMS[:ROOMS.index(room) + 1]


def wrong_includes(room, text):
    """The includes in a file's text that the file's room may not have.

    >>> wrong_includes("graph", "#include <vector>\\n#include <hello_dl/core/shape.hpp>\\n")
    []
    >>> wrong_includes("graph", "#include <hello_dl/ops/sin.hpp>\\n#include <hello_dl/hello_dl.hpp>\\n")
    ['hello_dl/ops/sin.hpp', 'hello_dl/hello_dl.hpp']
    >>> wrong_includes("graph", '#include "node.hpp"\\n#include "../ops/sin.hpp"\\n')
    ['../ops/sin.hpp']
    """
    included = re.findall(r'^#include [<"]([^">]+)[">]', text, re.MULTILINE)
    allowed = tuple(f"hello_dl/{open_room}/" for open_room in rooms_open_to(room))
    return [path for path in included if path.startswith(("hello_dl/", "../")) and not path.startswith(allowed)]


def main():
    library = pathlib.Path(os.environ["HELLO_DL_SOURCE"]) / "include/hello_dl"
    wrong = [f"{file}: a header of {file.parts[0]}/ may not include <{path}>"
             for file in (f.relative_to(library) for f in sorted(library.glob("*/**/*.?pp")))
             for path in wrong_includes(file.parts[0], (library / file).read_text(encoding="utf-8"))]
    if wrong:
        sys.exit("\n".join(wrong))


if doctest.testmod().failed:
    sys.exit(1)
main()
