#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
template <dl::extent... Extents>
using real = dl::expr<dl::shape<Extents...>>;
template <dl::extent... Extents>
using index = dl::expr<dl::shape<Extents...>, dl::element::index>;

void accepted(index<2> i, real<5, 3> weight) { embedding(i, weight); }

// error real_index: embedding: the first operand must be an index tensor
#ifdef real_index
void refused(real<2> i, real<5, 3> weight) { embedding(i, weight); }
#endif

// error vector_weight: embedding: the weight must have the shape [count, features]
#ifdef vector_weight
void refused(index<2> i, real<5> weight) { embedding(i, weight); }
#endif

// error batch_of_weights: embedding: the weight must have the shape [count, features]
#ifdef batch_of_weights
void refused(index<2> i, real<2, 5, 3> weight) { embedding(i, weight); }
#endif

static_assert(decltype(embedding(index<2, 7>{}, real<5, 3>{}))::shape_value == dl::dims{2, 7, 3});
