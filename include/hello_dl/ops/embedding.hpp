#pragma once
/// embedding: the rows of a table that indices name (PyTorch: functional.embedding); its reverse,
/// scatter_add, adds rows to the rows of a table of zeros that the indices name.

#include <hello_dl/core/pick.hpp>
#include <hello_dl/ops/vocabulary.hpp>

#include <limits>

namespace hello_dl {

constexpr term scatter_add(term index, term rows, extent count);

/// Operands: an index tensor [..] and a table [count, features]; the result has the shape [.., features].
struct embedding_operation {
  static constexpr std::string_view name = "embedding";
  static constexpr dims shape(const attributes&, const dims* x) {
    dims result = x[0];
    result.push_back(x[1][1]);
    return result;
  }
  static constexpr term derivative(const application& at, int k, term gradient) {
    return k == 1 ? scatter_add(at.operand(0), gradient, at.operand(1).shape()[0]) : term{};
  }
  template <class Site>
  static constexpr void run(Site at) {
    using T = typename Site::value_type;
    constexpr extent count = Site::template operand_shape<1>[0], features = Site::shape.back(1);
    for (extent row = 0; row < Site::template operand_shape<0>.size(); ++row) {
      const auto index = at.template indices<0>()[row];
      const bool inside = is_inside(index, count);
      const T* const from = at.template in<1>() + (inside ? index * features : 0);
      for (extent i = 0; i < features; ++i)
        at.out()[row * features + i] = inside ? from[i] : std::numeric_limits<T>::quiet_NaN();
    }
  }
};
template <> struct definition<&record_of<embedding_operation>> { using type = embedding_operation; };

/// Operands: an index tensor [..] and rows [.., features]; attribute 0: how many rows the table has. They are
/// added in the order of the indices, so the sum is the same on every machine.
struct scatter_add_operation {
  static constexpr std::string_view name = "scatter_add";
  static constexpr dims shape(const attributes& a, const dims* x) { return dims{a[0], x[1].back(1)}; }
  static constexpr term derivative(const application& at, int k, term gradient) {
    return k == 1 ? apply<embedding_operation>({}, at.operand(0), gradient) : term{};
  }
  static constexpr extent flops(const node&, const dims* x) { return x[1].size(); }
  static constexpr void spell(const graph&, const node& n, spelling& s) { s.add("count", n.attributes[0]); }
  template <class Site>
  static constexpr void run(Site at) {
    using T = typename Site::value_type;
    constexpr extent count = Site::shape[0], features = Site::shape[1];
    for (extent i = 0; i < Site::shape.size(); ++i) at.out()[i] = T(0);
    for (extent row = 0; row < Site::template operand_shape<0>.size(); ++row)
      if (const auto index = at.template indices<0>()[row]; is_inside(index, count))
        for (extent i = 0; i < features; ++i)
          at.out()[index * features + i] += at.template in<1>()[row * features + i];
  }
};
template <> struct definition<&record_of<scatter_add_operation>> { using type = scatter_add_operation; };

constexpr term scatter_add(term index, term rows, extent count) {
  return apply<scatter_add_operation>(attributes{{static_cast<int>(count)}}, index, rows);
}

/// weight[index[..], :] for an index tensor [..] and weight [count, features]: [.., features]. An index outside
/// 0..count-1 gives a row of NaN, and no gradient.
template <expression Index, expression Weight>
constexpr auto embedding(const Index& index, const Weight& weight) {
  constexpr bool is_index = Index::type == element::index, is_table = Weight::shape_value.rank == 2;
  static_assert(is_index, "embedding: the first operand must be an index tensor");
  static_assert(is_table, "embedding: the weight must have the shape [count, features]");
  if constexpr (is_index && is_table) return make_expr<embedding_operation>(index, weight);
}

}  // namespace hello_dl
