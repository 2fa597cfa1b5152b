#pragma once
/// Two-dimensional pooling of channels-last images without padding, by PyTorch's rules: the maximum
/// of a window is its first largest element, or its last NaN if there is one.

#include <hello_dl/core/pool_window.hpp>

namespace hello_dl {

namespace detail {

/// Of each lane: the largest element of a window, and its number.
template <class V>
struct numbered_max {
  V value;
  lane_number<V> number;
};

template <class V, pool2d_shape S>
[[gnu::always_inline]] constexpr numbered_max<V> max_of(const lane_type<V>* x,
                                                        const pool_window<S>& window) {
  numbered_max<V> most{load<V>(x + window.first), lane_number<V>(0)};
  window.for_each_element([&](extent ix, int number) {
    const V element = load<V>(x + ix);
    const auto larger = element > most.value || element != element;
    most = {select(larger, element, most.value),
            select(larger, lane_number<V>(number), most.number)};
  });
  return most;
}

/// Gives `gradient` to the element with that number, and zero to the others.
template <class V>
[[gnu::always_inline]] constexpr auto all_to(lane_number<V> chosen, V gradient) {
  return [=](int number) {
    return select(chosen == lane_number<V>(number), gradient, V(lane_type<V>{0}));
  };
}

}  // namespace detail

/// y = the maximum of each window.
template <class T, pool2d_shape S>
constexpr void max_pool2d(const T* x, T* y) {
  detail::for_each_window<T, S>([&]<class V>(const auto& window, extent iy) {
    store(y + iy, detail::max_of<V>(x, window).value);
  });
}

/// The same, and in `argmax` for every element of y the number of the maximum among the elements of
/// its window, counted row by row: row * kernel + column.
template <class T, pool2d_shape S>
constexpr void max_pool2d_argmax(const T* x, T* y, std::uint8_t* argmax) {
  static_assert(S.kernel * S.kernel <= 256,
                "max_pool2d: a window must not have more than 256 elements");
  detail::for_each_window<T, S>([&]<class V>(const auto& window, extent iy) {
    const auto most = detail::max_of<V>(x, window);
    store(y + iy, most.value);
    detail::store_numbers<V>(argmax + iy, most.number);
  });
}

/// The gradient of max_pool2d from the numbers that max_pool2d_argmax stored: grad_x is the sum of
/// the grad_y of the windows whose maximum it is.
template <class T, pool2d_shape S>
constexpr void max_pool2d_place(const std::uint8_t* argmax, const T* grad_y, T* grad_x) {
  detail::distribute<T, S>(grad_x, [&]<class V>(const auto&, extent iy) {
    return detail::all_to(detail::load_numbers<V>(argmax + iy), load<V>(grad_y + iy));
  });
}

/// The same from x itself.
template <class T, pool2d_shape S>
constexpr void max_pool2d_scatter(const T* x, const T* grad_y, T* grad_x) {
  detail::distribute<T, S>(grad_x, [&]<class V>(const auto& window, extent iy) {
    return detail::all_to(detail::max_of<V>(x, window).number, load<V>(grad_y + iy));
  });
}

/// y = the element of t, shaped like x, where x has the maximum of each window; the derivative of
/// max_pool2d along t, and the transpose of the scatter.
template <class T, pool2d_shape S>
constexpr void max_pool2d_gather(const T* x, const T* t, T* y) {
  detail::for_each_window<T, S>([&]<class V>(const auto& window, extent iy) {
    const auto chosen = detail::max_of<V>(x, window).number;
    V result(T{0});
    window.for_each_element([&](extent ix, int number) {
      result = select(chosen == detail::lane_number<V>(number), load<V>(t + ix), result);
    });
    store(y + iy, result);
  });
}

/// y = the mean of the elements of each window that lie inside the image.
template <class T, pool2d_shape S>
constexpr void avg_pool2d(const T* x, T* y) {
  detail::for_each_window<T, S>([&]<class V>(const auto& window, extent iy) {
    V sum(T{0});
    window.for_each_element([&](extent ix, int) { sum = sum + load<V>(x + ix); });
    store(y + iy, sum / V(static_cast<T>(window.size())));
  });
}

/// The gradient of avg_pool2d: every element gets its share of the grad_y of its windows.
template <class T, pool2d_shape S>
constexpr void avg_pool2d_scatter(const T* grad_y, T* grad_x) {
  detail::distribute<T, S>(grad_x, [&]<class V>(const auto& window, extent iy) {
    const V share = load<V>(grad_y + iy) / V(static_cast<T>(window.size()));
    return [=](int) { return share; };
  });
}

}  // namespace hello_dl
