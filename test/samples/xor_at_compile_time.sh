# labels: slow
# The program prints what the compiler learned, and the time it took, which is never 0.
set -eu
"$HELLO_DL_BUILD/samples/xor_at_compile_time" | sed '$d' | diff "$HELLO_DL_SOURCE/test/samples/xor_at_compile_time.txt" -
"$HELLO_DL_BUILD/samples/xor_at_compile_time" | grep '^the compiler took .*[1-9].* s'
