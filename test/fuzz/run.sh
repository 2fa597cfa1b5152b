# sh run.sh FUZZER SEEDS OPTION...: runs it from these seeds on, and keeps nothing of what it found on the way but crashes
set -eu
fuzzer=$1 seeds=$2
shift 2
found=$(mktemp -d)
trap 'rm -rf "$found"' EXIT
"$fuzzer" -seed=1 -max_len=4096 -timeout=10 -rss_limit_mb=512 -print_final_stats=1 "$@" "$found" "$seeds"
