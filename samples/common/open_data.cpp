#include "open_data.hpp"

#include <algorithm>
#include <iostream>
#include <stdexcept>

#include "handwriting/handwriting.hpp"

namespace samples {
namespace {

/// With what is held out, a chunk of 32 must be left.
constexpr std::size_t fewest = 40;

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
  if (data.train.size() < fewest)
    throw std::runtime_error{"expected at least " + std::to_string(fewest) + " images to train with, found " +
                             std::to_string(data.train.size())};
  return data;
}

hello_dl::dataset some_images(const hello_dl::dataset& data, std::size_t most) {
  hello_dl::dataset part{data.classes, data.class_names, data.rows, data.columns, {}, {}};
  const std::size_t count = std::min(most, data.size());
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t number = i * data.size() / count;
    part.pixels.insert(part.pixels.end(), data.image(number).begin(), data.image(number).end());
    part.labels.push_back(data.labels[number]);
  }
  return part;
}

}  // namespace samples
