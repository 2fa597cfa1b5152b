#pragma once
/// pick: from each row the element that an index names (PyTorch: Tensor.gather along the last axis);
/// its reverse, place, puts a value at that index of a row of zeros.

#include <hello_dl/core/pick.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

constexpr term pick(term x, term index);
constexpr term place_at(term values, term index, extent count);

namespace detail {
constexpr dims without_last(const dims& x) {
  dims result = x;
  --result.rank;
  result.extents[result.rank] = 0;
  return result;
}
/// What every operation demands that takes one element of each row.
template <class X, class Index>
constexpr bool is_row_index() {
  static_assert(Index::type == element::index, "pick: the second operand must be an index tensor");
  static_assert(X::shape_value.rank >= 1 && without_last(X::shape_value) == Index::shape_value,
                "pick: the index tensor must have the shape of the operand without its last axis");
  return X::shape_value.rank >= 1;
}
}  // namespace detail

/// Operands: x [.., count] and an index tensor [..]; the result has the shape [..].
struct pick_operation {
  static constexpr std::string_view name = "pick";
  static constexpr dims shape(const attributes&, const dims* x) { return detail::without_last(x[0]); }
  static constexpr term derivative(const application& at, int k, term gradient) {
    return k == 0 ? place_at(gradient, at.operand(1), at.operand(0).shape().back(1)) : term{};
  }
  template <class Site>
  static constexpr void run(Site at) {
    constexpr extent count = Site::template operand_shape<0>.back(1);
    for (extent row = 0; row < Site::shape.size(); ++row)
      at.out()[row] =
          hello_dl::pick_from(at.template in<0>() + row * count, count, at.template indices<1>()[row]);
  }
};
template <> struct definition<&record_of<pick_operation>> { using type = pick_operation; };

/// Operands: values [..] and an index tensor [..]; attribute 0: the length of the new last axis.
struct place_operation {
  static constexpr std::string_view name = "place";
  static constexpr dims shape(const attributes& a, const dims* x) {
    dims result = x[0];
    result.push_back(a[0]);
    return result;
  }
  static constexpr term derivative(const application& at, int k, term gradient) {
    return k == 0 ? pick(gradient, at.operand(1)) : term{};
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) { s.add("count", n.attributes[0]); }
  template <class Site>
  static constexpr void run(Site at) {
    using T = typename Site::value_type;
    constexpr extent count = Site::shape.back(1);
    for (extent i = 0; i < Site::shape.size(); ++i) at.out()[i] = T(0);
    for (extent row = 0; row < Site::shape.size() / count; ++row)
      if (const auto index = at.template indices<1>()[row]; index >= 0 && index < count)
        at.out()[row * count + index] = at.template in<0>()[row];
  }
};
template <> struct definition<&record_of<place_operation>> { using type = place_operation; };

constexpr term pick(term x, term index) { return apply<pick_operation>({}, x, index); }
constexpr term place_at(term values, term index, extent count) {
  return apply<place_operation>(attributes{{static_cast<int>(count)}}, values, index);
}

/// x[.., index[..]] for x [.., count]: one element of each row. An index outside gives NaN.
template <expression X, expression Index>
constexpr auto pick(const X& x, const Index& index) {
  if constexpr (detail::is_row_index<X, Index>()) return make_expr<pick_operation>(x, index);
}

}  // namespace hello_dl
