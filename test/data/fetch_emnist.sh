#!/bin/sh
# samples/fetch-emnist against a small archive on a local server that can break, refuse and lie.
set -eu

for tool in curl unzip python3; do
  command -v $tool >/dev/null || { echo "this test needs $tool" >&2; exit 1; }
done

work=$(mktemp -d)
trap 'kill $server 2>/dev/null || true; rm -rf "$work"' EXIT
server=
mkdir -p "$work/project/samples" "$work/project/cmake"
cp "$HELLO_DL_SOURCE/samples/fetch-emnist" "$work/project/samples"
cp "$HELLO_DL_SOURCE/cmake/packages.sh" "$work/project/cmake"
fetch=$work/project/samples/fetch-emnist
unset HELLO_DL_DATA http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY || true
export HOME="$work/home" XDG_CACHE_HOME="$work/cache"

# What is served: good.zip, its like with one wrong byte, and no zip. All as the project would list them.
make_archives() {
  python3 - "$work" <<'END'
import hashlib, os, random, sys, zipfile
work = sys.argv[1]
digits, letters = (random.Random(seed).randbytes(200_000) for seed in (1, 2))
files = {"emnist-digits.gz": digits, "emnist-letters.gz": letters}
with open(f"{work}/project/samples/emnist-sha256.txt", "w") as sums:
    print("# sha256  bytes  file", file=sums)
    for name, content in files.items():
        print(hashlib.sha256(content).hexdigest(), len(content), name, sep="  ", file=sums)
os.mkdir(f"{work}/served")
def archive(name, letters):
    with zipfile.ZipFile(f"{work}/served/{name}", "w") as out:
        out.writestr("gzip/emnist-digits.gz", digits)
        out.writestr("gzip/emnist-letters.gz", letters)
        out.writestr("gzip/emnist-digits-mapping.txt", "0 48\n")
archive("good.zip", letters)
archive("wrong.zip", b"x" + letters[1:])
archive("short.zip", letters[1:])
open(f"{work}/served/page.html", "w").write("<html>moved</html>" * 1000)
END
}

start_server() {
  python3 "$HELLO_DL_SOURCE/test/support/range_server.py" "$work" &
  server=$!
  until [ -s "$work/port" ]; do
    kill -0 "$server"
    sleep 0.1
  done
  url=http://127.0.0.1:$(cat "$work/port")
}

# run OPTIONS...: leaves its exit status in $status, what it said in $said
run() {
  : >"$work/requests"
  status=0
  said=$("$fetch" --data "$data" "$@" 2>&1) || status=$?
}

wrong() {
  echo "$case: $*; it ended with $status and said: $said" >&2
  exit 1
}

# start CASE: with an empty folder
start() {
  case=$1
  data=$work/data-$1
}

expect_complete() {
  [ "$status" -eq 0 ] || wrong "expected exit status 0"
  for name in emnist-digits.gz emnist-letters.gz emnist-digits-mapping.txt; do
    [ -f "$data/gzip/$name" ] || wrong "expected $name"
  done
  [ "$(cd "$data" && find . -mindepth 1 | wc -l)" -eq 4 ] || wrong "expected nothing else in $data"
}

# expect_refusal WORDS: it failed, its last line has the words, and no file of EMNIST has its place
expect_refusal() {
  [ "$status" -eq 1 ] || wrong "expected exit status 1"
  last=$(echo "$said" | tail -n 1)
  case "$last" in "fetch-emnist: "*"$1"*) ;; *) wrong "expected a last line with '$1'" ;; esac
  [ ! -e "$data/gzip" ] || wrong "expected no $data/gzip"
}

expect_removed() {
  [ -z "$(find "$data" -name '*.part')" ] || wrong "expected the download to be removed"
}

expect_requests() {
  [ "$(cat "$work/requests")" = "$1" ] || wrong "expected the requests '$1', found '$(cat "$work/requests")'"
}

half() {
  echo $(($(wc -c <"$work/served/good.zip") / 2))
}

make_archives
start_server

start fresh
run --from "$url/good.zip"
expect_complete
run --from "$url/good.zip"
expect_complete
expect_requests ""
case "$said" in *"complete in $data/gzip"*) ;; *) wrong "expected it to say what is there" ;; esac

start damaged-later
run --from "$url/good.zip"
echo x >>"$data/gzip/emnist-letters.gz"
run --from "$url/good.zip"
expect_complete

start in-the-folder-itself
run --from "$url/good.zip"
mv "$data/gzip"/* "$data" && rmdir "$data/gzip"
run --from "$url/good.zip"
[ "$status" -eq 0 ] || wrong "expected exit status 0"
expect_requests ""

start by-environment
status=0
said=$(HELLO_DL_DATA=$data "$fetch" --from "$url/good.zip" 2>&1) || status=$?
expect_complete

start by-default
data=$work/cache/hello-dl/emnist
status=0
said=$("$fetch" --from "$url/good.zip" 2>&1) || status=$?
expect_complete

start resumed
run --from "$url/cut/good.zip"
expect_refusal "the download failed (curl status 18); run this again to go on"
run --from "$url/good.zip"
expect_complete
expect_requests "/good.zip bytes=$(half)-"

start no-ranges
run --from "$url/cut/good.zip"
run --from "$url/whole/good.zip"
expect_complete

start longer-than-the-file
mkdir "$data"
head -c 600000 /dev/zero >"$data/gzip.zip.part"
run --from "$url/good.zip"
expect_complete

start second-address
mkdir "$data"
run --from "$url/missing.zip $url/good.zip"
expect_complete

start wrong-content
run --from "$url/wrong.zip"
expect_refusal "emnist-letters.gz has sha256"
expect_removed

start wrong-size
run --from "$url/short.zip"
expect_refusal "emnist-letters.gz has 199999 bytes instead of 200000"
expect_removed

start no-zip
run --from "$url/page.html"
expect_refusal "expected a zip file, found something else"
expect_removed

start not-found
run --from "$url/missing.zip"
expect_refusal "HTTP status 404"

start no-such-file
run --from "file://$work/served/none.zip"
expect_refusal "there is no such file"

start from-a-file
run --from "file://$work/served/good.zip"
expect_complete

# Nothing listens on port 1 of this machine, and .invalid never resolves.
for host in 127.0.0.1:1 nowhere.invalid; do
  start "no-network-$host"
  run --from "http://$host/gzip.zip"
  expect_refusal "no network: $host cannot be reached"
done

start no-folder
echo file >"$work/file"
data=$work/file/below
run --from "$url/good.zip"
expect_refusal "$data: cannot make this folder"

if [ "$(id -u)" -ne 0 ]; then # for root no folder is read-only
  start read-only
  mkdir -m 555 "$data"
  run --from "$url/good.zip"
  expect_refusal "$data: cannot write there"
  expect_requests ""
fi

start full-while-downloading
mkdir "$data"
ln -s /dev/full "$data/gzip.zip.part"
run --from "$url/good.zip"
expect_refusal "$data: cannot write there; is the disk full?"

start full-while-unpacking
mkdir "$data"
cp "$work/served/good.zip" "$data/gzip.zip.part"
trap '' XFSZ # a write beyond the limit then fails, as on a full disk
status=0
said=$(ulimit -f 100 && "$fetch" --data "$data" 2>&1) || status=$?
expect_refusal "$data: cannot unpack"
[ -f "$data/gzip.zip.part" ] || wrong "expected the download to be kept"
run
expect_complete
expect_requests ""

start options
for option in --data --from --wrong; do
  status=0
  said=$("$fetch" "$option" 2>&1) || status=$?
  expect_refusal "see --help"
done
run --help
[ "$status" -eq 0 ] || wrong "expected exit status 0"

# Without curl it is installed first, by this stand-in for apt-get.
start installs
mkdir "$work/bin"
for tool in sh dirname basename mkdir rm mv mktemp id cat grep wc sha256sum head unzip env ln; do
  ln -s "$(command -v $tool)" "$work/bin/$tool"
done
cat >"$work/bin/apt-get" <<END
#!/bin/sh
[ "\$1" = update ] || ln -s "$(command -v curl)" "$work/bin/curl"
END
printf '#!/bin/sh\nexec "$@"\n' >"$work/bin/sudo"
chmod +x "$work/bin/apt-get" "$work/bin/sudo"
status=0
said=$(PATH=$work/bin "$fetch" --data "$data" --from "$url/good.zip" 2>&1) || status=$?
expect_complete
case "$said" in *"installing: curl"*) ;; *) wrong "expected it to say what it installs" ;; esac
