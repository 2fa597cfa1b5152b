#pragma once
/// Matrix multiplication for shapes known at compile time.

#include <hello_dl/core/shape.hpp>

namespace hello_dl {

/// C[m, n] = op(A)[m, k] op(B)[k, n], all row-major and dense. A is stored as [m, k], or as [k, m]
/// when `transpose_a`; B is stored as [k, n], or as [n, k] when `transpose_b`.
struct gemm_shape {
  extent m, n, k;
  bool transpose_a = false, transpose_b = false;
};

namespace detail {

template <class T, gemm_shape S, bool Accumulate>
constexpr void gemm_scalar(const T* a, const T* b, T* c) {
  for (extent i = 0; i < S.m; ++i)
    for (extent j = 0; j < S.n; ++j) {
      T sum = Accumulate ? c[i * S.n + j] : T{0};
      for (extent p = 0; p < S.k; ++p)
        sum += a[S.transpose_a ? p * S.m + i : i * S.k + p] *
               b[S.transpose_b ? j * S.k + p : p * S.n + j];
      c[i * S.n + j] = sum;
    }
}

}  // namespace detail

/// Writes op(A) op(B) to `c`, or adds it to what is there when Accumulate; `c` overlaps neither operand.
template <class T, gemm_shape S, bool Accumulate = false>
constexpr void gemm(const T* a, const T* b, T* c) {
  detail::gemm_scalar<T, S, Accumulate>(a, b, c);
}

}  // namespace hello_dl
