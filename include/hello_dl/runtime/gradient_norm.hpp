#pragma once
/// The norm of the whole gradient of a batch. It is added up slice by slice and in each slice lane by lane, so its bits do
/// not depend on who computes which slice.

#include <hello_dl/core/math.hpp>
#include <hello_dl/optim/lanes.hpp>
#include <hello_dl/runtime/chunk_sum.hpp>
#include <hello_dl/runtime/thread_pool.hpp>

#include <algorithm>
#include <type_traits>

namespace hello_dl::detail {

/// For gradients of `Count` elements.
template <class T, extent Count>
class gradient_norm {
 public:
  /// Each chunk has a block of Count elements, `stride` apart. Leaves their mean in the first block, and returns the
  /// Euclidean norm of it.
  double of_mean(thread_pool& pool, T* blocks, extent stride, extent chunks) {
    pool.run(slices, [&](int number, int) {
      const extent begin = number * slice;
      squares_[number] = static_cast<double>(combine(blocks, stride, chunks, begin, std::min(begin + slice, Count)));
    });
    double sum = 0;
    for (const double square : squares_) sum += square;
    return last_ = math::sqrt(sum);
  }

  double last() const { return last_; }

 private:
  static constexpr extent slice = 4096;
  static constexpr int slices = static_cast<int>((Count + slice - 1) / slice);

  /// The sum of the squares of the means of the elements from `begin` to `end`.
  static T combine(T* blocks, extent stride, extent chunks, extent begin, extent end) {
    const T share = T(1) / static_cast<T>(chunks);
    simd<T, native_lanes<T>> vectors(T(0));
    T rest = 0;
    for_each_lane<T>(begin, end, [&]<class V>(V, extent i) __attribute__((always_inline)) {
      const V mean = sum_of_blocks<V>(blocks + i, stride, chunks) * V(share);
      store(blocks + i, mean);
      if constexpr (std::is_same_v<V, T>) rest += mean * mean;
      else vectors += mean * mean;
    });
    return reduce_add(vectors) + rest;
  }

  double squares_[slices] = {};
  double last_ = 0;
};

}  // namespace hello_dl::detail
