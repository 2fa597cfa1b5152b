# The programs in the documentation print what the documentation says: each X.txt here is the output of X.cpp.
set -eu
for expected in "$HELLO_DL_SOURCE"/test/docs/*.txt; do
  name=$(basename "$expected" .txt)
  "$HELLO_DL_BUILD/test/test.docs.$name" | diff "$expected" -
done
