# labels: slow
# The library is fetched by another project; the headers need no other library.
. "$HELLO_DL_SOURCE/test/support/consumer.sh"

build_consumer fetch_content -DHELLO_DL="$HELLO_DL_SOURCE" \
  -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON -DCMAKE_DISABLE_FIND_PACKAGE_ZLIB=ON
