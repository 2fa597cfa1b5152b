#pragma once
/// tanh(x): the derivative is 1 - tanh(x)^2

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct tanh_operation {
  static constexpr std::string_view name = "tanh";
  static constexpr int arity = 1;
  static constexpr bool costly = true;
  static constexpr std::string_view latex = "\\tanh #1";
  static constexpr binding latex_precedence = binding::application;
  template <class V>
  static constexpr V apply(V x) {
    return math::tanh(x);
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    const term y = at.result();
    return gradient * (1.0 - y * y);
  }
};
template <> struct definition<&record_of<tanh_operation>> { using type = tanh_operation; };

constexpr term tanh(term x) { return apply<tanh_operation>({}, x); }

/// tanh(x), element by element.
template <expression X>
constexpr auto tanh(const X& x) {
  return element_wise<tanh_operation>(x);
}

}  // namespace hello_dl
