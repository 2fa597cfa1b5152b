#pragma once
/// Two-dimensional convolution (cross-correlation, as in PyTorch) and its two gradients.

#include <hello_dl/core/shape.hpp>

namespace hello_dl {

/// x is [n, in_channels, height, width], the weight w [out_channels, in_channels, kernel_height,
/// kernel_width] and y [n, out_channels, out_height(), out_width()], all row-major.
struct conv2d_shape {
  extent n, in_channels, height, width, out_channels, kernel_height, kernel_width;
  extent stride = 1, padding = 0;

  constexpr extent out_height() const {
    return (height + 2 * padding - kernel_height) / stride + 1;
  }
  constexpr extent out_width() const { return (width + 2 * padding - kernel_width) / stride + 1; }
  constexpr extent in_pixels() const { return height * width; }
  constexpr extent out_pixels() const { return out_height() * out_width(); }
  constexpr extent taps() const { return kernel_height * kernel_width; }

  constexpr extent x_size() const { return n * in_channels * in_pixels(); }
  constexpr extent w_size() const { return out_channels * in_channels * taps(); }
  constexpr extent y_size() const { return n * out_channels * out_pixels(); }
};

namespace detail {

/// Calls f(x index, w index, y index) for every product that a convolution sums: y[iy] += x[ix] *
/// w[iw]. The sum is linear in x and in w, so the same triples give both gradients.
template <conv2d_shape S, class F>
constexpr void for_each_product(F f) {
  const auto at = [&](extent plane, extent channel, extent tap, extent oy, extent ox) {
    const extent image = plane / S.out_channels, out = plane % S.out_channels;
    const extent row = oy * S.stride - S.padding + tap / S.kernel_width;
    const extent column = ox * S.stride - S.padding + tap % S.kernel_width;
    if (row < 0 || row >= S.height || column < 0 || column >= S.width) return;
    f(((image * S.in_channels + channel) * S.height + row) * S.width + column,
      (out * S.in_channels + channel) * S.taps() + tap,
      (plane * S.out_height() + oy) * S.out_width() + ox);
  };
  for (extent plane = 0; plane < S.n * S.out_channels; ++plane)
    for (extent channel = 0; channel < S.in_channels; ++channel)
      for (extent tap = 0; tap < S.taps(); ++tap)
        for (extent oy = 0; oy < S.out_height(); ++oy)
          for (extent ox = 0; ox < S.out_width(); ++ox) at(plane, channel, tap, oy, ox);
}

template <class T>
constexpr void fill_zero(T* to, extent count) {
  for (extent i = 0; i < count; ++i) to[i] = T{0};
}

}  // namespace detail

/// The number of elements of `scratch` that each function below needs; 0: it may be null.
template <class T, conv2d_shape S>
constexpr extent conv2d_forward_scratch() {
  return 0;
}
template <class T, conv2d_shape S>
constexpr extent conv2d_input_gradient_scratch() {
  return 0;
}
template <class T, conv2d_shape S>
constexpr extent conv2d_weight_gradient_scratch() {
  return 0;
}

/// y[image, o, oy, ox] = sum over c, ky, kx of x[image, c, oy * stride + ky - padding, ox * stride
/// + kx - padding] * w[o, c, ky, kx], where x counts as zero outside the image.
template <class T, conv2d_shape S>
constexpr void conv2d_forward(const T* x, const T* w, T* y, T* /*scratch*/) {
  detail::fill_zero(y, S.y_size());
  detail::for_each_product<S>([&](extent ix, extent iw, extent iy) { y[iy] += x[ix] * w[iw]; });
}

/// The gradient for x of any function of y whose gradient for y is `grad_y`.
template <class T, conv2d_shape S>
constexpr void conv2d_input_gradient(const T* grad_y, const T* w, T* grad_x, T* /*scratch*/) {
  detail::fill_zero(grad_x, S.x_size());
  detail::for_each_product<S>(
      [&](extent ix, extent iw, extent iy) { grad_x[ix] += grad_y[iy] * w[iw]; });
}

/// The gradient for w of any function of y whose gradient for y is `grad_y`.
template <class T, conv2d_shape S>
constexpr void conv2d_weight_gradient(const T* x, const T* grad_y, T* grad_w, T* /*scratch*/) {
  detail::fill_zero(grad_w, S.w_size());
  detail::for_each_product<S>(
      [&](extent ix, extent iw, extent iy) { grad_w[iw] += x[ix] * grad_y[iy]; });
}

}  // namespace hello_dl
