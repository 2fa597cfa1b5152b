// An IDX file, gzipped or not, of any content.
#include <hello_dl/data/idx.hpp>

#include "input_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const int rank : {1, 3})
    fuzz::try_to_read(data, size, [&](const std::string& file) {
      const hello_dl::idx_array array = hello_dl::read_idx(file, rank);
      std::size_t product = 1;
      for (const std::size_t extent : array.extents) product *= extent;
      if (product != array.values.size()) std::abort();
    });
  return 0;
}
