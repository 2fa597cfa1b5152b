"""Checks one case of a must-not-compile test.

usage: must_not_compile.py COMPILE_COMMANDS SOURCE [CASE]

With a CASE, compiling SOURCE with -DCASE must fail, and the first error line must contain the words of the
line "// error CASE: words" in SOURCE. Without one, SOURCE must compile, and each of its cases must have its words.
"""

import json
import os
import re
import shlex
import subprocess
import sys


def expected_words(source_text):
    """The words of each case, by its name."""
    return dict(re.findall(r"^// error (\w+): (.+)$", source_text, re.MULTILINE))


def compile_command(database, source):
    """The build's own command for a source file, changed to check it without writing a file."""
    with open(database, encoding="utf-8") as file:
        entry = next(e for e in json.load(file) if os.path.samefile(e["file"], source))
    words = shlex.split(entry["command"])
    output = words.index("-o")
    return words[:output] + words[output + 2:] + ["-fsyntax-only"], entry["directory"]


def compiler_output(database, source, defines):
    """Exit status and messages of the compiler."""
    command, directory = compile_command(database, source)
    run = subprocess.run(command + defines, cwd=directory, env={**os.environ, "LC_ALL": "C"},
                         stderr=subprocess.PIPE, text=True, check=False)
    return run.returncode, run.stderr


def check_refused(status, messages, words):
    """What is wrong with the compiler's answer to a case, or None."""
    if status == 0:
        return "this compiles, but must not"
    first = next((line for line in messages.splitlines() if re.search(r"\berror: ", line)), "(none)")
    if words not in first:
        return f"the first error line must contain: {words}\n  but is: {first}"
    return None


def check_compiles(status, messages, source_text):
    """What is wrong with the file without any case, or None."""
    if status != 0:
        return f"must compile without any case:\n{messages}"
    cases = set(re.findall(r"^#ifdef (\w+)$", source_text, re.MULTILINE))
    unmatched = cases ^ set(expected_words(source_text))
    if unmatched:
        return f"each case needs '// error NAME: words' and '#ifdef NAME': {', '.join(sorted(unmatched))}"
    return None


def main(database, source, case=None):
    with open(source, encoding="utf-8") as file:
        text = file.read()
    status, messages = compiler_output(database, source, [f"-D{case}"] if case else [])
    problem = check_refused(status, messages, expected_words(text)[case]) if case else check_compiles(status, messages, text)
    if problem:
        sys.exit(f"{source}{': ' + case if case else ''}: {problem}")


if __name__ == "__main__":
    main(*sys.argv[1:])
