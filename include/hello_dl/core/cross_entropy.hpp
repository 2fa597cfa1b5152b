#pragma once
/// The cross-entropy of rows of logits with labels, -log(softmax(row)[label]), and its gradient,
/// without the probabilities in between. Infinities and NaN act as in log_softmax.

#include <hello_dl/core/pick.hpp>
#include <hello_dl/core/softmax.hpp>

namespace hello_dl {

namespace detail {

/// With e = exp(x - most): calls keep(i, e) for vectors that cover the row, and gives the sum of e.
template <class T, int Lanes, extent Classes>
struct shifted_row {
  using row = row_cover<T, Lanes, Classes>;
  using V = typename row::vector_type;

  const T* x;
  T most;

  explicit constexpr shifted_row(const T* logits)
      : x{logits}, most{row::fold_repeating([&](extent i) { return load<V>(x + i); }, shift_lanes{})} {}

  template <class Keep>
  [[gnu::always_inline]] constexpr T sum(Keep keep) const {
    return row::sum([&](extent i) {
      const V exponential = math::detail::exp_of_negative(load<V>(x + i) - V(most));
      keep(i, exponential);
      return exponential;
    });
  }
};

/// As many rows as V has lanes, so that one logarithm serves all.
template <class V, int Lanes, extent Classes, class T>
constexpr void cross_entropy_lanes(const T* logits, const std::int32_t* labels, T* losses) {
  constexpr int rows = lanes_of<V>::count;
  T sums[rows] = {}, distances[rows] = {};
  for (int r = 0; r < rows; ++r) {
    const shifted_row<T, Lanes, Classes> row(logits + r * Classes);
    sums[r] = row.sum([](extent, auto) {});
    distances[r] = row.most - pick_from(row.x, Classes, labels[r]);
  }
  store(losses, math::log(load<V>(sums)) + load<V>(distances));
}

template <class T, int Lanes, extent Rows, extent Classes>
constexpr void cross_entropy_blocks(const T* logits, const std::int32_t* labels, T* losses) {
  for_each_pack<T, Lanes, Rows>([&]<class V>(extent i) {
    cross_entropy_lanes<V, Lanes, Classes>(logits + i * Classes, labels + i, losses + i);
  });
}

/// exp(x - most) waits in the gradient's place until the sum is known.
template <class T, int Lanes, extent Classes>
constexpr void cross_entropy_slope(const T* logits, std::int32_t label, T upstream, T* gradient) {
  const shifted_row<T, Lanes, Classes> row(logits);
  const T sum = row.sum([&](extent i, auto exponential) { store(gradient + i, exponential); });
  const T scale = is_inside(label, Classes) ? upstream / sum : T(0);
  for_each_pack<T, Lanes, Classes>(
      [&]<class V>(extent i) { store(gradient + i, load<V>(gradient + i) * V(scale)); });
  if (is_inside(label, Classes)) gradient[label] -= upstream;
}

template <class T, int Lanes, extent Rows, extent Classes>
constexpr void cross_entropy_slopes(const T* logits, const std::int32_t* labels, const T* upstream,
                                    T* gradient) {
  for (extent row = 0; row < Rows; ++row)
    cross_entropy_slope<T, Lanes, Classes>(logits + row * Classes, labels[row], upstream[row],
                                           gradient + row * Classes);
}

}  // namespace detail

/// losses[r] = log(sum of exp(logits[r])) - logits[r][labels[r]]; NaN for a label outside the row.
template <class T, extent Rows, extent Classes>
constexpr void cross_entropy_rows(const T* logits, const std::int32_t* labels, T* losses) {
  if (std::is_constant_evaluated())
    detail::cross_entropy_blocks<T, 1, Rows, Classes>(logits, labels, losses);
  else detail::cross_entropy_blocks<T, native_lanes<T>, Rows, Classes>(logits, labels, losses);
}

/// gradient[r] = upstream[r] (softmax(logits[r]) - 1 at the label); 0 for a label outside the row.
template <class T, extent Rows, extent Classes>
constexpr void cross_entropy_gradient(const T* logits, const std::int32_t* labels, const T* upstream,
                                      T* gradient) {
  if (std::is_constant_evaluated())
    detail::cross_entropy_slopes<T, 1, Rows, Classes>(logits, labels, upstream, gradient);
  else
    detail::cross_entropy_slopes<T, native_lanes<T>, Rows, Classes>(logits, labels, upstream, gradient);
}

}  // namespace hello_dl
