"""Each operation has its line in docs/operations.md and a test of its own."""

import os
import pathlib
import sys

NOT_OPERATIONS = {"axes", "image_attributes", "ops", "vocabulary"}


def problems(source):
    """A sentence for each operation that lacks its line or its test."""
    page = (source / "docs/operations.md").read_text(encoding="utf-8")
    for header in sorted((source / "include/hello_dl/ops").glob("*.hpp")):
        if header.stem in NOT_OPERATIONS:
            continue
        if f"include/hello_dl/ops/{header.name})" not in page:
            yield f"docs/operations.md has no line with a link to include/hello_dl/ops/{header.name}"
        if not (source / f"test/ops/{header.stem}.cpp").is_file():
            yield f"include/hello_dl/ops/{header.name} has no test test/ops/{header.stem}.cpp"


found = list(problems(pathlib.Path(os.environ["HELLO_DL_SOURCE"])))
if found:
    sys.exit("\n".join(found))
