#pragma once
/// softmax and log_softmax along one axis of [Outer, Axis, Inner]. The maximum is subtracted first,
/// so that exp cannot overflow. A lane of -inf gives 0 and -inf; lanes that are all -inf, or hold
/// +inf or NaN, give NaN, as in PyTorch. A probability below the smallest normal number is 0.

#include <hello_dl/core/math.hpp>
#include <hello_dl/core/row_cover.hpp>

namespace hello_dl {

namespace detail {

/// What the maximum of a row is needed for: a NaN that it misses is met again as x - max.
struct shift_lanes {
  template <class V>
  [[gnu::always_inline]] constexpr V operator()(V a, V b) const {
    return select(a > b, a, b);
  }
};

/// softmax: y = exp(x - max), then y (1 / sum).
struct divide_by_sum {
  template <class V>
  [[gnu::always_inline]] static constexpr V first(V, V exponential) {
    return exponential;
  }
  template <class V>
  [[gnu::always_inline]] static constexpr V of_sum(V sum) {
    return V(1) / sum;
  }
  template <class V>
  [[gnu::always_inline]] static constexpr V second(V first, V of_sum) {
    return first * of_sum;
  }
};

/// log_softmax: y = x - max, then y - log(sum of exp(y)).
struct subtract_log_sum {
  template <class V>
  [[gnu::always_inline]] static constexpr V first(V shifted, V) {
    return shifted;
  }
  template <class V>
  [[gnu::always_inline]] static constexpr V of_sum(V sum) {
    return math::log(sum);
  }
  template <class V>
  [[gnu::always_inline]] static constexpr V second(V first, V of_sum) {
    return first - of_sum;
  }
};

/// A row of neighbours: vectors run along the axis.
template <class T, int Lanes, extent Axis, class Form>
constexpr void softmax_row(const T* x, T* y) {
  using row = row_cover<T, Lanes, Axis>;
  using V = typename row::vector_type;
  const T most = row::fold_repeating([&](extent i) { return load<V>(x + i); }, shift_lanes{});
  const T sum = row::sum([&](extent i) {
    const V shifted = load<V>(x + i) - V(most), exponential = math::detail::exp_of_negative(shifted);
    store(y + i, Form::first(shifted, exponential));
    return exponential;
  });
  const T of_sum = Form::of_sum(sum);
  for_each_pack<T, Lanes, Axis>(
      [&]<class U>(extent i) { store(y + i, Form::second(load<U>(y + i), U(of_sum))); });
}

/// As many rows as V has lanes, side by side: each element lies Inner after the one before.
template <class V, extent Axis, extent Inner, class Form, class T>
constexpr void softmax_lanes(const T* x, T* y) {
  auto loaded = [&](extent i) { return load<V>(x + i * Inner); };
  const V most = fold_terms<V, Axis, cheap_terms>(loaded, shift_lanes{});
  auto shifted_exp = [&](extent i) {
    const V shifted = loaded(i) - most, exponential = math::detail::exp_of_negative(shifted);
    store(y + i * Inner, Form::first(shifted, exponential));
    return exponential;
  };
  const V of_sum = Form::of_sum(fold_terms<V, Axis, cheap_terms>(shifted_exp, add_lanes{}));
  for (extent i = 0; i < Axis; ++i)
    store(y + i * Inner, Form::second(load<V>(y + i * Inner), of_sum));
}

template <class T, int Lanes, extent Outer, extent Axis, extent Inner, class Form>
constexpr void softmax_form(const T* x, T* y) {
  for (extent outer = 0; outer < Outer; ++outer, x += Axis * Inner, y += Axis * Inner)
    if constexpr (Inner == 1) softmax_row<T, Lanes, Axis, Form>(x, y);
    else
      for_each_pack<T, Lanes, Inner>(
          [&]<class V>(extent i) { softmax_lanes<V, Axis, Inner, Form>(x + i, y + i); });
}

template <class T, extent Outer, extent Axis, extent Inner, class Form>
constexpr void softmax_of(const T* x, T* y) {
  if (std::is_constant_evaluated()) softmax_form<T, 1, Outer, Axis, Inner, Form>(x, y);
  else softmax_form<T, native_lanes<T>, Outer, Axis, Inner, Form>(x, y);
}

}  // namespace detail

/// y = exp(x) / (the sum of exp(x) along the axis).
template <class T, extent Outer, extent Axis, extent Inner>
constexpr void softmax(const T* x, T* y) {
  detail::softmax_of<T, Outer, Axis, Inner, detail::divide_by_sum>(x, y);
}

/// y = x - log(the sum of exp(x) along the axis).
template <class T, extent Outer, extent Axis, extent Inner>
constexpr void log_softmax(const T* x, T* y) {
  detail::softmax_of<T, Outer, Axis, Inner, detail::subtract_log_sum>(x, y);
}

}  // namespace hello_dl
