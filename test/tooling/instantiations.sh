# labels: compile
# The numbers of instantiations are those of the committed baseline.
set -eu
exec python3 "$HELLO_DL_SOURCE/test/bench/driver/counts.py"
