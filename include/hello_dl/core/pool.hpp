#pragma once
/// Two-dimensional pooling without padding, by PyTorch's rules: the maximum of a window is its
/// first largest element, or its last NaN if there is one.

#include <hello_dl/core/lanes.hpp>

namespace hello_dl {

/// x is [planes, height, width] (planes: images times channels) and y [planes, out_height(),
/// out_width()]. With `ceil_mode` a window may hang over the lower and right edges, as long as it
/// starts inside.
struct pool2d_shape {
  extent planes, height, width, kernel, stride;
  bool ceil_mode = false;

  constexpr extent out_height() const { return windows(height); }
  constexpr extent out_width() const { return windows(width); }
  constexpr extent x_size() const { return planes * height * width; }
  constexpr extent y_size() const { return planes * out_height() * out_width(); }

 private:
  constexpr extent windows(extent length) const {
    if (!ceil_mode) return (length - kernel) / stride + 1;
    const extent count = (length - kernel + stride - 1) / stride + 1;
    return (count - 1) * stride >= length ? count - 1 : count;
  }
};

namespace detail {

/// The part of a window inside its plane: `rows` x `columns` elements of x from index `first`.
struct pool_window {
  extent first, rows, columns;
};

/// Calls f(window, index into y) for every window.
template <pool2d_shape S, class F>
constexpr void for_each_window(F f) {
  extent iy = 0;
  for (extent plane = 0; plane < S.planes; ++plane)
    for (extent oy = 0; oy < S.out_height(); ++oy)
      for (extent ox = 0; ox < S.out_width(); ++ox, ++iy) {
        const extent row = oy * S.stride, column = ox * S.stride;
        f(pool_window{(plane * S.height + row) * S.width + column,
                      smaller(S.kernel, S.height - row), smaller(S.kernel, S.width - column)},
          iy);
      }
}

/// Calls f(index into x) for every element of a window, row by row.
template <pool2d_shape S, class F>
constexpr void for_each_element(const pool_window& window, F f) {
  for (extent row = 0; row < window.rows; ++row)
    for (extent column = 0; column < window.columns; ++column)
      f(window.first + row * S.width + column);
}

template <class T, pool2d_shape S>
constexpr extent argmax(const T* x, const pool_window& window) {
  extent best = window.first;
  for_each_element<S>(window, [&](extent ix) {
    if (x[ix] > x[best] || x[ix] != x[ix]) best = ix;
  });
  return best;
}

}  // namespace detail

/// y = the maximum of each window.
template <class T, pool2d_shape S>
constexpr void max_pool2d(const T* x, T* y) {
  detail::for_each_window<S>(
      [&](const auto& window, extent iy) { y[iy] = x[detail::argmax<T, S>(x, window)]; });
}

/// The gradient of max_pool2d: grad_x is the sum of the grad_y of the windows whose maximum it is.
template <class T, pool2d_shape S>
constexpr void max_pool2d_scatter(const T* x, const T* grad_y, T* grad_x) {
  for (extent ix = 0; ix < S.x_size(); ++ix) grad_x[ix] = T{0};
  detail::for_each_window<S>([&](const auto& window, extent iy) {
    grad_x[detail::argmax<T, S>(x, window)] += grad_y[iy];
  });
}

/// y = the element of t, shaped like x, where x has the maximum of each window; the derivative of
/// max_pool2d along t, and the transpose of the scatter.
template <class T, pool2d_shape S>
constexpr void max_pool2d_gather(const T* x, const T* t, T* y) {
  detail::for_each_window<S>(
      [&](const auto& window, extent iy) { y[iy] = t[detail::argmax<T, S>(x, window)]; });
}

/// y = the mean of the elements of each window that lie inside the plane.
template <class T, pool2d_shape S>
constexpr void avg_pool2d(const T* x, T* y) {
  detail::for_each_window<S>([&](const auto& window, extent iy) {
    T sum{0};
    detail::for_each_element<S>(window, [&](extent ix) { sum += x[ix]; });
    y[iy] = sum / static_cast<T>(window.rows * window.columns);
  });
}

/// The gradient of avg_pool2d: every element gets its share of the grad_y of its windows.
template <class T, pool2d_shape S>
constexpr void avg_pool2d_scatter(const T* grad_y, T* grad_x) {
  for (extent ix = 0; ix < S.x_size(); ++ix) grad_x[ix] = T{0};
  detail::for_each_window<S>([&](const auto& window, extent iy) {
    const T share = grad_y[iy] / static_cast<T>(window.rows * window.columns);
    detail::for_each_element<S>(window, [&](extent ix) { grad_x[ix] += share; });
  });
}

}  // namespace hello_dl
