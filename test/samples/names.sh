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

# An interrupted training goes on to the same bytes. The second epoch has begun when the first one's line is there.
sample names --quick --epochs 3 --threads 1 --save "$folder/whole" >/dev/null
"$HELLO_DL_BUILD/samples/names" --out "$folder" --quick --epochs 3 --save "$folder/cut" --threads 2 >"$folder/log" &
while ! grep -q '^epoch 1/3' "$folder/log"; do sleep 0.01; done
kill -TERM $! || true
wait $! || true
sample names --resume "$folder/cut" --threads 1 >/dev/null
for file in model training; do cmp "$folder/whole/$file.safetensors" "$folder/cut/$file.safetensors"; done

refusal "names: $folder/none: expected a file, found none" sample names --text "$folder/none"
yes Ada | head -n 260 >"$folder/few"
refusal "names: $folder/few: expected at least 1024 bytes in nine tenths of its lines, found 936" sample names --text "$folder/few"
refusal "names: --prompt: expected only characters of the text that is learned, found another in 'M4' (byte 2) (--help tells the options)" \
  sample names --prompt M4
