#pragma once
/// The proofs that every operation goes through: PyTorch's values and gradients in float and double,
/// at run time and in constant expressions, and finite differences of first and second derivatives
/// in reverse and forward mode.

#include <support/differentiation.hpp>

#include <boost/test/unit_test.hpp>

#include <source_location>

namespace check {

template <class T>
inline constexpr double golden_tolerance = std::is_same_v<T, double> ? 1e-12 : 1e-5;

/// What `program`, called with the operands of a golden case in elements of type T, gives.
template <const auto& Golden, class T, class F>
constexpr auto results_of(const F&) {
  return std::apply([](const auto&... x) { return dl::evaluate(value_and_gradients<F>{}, as<T>(x)...); },
                    std::tuple_cat(Golden.operands, std::tuple{Golden.upstream}));
}

template <const auto& Golden>
auto expected_results() {
  return std::tuple_cat(std::tuple{Golden.result}, Golden.gradients);
}

inline void report(const std::string& difference, const std::source_location& where) {
  BOOST_TEST(difference.empty(), where.file_name() << ":" << where.line() << ": " << difference);
}

/// PyTorch's result and gradients, in float and in double.
template <const auto& Golden, class F>
void check_values(const F& f, std::source_location where = std::source_location::current()) {
  report(difference("in double: output", results_of<Golden, double>(f), expected_results<Golden>(),
                    golden_tolerance<double>), where);
  report(difference("in float: output", results_of<Golden, float>(f), expected_results<Golden>(),
                    golden_tolerance<float>), where);
}

/// The same, computed by the compiler.
template <const auto& Golden, class F>
void check_constant(const F&, std::source_location where = std::source_location::current()) {
  constexpr auto in_double = results_of<Golden, double>(F{});
  constexpr auto in_float = results_of<Golden, float>(F{});
  report(difference("constant double: output", in_double, expected_results<Golden>(), golden_tolerance<double>),
         where);
  report(difference("constant float: output", in_float, expected_results<Golden>(), golden_tolerance<float>),
         where);
}

/// First and second derivatives against finite differences.
template <const auto& Golden, class F>
void check_derivatives(const F& f, std::source_location where = std::source_location::current()) {
  report(gradient_difference<Golden>(f), where);
  report(second_derivative_difference<Golden>(f), where);
  report(forward_mode_difference<Golden>(f), where);
}

/// Values and derivatives at run time.
template <const auto& Golden, class F>
void check_operation(const F& f, std::source_location where = std::source_location::current()) {
  check_values<Golden>(f, where);
  check_derivatives<Golden>(f, where);
}

}  // namespace check
