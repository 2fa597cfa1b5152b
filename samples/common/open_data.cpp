#include "open_data.hpp"

#include <hello_dl/data/batches.hpp>

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
  for (const std::uint32_t number : hello_dl::hold_out(data.size(), std::min(most, data.size()), 1).validation) {
    part.pixels.insert(part.pixels.end(), data.image(number).begin(), data.image(number).end());
    part.labels.push_back(data.labels[number]);
  }
  return part;
}

void shorten(hello_dl::split& data, train_options& options) {
  options.epochs = std::min(options.epochs, 2);
  data.train = some_images(data.train, 10'000);
  data.test = some_images(data.test, 2'000);
}

}  // namespace samples
