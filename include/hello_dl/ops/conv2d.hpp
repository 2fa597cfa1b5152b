#pragma once
/// conv2d: two-dimensional convolution (as in PyTorch, a cross-correlation) of images
/// [n, in, height, width] with a weight [out, in, kernel height, kernel width]. The result, the
/// gradient of the images and the gradient of the weight are three operations; each is linear in both
/// of its operands, and the derivatives of any of them are the other two.

#include <hello_dl/core/convolution.hpp>
#include <hello_dl/ops/image_attributes.hpp>

namespace hello_dl {

/// Step of the window and zeros around the images, in pixels, the same in both directions.
struct conv2d_options {
  int stride = 1;
  int padding = 0;
};

namespace detail {

constexpr conv2d_shape convolution_of(const dims& images, const dims& w, const attributes& a) {
  const dims x = plain_images(images, a);
  return {x[0], x[1], x[2], x[3], w[0], w[2], w[3], a[0], a[1]};
}

/// Attributes: stride, padding; for a gradient, the shape of what it is the gradient of; channels last.
constexpr attributes conv2d_attributes(const attributes& given, const dims& result) {
  attributes a{{given[0], given[1]}};
  for (int axis = 0; axis < result.rank; ++axis) a[axis + 2] = static_cast<int>(result[axis]);
  a[channels_last_attribute] = given[channels_last_attribute];
  return a;
}
constexpr dims conv2d_result(const attributes& a) { return dims{a[2], a[3], a[4], a[5]}; }

constexpr void spell_conv2d(const node& n, spelling& s) {
  if (n.attributes[0] != 1) s.add("stride", n.attributes[0]);
  if (n.attributes[1] != 0) s.add("padding", n.attributes[1]);
  spell_channels_last(n, s);
}

/// A multiplication and an addition for each tap of each output pixel.
constexpr extent conv2d_flops(const conv2d_shape& s) {
  return 2 * s.n * s.out_channels * s.out_height() * s.out_width() * s.in_channels * s.kernel_height *
         s.kernel_width;
}

}  // namespace detail

constexpr term conv2d(term x, term w, const attributes& options);
constexpr term conv2d_input_gradient(term gradient, term w, const attributes& options, const dims& x);
constexpr term conv2d_weight_gradient(term x, term gradient, const attributes& options, const dims& w);

struct conv2d_operation {
  static constexpr std::string_view name = "conv2d";
  static constexpr std::string_view latex = "#1 \\star #2";
  static constexpr binding latex_precedence = binding::product;
  static constexpr bool tiled = true;
  static constexpr dims shape(const attributes& a, const dims* x) {
    const conv2d_shape s = detail::convolution_of(x[0], x[1], a);
    return detail::laid_out(dims{s.n, s.out_channels, s.out_height(), s.out_width()}, a);
  }
  static constexpr term derivative(const application& at, int k, term gradient) {
    const term x = at.operand(0), w = at.operand(1);
    const attributes a = at.self().attributes;
    return k == 0 ? conv2d_input_gradient(gradient, w, a, x.shape())
                  : conv2d_weight_gradient(x, gradient, a, w.shape());
  }
  static constexpr void channels_last(image_layouts& images, int id) {
    const node n = images[id];
    images.set_last(id, conv2d(images.last(n.operands[0]), images.plain(n.operands[1]),
                               detail::with_channels_last(n.attributes)));
  }
  static constexpr extent flops(const node& n, const dims* x) {
    return detail::conv2d_flops(detail::convolution_of(x[0], x[1], n.attributes));
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) { detail::spell_conv2d(n, s); }
  template <class Site>
  static constexpr conv2d_shape geometry = detail::convolution_of(
      Site::template operand_shape<0>, Site::template operand_shape<1>, Site::self.attributes);
  template <class Site>
  static constexpr extent scratch() {
    return conv2d_forward_scratch<typename Site::value_type, geometry<Site>>();
  }
  template <class Site>
  static constexpr void run(Site at) {
    conv2d_forward<typename Site::value_type, geometry<Site>>(at.template in<0>(), at.template in<1>(),
                                                              at.scratch(), at.sink());
  }
};
template <> struct definition<&record_of<conv2d_operation>> { using type = conv2d_operation; };

/// Operands: the gradient of the result, the weight.
struct conv2d_input_gradient_operation {
  static constexpr std::string_view name = "conv2d_input_gradient";
  static constexpr bool tiled = true;
  static constexpr dims shape(const attributes& a, const dims*) { return detail::conv2d_result(a); }
  static constexpr term derivative(const application& at, int k, term gradient) {
    const term g = at.operand(0), w = at.operand(1);
    const attributes a = at.self().attributes;
    return k == 0 ? conv2d(gradient, w, a) : conv2d_weight_gradient(gradient, g, a, w.shape());
  }
  static constexpr void channels_last(image_layouts& images, int id) {
    const node n = images[id];
    images.set_last(id, conv2d_input_gradient(images.last(n.operands[0]), images.plain(n.operands[1]),
                                              detail::with_channels_last(n.attributes),
                                              detail::reordered(n.shape, detail::to_channels_last)));
  }
  static constexpr extent flops(const node& n, const dims* x) {
    return detail::conv2d_flops(detail::convolution_of(n.shape, x[1], n.attributes));
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) {
    s.add("", n.shape);
    detail::spell_conv2d(n, s);
  }
  template <class Site>
  static constexpr conv2d_shape geometry =
      detail::convolution_of(Site::shape, Site::template operand_shape<1>, Site::self.attributes);
  template <class Site>
  static constexpr extent scratch() {
    return conv2d_input_gradient_scratch<typename Site::value_type, geometry<Site>>();
  }
  template <class Site>
  static constexpr void run(Site at) {
    conv2d_input_gradient<typename Site::value_type, geometry<Site>>(
        at.template in<0>(), at.template in<1>(), at.scratch(), at.sink());
  }
};
template <> struct definition<&record_of<conv2d_input_gradient_operation>> { using type = conv2d_input_gradient_operation; };

/// Operands: the images, the gradient of the result.
struct conv2d_weight_gradient_operation {
  static constexpr std::string_view name = "conv2d_weight_gradient";
  static constexpr dims shape(const attributes& a, const dims*) { return detail::conv2d_result(a); }
  static constexpr term derivative(const application& at, int k, term gradient) {
    const term x = at.operand(0), g = at.operand(1);
    const attributes a = at.self().attributes;
    return k == 0 ? conv2d_input_gradient(g, gradient, a, x.shape()) : conv2d(x, gradient, a);
  }
  static constexpr void channels_last(image_layouts& images, int id) {
    const node n = images[id];
    images.set_plain(id, conv2d_weight_gradient(images.last(n.operands[0]), images.last(n.operands[1]),
                                                detail::with_channels_last(n.attributes), n.shape));
  }
  static constexpr extent flops(const node& n, const dims* x) {
    return detail::conv2d_flops(detail::convolution_of(x[0], n.shape, n.attributes));
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) {
    s.add("", n.shape);
    detail::spell_conv2d(n, s);
  }
  template <class Site>
  static constexpr conv2d_shape geometry =
      detail::convolution_of(Site::template operand_shape<0>, Site::shape, Site::self.attributes);
  template <class Site>
  static constexpr extent scratch() {
    return conv2d_weight_gradient_scratch<typename Site::value_type, geometry<Site>>();
  }
  template <class Site>
  static constexpr void run(Site at) {
    conv2d_weight_gradient<typename Site::value_type, geometry<Site>>(
        at.template in<0>(), at.template in<1>(), at.out(), at.scratch());
  }
};
template <> struct definition<&record_of<conv2d_weight_gradient_operation>> { using type = conv2d_weight_gradient_operation; };

constexpr term conv2d(term x, term w, const attributes& options) {
  return apply<conv2d_operation>(detail::conv2d_attributes(options, {}), x, w);
}
constexpr term conv2d_input_gradient(term gradient, term w, const attributes& options, const dims& x) {
  return apply<conv2d_input_gradient_operation>(detail::conv2d_attributes(options, x), gradient, w);
}
constexpr term conv2d_weight_gradient(term x, term gradient, const attributes& options, const dims& w) {
  return apply<conv2d_weight_gradient_operation>(detail::conv2d_attributes(options, w), x, gradient);
}

/// The convolution of x [n, in, h, w] with weight [out, in, kh, kw]:
/// [n, out, (h + 2 padding - kh) / stride + 1, (w + 2 padding - kw) / stride + 1].
template <conv2d_options Options = conv2d_options{}, class X, class W>
  requires formula<X, W>
constexpr auto conv2d(const X& x, const W& weight) {
  static_assert(operand<X> && operand<W>, "conv2d: both operands must be expressions or tensors");
  static_assert(Options.stride >= 1 && Options.padding >= 0,
                "conv2d: the stride must be at least 1 and the padding not negative");
  if constexpr (operand<X> && operand<W> && Options.stride >= 1) {
    constexpr dims image = detail::operand_shape<X>(), kernel = detail::operand_shape<W>();
    static_assert(image.rank == 4, "conv2d: the images must have the shape [n, channels, height, width]");
    static_assert(kernel.rank == 4, "conv2d: the weight must have the shape [out, in, kernel height, kernel width]");
    if constexpr (image.rank == 4 && kernel.rank == 4) {
      static_assert(image[1] == kernel[1],
                    "conv2d: the channels of the images must equal the input channels of the weight");
      static_assert(image[2] + 2 * Options.padding >= kernel[2] && image[3] + 2 * Options.padding >= kernel[3],
                    "conv2d: the kernel must not be larger than the padded images");
      return make_expr<conv2d_operation, attributes{{Options.stride, Options.padding}}>(x, weight);
    }
  }
}

}  // namespace hello_dl
