// The program in docs/data.md.
#include <hello_dl/data/augment.hpp>

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

/// The first image of an epoch, changed.
std::vector<float> augmented(const dl::dataset& data, std::uint64_t seed, std::uint64_t epoch) {
  std::vector<float> images(data.pixels_per_image());
  std::vector<std::int32_t> labels(1);
  const dl::image_numbers order = dl::shuffled(dl::in_order(data.size()), seed, epoch);
  //[augmenting
  dl::augmenter change{dl::handwriting_augmentation, seed, data.rows, data.columns};
  dl::copy_batch(data, dl::batch(order, 0, 1), {.mean = 0.1722f, .deviation = 0.3309f}, change, epoch, images, labels);
  //]
  return images;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_listing_sees_every_image_once) {
  const test::temporary_folder folder;
  test::write_split(folder.path(), "emnist-letters-train", "emnist-letters-test");
  BOOST_TEST(example(folder.path(), 1, 0) == 0 + 8 + 1);
}

BOOST_AUTO_TEST_CASE(the_other_listing_changes_an_image_anew_in_each_epoch) {
  const test::temporary_folder folder;
  test::write_split(folder.path(), "emnist-letters-train", "emnist-letters-test");
  const dl::dataset data = dl::load(folder.path(), "letters").train;
  BOOST_TEST((augmented(data, 1, 0) == augmented(data, 1, 0)));
  BOOST_TEST((augmented(data, 1, 0) != augmented(data, 1, 1)));
}
