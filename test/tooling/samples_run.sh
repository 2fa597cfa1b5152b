# samples/run lists the samples, and what it cannot do it says in a sentence.
set -eu
run=$HELLO_DL_SOURCE/samples/run
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
  echo "$1:" >&2
  cat "$folder/out" >&2
  exit 1
}

# expect_refusal WORDS COMMAND...: exit status 1, and the words in what it says
expect_refusal() {
  words=$1
  shift
  status=0
  "$@" >"$folder/out" 2>&1 || status=$?
  [ "$status" -eq 1 ] || fail "exit status 1 expected from $*, was $status"
  grep -qF -- "$words" "$folder/out" || fail "$* must say '$words', but said"
}

# Every sample is listed under the name it is run by, from any folder.
cd "$folder"
"$run" >out
for source in "$HELLO_DL_SOURCE"/samples/*.cpp; do
  name=$(basename "$source" .cpp | tr _ -)
  grep -q "^  $name  *[a-z]" out || fail "$name is not listed (its first line must be '// $name: what it does')"
done
"$run" --help >out
grep -q "^usage: samples/run" out || fail "--help must tell the usage"

expect_refusal "there is no sample 'nonsense'" "$run" nonsense
expect_refusal "there is no sample '../letters'" "$run" ../letters
expect_refusal "there is no sample 'run'" "$run" run

# Without a compiler and without apt-get the packages are named. The copy has just one sample.
mkdir -p bin copy/samples
for tool in sh dirname tr sed find head mkdir cat id; do ln -s "$(command -v $tool)" bin/$tool; done
cp -r "$HELLO_DL_SOURCE/cmake" copy/
cp "$run" copy/samples/
echo "// nothing: does nothing" >copy/samples/nothing.cpp
expect_refusal "please install these packages first (names as in Debian): g++ cmake ninja-build zlib1g-dev" \
  env PATH="$folder/bin" copy/samples/run nothing
