# labels: slow
# A training leaves its numbers and a page that needs nothing else; the page can be drawn again from the numbers alone.
set -eu
. "$HELLO_DL_SOURCE/test/support/sample.sh"

# page_has COUNT WORDS: fails unless so many lines of the page have the words
page_has() {
  found=$(grep -c -- "$2" "$folder/learning.html" || true)
  [ "$found" -eq "$1" ] || { echo "expected $1 lines with '$2' in learning.html, found $found" >&2; exit 1; }
}

sample learning --quick --threads 1 --sqlite "$folder/runs.db" >/dev/null
page_has 7 "<svg "
page_has 3 'src="data:image/png;base64,iVBOR'
page_has 0 'http-equiv="refresh"'
page_has 0 "https:"
[ "$(sed "s|xmlns='http://www.w3.org/2000/svg'||" "$folder/learning.html" | grep -c "http:")" -eq 0 ]
head -n 1 "$folder/learning.csv" | grep -q "^step,loss,accuracy of training,accuracy of validation,learning rate,"

# The validation accuracy is known at the end of an epoch only.
cp "$folder/learning.csv" "$folder/earlier <1>.csv"
sample learning --log "$folder/earlier <1>.csv" >/dev/null
page_has 7 "<svg "
page_has 2 "earlier &lt;1&gt;.csv"

# A second run goes to the same data base. Its page is that of its CSV.
sample learning --quick --threads 1 --seed 2 --sqlite "$folder/runs.db" >/dev/null
python3 - "$folder/runs.db" "$folder/learning.csv" <<'END'
import csv, sqlite3, sys
base = sqlite3.connect(sys.argv[1])
assert base.execute("SELECT count(*) FROM runs").fetchall() == [(2,)]
assert base.execute("SELECT value FROM options WHERE run = 2 AND name = 'seed'").fetchall() == [("2",)]
rows = list(csv.DictReader(open(sys.argv[2])))
kept = base.execute("SELECT step, value FROM measurements WHERE run = 2 AND name = 'loss' ORDER BY step").fetchall()
assert kept == [(int(row["step"]), float(row["loss"])) for row in rows], kept
assert base.execute("SELECT count(value) FROM measurements WHERE run = 2 AND name = 'accuracy of validation'").fetchall() == [(2,)]
END
sample learning --log "$folder/runs.db" >/dev/null
sed "s|$folder/runs.db|LOG|" "$folder/learning.html" >"$folder/of_database.html"
sample learning --log "$folder/learning.csv" >/dev/null
sed "s|$folder/learning.csv|LOG|" "$folder/learning.html" | diff - "$folder/of_database.html"

echo "no data base, but long enough to look like a file of that kind" >"$folder/text"
refusal "learning: $folder/text: expected a SQLite data base of trainings, found file is not a database" sample learning --quick --sqlite "$folder/text"
python3 -c "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('CREATE TABLE runs (other)')" "$folder/other.db"
refusal "learning: $folder/other.db: expected a SQLite data base of trainings, found no such column: id" \
  sample learning --quick --sqlite "$folder/other.db"
refusal "learning: $folder/other.db: expected a SQLite data base of trainings, found no such table: measurements" \
  sample learning --log "$folder/other.db"
refusal "learning: $folder/none/runs.db: expected a SQLite data base of trainings, found unable to open database file" \
  sample learning --quick --sqlite "$folder/none/runs.db"

# refused CONTENT WORDS: a log with this content is refused with these words
refused() {
  printf "$1" >"$folder/log.csv"
  refusal "learning: $folder/log.csv: expected $2" sample learning --log "$folder/log.csv"
}
refused "" "a line of names and lines of numbers, found no numbers"
refused "step,loss\n" "a line of names and lines of numbers, found no numbers"
refused "step,loss\n1,2,3\n" "2 numbers in line 2, found 3"
refused "step,loss\n1,two\n" "numbers in line 2, found 'two'"
refused "step,loss\n5,1\n5,1\n" "a step above 5 first in line 3, found '5'"
refused "step,loss\n,1\n" "a step above -1 first in line 2, found ''"
refusal "learning: $folder/none.csv: expected a file, found none" sample learning --log "$folder/none.csv"
