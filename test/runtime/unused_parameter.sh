# The message about a parameter that the loss does not use names it.
set -eu
source=$HELLO_DL_SOURCE/test/runtime/training_program.fail.cpp
messages=$("$CXX" -std=c++20 -fsyntax-only -Dunused_parameter -I"$HELLO_DL_SOURCE/include" "$source" 2>&1) && exit 1
echo "$messages" | grep -F '"blocks.1.spare"'
