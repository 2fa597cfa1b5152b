#pragma once
/// The sum over the chunks of a batch in one pass over memory. Its order is a binary tree that
/// depends on the number of chunks alone: neighbours, then pairs, then pairs of pairs.

#include <hello_dl/core/shape.hpp>
#include <hello_dl/core/simd.hpp>

#include <bit>

namespace hello_dl::detail {

/// The lanes of V at `first`, first + stride, ... of `count` blocks added, at least 1 and at most
/// Most (a power of 2): all in registers.
template <class V, int Most>
[[gnu::always_inline]] constexpr V sum_of_few_blocks(const lane_type<V>* first, extent stride, extent count) {
  if constexpr (Most == 1) return load<V>(first);
  else {
    constexpr int half = Most / 2;
    const V sum = sum_of_few_blocks<V, half>(first, stride, count);
    if (count <= half) return sum;
    return sum + sum_of_few_blocks<V, half>(first + half * stride, stride, count - half);
  }
}

/// The same for any count (at least 1). A binary counter of groups of 8 blocks: waiting[level] is the
/// sum of 2^level groups if that bit of the number of groups so far is set.
template <class V>
[[gnu::always_inline]] constexpr V sum_of_blocks(const lane_type<V>* first, extent stride, extent count) {
  constexpr extent group = 8;
  if (count <= group) return sum_of_few_blocks<V, group>(first, stride, count);
  V waiting[32] = {};
  const auto groups = static_cast<unsigned>((count + group - 1) / group);
  for (unsigned done = 0; done < groups; ++done, count -= group, first += group * stride) {
    V sum = sum_of_few_blocks<V, group>(first, stride, count < group ? count : group);
    int level = 0;
    for (; (done >> level & 1) != 0; ++level) sum = waiting[level] + sum;
    waiting[level] = sum;
  }
  int level = std::countr_zero(groups);
  V result = waiting[level];
  while (groups >> ++level != 0)
    if ((groups >> level & 1) != 0) result = waiting[level] + result;
  return result;
}

}  // namespace hello_dl::detail
