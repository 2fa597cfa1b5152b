// The names of classes, in a file of any content.
#include <hello_dl/data/mapping.hpp>

#include "input_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::try_to_read(data, size, [](const std::string& file) {
    for (const std::string& name : hello_dl::detail::read_mapping(file).names)
      if (name.size() != 1) std::abort();
  });
  return fuzz::try_to_read(data, size, [](const std::string& file) {
    if (hello_dl::detail::read_mapping(file, hello_dl::detail::split_named("letters")).size() != 26) std::abort();
  });
}
