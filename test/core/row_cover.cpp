#include <hello_dl/core/row_cover.hpp>

#include <boost/test/unit_test.hpp>

#include "integers.hpp"

namespace dl = hello_dl;

namespace {

template <class T, int Lanes, dl::extent Count>
void check() {
  using cover = dl::detail::row_cover<T, Lanes, Count>;
  const auto x = integers<T>(Count, 0);
  const auto term = [&](dl::extent i) { return dl::load<typename cover::vector_type>(x.data() + i); };
  T sum = 0, most = x[0];
  for (const T value : x) sum += value, most = value > most ? value : most;
  BOOST_TEST(cover::sum(term) == sum);
  BOOST_TEST(cover::fold_repeating(term, dl::detail::max_lanes{}) == most);
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_element_counts_once) {
  check<float, 16, 1>();
  check<float, 16, 2>();
  check<float, 16, 3>();
  check<float, 16, 16>();
  check<float, 16, 17>();
  check<float, 16, 31>();
  check<float, 16, 33>();
  check<double, 8, 3>();
  check<double, 2, 7>();
  check<double, 1, 5>();
}
