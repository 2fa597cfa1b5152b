# labels: slow
# A picture, a line for each epoch and one for the n-grams, and names that begin as they should; the same for the same seed. What
# cannot be learned from, and a beginning that cannot be read, are refused.
set -eu
. "$HELLO_DL_SOURCE/test/support/sample.sh"

sample names --quick --epochs 1 --threads 1 --prompt Ma --temperature 0.5 >"$folder/output"
grep '^epoch 1/1 ' "$folder/output"
grep '^n-grams of 1, 2, 3, 4, 5, 6 characters: 4.668 ' "$folder/output"
test "$(grep -c '^  Ma' "$folder/output")" = 20
picture names.png 892 978
sample names --quick --epochs 1 --threads 2 --prompt Ma --temperature 0.5 | diff -I samples/s "$folder/output" -

refusal "names: $folder/none: expected a file, found none" sample names --text "$folder/none"
yes Ada | head -n 260 >"$folder/few"
refusal "names: $folder/few: expected at least 1024 bytes in nine tenths of its lines, found 936" sample names --text "$folder/few"
refusal "names: --prompt: expected only characters of the text that is learned, found another in 'M4' (byte 2) (--help tells the options)" \
  sample names --prompt M4
