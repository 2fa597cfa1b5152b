"""Keeps the listings in the documentation equal to the programs they are taken from.

usage: listings.py --check [ROOT]    one sentence for each block that is not as it should be; exit status 1 if any
       listings.py --update [ROOT]   writes the blocks anew

In README.md, CONTRIBUTING.md and docs/ each ```cpp block follows a line that says where it is from,
    <!-- listing: test/docs/example.cpp#region -->
A region goes from a line "//[region" to the next "//]"; without "#region" the whole file is meant. Blocks in
other languages (the output of a program, say) may have such a line too.
"""

import pathlib
import re
import sys
import textwrap

BLOCK = re.compile(r"^(?:<!-- listing: (?P<source>\S+) -->\n)? *```(?P<language>\w*)\n(?P<code>.*?)^ *```$",
                   re.MULTILINE | re.DOTALL)


class Problem(Exception):
    """A sentence on what is wrong."""


def listing(root, source):
    """The text that `source`, "path" or "path#region", stands for."""
    path, _, region = source.partition("#")
    if not (root / path).is_file():
        raise Problem(f"there is no file {path}")
    text = (root / path).read_text(encoding="utf-8")
    if not region:
        return text
    found = re.search(rf"^ *//\[{re.escape(region)}\n(.*?)^ *//\]$", text, re.MULTILINE | re.DOTALL)
    if not found:
        raise Problem(f"there is no region {region} in {path}")
    return textwrap.dedent(found[1])


def check_block(root, block):
    """Raises a Problem if a block is not the listing that it claims to be."""
    if block["source"] is None:
        if block["language"] == "cpp":
            raise Problem("this cpp block does not say which program it is from (<!-- listing: path#region -->)")
    elif block["code"] != listing(root, block["source"]):
        raise Problem(f"this is not {block['source']} any more; run test/support/listings.py --update")


def problems(root, page):
    """A sentence for each block of a page that is not as it should be."""
    text = page.read_text(encoding="utf-8")
    for block in BLOCK.finditer(text):
        try:
            check_block(root, block)
        except Problem as problem:
            line = text.count("\n", 0, block.start()) + 1
            yield f"{page.relative_to(root)}:{line}: {problem}"


def update(root, page):
    """Writes each listing of a page anew; one that cannot be found stays as it is, for --check to tell."""

    def renewed(block):
        if block["source"] is None:
            return block[0]
        try:
            code = listing(root, block["source"])
        except Problem:
            return block[0]
        return f"<!-- listing: {block['source']} -->\n```{block['language']}\n{code}```"

    text = page.read_text(encoding="utf-8")
    renewed_text = BLOCK.sub(renewed, text)
    if renewed_text != text:
        page.write_text(renewed_text, encoding="utf-8")


def pages(root):
    """The documentation."""
    return sorted([*root.glob("*.md"), *root.glob("docs/**/*.md")])


def main(arguments):
    if not arguments or arguments[0] not in ("--check", "--update"):
        sys.exit(__doc__)
    root = pathlib.Path(arguments[1]) if len(arguments) > 1 else pathlib.Path(__file__).resolve().parents[2]
    if arguments[0] == "--update":
        for page in pages(root):
            update(root, page)
    found = [sentence for page in pages(root) for sentence in problems(root, page)]
    print(*found, sep="\n", file=sys.stderr, end="\n" if found else "")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
