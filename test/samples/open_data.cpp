#include <common/open_data.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

namespace {

/// 26 images of each of 26 classes, all of one class or one of each class after another; the pixel of an image is its class.
hello_dl::dataset letters(bool sorted) {
  hello_dl::dataset data{26, std::vector<std::string>(26, "-"), 1, 1, {}, {}};
  for (int i = 0; i < 26 * 26; ++i) {
    data.labels.push_back(sorted ? i / 26 : i % 26);
    data.pixels.push_back(static_cast<std::uint8_t>(data.labels.back()));
  }
  return data;
}

}  // namespace

BOOST_AUTO_TEST_CASE(some_images_have_all_classes_in_whatever_order_they_come) {
  for (const bool sorted : {true, false}) {
    const hello_dl::dataset part = samples::some_images(letters(sorted), 260);
    BOOST_TEST(part.size() == 260u);
    BOOST_TEST(part.classes == 26);
    BOOST_TEST(std::set(part.labels.begin(), part.labels.end()).size() == 26u);
    BOOST_TEST(std::ranges::equal(part.labels, part.pixels));
  }
}

BOOST_AUTO_TEST_CASE(of_fewer_images_all_are_taken) {
  BOOST_TEST((samples::some_images(letters(true), 1000).labels == letters(true).labels));
}

BOOST_AUTO_TEST_CASE(a_first_look_has_two_epochs_of_few_images) {
  hello_dl::split data{letters(true), letters(true), ""};
  samples::train_options options;
  samples::shorten(data, options);
  BOOST_TEST(options.epochs == 2);
  BOOST_TEST(data.train.size() == 676u);
}
