#pragma once
/// A row of neighbours in vectors of one width, without a loop over what is left.

#include <hello_dl/core/fold.hpp>

namespace hello_dl::detail {

/// Cuts [0, Count) into vectors of which the last one reaches back over elements that the one
/// before holds as well. So a term may be called twice for an element.
template <class T, int Lanes, extent Count>
struct row_cover {
  static constexpr int width = fitting_lanes(Lanes, Count);
  static constexpr extent whole = (Count - 1) / width, last = Count - width;
  using vector_type = vector_or_scalar<T, width>;

  /// 1 in the lanes of the last vector that no other holds, 0 in the others.
  struct lane_weights {
    T of[static_cast<std::size_t>(width)] = {};
    constexpr lane_weights() {
      for (extent lane = 0; lane < width; ++lane) of[lane] = T(last + lane >= whole * width ? 1 : 0);
    }
  };
  static constexpr lane_weights weights{};

  /// term(i) for the vectors from i on, combined by an operation for which f(f(a, b), b) is
  /// f(a, b), such as a maximum.
  template <class Term, class Combine>
  [[gnu::always_inline]] static constexpr T fold_repeating(Term term, Combine combine) {
    vector_type result = term(last);
    if constexpr (whole > 0)
      result = combine(fold_whole(term, combine), result);
    return hello_dl::detail::fold_lanes(result, combine);
  }

  /// The sum of the terms, each counted once; they must be finite, or the sum may be NaN.
  template <class Term>
  [[gnu::always_inline]] static constexpr T sum(Term term) {
    vector_type result = term(last) * load<vector_type>(weights.of);
    if constexpr (whole > 0) result += fold_whole(term, add_lanes{});
    return reduce_add(result);
  }

 private:
  template <class Term, class Combine>
  [[gnu::always_inline]] static constexpr vector_type fold_whole(Term& term, Combine combine) {
    return fold_terms<vector_type, whole, cheap_terms>(
        [&](extent i) { return term(i * width); }, combine);
  }
};

}  // namespace hello_dl::detail
