"""The examples in the benchmark's driver are true."""

import doctest
import importlib
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.environ["HELLO_DL_SOURCE"] + "/test/bench/driver")

failed = sum(doctest.testmod(importlib.import_module(name)).failed for name in ("tools", "machine", "models", "targets", "counts"))
sys.exit(1 if failed else 0)
