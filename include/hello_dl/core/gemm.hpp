#pragma once
/// Matrix multiplication for shapes known at compile time, which hands its results to a function.

#include <hello_dl/core/gemm_dot.hpp>
#include <hello_dl/core/gemm_outer.hpp>
#include <hello_dl/core/gemm_panels.hpp>

namespace hello_dl {

namespace detail {

template <class T, gemm_shape S, class Sink>
constexpr void gemm_scalar(const T* a, const T* b, const Sink& sink) {
  for (extent i = 0; i < S.m; ++i)
    for (extent j = 0; j < S.n; ++j) {
      T sum{0};
      for (extent p = 0; p < S.k; ++p)
        sum += a[S.transpose_a ? p * S.m + i : i * S.k + p] *
               b[S.transpose_b ? j * S.k + p : p * S.n + j];
      sink(sum, i, j);
    }
}

/// C = A B, with vectors along the rows of C.
constexpr panel_product direct_product(const gemm_shape& s) {
  return {.rows = s.m,
          .columns = s.n,
          .depth = s.k,
          .row_stride = s.transpose_a ? 1 : s.k,
          .depth_stride = s.transpose_a ? s.m : 1,
          .transposed = s.transpose_b};
}

/// The product C^T = B^T A^T.
constexpr gemm_shape transposed_product(const gemm_shape& s) {
  return {s.n, s.m, s.k, !s.transpose_b, !s.transpose_a};
}

template <class T, gemm_shape S>
struct direct_gemm {
  using parts = panels<T, direct_product(S)>;
  static constexpr extent scratch_size = parts::scratch_size;

  template <class Sink>
  static void run(const T* a, const T* b, T* scratch, const Sink& sink) {
    parts::for_each([&]<extent Columns>(extent first) {
      parts::template multiply<Columns>(a, b, first, scratch, sink);
    });
  }
};

/// Panel after panel of C^T is collected in scratch memory and handed over transposed.
template <class T, gemm_shape S>
struct transposed_gemm {
  using parts = panels<T, direct_product(transposed_product(S))>;
  static constexpr extent scratch_size = parts::packed_size + parts::sums_size;

  template <class Sink>
  static void run(const T* a, const T* b, T* scratch, const Sink& sink) {
    T* const panel = scratch + parts::packed_size;
    parts::for_each([&]<extent Columns>(extent first) {
      const auto keep = [panel, first](auto value, extent row, extent column) __attribute__((always_inline)) {
        store(panel + row * parts::width + column - first, value);
      };
      parts::template multiply<Columns>(b, a, first, scratch, keep);
      hand_over_transposed<S.n, Columns>(panel, parts::width,
                                         [sink, first](auto value, extent row, extent column) __attribute__((always_inline)) {
                                           sink(value, first + row, column);
                                         });
    });
  }
};

template <class T, gemm_shape S>
struct dot_gemm {
  static constexpr extent scratch_size = 0;

  template <class Sink>
  static void run(const T* a, const T* b, T*, const Sink& sink) {
    dot_products<T, S>::multiply(a, b, sink);
  }
};

/// A column is the transpose of a row that is the same memory.
template <class T, gemm_shape S>
struct column_gemm;

template <class T, gemm_shape S>
constexpr auto choose_gemm() {
  constexpr gemm_form form = cheapest_form<T>(S);
  if constexpr (S.n == 1 && S.m > 1) return std::type_identity<column_gemm<T, S>>{};
  else if constexpr (S.k == 1) return std::type_identity<outer_gemm<T, S>>{};
  else if constexpr (form == gemm_form::dot) return std::type_identity<dot_gemm<T, S>>{};
  else if constexpr (form == gemm_form::direct) return std::type_identity<direct_gemm<T, S>>{};
  else return std::type_identity<transposed_gemm<T, S>>{};
}
template <class T, gemm_shape S>
using chosen_gemm = typename decltype(choose_gemm<T, S>())::type;

template <class T, gemm_shape S>
struct column_gemm {
  using row = chosen_gemm<T, transposed_product(S)>;
  static constexpr extent scratch_size = row::scratch_size;

  template <class Sink>
  static void run(const T* a, const T* b, T* scratch, const Sink& sink) {
    row::run(b, a, scratch, [sink](auto value, extent, extent column) { sink(value, column, 0); });
  }
};

}  // namespace detail

/// How many elements of `scratch` the function below needs.
template <class T, gemm_shape S>
constexpr extent gemm_scratch() {
  return detail::chosen_gemm<T, S>::scratch_size;
}

/// Computes op(A) op(B) and hands every element to `sink`, once, when it is complete:
///     sink(V value, extent row, extent column)
/// for a V that is T or simd<T, N>, whose lanes are elements that lie side by side in the row-major
/// result, from (row, column) on: columns of that row, or, where n is 1, rows of the only column.
/// The order of the calls depends on the shape. `sink` is copied, so it should be small. Where sink
/// writes must not be read by the product. `scratch` is aligned to 64 bytes; constant evaluation
/// does not touch it.
template <class T, gemm_shape S, class Sink>
constexpr void gemm(const T* a, const T* b, T* scratch, const Sink& sink) {
  if (std::is_constant_evaluated()) detail::gemm_scalar<T, S>(a, b, sink);
  else detail::chosen_gemm<T, S>::run(a, b, scratch, sink);
}

}  // namespace hello_dl
