# labels: slow
# A training that is interrupted goes on to the same bytes, with any number of threads; what cannot be is one sentence.
set -eu
. "$HELLO_DL_SOURCE/test/support/sample.sh"

sample digits --quick --save "$folder/whole" --threads 1 >/dev/null

# The second epoch has begun when the first one's line is there.
"$HELLO_DL_BUILD/samples/digits" --out "$folder" --quick --save "$folder/cut" --threads 2 >"$folder/log" &
while ! grep -q '^epoch 1/2' "$folder/log"; do sleep 0.01; done
kill -TERM $! || true
status=0
wait $! || status=$?
[ "$status" -eq 143 ] || [ "$status" -eq 0 ]
if [ "$status" -eq 143 ]; then
  grep -q "^saved after step [0-9]*, to go on: samples/run digits --resume $folder/cut$" "$folder/log"
fi
sample digits --resume "$folder/cut" --threads 3 >/dev/null
for file in model training; do cmp "$folder/whole/$file.safetensors" "$folder/cut/$file.safetensors"; done

sample digits --quick --init "$folder/whole/model.safetensors" | grep -q "^took 6 of 6 tensors from $folder/whole/model.safetensors$"
refusal "digits: --resume goes without --epochs: the run goes on as it was begun (--help tells the options)" \
  sample digits --resume "$folder/cut" --epochs 3
refusal "digits: $folder/none/training.safetensors: expected a file, found none" sample digits --resume "$folder/none"
head -c 4 "$folder/cut/training.safetensors" >"$folder/whole/training.safetensors"
refusal "digits: $folder/whole/training.safetensors: expected a safetensors file, found that it ends within the size of its header" \
  sample digits --resume "$folder/whole"
refusal "digits: $folder/cut/training.safetensors: expected a tensor 'hidden1.weight' of F32 [256, 784], found none of that name" \
  sample digits --quick --init "$folder/cut/training.safetensors"
! sample digits --quick --lr 900 >/dev/null 2>"$folder/refusal"
grep -q "^digits: step [0-9]*: the loss is .*; the first that is not finite: .*; nothing was saved (--save DIR does that)$" "$folder/refusal"
