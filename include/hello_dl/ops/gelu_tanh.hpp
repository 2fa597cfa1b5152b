#pragma once
/// gelu_tanh(x) = x (1 + tanh(u)) / 2 with u = sqrt(2 / pi) (x + 0.044715 x^3): the approximation of gelu (Hendrycks and Gimpel 2016, section 2; PyTorch: approximate="tanh")

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct gelu_tanh_operation {
  static constexpr std::string_view name = "gelu_tanh";
  static constexpr int arity = 1;
  static constexpr std::string_view latex = "\\operatorname{gelu}_{\\tanh}\\left(#1\\right)";
  static constexpr double scale = 0.7978845608028654;  // sqrt(2 / pi)
  static constexpr double cubic = 0.044715;
  template <class V>
  static constexpr V apply(V x) {
    using T = lane_type<V>;
    const V u = V(static_cast<T>(scale)) * (x + V(static_cast<T>(cubic)) * x * x * x);
    return V(0.5) * x * (V(1) + math::tanh(u));
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    const term x = at.operand(0), square = x * x;
    const term t = tanh(scale * (x + cubic * (square * x)));
    const term slope = scale * (3 * cubic * square + 1.0);
    return gradient * (0.5 * (t + 1.0) + 0.5 * x * ((1.0 - t * t) * slope));
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
