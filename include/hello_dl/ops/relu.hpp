#pragma once
/// relu(x) = max(x, 0): the derivative is 1 where x > 0 and 0 elsewhere, also at 0 (as in PyTorch)

#include <hello_dl/core/simd.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct relu_operation {
  static constexpr std::string_view name = "relu";
  static constexpr int arity = 1;
  template <class V>
  static constexpr V apply(V x) {
    return select(x < V(0), V(0), x);  // NaN stays
  }
  /// Read off the result, which is positive where x is: then x itself need not be kept.
  static constexpr term derivative(const application& at, int, term gradient) {
    const term y = at.result();
    return where(greater(y, number(y, 0)), gradient, number(y, 0));
  }
};
template <> struct definition<&record_of<relu_operation>> { using type = relu_operation; };

constexpr term relu(term x) { return apply<relu_operation>({}, x); }

/// relu(x) = max(x, 0), element by element.
template <expression X>
constexpr auto relu(const X& x) {
  return element_wise<relu_operation>(x);
}

}  // namespace hello_dl
