#pragma once
/// Comparing numbers and tensors with what was expected, in words.

#include <algorithm>
#include <cmath>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace check {

/// The elements of a tensor, or a number as the only one.
template <class V>
auto elements(const V& value) {
  if constexpr (std::is_arithmetic_v<V>) return std::span<const V>(&value, 1);
  else return std::span(value.begin(), value.end());
}

/// Equal within `tolerance`, relative to the larger of |expected| and 0.1. Only NaN agrees with NaN.
inline bool agree(double actual, double expected, double tolerance) {
  if (std::isnan(expected)) return std::isnan(actual);
  if (std::isinf(expected)) return actual == expected;
  return std::abs(actual - expected) <= tolerance * std::max(std::abs(expected), 0.1);
}

/// Empty, or a sentence about the first element that differs.
template <class Actual, class Expected>
std::string difference(std::string_view what, const Actual& actual, const Expected& expected, double tolerance) {
  const auto found = elements(actual);
  const auto wanted = elements(expected);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto f = static_cast<double>(found[i]), w = static_cast<double>(wanted[i]);
    if (agree(f, w, tolerance)) continue;
    std::ostringstream sentence;
    sentence.precision(17);
    sentence << what << ", element " << i << ": " << f << ", but expected " << w;
    return sentence.str();
  }
  return {};
}

/// The first difference between two tuples of equal length.
template <class... Actual, class... Expected>
std::string difference(std::string_view what, const std::tuple<Actual...>& actual,
                       const std::tuple<Expected...>& expected, double tolerance) {
  std::string found;
  const auto check = [&]<std::size_t I> {
    if (found.empty())
      found = difference(std::string(what) + " " + std::to_string(I), std::get<I>(actual), std::get<I>(expected),
                         tolerance);
  };
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (check.template operator()<I>(), ...);
  }(std::index_sequence_for<Expected...>{});
  return found;
}

}  // namespace check
