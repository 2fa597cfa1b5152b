#include <hello_dl/ops/pick.hpp>
#include <hello_dl/ops/reshape.hpp>

#include <golden/ops/reshape.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  check::check_constant<golden::reshape_3>([](auto x) { return dl::reshape<3, 1>(x * x); });
  check::check_operation<golden::reshape_cube>([](auto x) { return dl::reshape<7, 15>(x); });
  check::check_operation<golden::reshape_scalar>([](auto x) { return dl::reshape<>(x); });
  check::check_operation<golden::flatten_cube>([](auto x) { return dl::flatten(x); });
}

BOOST_AUTO_TEST_CASE(of_an_index_tensor_is_an_index_tensor) {
  constexpr auto picked = [](auto x, auto index) { return dl::pick(x, dl::reshape<4>(index)); };
  constexpr dl::tensor<double, 4, 2> x{1, 2, 3, 4, 5, 6, 7, 8};
  constexpr dl::tensor<std::int32_t, 2, 2> index{0, 1, 1, 0};
  static_assert(dl::evaluate(picked, x, index) == dl::tensor<double, 4>{1, 4, 6, 7});
  BOOST_TEST((dl::evaluate(picked, x, index) == dl::tensor<double, 4>{1, 4, 6, 7}));
  constexpr auto slope = dl::gradient<0>([](auto y, auto i) { return sum(dl::pick(y, dl::reshape<4>(i))); });
  BOOST_TEST((slope(x, index) == dl::tensor<double, 4, 2>{1, 0, 0, 1, 0, 1, 1, 0}));
}

}  // namespace
