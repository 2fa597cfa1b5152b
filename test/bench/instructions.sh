#!/bin/sh
# Instructions of one gradient of each objective of formulas.cpp: through the library, as formulas derived by hand,
# and as plain code. valgrind knows no AVX-512, hence -march=haswell.
# usage: test/bench/instructions.sh     (from the project's root; needs valgrind)
set -e
command -v valgrind >/dev/null || { echo "valgrind is not installed: no instruction counts"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
${CXX:-g++} -std=c++20 -O3 -march=haswell -Wno-restrict -fconstexpr-ops-limit=1000000000 -fconstexpr-loop-limit=10000000 \
    -I include -I test test/bench/formulas.cpp -o "$folder/formulas"

# instructions WHAT NUMBER: of one gradient, without those of the start
instructions() {
  for repeats in 1000 0; do
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$folder/formulas" "$1" "$2" $repeats 2>&1 |
      sed -n 's/.*Collected : //p'
  done | { read -r with && read -r without && echo $(((with - without) / 1000)); }
}

echo "| objective | through the library | formulas by hand | ratio | plain code | ratio |"
echo "|---|---|---|---|---|---|"
number=0
for name in "logistic regression" "Gaussian mixture" "two layers"; do
  library=$(instructions library $number) formulas=$(instructions formulas $number) plain=$(instructions plain $number)
  echo "| $name | $library | $formulas | $(echo "scale=2; $library / $formulas" | bc) | $plain | $(echo "scale=2; $library / $plain" | bc) |"
  number=$((number + 1))
done
