# labels: compile
# The numbers of instantiations are those of the committed baseline. It counts what clang++ does: once is enough.
set -eu
case "$CXX" in *clang*) ;; *) exit 77 ;; esac
exec python3 "$HELLO_DL_SOURCE/test/bench/driver/counts.py"
