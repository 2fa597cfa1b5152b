#include "open_data.hpp"

#include <algorithm>
#include <iostream>

#include "handwriting/handwriting.hpp"

namespace samples {
namespace {

hello_dl::split generated(const std::string& split) {
  const handwriting_set set = ensure_handwriting(HELLO_DL_CACHE_DIR, split);
  std::cout << "no data set at hand: " << (set.made ? "made" : "using")
            << " generated handwriting (real one: samples/run fetch-emnist, or --data DIR)\n";
  return hello_dl::load(set.folder.string(), split);
}

}  // namespace

hello_dl::split open_data(const train_options& options) {
  hello_dl::split data = !options.files.images.empty() ? hello_dl::load(options.files)
                         : options.data.empty()        ? generated(options.split)
                                                       : hello_dl::load(options.data, options.split);
  std::cout << data.description << std::endl;
  return data;
}

hello_dl::dataset first_images(const hello_dl::dataset& data, std::size_t most) {
  hello_dl::dataset part = data;
  const std::size_t count = std::min(most, data.size());
  part.labels.resize(count);
  part.pixels.resize(count * data.pixels_per_image());
  return part;
}

}  // namespace samples
