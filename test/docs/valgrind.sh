# labels: slow
# A training that is saved and goes on makes no mistake that valgrind sees, and loses no memory.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# valgrind 3.19 cannot read what clang 16 writes for debuggers
strip --strip-debug -o "$folder/checkpoint" "$HELLO_DL_BUILD/test/test.docs.checkpoint"
status=0
valgrind --quiet --error-exitcode=1 --leak-check=full --errors-for-leak-kinds=all "$folder/checkpoint" "$folder" \
  >"$folder/printed" 2>"$folder/found" || status=$?
cat "$folder/found" >&2
# valgrind 3.19 knows no AVX-512; the preset clang builds without it
! grep -q "Illegal opcode\|nrecognised instruction" "$folder/found" || exit 77
[ "$status" = 0 ]
grep -q "the weights are the same" "$folder/printed"
