#include <common/open_data.hpp>

#include <boost/test/unit_test.hpp>

namespace {

/// `count` images of one pixel, sorted by class: half of the first, half of the second.
hello_dl::dataset sorted(std::size_t count) {
  hello_dl::dataset data{2, {"a", "b"}, 1, 1, {}, {}};
  for (std::size_t i = 0; i < count; ++i) {
    data.pixels.push_back(static_cast<std::uint8_t>(i));
    data.labels.push_back(i < count / 2 ? 0 : 1);
  }
  return data;
}

}  // namespace

BOOST_AUTO_TEST_CASE(some_images_are_spread_over_the_set) {
  const hello_dl::dataset part = samples::some_images(sorted(100), 4);
  BOOST_TEST((part.pixels == std::vector<std::uint8_t>{0, 25, 50, 75}));
  BOOST_TEST((part.labels == std::vector<std::int32_t>{0, 0, 1, 1}));
  BOOST_TEST(part.classes == 2);
  BOOST_TEST(samples::some_images(sorted(3), 10).size() == 3u);
}
