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

/// Block sizes of fold_terms: terms that are a load and little more are folded many at a time.
inline constexpr extent cheap_terms = 128, costly_terms = 1;

/// term(first) up to term(first + Count - 1) combined, in four chains.
template <class V, extent Count, class Term, class Combine>
constexpr V fold_block(extent first, Term& term, Combine combine) {
  constexpr extent chains = Count < 8 ? 1 : 4, chained = Count / chains * chains;
  V result = term(first);
  if constexpr (chains == 4) {
    V second = term(first + 1), third = term(first + 2), fourth = term(first + 3);
    for (extent i = first + 4; i < first + chained; i += 4) {
      result = combine(result, term(i));
      second = combine(second, term(i + 1));
      third = combine(third, term(i + 2));
      fourth = combine(fourth, term(i + 3));
    }
    result = combine(combine(result, second), combine(third, fourth));
  }
  for (extent i = chains == 4 ? chained : 1; i < Count; ++i)
    result = combine(result, term(first + i));
  return result;
}

/// term(0) up to term(Count - 1) combined, each called once: blocks of Block terms, then pairs of
/// blocks, pairs of pairs, and so on. waiting[level] combines 2^level blocks, where bit `level` of
/// the number of blocks so far is set.
template <class V, extent Count, extent Block, class Term, class Combine>
constexpr V fold_terms(Term term, Combine combine) {
  if constexpr (Count <= Block) return fold_block<V, Count>(0, term, combine);
  else {
    constexpr std::size_t blocks = Count / Block;
    constexpr extent rest = Count % Block;
    V waiting[std::bit_width(blocks)] = {};
    for (std::size_t done = 0; done < blocks; ++done) {
      V sum = fold_block<V, Block>(static_cast<extent>(done) * Block, term, combine);
      int level = 0;
      for (; (done >> level & 1) != 0; ++level) sum = combine(waiting[level], sum);
      waiting[level] = sum;
    }
    int level = std::countr_zero(blocks);
    V result = waiting[level];
    while (blocks >> ++level != 0)
      if ((blocks >> level & 1) != 0) result = combine(waiting[level], result);
    if constexpr (rest > 0)
      result = combine(result, fold_block<V, rest>(Count - rest, term, combine));
    return result;
  }
}

/// Folds the lanes of `v` and Rest more neighbours from `first` on: whenever the upper half of the
/// lanes is folded onto the lower one, as many neighbours join as there are lanes left.
template <class V, extent Rest, class Term, class Combine>
constexpr lane_type<V> fold_down(V v, extent first, Term& term, Combine combine) {
  if constexpr (std::is_arithmetic_v<V>) return v;
  else {
    constexpr int lanes = lanes_of<V>::count / 2;
    using half = vector_or_scalar<lane_type<V>, lanes>;
    struct halves {
      half lower, upper;
    };
    const auto [lower, upper] = std::bit_cast<halves>(v);
    half folded = combine(lower, upper);
    if constexpr (Rest >= lanes) folded = combine(folded, term.template operator()<half>(first));
    constexpr extent joined = Rest >= lanes ? lanes : 0;
    return fold_down<half, Rest - joined>(folded, first + joined, term, combine);
  }
}

/// Folds Count neighbours; `term<V>(i)` gives those from i on, as many as V has lanes.
template <class T, int Lanes, extent Count, class Term, class Combine>
constexpr T fold_row(Term term, Combine combine) {
  constexpr int width = fitting_lanes(Lanes, Count);
  using V = vector_or_scalar<T, width>;
  constexpr extent vectors = Count / width;
  auto vector_term = [&](extent i) { return term.template operator()<V>(i * width); };
  const V folded = fold_terms<V, vectors, cheap_terms>(vector_term, combine);
  return fold_down<V, Count % width>(folded, vectors * width, term, combine);
}

}  // namespace hello_dl::detail
