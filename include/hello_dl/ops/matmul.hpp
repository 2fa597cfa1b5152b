#pragma once
/// matmul: the matrix product of the last two axes; axes before them are a batch. Each operand may
/// be read transposed, so neither a product with a transpose nor a gradient moves any element.

#include <hello_dl/core/gemm.hpp>
#include <hello_dl/ops/permute.hpp>
#include <hello_dl/ops/reshape.hpp>

namespace hello_dl {

namespace detail {

constexpr extent matrix_rows(const dims& x, bool transposed) { return x.back(transposed ? 1 : 2); }
constexpr extent matrix_columns(const dims& x, bool transposed) { return x.back(transposed ? 2 : 1); }

/// The axes before the last two.
constexpr dims batch_of(const dims& x) {
  dims result;
  for (int axis = 0; axis + 2 < x.rank; ++axis) result.push_back(x[axis]);
  return result;
}

constexpr attributes transposed_flags(bool a, bool b) { return attributes{{a, b}}; }

}  // namespace detail

/// Attributes 0 and 1: whether the left and the right operand are read transposed.
struct matmul_operation {
  static constexpr std::string_view name = "matmul";
  static constexpr std::string_view text = "#1 @ #2";
  static constexpr binding precedence = binding::product;
  static constexpr bool tiled = true;

  static constexpr dims shape(const attributes& t, const dims* x) {
    dims result = broadcast(detail::batch_of(x[0]), detail::batch_of(x[1]));
    result.push_back(detail::matrix_rows(x[0], t[0] != 0));
    result.push_back(detail::matrix_columns(x[1], t[1] != 0));
    return result;
  }

  /// For C = A B with gradient G: dA = G B^T and dB = A^T G; for transposed operands, transposed.
  static constexpr term derivative(const application& at, int k, term gradient) {
    const bool ta = at.attribute(0) != 0, tb = at.attribute(1) != 0;
    const term a = at.operand(0), b = at.operand(1);
    if (k == 0) return ta ? matmul(b, gradient, tb, true) : matmul(gradient, b, false, !tb);
    return tb ? matmul(gradient, a, true, ta) : matmul(a, gradient, !ta, false);
  }

  /// A product with zeros is zeros; that of a transposed matrix is a product that reads it transposed.
  static constexpr term simplify(graph& g, const node& n) {
    for (int k = 0; k < 2; ++k) {
      const node x = g[n.operands[k]];
      if (is_constant(x) && x.value == 0) return constant(g, 0, n.shape);
      if (x.op != &record_of<permute_operation> || x.attributes != detail::swapped_last_axes(x.shape.rank))
        continue;
      node untransposed = n;
      untransposed.operands[k] = x.operands[0];
      untransposed.attributes[k] = !n.attributes[k];
      return g.add(untransposed);
    }
    return {};
  }

  /// A multiplication and an addition for each product.
  static constexpr extent flops(const node& n, const dims* x) {
    return 2 * n.shape.size() * detail::matrix_columns(x[0], n.attributes[0] != 0);
  }

  static constexpr void spell(const graph&, const node& n, spelling& s) {
    constexpr std::string_view texts[] = {"#1 @ #2", "#1 @ transpose(#2)", "transpose(#1) @ #2",
                                          "transpose(#1) @ transpose(#2)"};
    constexpr std::string_view latex[] = {"#1 \\, #2", "#1 \\, #2^\\top", "#1^\\top \\, #2", "#1^\\top \\, #2^\\top"};
    const int transposed = 2 * n.attributes[0] + n.attributes[1];
    s.text = texts[transposed];
    s.latex = latex[transposed];
  }

  template <class Site>
  static constexpr gemm_shape geometry() {
    const bool ta = Site::self.attributes[0] != 0, tb = Site::self.attributes[1] != 0;
    const extent depth = detail::matrix_columns(Site::template operand_shape<0>, ta);
    return {Site::shape.back(2), Site::shape.back(1), depth, ta, tb};
  }
  template <class Site>
  static constexpr extent scratch() {
    return gemm_scratch<typename Site::value_type, geometry<Site>()>();
  }
  template <class Site>
  static constexpr void run(Site at) {
    constexpr gemm_shape s = geometry<Site>();
    constexpr dims batch = detail::batch_of(Site::shape);
    for (extent i = 0; i < batch.size(); ++i)
      gemm<typename Site::value_type, s>(
          at.template in<0>() + matrix_offset(Site::template operand_shape<0>, batch, i),
          at.template in<1>() + matrix_offset(Site::template operand_shape<1>, batch, i), at.scratch(),
          at.sink(i * s.m));
  }

 private:
  /// Where the matrix for batch element `i` starts in an operand, whose batch axes may be broadcast.
  static constexpr extent matrix_offset(const dims& x, const dims& batch, extent i) {
    extent offset = 0;
    for (int axis = batch.rank - 1; axis >= 0; --axis) {
      const int own = axis - (batch.rank - (x.rank - 2));
      if (own >= 0 && x[own] != 1) offset += i % batch[axis] * x.stride(own);
      i /= batch[axis];
    }
    return offset;
  }
};
template <> struct definition<&record_of<matmul_operation>> { using type = matmul_operation; };

constexpr term matmul(term a, term b, bool transpose_a, bool transpose_b) {
  return apply<matmul_operation>(detail::transposed_flags(transpose_a, transpose_b), a, b);
}

/// Whether two operands can be multiplied: matrices, or batches of them whose batch axes broadcast.
template <class A, class B>
concept can_matmul =
    operand<A> && operand<B> && detail::operand_shape<A>().rank >= 2 && detail::operand_shape<B>().rank >= 2 &&
    detail::operand_shape<A>().back(1) == detail::operand_shape<B>().back(2) &&
    broadcast(detail::batch_of(detail::operand_shape<A>()), detail::batch_of(detail::operand_shape<B>())).rank >= 0;

/// The matrix product of a [.., m, k] and b [.., k, n]: [.., m, n]; the axes before broadcast.
template <class A, class B>
  requires formula<A, B>
constexpr auto matmul(const A& a, const B& b) {
  static_assert(operand<A> && operand<B>, "matmul: both operands must be expressions or tensors");
  if constexpr (operand<A> && operand<B>) {
    constexpr dims left = detail::operand_shape<A>(), right = detail::operand_shape<B>();
    static_assert(left.rank >= 2 && right.rank >= 2,
                  "matmul: both operands must have at least two dimensions; reshape vectors to matrices");
    if constexpr (left.rank >= 2 && right.rank >= 2) {
      static_assert(left.back(1) == right.back(2),
                    "matmul: the columns of the left operand must equal the rows of the right operand");
      static_assert(broadcast(detail::batch_of(left), detail::batch_of(right)).rank >= 0,
                    "matmul: the axes before the last two must broadcast");
    }
    if constexpr (can_matmul<A, B>) return make_expr<matmul_operation>(a, b);
  }
}

}  // namespace hello_dl
