#include <hello_dl/core/random.hpp>
#include <hello_dl/data/elastic_field.hpp>

#include <boost/test/unit_test.hpp>

using hello_dl::detail::elastic_field;
using hello_dl::detail::spline_weights;

namespace {

/// The field of one seed, row after row.
std::vector<float> field(int rows, int columns, double smoothness, double deviation, std::uint64_t seed) {
  elastic_field f{rows, columns, smoothness};
  f.draw(deviation, [&, i = std::uint64_t{0}]() mutable { return 2 * hello_dl::uniform<float>(seed, 0, i++) - 1; });
  std::vector<float> way(static_cast<std::size_t>(rows * columns));
  for (int r = 0; r < rows; ++r) f.add_row(static_cast<std::size_t>(r), way.data() + r * columns);
  return way;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_weights_of_a_spline_add_up_to_1) {
  for (const float t : {0.f, 0.25f, 0.5f, 1.f}) {
    const spline_weights w{t};
    BOOST_TEST(std::abs(w.at[0] + w.at[1] + w.at[2] + w.at[3] - 1) < 1e-6f);
  }
  BOOST_TEST(std::abs(spline_weights{0}.at[1] - 2.f / 3) < 1e-6f);
  BOOST_TEST(std::abs(spline_weights{1}.at[2] - 2.f / 3) < 1e-6f);
}

BOOST_AUTO_TEST_CASE(equal_numbers_give_an_even_field) {
  for (const int size : {1, 3, 17, 28, 33}) {
    elastic_field f{size, size, 7};
    f.draw(1, [] { return 1.f; });
    std::vector<float> way(static_cast<std::size_t>(size));
    for (int r = 0; r < size; ++r) {
      way.assign(way.size(), 0);
      f.add_row(static_cast<std::size_t>(r), way.data());
      for (const float value : way) BOOST_TEST(std::abs(value - static_cast<float>(std::sqrt(3.0) * 315 / 151)) < 1e-5f);
    }
  }
}

BOOST_AUTO_TEST_CASE(mean_and_deviation_over_many_fields) {
  double sum = 0, squares = 0, count = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed)
    for (const float value : field(28, 28, 7, 2, seed)) sum += static_cast<double>(value), squares += static_cast<double>(value * value), ++count;
  BOOST_TEST(std::abs(sum / count) < 0.1);
  BOOST_TEST(std::abs(std::sqrt(squares / count) - 2) < 0.1);
}

/// From pixel to pixel it changes by a small part of its deviation; over the picture by all of it.
BOOST_AUTO_TEST_CASE(is_smooth) {
  double near = 0, far = 0, count = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const std::vector<float> way = field(1, 28, 7, 1, seed);
    near += std::pow(static_cast<double>(way[14] - way[13]), 2), far += std::pow(static_cast<double>(way[27] - way[0]), 2), ++count;
  }
  BOOST_TEST(std::sqrt(near / count) < 0.25);
  BOOST_TEST(std::sqrt(far / count) > 1);
}
