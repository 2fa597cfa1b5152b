#pragma once
#include <hello_dl/core/lanes.hpp>
#include <cstdint>
namespace hello_dl {
struct pool2d_shape {
  extent images, height, width, channels, kernel, stride;
  bool ceil_mode = false;
  constexpr extent out_height() const { return windows(height); }
  constexpr extent out_width() const { return windows(width); }
  constexpr extent x_size() const { return images * height * width * channels; }
  constexpr extent y_size() const { return images * out_height() * out_width() * channels; }
 private:
  constexpr extent windows(extent length) const {
    if (!ceil_mode) return (length - kernel) / stride + 1;
    const extent count = (length - kernel + stride - 1) / stride + 1;
    return (count - 1) * stride >= length ? count - 1 : count;
  }
};
namespace detail {
template <pool2d_shape S, class F>
constexpr void for_each_window(F f) {
  extent iy = 0;
  for (extent n = 0; n < S.images; ++n) for (extent oy = 0; oy < S.out_height(); ++oy) for (extent ox = 0; ox < S.out_width(); ++ox)
    for (extent c = 0; c < S.channels; ++c, ++iy)
      f(iy, [&](auto g) {
        int count = 0;
        for (extent r = 0; r < S.kernel && oy * S.stride + r < S.height; ++r)
          for (extent k = 0; k < S.kernel && ox * S.stride + k < S.width; ++k)
            g(((n * S.height + oy * S.stride + r) * S.width + ox * S.stride + k) * S.channels + c, r * S.kernel + k), ++count;
        return count;
      });
}
template <class T, class W>
constexpr extent index_of_max(const T* x, W window, int* number = nullptr) {
  extent best = -1; int at = 0;
  window([&](extent ix, extent i) { if (best < 0 || x[ix] > x[best] || x[ix] != x[ix]) best = ix, at = static_cast<int>(i); });
  if (number) *number = at;
  return best;
}
}
template <class T, pool2d_shape S> constexpr void max_pool2d(const T* x, T* y) {
  detail::for_each_window<S>([&](extent iy, auto w) { y[iy] = x[detail::index_of_max(x, w)]; });
}
template <class T, pool2d_shape S> constexpr void max_pool2d_scatter(const T* x, const T* g, T* gx) {
  for (extent i = 0; i < S.x_size(); ++i) gx[i] = T(0);
  detail::for_each_window<S>([&](extent iy, auto w) { gx[detail::index_of_max(x, w)] += g[iy]; });
}
template <class T, pool2d_shape S> constexpr void max_pool2d_gather(const T* x, const T* t, T* y) {
  detail::for_each_window<S>([&](extent iy, auto w) { y[iy] = t[detail::index_of_max(x, w)]; });
}
template <class T, pool2d_shape S> constexpr void max_pool2d_argmax(const T* x, T* y, std::uint8_t* a) {
  detail::for_each_window<S>([&](extent iy, auto w) { int n = 0; y[iy] = x[detail::index_of_max(x, w, &n)]; a[iy] = static_cast<std::uint8_t>(n); });
}
template <class T, pool2d_shape S> constexpr void max_pool2d_place(const std::uint8_t* a, const T* g, T* gx) {
  for (extent i = 0; i < S.x_size(); ++i) gx[i] = T(0);
  detail::for_each_window<S>([&](extent iy, auto w) { w([&](extent ix, extent i) { if (i == a[iy]) gx[ix] += g[iy]; }); });
}
template <class T, pool2d_shape S> constexpr void avg_pool2d(const T* x, T* y) {
  detail::for_each_window<S>([&](extent iy, auto w) { T s(0); const int n = w([&](extent ix, extent) { s += x[ix]; }); y[iy] = s / static_cast<T>(n); });
}
template <class T, pool2d_shape S> constexpr void avg_pool2d_scatter(const T* g, T* gx) {
  for (extent i = 0; i < S.x_size(); ++i) gx[i] = T(0);
  detail::for_each_window<S>([&](extent iy, auto w) { const int n = w([](extent, extent) {}); w([&](extent ix, extent) { gx[ix] += g[iy] / static_cast<T>(n); }); });
}
}
