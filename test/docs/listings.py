"""The listings in the documentation are those of the programs."""

import os
import subprocess
import sys

source = os.environ["HELLO_DL_SOURCE"]
sys.exit(subprocess.run([sys.executable, f"{source}/test/support/listings.py", "--check"], check=False).returncode)
