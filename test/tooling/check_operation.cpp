// The proofs of test/support/check_operation.hpp find what is wrong with operations that are wrong in one way each.
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;
using dl::application;
using dl::term;

constexpr golden::golden_case doubled{std::tuple{golden::tensor<double, 2>{1, -2}}, golden::tensor<double, 2>{0.5, 1},
                                      golden::tensor<double, 2>{2, -4}, std::tuple{golden::tensor<double, 2>{1, 2}}};
constexpr golden::golden_case squared{std::tuple{golden::tensor<double, 2>{1, -2}}, golden::tensor<double, 2>{0.5, 1},
                                      golden::tensor<double, 2>{1, 4}, std::tuple{golden::tensor<double, 2>{1, -4}}};

/// x^2, whose derivative is right, but cannot be derived again.
struct once_differentiable {
  static constexpr std::string_view name = "once_differentiable";
  static constexpr int arity = 1;
  template <class V>
  static constexpr V apply(V x) { return x * x; }
  static constexpr term derivative(const application& at, int, term gradient) {
    return gradient * (2.0 * dl::detach(at.operand(0)));
  }
};

/// x^2, whose derivative lacks the factor 2.
struct wrong_derivative {
  static constexpr std::string_view name = "wrong_derivative";
  static constexpr int arity = 1;
  template <class V>
  static constexpr V apply(V x) { return x * x; }
  static constexpr term derivative(const application& at, int, term gradient) { return gradient * at.operand(0); }
};

}  // namespace

template <> struct hello_dl::definition<&hello_dl::record_of<once_differentiable>> { using type = once_differentiable; };
template <> struct hello_dl::definition<&hello_dl::record_of<wrong_derivative>> { using type = wrong_derivative; };

namespace {

template <const auto& Golden, class F>
std::string golden_difference(const F& f) {
  return check::difference("output", check::results_of<Golden, double>(f), check::expected_results<Golden>(), 1e-12);
}

bool starts_with(const std::string& text, std::string_view start) {
  BOOST_TEST_INFO(text);
  return text.starts_with(start);
}

BOOST_AUTO_TEST_CASE(numbers_that_differ) {
  BOOST_TEST(check::agree(1 + 1e-13, 1, 1e-12));
  BOOST_TEST(!check::agree(1 + 1e-11, 1, 1e-12));
  BOOST_TEST(!check::agree(golden::nan, 1, 1e-12));
  BOOST_TEST(!check::agree(1, golden::nan, 1e-12));
  BOOST_TEST(!check::agree(-golden::inf, golden::inf, 1e-12));
  BOOST_TEST(!check::agree(golden::inf, 1, 1e-12));
  BOOST_TEST(check::difference("x", golden::tensor<float, 2>{1, 2}, golden::tensor<double, 2>{1, 3}, 1e-5) ==
             "x, element 1: 2, but expected 3");
}

BOOST_AUTO_TEST_CASE(values_and_gradients_that_are_not_the_golden_ones) {
  BOOST_TEST(golden_difference<doubled>([](auto x) { return x + x; }) == "");
  BOOST_TEST(starts_with(golden_difference<doubled>([](auto x) { return x * 3; }), "output 0, element 0: 3"));
  BOOST_TEST(starts_with(golden_difference<doubled>([](auto x) { return dl::detach(x) * 2; }), "output 1, element 0: 0"));
}

BOOST_AUTO_TEST_CASE(derivatives_that_are_wrong) {
  constexpr auto f = [](auto x) { return dl::element_wise<wrong_derivative>(x); };
  BOOST_TEST(starts_with(golden_difference<squared>(f), "output 1"));
  BOOST_TEST(starts_with(check::gradient_difference<squared>(f), "finite differences: gradient 0"));
  BOOST_TEST(starts_with(check::forward_mode_difference<squared>(f), "finite differences: forward mode"));
}

BOOST_AUTO_TEST_CASE(derivatives_that_cannot_be_derived_again) {
  constexpr auto f = [](auto x) { return dl::element_wise<once_differentiable>(x); };
  BOOST_TEST(golden_difference<squared>(f) == "");
  BOOST_TEST(check::gradient_difference<squared>(f) == "");
  BOOST_TEST(starts_with(check::second_derivative_difference<squared>(f), "finite differences: second derivative 0"));
}

}  // namespace
