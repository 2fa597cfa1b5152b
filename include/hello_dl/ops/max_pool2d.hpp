#pragma once
/// max_pool2d: the maximum of each window of images [n, channels, height, width]. The gradient goes
/// to the first maximum of each window ("scatter"); the derivative of that picks values at the maxima
/// again ("gather"), so the operation can be derived any number of times.

#include <hello_dl/core/pool.hpp>
#include <hello_dl/ops/image_attributes.hpp>

namespace hello_dl {

/// How windows lie: their step (0: as wide as they are), and whether a last one may stick out over
/// the border (it then covers what is there).
struct pool2d_options {
  int stride = 0;
  bool ceil_mode = false;
};

namespace detail {

/// Attributes: kernel, stride, ceil_mode.
constexpr attributes pool2d_attributes(int kernel, const pool2d_options& o) {
  return attributes{{kernel, o.stride == 0 ? kernel : o.stride, o.ceil_mode}};
}
constexpr pool2d_shape pooling_of(const dims& images, const attributes& a) {
  const dims x = plain_images(images, a);
  return {x[0], x[2], x[3], x[1], a[0], a[1], a[2] != 0};
}
constexpr dims pooled_shape(const attributes& a, const dims& x) {
  const pool2d_shape s = pooling_of(x, a);
  return laid_out(dims{s.images, s.channels, s.out_height(), s.out_width()}, a);
}

/// Attributes of what gives images back: the window, the shape of the images, channels last.
constexpr attributes unpooling_attributes(const attributes& window, const dims& x) {
  attributes a = window;
  for (int axis = 0; axis < 4; ++axis) a[axis + 3] = static_cast<int>(x[axis]);
  return a;
}
constexpr dims unpooled_shape(const attributes& a) { return dims{a[3], a[4], a[5], a[6]}; }
constexpr attributes window_of(const attributes& a) {
  return attributes{{a[0], a[1], a[2], 0, 0, 0, 0, a[channels_last_attribute]}};
}

/// The largest window whose elements are numbered: numbers below this make a real that is none of the special
/// ones, whichever four of them it holds (runtime/bytes.hpp).
inline constexpr int largest_numbered_window = 64;

constexpr void spell_pooling(const node& n, spelling& s) {
  s.add("kernel", n.attributes[0]);
  if (n.attributes[1] != n.attributes[0]) s.add("stride", n.attributes[1]);
  if (n.attributes[2] != 0) s.add("ceil_mode", "true");
  spell_channels_last(n, s);
}

/// The checks that both poolings share, and whether all hold.
template <int Kernel, pool2d_options Options, class X>
constexpr bool can_pool() {
  constexpr dims x = X::shape_value;
  static_assert(x.rank == 4, "pooling: the images must have the shape [n, channels, height, width]");
  static_assert(Kernel >= 1 && Options.stride >= 0, "pooling: the window and its stride must be at least 1");
  static_assert(x.rank != 4 || (x[2] >= Kernel && x[3] >= Kernel),
                "pooling: the window must not be larger than the images");
  return x.rank == 4 && Kernel >= 1 && Options.stride >= 0 && x[2] >= Kernel && x[3] >= Kernel;
}

}  // namespace detail

constexpr term max_pool2d(term x, const attributes& window);
constexpr term max_pool2d_scatter(term x, term gradient, const attributes& window);
constexpr term max_pool2d_gather(term x, term values, const attributes& window);
/// For programs: the number of each maximum in its window, a second result of `pooled`; and the scatter from it.
constexpr term max_pool2d_argmax(term pooled);
constexpr term max_pool2d_place(term argmax, term gradient, const attributes& window, const dims& x);

struct max_pool2d_operation {
  static constexpr std::string_view name = "max_pool2d";
  static constexpr dims shape(const attributes& a, const dims* x) { return detail::pooled_shape(a, x[0]); }
  static constexpr term derivative(const application& at, int, term gradient) {
    return max_pool2d_scatter(at.operand(0), gradient, at.self().attributes);
  }
  static constexpr void channels_last(image_layouts& images, int id) {
    const node n = images[id];
    images.set_last(id, max_pool2d(images.last(n.operands[0]), detail::with_channels_last(n.attributes)));
  }
  /// A comparison for each pixel of each window.
  static constexpr extent flops(const node& n, const dims*) {
    return n.shape.size() * n.attributes[0] * n.attributes[0];
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) { detail::spell_pooling(n, s); }
  template <class Site>
  static constexpr void run(Site at) {
    constexpr pool2d_shape s = detail::pooling_of(Site::template operand_shape<0>, Site::self.attributes);
    if constexpr (Site::has_companion) {
      const auto argmax = at.companion_bytes();
      max_pool2d_argmax<typename Site::value_type, s>(at.template in<0>(), at.out(), argmax.data());
    } else {
      max_pool2d<typename Site::value_type, s>(at.template in<0>(), at.out());
    }
  }
};
template <> struct definition<&record_of<max_pool2d_operation>> { using type = max_pool2d_operation; };

/// Operands: the images x, the gradient of the pooled images.
struct max_pool2d_scatter_operation {
  static constexpr std::string_view name = "max_pool2d_scatter";
  static constexpr dims shape(const attributes&, const dims* x) { return x[0]; }
  static constexpr term derivative(const application& at, int k, term gradient) {
    return k == 0 ? term{} : max_pool2d_gather(at.operand(0), gradient, at.self().attributes);
  }
  /// Each value goes to one pixel: sums over all pixels do not see to which.
  static constexpr term same_sum(graph& g, const node& n, unsigned axes) {
    return detail::all_pixels(axes, n.attributes) ? term{&g, n.operands[1]} : term{};
  }
  /// The maxima were found before: their numbers take less memory than the images.
  static constexpr void channels_last(image_layouts& images, int id) {
    const node n = images[id];
    const attributes window = detail::with_channels_last(n.attributes);
    const term x = images.last(n.operands[0]), gradient = images.last(n.operands[1]);
    const bool fits = window[0] * window[0] <= detail::largest_numbered_window;
    images.set_last(id, fits ? max_pool2d_place(max_pool2d_argmax(max_pool2d(x, window)), gradient, window, x.shape())
                             : max_pool2d_scatter(x, gradient, window));
  }
  static constexpr extent flops(const node& n, const dims* x) {
    return x[1].size() * n.attributes[0] * n.attributes[0];
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) { detail::spell_pooling(n, s); }
  template <class Site>
  static constexpr void run(Site at) {
    constexpr pool2d_shape s = detail::pooling_of(Site::template operand_shape<0>, Site::self.attributes);
    max_pool2d_scatter<typename Site::value_type, s>(at.template in<0>(), at.template in<1>(), at.out());
  }
};
template <> struct definition<&record_of<max_pool2d_scatter_operation>> { using type = max_pool2d_scatter_operation; };

/// Operands: the images x, values of the same shape; the result is the values at x's maxima.
struct max_pool2d_gather_operation {
  static constexpr std::string_view name = "max_pool2d_gather";
  static constexpr dims shape(const attributes& a, const dims* x) { return detail::pooled_shape(a, x[0]); }
  static constexpr term derivative(const application& at, int k, term gradient) {
    return k == 0 ? term{} : max_pool2d_scatter(at.operand(0), gradient, at.self().attributes);
  }
  static constexpr void channels_last(image_layouts& images, int id) {
    const node n = images[id];
    images.set_last(id, max_pool2d_gather(images.last(n.operands[0]), images.last(n.operands[1]),
                                          detail::with_channels_last(n.attributes)));
  }
  static constexpr extent flops(const node& n, const dims*) {
    return n.shape.size() * n.attributes[0] * n.attributes[0];
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) { detail::spell_pooling(n, s); }
  template <class Site>
  static constexpr void run(Site at) {
    constexpr pool2d_shape s = detail::pooling_of(Site::template operand_shape<0>, Site::self.attributes);
    max_pool2d_gather<typename Site::value_type, s>(at.template in<0>(), at.template in<1>(), at.out());
  }
};
template <> struct definition<&record_of<max_pool2d_gather_operation>> { using type = max_pool2d_gather_operation; };

constexpr term max_pool2d(term x, const attributes& window) { return apply<max_pool2d_operation>(window, x); }
constexpr term max_pool2d_scatter(term x, term gradient, const attributes& window) {
  return apply<max_pool2d_scatter_operation>(window, x, gradient);
}
constexpr term max_pool2d_gather(term x, term values, const attributes& window) {
  return apply<max_pool2d_gather_operation>(window, x, values);
}

/// The maximum of each Kernel x Kernel window.
template <int Kernel, pool2d_options Options = pool2d_options{}, expression X>
constexpr auto max_pool2d(const X& x) {
  if constexpr (detail::can_pool<Kernel, Options, X>())
    return make_expr<max_pool2d_operation, detail::pool2d_attributes(Kernel, Options)>(x);
}

}  // namespace hello_dl
