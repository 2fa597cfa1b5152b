#include <hello_dl/core/reduce.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>
#include <utility>

#include "integers.hpp"

namespace dl = hello_dl;

namespace {

/// Where element `index` of a tensor goes when the axes in the mask are reduced.
std::size_t place_in_result(const dl::dims& shape, unsigned mask, dl::extent index) {
  dl::extent place = 0;
  for (int axis = 0; axis < shape.rank; ++axis)
    if ((mask >> axis & 1u) == 0)
      place = place * shape[axis] + index / shape.stride(axis) % shape[axis];
  return static_cast<std::size_t>(place);
}

std::size_t result_size(const dl::dims& shape, unsigned mask) {
  return place_in_result(shape, mask, shape.size() - 1) + 1;
}

template <class T, dl::dims Shape, unsigned Mask>
void check() {
  const auto x = integers<T>(Shape.size(), 0);
  std::vector<T> sum(result_size(Shape, Mask)), most(sum.size(), T{-5}), result(sum.size());
  for (dl::extent i = 0; i < Shape.size(); ++i) {
    const T element = x[static_cast<std::size_t>(i)];
    const std::size_t place = place_in_result(Shape, Mask, i);
    sum[place] += element;
    if (element > most[place]) most[place] = element;
  }
  dl::reduce_sum<T, Shape, Mask>(x.data(), result.data());
  BOOST_TEST((result == sum), "sum, mask " << Mask);
  dl::reduce_max<T, Shape, Mask>(x.data(), result.data());
  BOOST_TEST((result == most), "max, mask " << Mask);
}

template <class T, dl::dims Shape>
void check_all_masks() {
  [&]<unsigned... Mask>(std::integer_sequence<unsigned, Mask...>) {
    (check<T, Shape, Mask>(), ...);
  }
  (std::make_integer_sequence<unsigned, 1u << Shape.rank>{});
}

}  // namespace

BOOST_AUTO_TEST_CASE(reduces_every_set_of_axes_like_plain_loops) {
  check_all_masks<float, dl::dims{3, 2, 17, 5}>();
  check_all_masks<double, dl::dims{33, 1, 31}>();
}

BOOST_AUTO_TEST_CASE(reduces_scalars_ones_and_long_rows) {
  check<float, dl::dims{}, 0>();
  check<float, dl::dims{1, 1}, 2>();
  check<float, dl::dims{3, 10'007}, 2>();
  check<double, dl::dims{10'007, 3}, 1>();
}

// A running sum is wrong by about one per cent here.
BOOST_AUTO_TEST_CASE(a_million_terms_keep_the_precision_of_float) {
  constexpr dl::extent count = 1'000'000;
  const std::vector<float> x(3 * count, 0.1f);
  const double exact = static_cast<double>(0.1f) * count;
  const auto relative_error = [&](float sum) { return std::abs(sum / exact - 1); };
  std::vector<float> sums(3);
  dl::reduce_sum<float, dl::dims{count}, 1>(x.data(), sums.data());
  BOOST_TEST(relative_error(sums[0]) < 1e-6);
  dl::reduce_sum<float, dl::dims{count, 3}, 1>(x.data(), sums.data());
  for (const float sum : sums) BOOST_TEST(relative_error(sum) < 1e-6);
  dl::reduce_sum<float, dl::dims{count, 3}, 3>(x.data(), sums.data());
  BOOST_TEST(relative_error(sums[0] / 3) < 1e-6);
}

BOOST_AUTO_TEST_CASE(the_maximum_is_nan_wherever_a_term_is_nan) {
  constexpr dl::dims shape{37, 5};
  for (std::size_t i = 0; i < 37 * 5; ++i) {
    auto x = integers<float>(shape.size(), 0);
    x[i] = std::numeric_limits<float>::quiet_NaN();
    std::vector<float> rows(37), columns(5);
    dl::reduce_max<float, shape, 2>(x.data(), rows.data());
    dl::reduce_max<float, shape, 1>(x.data(), columns.data());
    for (std::size_t row = 0; row < 37; ++row)
      BOOST_REQUIRE(std::isnan(rows[row]) == (row == i / 5));
    for (std::size_t column = 0; column < 5; ++column)
      BOOST_REQUIRE(std::isnan(columns[column]) == (column == i % 5));
  }
}

BOOST_AUTO_TEST_CASE(the_maximum_of_minus_infinities_is_minus_infinity) {
  const std::vector<float> x(21, -std::numeric_limits<float>::infinity());
  float most = 0;
  dl::reduce_max<float, dl::dims{21}, 1>(x.data(), &most);
  BOOST_TEST(most == x[0]);
}
