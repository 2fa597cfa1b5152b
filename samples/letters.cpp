// letters: trains a convolutional network on handwritten letters and shows what it learned
#include "letters/network.hpp"

#include <algorithm>

#include "common/open_data.hpp"
#include "common/run_main.hpp"

namespace samples {
namespace {

const sample_description description{
    .name = "letters",
    .purpose = "Trains a small convolutional network on handwritten letters (or letters and\n"
               "digits), with code that the compiler generated from the network's formula. Then\n"
               "tests it on images it has never seen, beside a linear network, and shows what it\n"
               "takes for what.",
    .splits = {"letters", "balanced", "bymerge", "byclass", "digits", "mnist"},
    .defaults = {.epochs = 15, .batch = 64, .learning_rate = 3e-3, .augment = 1},
    .options = {"data", "split", "images", "labels", "test-images", "test-labels", "mapping", "transposed", "epochs", "batch", "lr",
                "augment", "seed", "threads", "quick", "out", "save", "resume", "init", "check"}};

/// The numbers of classes for which there is a network.
constexpr int sizes[] = {10, 26, 42, 47, 62};

/// As many classes as the smallest network that has enough; those that no image belongs to are called "-".
void fill_up_classes(dl::split& data) {
  const auto size = std::ranges::lower_bound(sizes, data.train.classes);
  if (size == std::end(sizes))
    throw std::runtime_error{"letters: expected at most 62 classes, found " + std::to_string(data.train.classes)};
  for (dl::dataset* part : {&data.train, &data.test}) {
    part->classes = *size;
    part->class_names.resize(static_cast<std::size_t>(*size), "-");
  }
}

void run(const train_options& wanted) {
  train_options options = wanted;
  dl::split data = open_data(options);
  if (options.quick) shorten(data, options);
  fill_up_classes(data);
  switch (data.train.classes) {
    case 10: return learn_letters<10>(data, options);
    case 26: return learn_letters<26>(data, options);
    case 42: return learn_letters<42>(data, options);
    case 47: return learn_letters<47>(data, options);
    default: return learn_letters<62>(data, options);
  }
}

}  // namespace
}  // namespace samples

int main(int argc, char** argv) {
  return samples::run_main(argc, argv, samples::description, samples::run);
}
