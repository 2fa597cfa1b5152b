#pragma once
/// gelu(x) = x Phi(x) with the normal distribution Phi(x) = (1 + erf(x / sqrt(2))) / 2 (Hendrycks and Gimpel 2016, section 2)

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct gelu_operation {
  static constexpr std::string_view name = "gelu";
  static constexpr int arity = 1;
  static constexpr bool costly = true;
  static constexpr double sqrt_half = 0.7071067811865476;
  template <class V>
  static constexpr V apply(V x) {
    const V phi = V(0.5) * (V(1) + math::erf(x * V(static_cast<lane_type<V>>(sqrt_half))));
    return x * phi;
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    constexpr double density_at_0 = 0.3989422804014327;  // 1 / sqrt(2 pi)
    const term x = at.operand(0);
    const term phi = 0.5 * (erf(sqrt_half * x) + 1.0);
    return gradient * (phi + x * (density_at_0 * exp(-0.5 * (x * x))));
  }
};
template <> struct definition<&record_of<gelu_operation>> { using type = gelu_operation; };

constexpr term gelu(term x) { return apply<gelu_operation>({}, x); }

/// gelu(x) = x Phi(x) with the normal distribution Phi(x) = (1 + erf(x / sqrt(2))) / 2 (Hendrycks and Gimpel 2016, section 2), element by element.
template <expression X>
constexpr auto gelu(const X& x) {
  return element_wise<gelu_operation>(x);
}

}  // namespace hello_dl
