#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
using matrix = dl::expr<dl::shape<2, 3>>;

void accepted(matrix x) {
  dl::reshape<3, 1, 2>(x);
  flatten(x);
}

// error other_size: reshape: the new shape must have as many elements as the old one
#ifdef other_size
void refused(matrix x) { dl::reshape<2, 2>(x); }
#endif

// error flat_vector: flatten: the operand must have at least two dimensions
#ifdef flat_vector
void refused(dl::expr<dl::shape<3>> x) { flatten(x); }
#endif
