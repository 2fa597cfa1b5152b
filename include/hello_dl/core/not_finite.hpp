#pragma once
/// Numbers that went wrong: infinities, and what is not a number.

#include <algorithm>
#include <cmath>
#include <span>
#include <stdexcept>

namespace hello_dl {

/// A training that met a number that is not finite. what() tells the step, and which node was the first to have one.
struct not_finite : std::runtime_error {
  using std::runtime_error::runtime_error;
};

namespace detail {
template <class T>
bool all_finite(std::span<const T> values) {
  return std::ranges::all_of(values, [](T value) { return std::isfinite(value); });
}
}  // namespace detail

}  // namespace hello_dl
