#pragma once
/// How a program remembers where the maxima of max_pool2d were: as their numbers within the windows, a byte
/// each, instead of the images themselves.

#include <hello_dl/ops/max_pool2d.hpp>

namespace hello_dl {

/// Operand: the pooled images, whose kernel writes this too.
struct max_pool2d_argmax_operation {
  static constexpr std::string_view name = "max_pool2d_argmax";
  static constexpr bool companion = true;
  static constexpr element type = element::byte;
  static constexpr dims shape(const attributes&, const dims* pooled) { return pooled[0]; }
};
template <> struct definition<&record_of<max_pool2d_argmax_operation>> { using type = max_pool2d_argmax_operation; };

/// Operands: the numbers of the maxima, the gradient of the pooled images.
struct max_pool2d_place_operation {
  static constexpr std::string_view name = "max_pool2d_place";
  static constexpr dims shape(const attributes& a, const dims*) { return detail::unpooled_shape(a); }
  static constexpr extent flops(const node& n, const dims* x) {
    return x[1].size() * n.attributes[0] * n.attributes[0];
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) { detail::spell_pooling(n, s); }
  template <class Site>
  static constexpr void run(Site at) {
    constexpr pool2d_shape s = detail::pooling_of(Site::shape, Site::self.attributes);
    max_pool2d_place<typename Site::value_type, s>(at.template bytes<0>().data(), at.template in<1>(), at.out());
  }
};
template <> struct definition<&record_of<max_pool2d_place_operation>> { using type = max_pool2d_place_operation; };

constexpr term max_pool2d_argmax(term pooled) { return apply<max_pool2d_argmax_operation>({}, pooled); }
constexpr term max_pool2d_place(term argmax, term gradient, const attributes& window, const dims& x) {
  return apply<max_pool2d_place_operation>(detail::unpooling_attributes(window, x), argmax, gradient);
}

}  // namespace hello_dl
