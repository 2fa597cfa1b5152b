// The program in docs/data.md that learns a data set of one's own, here a tiny one.
#include "letters/network.hpp"

#include <data/split_files.hpp>

#include <sstream>

namespace {

//[learn
/// Seven classes, from IDX files.
void learn_own(const hello_dl::idx_files& files, const samples::train_options& options) {
  const hello_dl::split data = hello_dl::load(files);
  std::cout << data.description << std::endl;
  samples::learn<samples::letters_network<7>, 7, samples::letters_objective>(data, options, "own");
}
//]

/// 70 images of classes 0 to 6.
hello_dl::idx_files tiny_files(const test::temporary_folder& folder) {
  test::bytes classes;
  for (std::uint8_t i = 0; i < 70; ++i) classes.push_back(i % 7);
  const std::string images = test::write(folder / "images", test::images(70)), labels = test::write(folder / "labels", test::labels(classes));
  return {images, labels, images, labels};
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_listing_trains_and_shows) {
  const test::temporary_folder folder;
  std::ostringstream output;
  std::streambuf* const before = std::cout.rdbuf(output.rdbuf());
  learn_own(tiny_files(folder), {.epochs = 1, .batch = 32, .threads = 1, .augment = 1, .out = folder.path()});
  std::cout.rdbuf(before);
  BOOST_TEST(output.str().find("test accuracy: ") != std::string::npos, output.str());
}
