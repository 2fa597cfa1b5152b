#pragma once
/// gelu_tanh(x) = x (1 + tanh(u)) / 2 with u = sqrt(2 / pi) (x + 0.044715 x^3): the approximation of gelu (Hendrycks and Gimpel 2016, section 2; PyTorch: approximate="tanh")

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct gelu_tanh_operation {
  static constexpr std::string_view name = "gelu_tanh";
  static constexpr int arity = 1;
  static constexpr bool costly = true;
  static constexpr std::string_view latex = "\\operatorname{gelu}_{\\tanh}\\left(#1\\right)";
  static constexpr double linear = 1.5957691216057308;  // 2 sqrt(2 / pi)
  static constexpr double cubic = 0.07135481627260025;   // 0.044715 of that
  /// x / (1 + exp(-2 u)): (1 + tanh(u)) / 2 is sigmoid(2 u), which loses no digits where tanh is near -1.
  template <class V>
  static constexpr V apply(V x) {
    using T = lane_type<V>;
    const V slope = fma(x * x, V(static_cast<T>(-cubic)), V(static_cast<T>(-linear)));
    return x / (V(1) + math::exp(x * slope));
  }
  /// With s = sigmoid(2 u): s + x s (1 - s) 2 u'.
  static constexpr term derivative(const application& at, int, term gradient) {
    const term x = at.operand(0), square = x * x;
    const term s = sigmoid(x * (cubic * square + linear));
    return gradient * (s * ((1.0 - s) * (x * (3 * cubic * square + linear)) + 1.0));
  }
};
template <> struct definition<&record_of<gelu_tanh_operation>> { using type = gelu_tanh_operation; };

constexpr term gelu_tanh(term x) { return apply<gelu_tanh_operation>({}, x); }

/// gelu_tanh(x) = x (1 + tanh(u)) / 2 with u = sqrt(2 / pi) (x + 0.044715 x^3), element by element.
template <expression X>
constexpr auto gelu_tanh(const X& x) {
  return element_wise<gelu_tanh_operation>(x);
}

}  // namespace hello_dl
