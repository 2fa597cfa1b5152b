#pragma once
/// docs/tutorial/7-why-is-it-fast.md: a matrix product in five steps, from the definition to the library's kernel.
/// All compute C = A B with A [M, K], B [K, N], row by row in memory; M is a multiple of 6, N of 4 vectors.

#include <hello_dl/core/gemm.hpp>

namespace steps {

namespace dl = hello_dl;
using dl::extent;

//[definition
template <extent M, extent N, extent K>
[[gnu::noinline]] void definition(const float* a, const float* b, float* c) {
  for (extent i = 0; i < M; ++i)
    for (extent j = 0; j < N; ++j) {
      float sum = 0;
      for (extent p = 0; p < K; ++p) sum += a[i * K + p] * b[p * N + j];
      c[i * N + j] = sum;
    }
}
//]

//[along_rows
template <extent M, extent N, extent K>
[[gnu::noinline]] void along_rows(const float* a, const float* b, float* c) {
  for (extent i = 0; i < M * N; ++i) c[i] = 0;
  for (extent i = 0; i < M; ++i)
    for (extent p = 0; p < K; ++p)
      for (extent j = 0; j < N; ++j) c[i * N + j] += a[i * K + p] * b[p * N + j];
}
//]

//[in_registers
using vector = dl::simd<float, dl::native_lanes<float>>;
constexpr extent lanes = dl::native_lanes<float>;

template <extent M, extent N, extent K>
[[gnu::noinline]] void in_registers(const float* a, const float* b, float* c) {
  for (extent i = 0; i < M; ++i)
    for (extent j = 0; j < N; j += lanes) {
      vector sum(0.0f);
      for (extent p = 0; p < K; ++p) sum = fma(vector(a[i * K + p]), vector::load(b + p * N + j), sum);
      sum.store(c + i * N + j);
    }
}
//]

//[in_tiles
template <extent M, extent N, extent K>
[[gnu::noinline]] void in_tiles(const float* a, const float* b, float* c) {
  constexpr int rows = 6, vectors = dl::native_lanes<float> >= 16 ? 4 : 2;
  for (extent i = 0; i < M; i += rows)
    for (extent j = 0; j < N; j += vectors * lanes) {
      vector sum[rows][vectors];
      dl::in_chunks<rows * vectors>([&]<int I> { sum[I / vectors][I % vectors] = vector(0.0f); });
      for (extent p = 0; p < K; ++p) {
        vector row_of_b[vectors];
        dl::in_chunks<vectors>([&]<int J> { row_of_b[J] = vector::load(b + p * N + j + J * lanes); });
        dl::in_chunks<rows * vectors>([&]<int I> {
          vector& s = sum[I / vectors][I % vectors];
          s = fma(vector(a[(i + I / vectors) * K + p]), row_of_b[I % vectors], s);
        });
      }
      dl::in_chunks<rows * vectors>([&]<int I> {
        sum[I / vectors][I % vectors].store(c + (i + I / vectors) * N + j + I % vectors * lanes);
      });
    }
}
//]

//[library
template <extent M, extent N, extent K>
[[gnu::noinline]] void library(const float* a, const float* b, float* c) {
  constexpr dl::gemm_shape shape{M, N, K};
  alignas(64) static float scratch[static_cast<std::size_t>(dl::gemm_scratch<float, shape>()) + 1];
  dl::gemm<float, shape>(a, b, scratch, [c](auto value, extent row, extent column) __attribute__((always_inline)) {
    dl::store(c + row * N + column, value);
  });
}
//]

}  // namespace steps
