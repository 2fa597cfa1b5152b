#pragma once
/// Outer products: a column times a row. There is nothing to add up, so the result is handed over row by row.

#include <hello_dl/core/gemm_plan.hpp>

namespace hello_dl::detail {

/// The operands of a product of depth 1 lie the same way whether they are transposed or not.
template <class T, gemm_shape S>
struct outer_gemm {
  static constexpr extent scratch_size = 0;

  template <class Sink>
  static void run(const T* a, const T* b, T*, const Sink& sink) {
    for (extent i = 0; i < S.m; ++i) multiply_row(a[i], b, i, sink);
  }

 private:
  template <class Sink>
  static void multiply_row(T element, const T* b, extent row, Sink sink) {
    for_each_pack<T, native_lanes<T>, S.n>(
        [&]<class V>(extent j) __attribute__((always_inline)) { sink(V(element) * load<V>(b + j), row, j); });
  }
};

}  // namespace hello_dl::detail
