# labels: slow
# The library is installed and found, with its compiled component.
. "$HELLO_DL_SOURCE/test/support/consumer.sh"

cmake --install "$HELLO_DL_BUILD" --prefix "$folder/installed"
build_consumer find_package -DCMAKE_PREFIX_PATH="$folder/installed"
