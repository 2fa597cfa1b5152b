#pragma once
/// avg_pool2d: the mean of each window of images [n, channels, height, width]; the gradient is
/// spread evenly over the window ("scatter"). Both are linear, so each is the other's derivative.

#include <hello_dl/ops/max_pool2d.hpp>

namespace hello_dl {

constexpr term avg_pool2d(term x, const attributes& window);
constexpr term avg_pool2d_scatter(term gradient, const attributes& window, const dims& x);

struct avg_pool2d_operation {
  static constexpr std::string_view name = "avg_pool2d";
  static constexpr dims shape(const attributes& a, const dims* x) { return detail::pooled_shape(a, x[0]); }
  static constexpr term derivative(const application& at, int, term gradient) {
    return avg_pool2d_scatter(gradient, at.self().attributes, at.operand(0).shape());
  }
  static constexpr void channels_last(image_layouts& images, int id) {
    const node n = images[id];
    images.set_last(id, avg_pool2d(images.last(n.operands[0]), detail::with_channels_last(n.attributes)));
  }
  static constexpr extent flops(const node& n, const dims*) {
    return n.shape.size() * n.attributes[0] * n.attributes[0];
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) { detail::spell_pooling(n, s); }
  template <class Site>
  static constexpr void run(Site at) {
    constexpr pool2d_shape s = detail::pooling_of(Site::template operand_shape<0>, Site::self.attributes);
    avg_pool2d<typename Site::value_type, s>(at.template in<0>(), at.out());
  }
};
template <> struct definition<&record_of<avg_pool2d_operation>> { using type = avg_pool2d_operation; };

struct avg_pool2d_scatter_operation {
  static constexpr std::string_view name = "avg_pool2d_scatter";
  static constexpr dims shape(const attributes& a, const dims*) { return detail::unpooled_shape(a); }
  static constexpr term same_sum(graph& g, const node& n, unsigned axes) {
    return detail::all_pixels(axes, n.attributes) ? term{&g, n.operands[0]} : term{};
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    return avg_pool2d(gradient, at.self().attributes);
  }
  static constexpr void channels_last(image_layouts& images, int id) {
    const node n = images[id];
    images.set_last(id, avg_pool2d_scatter(images.last(n.operands[0]), detail::with_channels_last(n.attributes),
                                           detail::reordered(n.shape, detail::to_channels_last)));
  }
  static constexpr extent flops(const node& n, const dims* x) {
    return x[0].size() * n.attributes[0] * n.attributes[0];
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) {
    s.add("", n.shape);
    detail::spell_pooling(n, s);
  }
  template <class Site>
  static constexpr void run(Site at) {
    constexpr pool2d_shape s = detail::pooling_of(Site::shape, Site::self.attributes);
    avg_pool2d_scatter<typename Site::value_type, s>(at.template in<0>(), at.out());
  }
};
template <> struct definition<&record_of<avg_pool2d_scatter_operation>> { using type = avg_pool2d_scatter_operation; };

constexpr term avg_pool2d(term x, const attributes& window) {
  return apply<avg_pool2d_operation>(detail::window_of(window), x);
}
constexpr term avg_pool2d_scatter(term gradient, const attributes& window, const dims& x) {
  return apply<avg_pool2d_scatter_operation>(detail::unpooling_attributes(window, x), gradient);
}

/// The mean of each Kernel x Kernel window; of a window that sticks out, the mean of what is inside.
template <int Kernel, pool2d_options Options = pool2d_options{}, expression X>
constexpr auto avg_pool2d(const X& x) {
  if constexpr (detail::can_pool<Kernel, Options, X>())
    return make_expr<avg_pool2d_operation, detail::pool2d_attributes(Kernel, Options)>(x);
}

}  // namespace hello_dl
