#pragma once
/// cross_entropy_rows: for each row of logits the negative logarithm of the probability that softmax
/// gives to the row's label, in one pass (PyTorch: functional.cross_entropy(reduction="none")).

#include <hello_dl/core/cross_entropy.hpp>
#include <hello_dl/ops/pick.hpp>
#include <hello_dl/ops/softmax.hpp>
#include <hello_dl/ops/sum.hpp>

namespace hello_dl {

constexpr term cross_entropy_gradient(term logits, term labels, term gradient);

/// Operands: logits [n, classes] and labels [n]; the result has the shape [n].
struct cross_entropy_rows_operation {
  static constexpr std::string_view name = "cross_entropy_rows";
  static constexpr dims shape(const attributes&, const dims* x) { return detail::without_last(x[0]); }
  static constexpr term derivative(const application& at, int k, term gradient) {
    return k == 0 ? cross_entropy_gradient(at.operand(0), at.operand(1), gradient) : term{};
  }
  /// Shift, exponential, addition: counted as one each.
  static constexpr extent flops(const node&, const dims* x) { return 3 * x[0].size(); }
  template <class Site>
  static constexpr void run(Site at) {
    constexpr dims logits = Site::template operand_shape<0>;
    hello_dl::cross_entropy_rows<typename Site::value_type, logits[0], logits[1]>(
        at.template in<0>(), at.template indices<1>(), at.out());
  }
};
template <> struct definition<&record_of<cross_entropy_rows_operation>> { using type = cross_entropy_rows_operation; };

/// Operands: logits [n, classes], labels [n] and u [n]; the result is u (p - o) with p = softmax(logits),
/// and o = 1 at the label, else 0. A row whose label lies outside gets zeros.
struct cross_entropy_gradient_operation {
  static constexpr std::string_view name = "cross_entropy_gradient";
  static constexpr dims shape(const attributes&, const dims* x) { return x[0]; }
  /// For u: sum(g (p - o)); for the logits: that of u p, as in softmax.
  static constexpr term derivative(const application& at, int k, term gradient) {
    const term logits = at.operand(0), labels = at.operand(1), u = at.operand(2);
    if (k == 1) return {};
    const dims rows = u.shape(), column{rows[0], 1};
    const term one_hot = place_at(constant(at.graph, 1, rows), labels, logits.shape()[1]);
    const term p = softmax(logits, 1) * sum(one_hot, classes, true);
    if (k == 2) return sum(gradient * (p - one_hot), classes, false);
    const term weighted = gradient * reshape(u, column);
    return p * (weighted - sum(weighted * p, classes, true));
  }
  static constexpr extent flops(const node& n, const dims* x) { return detail::softmax_flops(n, x); }
  template <class Site>
  static constexpr void run(Site at) {
    hello_dl::cross_entropy_gradient<typename Site::value_type, Site::shape[0], Site::shape[1]>(
        at.template in<0>(), at.template indices<1>(), at.template in<2>(), at.out());
  }

 private:
  static constexpr unsigned classes = 1u << 1;  // the axis
};
template <> struct definition<&record_of<cross_entropy_gradient_operation>> { using type = cross_entropy_gradient_operation; };

constexpr term cross_entropy_gradient(term logits, term labels, term gradient) {
  return apply<cross_entropy_gradient_operation>({}, logits, labels, gradient);
}

/// -log(softmax(logits)[n, labels[n]]) for each row n: logits [n, classes], labels [n] of index type. A
/// label outside 0..classes-1 gives NaN.
template <expression X, expression Labels>
constexpr auto cross_entropy_rows(const X& logits, const Labels& labels) {
  static_assert(X::shape_value.rank == 2, "cross_entropy: the logits must have the shape [n, classes]");
  if constexpr (detail::is_row_index<X, Labels>()) return make_expr<cross_entropy_rows_operation>(logits, labels);
}

}  // namespace hello_dl
