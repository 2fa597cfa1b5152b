#pragma once
/// Two-dimensional pooling without padding, by PyTorch's rules: the maximum of a window is its
/// first largest element, or its last NaN if there is one.

#include <hello_dl/core/strided.hpp>

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

/// The part of a window inside its plane: `rows` x `columns` elements of x from index `first`. With
/// vectors it stands for neighbouring windows, one in each lane, `stride` apart.
struct pool_window {
  extent first, rows, columns;
};

/// Calls f<V>(window, index into y) until all windows are covered.
template <class T, pool2d_shape S, int Lanes, class F>
constexpr void for_each_window(F f) {
  constexpr extent whole = (S.width - S.kernel) / S.stride + 1;  // that do not hang over the edge
  extent first = 0, iy = 0;
  for (extent plane = 0; plane < S.planes; ++plane, first = plane * S.height * S.width)
    for (extent oy = 0; oy < S.out_height(); ++oy, first += S.stride * S.width) {
      const extent rows = smaller(S.kernel, S.height - oy * S.stride);
      for_each_pack<T, Lanes, whole>([&]<class V>(extent ox) {
        f.template operator()<V>(pool_window{first + ox * S.stride, rows, S.kernel}, iy + ox);
      });
      if constexpr (constexpr extent right = whole * S.stride; whole < S.out_width())
        f.template operator()<T>(pool_window{first + right, rows, S.width - right}, iy + whole);
      iy += S.out_width();
    }
}

template <class T, pool2d_shape S, class F>
constexpr void for_each_window(F f) {
  if (std::is_constant_evaluated()) for_each_window<T, S, 1>(f);
  else for_each_window<T, S, native_lanes<T>>(f);
}

/// Calls f(index into x, number of the element) for every element of a window, row by row.
template <pool2d_shape S, class F>
[[gnu::always_inline]] constexpr void for_each_element(const pool_window& window, F f) {
  int number = 0;
  for (extent row = 0; row < window.rows; ++row)
    for (extent column = 0; column < window.columns; ++column)
      f(window.first + row * S.width + column, number++);
}

/// The number of the maximum among its window's elements, in each lane.
template <class V, pool2d_shape S>
[[gnu::always_inline]] constexpr V number_of_max(const lane_type<V>* x, const pool_window& window) {
  using T = lane_type<V>;
  V largest = load_every<V, S.stride>(x + window.first), result(T{0});
  for_each_element<S>(window, [&](extent ix, int number) {
    const V element = load_every<V, S.stride>(x + ix);
    const auto larger = element > largest || element != element;
    largest = select(larger, element, largest);
    result = select(larger, V(static_cast<T>(number)), result);
  });
  return result;
}

}  // namespace detail

/// y = the maximum of each window.
template <class T, pool2d_shape S>
constexpr void max_pool2d(const T* x, T* y) {
  detail::for_each_window<T, S>([&]<class V>(const auto& window, extent iy) {
    V largest = detail::load_every<V, S.stride>(x + window.first);
    detail::for_each_element<S>(window, [&](extent ix, int) {
      const V element = detail::load_every<V, S.stride>(x + ix);
      largest = select(element > largest || element != element, element, largest);
    });
    store(y + iy, largest);
  });
}

/// The gradient of max_pool2d: grad_x is the sum of the grad_y of the windows whose maximum it is.
template <class T, pool2d_shape S>
constexpr void max_pool2d_scatter(const T* x, const T* grad_y, T* grad_x) {
  for (extent ix = 0; ix < S.x_size(); ++ix) grad_x[ix] = T{0};
  detail::for_each_window<T, S>([&]<class V>(const auto& window, extent iy) {
    const V chosen = detail::number_of_max<V, S>(x, window), gradient = load<V>(grad_y + iy);
    detail::for_each_element<S>(window, [&](extent ix, int number) {
      const auto is_chosen = chosen == V(static_cast<T>(number));
      detail::add_to_every<V, S.stride>(grad_x + ix, select(is_chosen, gradient, V(T{0})));
    });
  });
}

/// y = the element of t, shaped like x, where x has the maximum of each window; the derivative of
/// max_pool2d along t, and the transpose of the scatter.
template <class T, pool2d_shape S>
constexpr void max_pool2d_gather(const T* x, const T* t, T* y) {
  detail::for_each_window<T, S>([&]<class V>(const auto& window, extent iy) {
    const V chosen = detail::number_of_max<V, S>(x, window);
    V result(T{0});
    detail::for_each_element<S>(window, [&](extent ix, int number) {
      const V element = detail::load_every<V, S.stride>(t + ix);
      result = select(chosen == V(static_cast<T>(number)), element, result);
    });
    store(y + iy, result);
  });
}

/// y = the mean of the elements of each window that lie inside the plane.
template <class T, pool2d_shape S>
constexpr void avg_pool2d(const T* x, T* y) {
  detail::for_each_window<T, S>([&]<class V>(const auto& window, extent iy) {
    V sum(T{0});
    detail::for_each_element<S>(
        window, [&](extent ix, int) { sum = sum + detail::load_every<V, S.stride>(x + ix); });
    store(y + iy, sum / V(static_cast<T>(window.rows * window.columns)));
  });
}

/// The gradient of avg_pool2d: every element gets its share of the grad_y of its windows.
template <class T, pool2d_shape S>
constexpr void avg_pool2d_scatter(const T* grad_y, T* grad_x) {
  for (extent ix = 0; ix < S.x_size(); ++ix) grad_x[ix] = T{0};
  detail::for_each_window<T, S>([&]<class V>(const auto& window, extent iy) {
    const V share = load<V>(grad_y + iy) / V(static_cast<T>(window.rows * window.columns));
    detail::for_each_element<S>(
        window, [&](extent ix, int) { detail::add_to_every<V, S.stride>(grad_x + ix, share); });
  });
}

}  // namespace hello_dl
