# labels: slow
# The network of digits as formula, graph, steps and memory; with Graphviz and without.
set -eu
. "$HELLO_DL_SOURCE/test/support/sample.sh"

# expect WORDS OPTION...: fails unless the words are in what is printed
expect() {
  words=$1
  shift
  sample graph "$@" >"$folder/printed"
  grep -qF "$words" "$folder/printed" || { echo "graph $*: expected '$words'" >&2; cat "$folder/printed" >&2; exit 1; }
}

# Six parameters have six gradients, on the last lines.
expect "hidden2.bias) @ transpose(out.weight) + out.bias"
expect "transpose(c) @ reshape(x, [32, 784])" --of gradient
[ "$(tail -n 6 "$folder/printed" | grep -c "transpose(.*) @\|sum(")" -eq 6 ]
expect '\text{out.bias}' --as latex
expect "digraph {" --as dot
expect "step 0, one kernel:  matmul -> register  add -> register  relu -> arena 0" --of schedule
expect "arena: 28992 elements, for values of 37249" --of memory
expect "conv2d [32, 28, 28, 24]" --of memory --model letters

# A rectangle for each value, and one behind them; the table has a line above its values and one below.
sample graph --of memory >"$folder/printed"
sample graph --of memory --as svg
python3 -c "import sys, xml.etree.ElementTree as tree; tree.parse(sys.argv[1])" "$folder/digits-memory.svg"
[ "$(grep -c "<rect" "$folder/digits-memory.svg")" -eq $(($(wc -l <"$folder/printed") - 1)) ] ||
  { echo "expected as many rectangles as values" >&2; exit 1; }

refusal "graph: --of schedule: expected --as text, found 'dot' (--help tells the options)" sample graph --of schedule --as dot
refusal "graph: --of memory: expected --as text or svg, found 'latex' (--help tells the options)" sample graph --of memory --as latex
refusal "graph: --as svg needs Graphviz (package graphviz); what it would draw is in $folder/digits-graph.dot" \
  env PATH=/nowhere "$HELLO_DL_BUILD/samples/graph" --as svg --out "$folder"

# Graphviz gets the graph and the names of both files; this one stands in for it.
mkdir "$folder/bin"
printf '#!/bin/sh\ncp "$3" "${2#-o}"\n' >"$folder/bin/dot"
chmod +x "$folder/bin/dot"
PATH=$folder/bin:$PATH sample graph --as svg
sample graph --as dot | diff - "$folder/digits-graph.svg"
printf '#!/bin/sh\nexit 1\n' >"$folder/bin/dot"
refusal "graph: Graphviz could not draw $folder/digits-graph.dot" env PATH="$folder/bin:$PATH" "$HELLO_DL_BUILD/samples/graph" --as svg --out "$folder"
