# Shell functions to test samples with generated handwriting. Sourced, not run, by test/samples/*.sh.

unset HELLO_DL_DATA
export XDG_CACHE_HOME=/nowhere
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# sample NAME OPTION...: runs it; what it writes goes to $folder
sample() {
  name=$1
  shift
  "$HELLO_DL_BUILD/samples/$name" --out "$folder" "$@"
}

# picture FILE WIDTH HEIGHT [LINES]: fails unless FILE in $folder is a picture of this size that is not blank
picture() {
  file=$1
  shift
  python3 "$HELLO_DL_SOURCE/test/support/picture.py" "$folder/$file" "$@"
}

# refusal SENTENCE COMMAND...: fails unless the command fails with just this sentence
refusal() {
  sentence=$1
  shift
  if "$@" >/dev/null 2>"$folder/refusal"; then
    echo "expected $* to fail" >&2
    exit 1
  fi
  echo "$sentence" | diff - "$folder/refusal"
}
