#pragma once
/// softmax and log_softmax along one axis of [Outer, Axis, Inner]. The maximum is subtracted first,
/// so that exp cannot overflow. A lane of -inf gives 0 and -inf; lanes that are all -inf, or hold
/// +inf or NaN, give NaN, as in PyTorch.

#include <hello_dl/core/fold.hpp>
#include <hello_dl/core/math.hpp>

namespace hello_dl {

namespace detail {

/// softmax: y = exp(x - max), then y / sum.
struct divide_by_sum {
  template <class V>
  [[gnu::always_inline]] static constexpr V first(V shifted) {
    return math::exp(shifted);
  }
  template <class V>
  [[gnu::always_inline]] static constexpr V exp_of(V first) {
    return first;
  }
  template <class V>
  [[gnu::always_inline]] static constexpr V second(V first, V sum) {
    return first / sum;
  }
};

/// log_softmax: y = x - max, then y - log(sum of exp(y)).
struct subtract_log_sum {
  template <class V>
  [[gnu::always_inline]] static constexpr V first(V shifted) {
    return shifted;
  }
  template <class V>
  [[gnu::always_inline]] static constexpr V exp_of(V first) {
    return math::exp(first);
  }
  template <class V>
  [[gnu::always_inline]] static constexpr V second(V first, V sum) {
    return first - math::log(sum);
  }
};

/// A row of neighbours: vectors run along the axis.
template <class T, int Lanes, extent Axis, class Form>
constexpr void softmax_row(const T* x, T* y) {
  const T most =
      fold_row<T, Lanes, Axis>([&]<class V>(extent i) { return load<V>(x + i); }, max_lanes{});
  const auto shifted_exp = [&]<class V>(extent i) {
    const V first = Form::first(load<V>(x + i) - V(most));
    store(y + i, first);
    return Form::exp_of(first);
  };
  const T sum = fold_row<T, Lanes, Axis>(shifted_exp, add_lanes{});
  for_each_pack<T, Lanes, Axis>(
      [&]<class V>(extent i) { store(y + i, Form::second(load<V>(y + i), V(sum))); });
}

/// As many rows as V has lanes, side by side: each element lies Inner after the one before.
template <class V, extent Axis, extent Inner, class Form, class T>
constexpr void softmax_lanes(const T* x, T* y) {
  auto loaded = [&](extent i) { return load<V>(x + i * Inner); };
  const V most = fold_terms<V, Axis, cheap_terms>(loaded, max_lanes{});
  auto shifted_exp = [&](extent i) {
    const V first = Form::first(loaded(i) - most);
    store(y + i * Inner, first);
    return Form::exp_of(first);
  };
  const V sum = fold_terms<V, Axis, cheap_terms>(shifted_exp, add_lanes{});
  for (extent i = 0; i < Axis; ++i) store(y + i * Inner, Form::second(load<V>(y + i * Inner), sum));
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
