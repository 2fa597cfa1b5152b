#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
template <dl::extent... Extents>
constexpr dl::expr<dl::shape<Extents...>> input{};

// error other_features: attention: the queries and the keys must have the shapes [.., queries, features] and [.., keys, features]
#ifdef other_features
using result = decltype(attention_weights(input<3, 2>, input<5, 4>));
#endif

// error one_query: attention: the queries and the keys must have the shapes [.., queries, features] and [.., keys, features]
#ifdef one_query
using result = decltype(attention_weights(input<2>, input<5, 2>));
#endif

// error other_batch: attention: the queries and the keys must have the shapes [.., queries, features] and [.., keys, features]
#ifdef other_batch
using result = decltype(attention_weights(input<3, 3, 2>, input<2, 5, 2>));
#endif

static_assert(decltype(attention_weights(input<7, 3, 2>, input<7, 5, 2>))::shape_value == dl::dims{7, 3, 5});
static_assert(decltype(scaled_dot_product_attention(input<7, 3, 2>, input<7, 5, 2>, input<7, 5, 4>))::shape_value ==
              dl::dims{7, 3, 4});
