# labels: slow
# Two numbers for each letter, and pictures of what is drawn from them: closer to the letters than the mean of all images is. What was
# kept draws another walk without learning again.
set -eu
. "$HELLO_DL_SOURCE/test/support/sample.sh"

sample autoencoder --quick --threads 1 --save "$folder/kept" >"$folder/output"
awk '/^mean squared error/ { found = 1; exit !($8 + 0 < $NF + 0) } END { if (!found) exit 1 }' "$folder/output"
picture autoencoder-map.png 1176 588
picture autoencoder-pairs.png 2664 836
picture autoencoder-steps.png 1236 424
picture autoencoder-walk.png 216 218 34
sample autoencoder --resume "$folder/kept" --from c --to e >"$folder/again"
[ "$(grep '^mean squared' "$folder/output")" = "$(grep '^mean squared' "$folder/again")" ]
if grep '^epoch' "$folder/again"; then exit 1; fi

refusal "autoencoder: --from: expected one of a b c d e f g h i j k l m n o p q r s t u v w x y z, found '7'" sample autoencoder --from 7
