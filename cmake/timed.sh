# sh timed.sh FILE COMMAND...: runs the command and writes to FILE how much processor time it took: the second line of
# the shell's `times`.
file=$1
shift
"$@"
status=$?
times >"$file"
exit $status
