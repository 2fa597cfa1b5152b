#pragma once
/// scaled_dot_product_attention: softmax(q kT / sqrt(d)) v (Vaswani et al. 2017, "Attention Is All You Need", equation 1;
/// PyTorch: functional.scaled_dot_product_attention).

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/add.hpp>
#include <hello_dl/ops/matmul.hpp>
#include <hello_dl/ops/multiply.hpp>
#include <hello_dl/ops/softmax.hpp>

#include <limits>

namespace hello_dl {

/// Whom a query may attend to: every key, or only those that are not later than itself.
enum class attention { full, causal };

namespace detail {
/// 0 where the column is not behind the row, else minus infinity.
template <extent Queries, extent Keys>
constexpr tensor<double, Queries, Keys> causal_mask() {
  tensor<double, Queries, Keys> mask{};
  for (extent query = 0; query < Queries; ++query)
    for (extent key = query + 1; key < Keys; ++key) mask[query * Keys + key] = -std::numeric_limits<double>::infinity();
  return mask;
}

constexpr bool fits_attention(const dims& q, const dims& k) {
  return q.rank >= 2 && k.rank >= 2 && q.back(1) == k.back(1) && broadcast(batch_of(q), batch_of(k)).rank >= 0;
}
}  // namespace detail

/// How much each query attends to each key: q [.., queries, d] and k [.., keys, d] to [.., queries, keys], in rows
/// with sum 1.
template <attention Mask = attention::full, expression Q, expression K>
constexpr auto attention_weights(const Q& q, const K& k) {
  constexpr dims queries = Q::shape_value, keys = K::shape_value;
  static_assert(detail::fits_attention(queries, keys),
                "attention: the queries and the keys must have the shapes [.., queries, features] and [.., keys, features]");
  if constexpr (detail::fits_attention(queries, keys)) {
    const auto scores = matmul(q * (1 / math::sqrt(static_cast<double>(queries.back(1)))), transpose(k));
    if constexpr (Mask == attention::full) return softmax(scores);
    else return softmax(scores + detail::causal_mask<queries.back(2), keys.back(2)>());
  }
}

/// The means of v [.., keys, features] with these weights: [.., queries, features].
template <attention Mask = attention::full, expression Q, expression K, expression V>
constexpr auto scaled_dot_product_attention(const Q& q, const K& k, const V& v) {
  return matmul(attention_weights<Mask>(q, k), v);
}

}  // namespace hello_dl
