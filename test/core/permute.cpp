// Copies with the axes in another order, on the processor's vectors.
#include <hello_dl/core/permute.hpp>

#include <boost/test/unit_test.hpp>

#include "integers.hpp"

namespace dl = hello_dl;

namespace {

template <class T, dl::dims X, dl::dims Order>
void check() {
  const auto x = integers<T>(X.size(), 0);
  std::vector<T> y(x.size()), expected(x.size());
  dl::permute<T, X, Order>(x.data(), y.data());
  dl::dims result;
  for (int axis = 0; axis < X.rank; ++axis) result.push_back(X[static_cast<int>(Order[axis])]);
  for (dl::extent i = 0; i < X.size(); ++i) {
    dl::extent from = 0;
    for (int axis = 0; axis < X.rank; ++axis)
      from += i / result.stride(axis) % result[axis] * X.stride(static_cast<int>(Order[axis]));
    expected[static_cast<std::size_t>(i)] = x[static_cast<std::size_t>(from)];
  }
  BOOST_TEST((y == expected));
}

}  // namespace

BOOST_AUTO_TEST_CASE(channels_to_the_end_and_back) {
  check<float, dl::dims{2, 31, 5, 7}, dl::dims{0, 2, 3, 1}>();
  check<float, dl::dims{2, 5, 7, 31}, dl::dims{0, 3, 1, 2}>();
  check<double, dl::dims{3, 17, 33, 1}, dl::dims{0, 2, 3, 1}>();
}

BOOST_AUTO_TEST_CASE(rows_stay_whole_where_the_last_axis_stays) {
  check<float, dl::dims{3, 17, 33}, dl::dims{1, 0, 2}>();
  check<double, dl::dims{2, 3, 4, 31}, dl::dims{2, 1, 0, 3}>();
}

BOOST_AUTO_TEST_CASE(any_order) {
  check<float, dl::dims{3, 4, 17, 5, 18}, dl::dims{4, 2, 0, 3, 1}>();
  check<float, dl::dims{33, 31}, dl::dims{1, 0}>();
}
