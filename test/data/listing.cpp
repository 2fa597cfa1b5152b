// The program in docs/data.md.
#include <hello_dl/data/batches.hpp>

#include "split_files.hpp"

namespace dl = hello_dl;

namespace {

/// Goes through one epoch; returns the sum of the labels that it saw.
int example(const std::string& folder, std::uint64_t seed, std::uint64_t epoch) {
  int sum = 0;
  //[reading
  const dl::split data = dl::load(folder, "letters");  // data.train, data.test, data.description
  const auto [train, validation] = dl::hold_out(data.train.size(), data.train.size() / 10, seed);

  std::vector<float> images(64 * data.train.pixels_per_image());
  std::vector<std::int32_t> labels(64);
  const auto order = dl::shuffled(train, seed, epoch);
  for (std::size_t b = 0; b < dl::batch_count(order.size(), 64); ++b) {
    const std::size_t count =
        dl::copy_batch(data.train, dl::batch(order, b, 64), {.mean = 0.1722f, .deviation = 0.3309f},
                       images, labels);
    for (std::size_t i = 0; i < count; ++i) sum += labels[i];  // or a training step
  }
  //]
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_listing_sees_every_image_once) {
  const test::temporary_folder folder;
  test::write_split(folder.path(), "emnist-letters-train", "emnist-letters-test");
  BOOST_TEST(example(folder.path(), 1, 0) == 0 + 8 + 1);
}
