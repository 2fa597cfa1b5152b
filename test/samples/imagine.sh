# labels: slow
# A sheet for all letters, one with a map beside each, and the way from one to another in eight pictures and as a film; from a
# training that was kept, another way without training again. What cannot be turned is refused.
set -eu
. "$HELLO_DL_SOURCE/test/support/sample.sh"

pictures() {
  picture imagine.png 1440 836
  picture imagine-where.png 1644 1454
  picture imagine-steps.png 828 424
  picture imagine-film.png 420 218 25
  rm "$folder"/*.png
}

sample imagine --quick --threads 1 --save "$folder/kept" | grep '^a to g in .* steps'
pictures
sample imagine --resume "$folder/kept" --threads 1 --from c --to e >"$folder/output"
grep '^c to e in .* steps' "$folder/output"
if grep '^epoch' "$folder/output"; then
  exit 1
fi
pictures

refusal "imagine: --from and --to: expected two different letters, found 'g' twice" sample imagine --from g
refusal "imagine: --to: expected one of a b c d e f g h i j k l m n o p q r s t u v w x y z, found '7'" sample imagine --to 7
