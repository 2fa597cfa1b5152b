// Channels last gives what the plain form gives: a convolution with the identity changes the form and nothing else.
#include <hello_dl/hello_dl.hpp>

#include <boost/test/unit_test.hpp>

namespace dl = hello_dl;

namespace {

constexpr auto images = [] {
  dl::tensor<double, 2, 3, 4, 5> x;
  for (dl::extent i = 0; i < x.size(); ++i) x[i] = static_cast<double>(i * 37 % 101) - 50;
  return x;
}();
constexpr dl::tensor<double, 3, 3, 1, 1> identity{1, 0, 0, 0, 1, 0, 0, 0, 1};

/// `f` of the images, and of the images after the identity.
template <class F>
void check(const F&) {
  const auto plain = dl::evaluate(F{}, images);
  const auto last = dl::evaluate([](auto x) { return F{}(dl::conv2d(x, identity)); }, images);
  for (dl::extent i = 0; i < plain.size(); ++i) BOOST_TEST(plain[i] == last[i], "element " << i);
}

}  // namespace

BOOST_AUTO_TEST_CASE(element_by_element_with_broadcasting) {
  check([](auto x) { return x + 1; });
  check([](auto x) { return relu(x) * dl::tensor<double, 3, 1, 1>{1, 2, 3} - x; });
  check([](auto x) { return x * dl::tensor<double, 5>{1, 2, 3, 4, 5} + dl::tensor<double, 4, 1>{5, 6, 7, 8}; });
  check([](auto x) { return dl::broadcast_to<2, 3, 4, 5>(dl::tensor<double, 2, 1, 1, 1>{3, 4} + 0 * dl::sum<1>(x, dl::keepdim)) - x; });
}

BOOST_AUTO_TEST_CASE(reductions) {
  check([](auto x) { return x - dl::sum<0, 2, 3>(x, dl::keepdim); });
  check([](auto x) { return dl::max<2, 3>(x, dl::keepdim); });
  check([](auto x) { return dl::sum<1>(x); });
  check([](auto x) { return dl::sum<0, 2>(x, dl::keepdim); });
}

BOOST_AUTO_TEST_CASE(what_needs_the_axes_in_order) {
  check([](auto x) { return flatten(x); });
  check([](auto x) { return dl::slice<1, 1, 3>(x); });
  check([](auto x) { return dl::permute<3, 1, 0, 2>(x); });
  check([](auto x) { return matmul(x, transpose(x)); });
}

BOOST_AUTO_TEST_CASE(poolings_and_their_gradients) {
  check([](auto x) { return dl::max_pool2d<2>(x) + dl::avg_pool2d<2>(x); });
  check([](auto x) { return dl::gradient([](auto y) { return sum(dl::max_pool2d<2>(y) * dl::avg_pool2d<2>(y)); })(x); });
}
