// A picture of any content: PNG, JPEG, or neither.
#include <common/read_picture.hpp>

#include "input_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return fuzz::try_to_read(data, size, [](const std::string& file) {
    const samples::grey_image picture = samples::read_picture(file);
    if (picture.pixels.size() != static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height)) std::abort();
  });
}
