# labels: slow
# The library is a folder of another project; the headers need no other library.
. "$HELLO_DL_SOURCE/test/support/consumer.sh"

build_consumer add_subdirectory -DHELLO_DL="$HELLO_DL_SOURCE" \
  -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON -DCMAKE_DISABLE_FIND_PACKAGE_ZLIB=ON
