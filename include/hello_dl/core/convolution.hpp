#pragma once
#include <hello_dl/core/convolution_shape.hpp>
#include <type_traits>
namespace hello_dl {
namespace detail {
template <conv2d_shape S, class F>
constexpr void for_each_product(F f) {
  for (extent n = 0; n < S.n; ++n) for (extent oy = 0; oy < S.out_height(); ++oy) for (extent ox = 0; ox < S.out_width(); ++ox)
  for (extent ky = 0; ky < S.kernel_height; ++ky) for (extent kx = 0; kx < S.kernel_width; ++kx) {
    const extent row = oy * S.stride - S.padding + ky, column = ox * S.stride - S.padding + kx;
    if (row < 0 || row >= S.height || column < 0 || column >= S.width) continue;
    for (extent c = 0; c < S.in_channels; ++c) for (extent o = 0; o < S.out_channels; ++o)
      f(((n * S.height + row) * S.width + column) * S.in_channels + c, ((o * S.in_channels + c) * S.kernel_height + ky) * S.kernel_width + kx,
        ((n * S.out_height() + oy) * S.out_width() + ox) * S.out_channels + o);
  }
}
}
template <class T, conv2d_shape S> constexpr extent conv2d_forward_scratch() { return S.y_size(); }
template <class T, conv2d_shape S> constexpr extent conv2d_input_gradient_scratch() { return S.x_size(); }
template <class T, conv2d_shape S> constexpr extent conv2d_weight_gradient_scratch() { return 0; }
template <class T, conv2d_shape S, class Sink>
constexpr void conv2d_forward(const T* x, const T* w, T* scratch, const Sink& sink) {
  for (extent i = 0; i < S.y_size(); ++i) scratch[i] = T(0);
  detail::for_each_product<S>([&](extent ix, extent iw, extent iy) { scratch[iy] += x[ix] * w[iw]; });
  for (extent i = 0; i < S.y_size(); ++i) sink(scratch[i], i / S.out_channels, i % S.out_channels);
}
template <class T, conv2d_shape S, class Sink>
constexpr void conv2d_input_gradient(const T* grad_y, const T* w, T* scratch, const Sink& sink) {
  for (extent i = 0; i < S.x_size(); ++i) scratch[i] = T(0);
  detail::for_each_product<S>([&](extent ix, extent iw, extent iy) { scratch[ix] += grad_y[iy] * w[iw]; });
  for (extent i = 0; i < S.x_size(); ++i) sink(scratch[i], i / S.in_channels, i % S.in_channels);
}
template <class T, conv2d_shape S>
constexpr void conv2d_weight_gradient(const T* x, const T* grad_y, T* grad_w, T*) {
  for (extent i = 0; i < S.w_size(); ++i) grad_w[i] = T(0);
  detail::for_each_product<S>([&](extent ix, extent iw, extent iy) { grad_w[iw] += x[ix] * grad_y[iy]; });
}
}
