#pragma once
/// Two-dimensional convolution (cross-correlation, as in PyTorch) of channels-last images, and its
/// two gradients.
///
/// The images that come out are passed on, not stored: for every element the kernel calls once
/// `sink(V value, extent row, extent column)`, for the channels `column` to `column` + N - 1 of
/// pixel `row`, counted through all images; V is simd<T, N>, or T for a single one. So the sink can
/// add a bias or apply an activation before it stores.

#include <hello_dl/core/convolution_pack.hpp>
#include <hello_dl/core/convolution_weight_gradient.hpp>
#include <hello_dl/core/correlation.hpp>

namespace hello_dl {

namespace detail {

template <conv2d_shape S>
inline constexpr correlation_shape forward_shape{
    S.n,
    S.in_channels,
    S.out_channels,
    {S.height, S.out_height(), S.kernel_height, S.stride, S.padding},
    {S.width, S.out_width(), S.kernel_width, S.stride, S.padding}};

/// grad_x sees grad_y, its elements `stride` apart, through the window turned by 180 degrees.
template <conv2d_shape S>
inline constexpr correlation_shape input_gradient_shape{
    S.n,
    S.out_channels,
    S.in_channels,
    {S.out_height(), S.height, S.kernel_height, 1, S.kernel_height - 1 - S.padding, S.stride},
    {S.out_width(), S.width, S.kernel_width, 1, S.kernel_width - 1 - S.padding, S.stride}};

template <class T, conv2d_shape S>
using forward_kernel = correlation<T, forward_shape<S>>;
template <class T, conv2d_shape S>
using input_gradient_kernel = correlation<T, input_gradient_shape<S>>;

/// Calls f(index into the source's pixels, tap) for each tap that pixel (row, column) sees.
template <correlation_shape S, class F>
constexpr void for_each_tap(extent row, extent column, F f) {
  for (extent ky = 0; ky < S.rows.taps; ++ky)
    for (extent kx = 0; kx < S.columns.taps; ++kx) {
      const extent y = S.rows.source_at(row, ky), x = S.columns.source_at(column, kx);
      if (y >= 0 && x >= 0) f(y * S.columns.source + x, ky * S.columns.taps + kx);
    }
}

/// Calls f(image, row, column, pixel) for each pixel of the result.
template <correlation_shape S, class F>
constexpr void for_each_pixel(F f) {
  for (extent image = 0, pixel = 0; image < S.n; ++image)
    for (extent row = 0; row < S.rows.result; ++row)
      for (extent column = 0; column < S.columns.result; ++column) f(image, row, column, pixel++);
}

/// The correlation element by element; weight(tap, source channel, channel) are the weights.
template <class T, correlation_shape S, class Weight, class Sink>
constexpr void correlate_scalar(const T* source, Weight weight, const Sink& sink) {
  for_each_pixel<S>([&](extent image, extent row, extent column, extent pixel) {
    for (extent channel = 0; channel < S.channels; ++channel) {
      T sum{0};
      for_each_tap<S>(row, column, [&](extent from, extent tap) {
        for (extent c = 0; c < S.source_channels; ++c)
          sum += source[image * S.source_image() + from * S.source_channels + c] *
                 weight(tap, c, channel);
      });
      sink(sum, pixel, channel);
    }
  });
}

template <class T, conv2d_shape S>
constexpr void weight_gradient_scalar(const T* x, const T* grad_y, T* grad_w) {
  constexpr correlation_shape shape = forward_shape<S>;
  fill_zero(grad_w, S.w_size());
  for_each_pixel<shape>([&](extent image, extent row, extent column, extent pixel) {
    for_each_tap<shape>(row, column, [&](extent from, extent tap) {
      for (extent o = 0; o < S.out_channels; ++o)
        for (extent c = 0; c < S.in_channels; ++c)
          grad_w[(o * S.in_channels + c) * S.taps() + tap] +=
              x[image * shape.source_image() + from * S.in_channels + c] *
              grad_y[pixel * S.out_channels + o];
    });
  });
}

}  // namespace detail

/// How many elements of `scratch`, which begins at a multiple of 64 bytes, each function below
/// needs.
template <class T, conv2d_shape S>
constexpr extent conv2d_forward_scratch() {
  return detail::forward_kernel<T, S>::weights_size;
}
template <class T, conv2d_shape S>
constexpr extent conv2d_input_gradient_scratch() {
  return detail::input_gradient_kernel<T, S>::weights_size;
}
template <class T, conv2d_shape S>
constexpr extent conv2d_weight_gradient_scratch() {
  return detail::weight_gradient<T, S>::scratch_size;
}

/// y[image, oy, ox, o] = sum over c, ky, kx of x[image, oy * stride + ky - padding, ox * stride +
/// kx - padding, c] * w[o, c, ky, kx], where x counts as zero outside the image. y goes to `sink`.
template <class T, conv2d_shape S, class Sink>
constexpr void conv2d_forward(const T* x, const T* w, T* scratch, const Sink& sink) {
  using kernel = detail::forward_kernel<T, S>;
  if (std::is_constant_evaluated())
    return detail::correlate_scalar<T, detail::forward_shape<S>>(
        x,
        [=](extent tap, extent c, extent o) { return w[(o * S.in_channels + c) * S.taps() + tap]; },
        sink);
  kernel::run(x, scratch, [w](extent panel, T* to) { detail::pack_forward<kernel, S>(w, panel, to); }, sink);
}

/// The gradient for x of any function of y whose gradient for y is `grad_y`; it goes to `sink`.
template <class T, conv2d_shape S, class Sink>
constexpr void conv2d_input_gradient(const T* grad_y, const T* w, T* scratch, const Sink& sink) {
  using kernel = detail::input_gradient_kernel<T, S>;
  if (std::is_constant_evaluated())
    return detail::correlate_scalar<T, detail::input_gradient_shape<S>>(
        grad_y,
        [=](extent tap, extent o, extent c) {
          return w[(o * S.in_channels + c) * S.taps() + S.taps() - 1 - tap];
        },
        sink);
  kernel::run(grad_y, scratch, [w](extent panel, T* to) { detail::pack_turned<kernel, S>(w, panel, to); }, sink);
}

/// The gradient for w of any function of y whose gradient for y is `grad_y`.
template <class T, conv2d_shape S>
constexpr void conv2d_weight_gradient(const T* x, const T* grad_y, T* grad_w, T* scratch) {
  if (std::is_constant_evaluated()) return detail::weight_gradient_scalar<T, S>(x, grad_y, grad_w);
  detail::weight_gradient<T, S>::run(x, grad_y, grad_w, scratch);
}

}  // namespace hello_dl
