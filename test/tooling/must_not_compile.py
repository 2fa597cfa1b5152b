"""Tests test/support/must_not_compile.py."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SOURCE = """// error wrong_type: this needs a double
#ifdef wrong_type
#error "this needs a double"
#endif
// error other_words: something else
#ifdef other_words
#error "this needs a double"
#endif
// error accepted: anything
#ifdef accepted
#endif
"""


class MustNotCompile(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.source = self.folder / "error: here.cpp"
        self.source.write_text(SOURCE)
        command = f"{os.environ['CXX']} -o x.o -c '{self.source}'"
        (self.folder / "commands.json").write_text(json.dumps(
            [{"file": str(self.source), "directory": str(self.folder), "command": command}]))

    def check(self, *case):
        """Exit status and message of the tool."""
        run = subprocess.run([sys.executable, os.environ["HELLO_DL_SOURCE"] + "/test/support/must_not_compile.py",
                              self.folder / "commands.json", self.source, *case],
                             stderr=subprocess.PIPE, text=True, check=False)
        return run.returncode, run.stderr

    def test_the_expected_error_passes(self):
        self.assertEqual(self.check("wrong_type"), (0, ""))

    def test_other_words_fail_and_the_line_is_shown(self):
        status, message = self.check("other_words")
        self.assertEqual(status, 1)
        self.assertIn("must contain: something else", message)
        self.assertIn('"this needs a double"', message)

    def test_what_compiles_fails(self):
        status, message = self.check("accepted")
        self.assertEqual(status, 1)
        self.assertIn("this compiles, but must not", message)

    def test_the_file_without_a_case_must_compile(self):
        self.assertEqual(self.check(), (0, ""))
        self.source.write_text("int x = ;\n")
        status, message = self.check()
        self.assertEqual(status, 1)
        self.assertIn("must compile without any case", message)

    def test_each_case_needs_its_words(self):
        self.source.write_text(SOURCE + "#ifdef forgotten\n#endif\n")
        status, message = self.check()
        self.assertEqual(status, 1)
        self.assertIn("forgotten", message)

    def test_nothing_is_written(self):
        self.check("accepted")
        self.assertEqual({file.name for file in self.folder.iterdir()}, {"commands.json", self.source.name})


unittest.main()
