# labels: slow
# The picture has a row and a column for each of 26 letters, and six rows of mistakes below.
set -eu
. "$HELLO_DL_SOURCE/test/support/sample.sh"
sample confusion --epochs 1 --threads 1
picture confusion.png 1236 2084
refusal "confusion: --split: expected letters, found 'digits' (--help tells the options)" sample confusion --split digits
