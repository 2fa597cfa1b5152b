# Sourced by the tests in test/consumers: builds and runs the consumer project NAME in a folder of its own.

set -eu
folder=$HELLO_DL_BUILD/consumers
mkdir -p "$folder"

# build_consumer NAME CMAKE_OPTION...
build_consumer() {
  name=$1
  shift
  cmake -G Ninja -S "$HELLO_DL_SOURCE/test/consumers/$name" -B "$folder/$name" "$@"
  cmake --build "$folder/$name"
  "$folder/$name/consumer"
}
