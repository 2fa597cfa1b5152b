#pragma once
/// Two-dimensional convolution (cross-correlation, as in PyTorch) and its two gradients.

#include <hello_dl/core/convolution_kernels.hpp>

namespace hello_dl {

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

}  // namespace detail

/// How many elements of `scratch` each function below needs.
template <class T, conv2d_shape S>
constexpr extent conv2d_forward_scratch() {
  return detail::forward_kernel<T, S>::scratch_size;
}
template <class T, conv2d_shape S>
constexpr extent conv2d_input_gradient_scratch() {
  return detail::input_gradient_kernel<T, S>::scratch_size;
}
template <class T, conv2d_shape S>
constexpr extent conv2d_weight_gradient_scratch() {
  return detail::weight_gradient_kernel<T, S>::scratch_size;
}

/// y[image, o, oy, ox] = sum over c, ky, kx of x[image, c, oy * stride + ky - padding, ox * stride
/// + kx - padding] * w[o, c, ky, kx], where x counts as zero outside the image.
template <class T, conv2d_shape S>
constexpr void conv2d_forward(const T* x, const T* w, T* y, T* scratch) {
  if (!std::is_constant_evaluated()) return detail::forward_kernel<T, S>::run(x, w, y, scratch);
  detail::fill_zero(y, S.y_size());
  detail::for_each_product<S>([&](extent ix, extent iw, extent iy) { y[iy] += x[ix] * w[iw]; });
}

/// The gradient for x of any function of y whose gradient for y is `grad_y`.
template <class T, conv2d_shape S>
constexpr void conv2d_input_gradient(const T* grad_y, const T* w, T* grad_x, T* scratch) {
  if (!std::is_constant_evaluated())
    return detail::input_gradient_kernel<T, S>::run(grad_y, w, grad_x, scratch);
  detail::fill_zero(grad_x, S.x_size());
  detail::for_each_product<S>(
      [&](extent ix, extent iw, extent iy) { grad_x[ix] += grad_y[iy] * w[iw]; });
}

/// The gradient for w of any function of y whose gradient for y is `grad_y`.
template <class T, conv2d_shape S>
constexpr void conv2d_weight_gradient(const T* x, const T* grad_y, T* grad_w, T* scratch) {
  if (!std::is_constant_evaluated())
    return detail::weight_gradient_kernel<T, S>::run(x, grad_y, grad_w, scratch);
  detail::fill_zero(grad_w, S.w_size());
  detail::for_each_product<S>(
      [&](extent ix, extent iw, extent iy) { grad_w[iw] += x[ix] * grad_y[iy]; });
}

}  // namespace hello_dl
