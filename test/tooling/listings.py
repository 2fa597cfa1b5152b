"""Tests test/support/listings.py."""

import os
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.environ["HELLO_DL_SOURCE"] + "/test/support")
import listings  # noqa: E402

PROGRAM = """int main() {
  //[greeting
  if (true) {
    greet();
  }
  //]
}
"""
GREETING = "if (true) {\n  greet();\n}\n"


class Listings(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        (self.root / "hello.cpp").write_text(PROGRAM)
        self.page = self.root / "README.md"

    def problems(self, text):
        self.page.write_text(text)
        return list(listings.problems(self.root, self.page))

    def test_a_true_listing_is_accepted(self):
        self.assertEqual(self.problems(f"<!-- listing: hello.cpp#greeting -->\n```cpp\n{GREETING}```\n"), [])

    def test_a_whole_file_is_accepted(self):
        self.assertEqual(self.problems(f"<!-- listing: hello.cpp -->\n```cpp\n{PROGRAM}```\n"), [])

    def test_other_languages_need_no_listing(self):
        self.assertEqual(self.problems("```sh\nls\n```\n\n```\nplain\n```\n"), [])

    def test_a_stale_listing_is_told(self):
        [sentence] = self.problems("text\n<!-- listing: hello.cpp#greeting -->\n```cpp\nold\n```\n")
        self.assertRegex(sentence, r"^README.md:2: this is not hello.cpp#greeting any more")

    def test_a_cpp_block_without_a_listing_is_told(self):
        for block in ("```cpp\nint x;\n```\n", "  ```cpp\n  int x;\n  ```\n"):
            [sentence] = self.problems("```sh\nls\n```\n" + block)
            self.assertRegex(sentence, r"^README.md:4: this cpp block does not say")

    def test_unknown_places_are_told(self):
        for place, words in (("hello.cpp#farewell", "no region farewell"), ("gone.cpp", "no file gone.cpp")):
            [sentence] = self.problems(f"<!-- listing: {place} -->\n```cpp\n```\n")
            self.assertIn(words, sentence)

    def test_update_writes_the_listing_and_nothing_else(self):
        self.page.write_text("before\n<!-- listing: hello.cpp#greeting -->\n```cpp\nold\\n\n```\nafter\n")
        listings.update(self.root, self.page)
        self.assertEqual(self.page.read_text(),
                         f"before\n<!-- listing: hello.cpp#greeting -->\n```cpp\n{GREETING}```\nafter\n")


unittest.main()
