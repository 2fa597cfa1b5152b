#pragma once
/// Folding a sequence of terms with an associative operation: pairwise over long sequences, so that
/// the rounding error of a sum grows with the logarithm of its length, in four chains over short
/// ones.

#include <hello_dl/core/lanes.hpp>

namespace hello_dl::detail {

struct add_lanes {
  template <class V>
  [[gnu::always_inline]] constexpr V operator()(V a, V b) const {
    return a + b;
  }
};

/// NaN if either operand is NaN, as in PyTorch.
struct max_lanes {
  template <class V>
  [[gnu::always_inline]] constexpr V operator()(V a, V b) const {
    return select(a > b || a != a, a, b);
  }
};

template <class V, class Combine>
constexpr lane_type<V> fold_lanes(V v, Combine combine) {
  if constexpr (std::is_arithmetic_v<V>) return v;
  else return reduce(v, combine);
}

template <class V, class Term, class Combine>
constexpr V fold_short(extent first, extent end, Term& term, Combine combine) {
  V result = term(first);
  extent i = first + 1;
  if (end - first >= 8) {
    V second = term(i), third = term(i + 1), fourth = term(i + 2);
    for (i += 3; i + 4 <= end; i += 4) {
      result = combine(result, term(i));
      second = combine(second, term(i + 1));
      third = combine(third, term(i + 2));
      fourth = combine(fourth, term(i + 3));
    }
    result = combine(combine(result, second), combine(third, fourth));
  }
  for (; i < end; ++i) result = combine(result, term(i));
  return result;
}

/// term(first) up to term(end - 1) combined, each called once; first < end.
template <class V, class Term, class Combine>
constexpr V fold_terms(extent first, extent end, Term& term, Combine combine) {
  if (end - first <= 128) return fold_short<V>(first, end, term, combine);
  const extent middle = first + (end - first) / 2;
  return combine(fold_terms<V>(first, middle, term, combine),
                 fold_terms<V>(middle, end, term, combine));
}

/// Folds Count neighbours; `term<V>(i)` gives those from i on, as many as V has lanes.
template <class T, int Lanes, extent Count, class Term, class Combine>
constexpr T fold_row(Term term, Combine combine) {
  constexpr int width = fitting_lanes(Lanes, Count);
  using V = vector_or_scalar<T, width>;
  constexpr extent vectors = Count / width;
  auto vector_term = [&](extent i) { return term.template operator()<V>(i * width); };
  T result = fold_lanes(fold_terms<V>(0, vectors, vector_term, combine), combine);
  for (extent i = vectors * width; i < Count; ++i)
    result = combine(result, term.template operator()<T>(i));
  return result;
}

}  // namespace hello_dl::detail
