# labels: slow
# Told to learn for one epoch, it says how well it guesses what it has not seen, writes on from the prompt, and draws where it
# looks. What was kept writes on from another prompt without learning. What it cannot begin with is refused before it learns.
set -eu
. "$HELLO_DL_SOURCE/test/support/sample.sh"

sample transformer --quick --epochs 1 --threads 1 --prompt "Mr. " --temperature 0 --save "$folder/kept" >"$folder/output"
grep '^epoch 1/1 ' "$folder/output"
grep '^held out, all 4000 characters: [1-6]\.[0-9]* bits per character' "$folder/output"
grep '^n-grams of 1, 2, 3, 4, 5, 6 characters: 4.485 ' "$folder/output"
grep '^Mr\. ' "$folder/output"
picture attention.png 2216 1210
sample transformer --resume "$folder/kept" --prompt "Mrs. " --temperature 0 >"$folder/again"
grep '^Mrs\. ' "$folder/again"
[ "$(grep '^held out, all' "$folder/output")" = "$(grep '^held out, all' "$folder/again")" ]
if grep '^epoch' "$folder/again"; then exit 1; fi

refusal "transformer: $folder/none: expected a file, found none" sample transformer --text "$folder/none"
refusal "transformer: --prompt: expected at least one character, found '' (--help tells the options)" sample transformer --prompt ""
refusal "transformer: --batch: expected a multiple of 8, found '12' (--help tells the options)" sample transformer --batch 12
refusal "transformer: --resume goes without --text: the run goes on as it was begun (--help tells the options)" \
  sample transformer --resume "$folder/kept" --text "$folder/output"
