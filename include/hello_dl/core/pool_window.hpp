#pragma once
/// The windows of a pooling: where they lie, and loops over them and over their elements.

#include <cstdint>

#include <hello_dl/core/lanes.hpp>

namespace hello_dl {

/// x is [images, height, width, channels] and y [images, out_height(), out_width(), channels]. With
/// `ceil_mode` a window may hang over the lower and right edges, as long as it starts inside.
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

/// What all windows of one row or one column of them have in common: how many elements lie inside
/// the image, and how many there are up to the next window or the edge.
struct window_span {
  extent window, cell;

  friend constexpr bool operator==(const window_span&, const window_span&) = default;
};

template <pool2d_shape S>
constexpr window_span span_of(extent position, extent positions, extent length) {
  const extent left = length - position * S.stride;
  return {smaller(S.kernel, left), position + 1 < positions ? S.stride : left};
}

/// One channel, or the channels of one vector, of a window, whose first element has index `first`
/// in x.
template <pool2d_shape S>
struct pool_window {
  extent first;
  window_span rows, columns;

  constexpr extent size() const { return rows.window * columns.window; }

  /// Calls f(index into x, number of the element) row by row.
  template <class F>
  [[gnu::always_inline]] constexpr void for_each_element(F f) const {
    for (extent row = 0; row < rows.window; ++row)
      for (extent column = 0; column < columns.window; ++column)
        f(index(row, column), static_cast<int>(row * S.kernel + column));
  }
  /// The same for all elements from this window up to the next ones; those that are in no window
  /// have the number -1.
  template <class F>
  [[gnu::always_inline]] constexpr void for_each_in_cell(F f) const {
    for (extent row = 0; row < rows.cell; ++row)
      for (extent column = 0; column < columns.cell; ++column) {
        const bool inside = row < rows.window && column < columns.window;
        f(index(row, column), inside ? static_cast<int>(row * S.kernel + column) : -1);
      }
  }

 private:
  constexpr extent index(extent row, extent column) const {
    return first + (row * S.width + column) * S.channels;
  }
};

/// Calls f<V>(window, index into y) for all channels of one window.
template <class T, pool2d_shape S, int Lanes, class F>
[[gnu::always_inline]] constexpr void for_each_channel(pool_window<S> window, extent iy, F& f) {
  for_each_pack<T, Lanes, S.channels>([&]<class V>(extent channel) {
    f.template operator()<V>(pool_window<S>{window.first + channel, window.rows, window.columns},
                             iy + channel);
  });
}

/// The compiler sees the spans of almost all windows as constants.
template <class T, pool2d_shape S, int Lanes, class F>
constexpr void for_each_window(F& f) {
  constexpr window_span usual{S.kernel, S.stride};
  constexpr bool all_usual = span_of<S>(S.out_height() - 1, S.out_height(), S.height) == usual &&
                             span_of<S>(S.out_width() - 1, S.out_width(), S.width) == usual;
  extent iy = 0;
  for (extent image = 0; image < S.images; ++image)
    for (extent oy = 0; oy < S.out_height(); ++oy)
      for (extent ox = 0; ox < S.out_width(); ++ox, iy += S.channels) {
        const extent row = image * S.height + oy * S.stride, column = ox * S.stride;
        const extent first = (row * S.width + column) * S.channels;
        const window_span rows = span_of<S>(oy, S.out_height(), S.height);
        const window_span columns = span_of<S>(ox, S.out_width(), S.width);
        if (all_usual || (rows == usual && columns == usual))
          for_each_channel<T, S, Lanes>({first, usual, usual}, iy, f);
        else for_each_channel<T, S, Lanes>({first, rows, columns}, iy, f);
      }
}

template <class T, pool2d_shape S, class F>
constexpr void for_each_window(F f) {
  if (std::is_constant_evaluated()) for_each_window<T, S, 1>(f);
  else for_each_window<T, S, native_lanes<T>>(f);
}

/// Writes all of grad_x: value_of<V>(window, index into y) is a function that gives the share of
/// the element with a certain number; the shares of overlapping windows are added.
template <class T, pool2d_shape S, class ValueOf>
constexpr void distribute(T* grad_x, ValueOf value_of) {
  constexpr bool overlapping = S.stride < S.kernel;
  if constexpr (overlapping)
    for (extent ix = 0; ix < S.x_size(); ++ix) grad_x[ix] = T{0};
  for_each_window<T, S>([&]<class V>(const auto& window, extent iy) {
    const auto value = value_of.template operator()<V>(window, iy);
    if constexpr (overlapping)
      window.for_each_element(
          [&](extent ix, int number) { store(grad_x + ix, load<V>(grad_x + ix) + value(number)); });
    else
      window.for_each_in_cell(
          [&](extent ix, int number) { store(grad_x + ix, number < 0 ? V(T{0}) : value(number)); });
  });
}

/// The number of an element, in each lane of V; in memory they are bytes.
template <class V>
struct lane_number_of {
  using type = typename V::mask;
};
template <arithmetic T>
struct lane_number_of<T> {
  using type = int;
};
template <class V>
using lane_number = typename lane_number_of<V>::type;

template <class Integer, int N>
using integer_lanes [[gnu::vector_size(sizeof(Integer) * N)]] = Integer;

/// Converts lane by lane, from one of the types to the next: g++ 12 knows instructions only for
/// halving and doubling the width.
template <int N, class From, class To, class... Next>
[[gnu::always_inline]] inline auto convert_through(integer_lanes<From, N> lanes) {
  const auto converted = __builtin_convertvector(lanes, integer_lanes<To, N>);
  if constexpr (sizeof...(Next) == 0) return converted;
  else return convert_through<N, To, Next...>(converted);
}

template <class V>
[[gnu::always_inline]] constexpr lane_number<V> load_numbers(const std::uint8_t* from) {
  constexpr int count = lanes_of<V>::count;
  if constexpr (arithmetic<V>) {
    return *from;
  } else {
    integer_lanes<std::uint8_t, count> lanes;
    __builtin_memcpy(&lanes, from, sizeof(lanes));
    const auto wide = convert_through<count, std::uint8_t, std::uint16_t, std::int32_t>(lanes);
    if constexpr (sizeof(lane_type<V>) == 4) return lane_number<V>(wide);
    else return lane_number<V>(convert_through<count, std::int32_t, std::int64_t>(wide));
  }
}

template <class V>
[[gnu::always_inline]] constexpr void store_numbers(std::uint8_t* to, lane_number<V> numbers) {
  constexpr int count = lanes_of<V>::count;
  if constexpr (arithmetic<V>) {
    *to = static_cast<std::uint8_t>(numbers);
  } else {
    const auto wide = [&] {
      if constexpr (sizeof(lane_type<V>) == 4) return numbers.value;
      else return convert_through<count, std::int64_t, std::int32_t>(numbers.value);
    }();
    const auto lanes = convert_through<count, std::int32_t, std::uint16_t, std::uint8_t>(wide);
    __builtin_memcpy(to, &lanes, sizeof(lanes));
  }
}

}  // namespace detail
}  // namespace hello_dl
