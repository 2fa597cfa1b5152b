#include <hello_dl/ops/pick.hpp>

#include <golden/ops/pick.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

constexpr auto f = [](auto x, auto index) { return pick(x, index); };

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  check::check_constant<golden::pick_vector>(f);
  check::check_operation<golden::pick_rows>(f);
  check::check_operation<golden::pick_batch>(f);
}

BOOST_AUTO_TEST_CASE(an_index_outside_gives_nan_and_no_gradient) {
  constexpr dl::tensor<double, 2, 3> x{1, 2, 3, 4, 5, 6};
  constexpr dl::tensor<std::int32_t, 2> outside{-1, 3};
  const auto picked = dl::evaluate(f, x, outside);
  BOOST_TEST(std::isnan(picked[0]));
  BOOST_TEST(std::isnan(picked[1]));
  constexpr dl::tensor<double, 2> upstream{1, 1};
  BOOST_CHECK((std::get<0>(dl::vjp(f)(x, outside, upstream)) == dl::tensor<double, 2, 3>{}));
}

}  // namespace
