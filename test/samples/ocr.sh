# labels: slow
# Pages are read with the network that is there, a picture of one again from a file, and with a network that was trained just now.
# What cannot be read is refused.
set -eu
. "$HELLO_DL_SOURCE/test/support/sample.sh"

sample ocr --quick >"$folder/output"
awk '/^page/ { pages += 1; if ($5 + 0 > 93) good += 1 } END { exit !(pages == 2 && good == 2) }' "$folder/output"
picture ocr.png 1440 1120
picture ocr-read.png 1440 1120
cp "$folder/ocr.png" "$folder/photo.png"
sample ocr "$folder/photo.png" >"$folder/output"
diff "$folder/ocr-read.txt" "$folder/photo-read.txt"
letters=$(tr -d ' \n' <"$folder/photo-read.txt" | wc -c)
[ "$(grep -c '^[0-9]*,[0-9]*,[0-9A-Za-z],[01]\.[0-9]*,[0-9,]*$' "$folder/photo-read.csv")" = "$letters" ]

sample ocr --train --quick "$folder/photo.png" | grep "^what it learned: $folder/model.safetensors$"
sample ocr --init "$folder/model.safetensors" "$folder/photo.png" | grep -c '% ' >/dev/null

refusal "ocr: /nowhere.png: expected a picture, found no file" sample ocr /nowhere.png
head -c 20000 "$folder/ocr.png" >"$folder/half.png"
if sample ocr "$folder/half.png" >/dev/null 2>"$folder/refusal"; then exit 1; fi
grep -q "half.png" "$folder/refusal"
refusal "ocr: two pictures are called photo, and so would be what is written of them" sample ocr "$folder/photo.png" "$folder/photo.png"
if sample ocr --init "$HELLO_DL_SOURCE/README.md" "$folder/photo.png" >/dev/null 2>"$folder/refusal"; then exit 1; fi
grep -q "README.md" "$folder/refusal"
