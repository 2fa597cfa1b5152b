#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
using matrix = dl::expr<dl::shape<2, 3>>;

void accepted(matrix x) {
  dl::permute<1, 0>(x);
  transpose(x);
}

// error axis_twice: permute: every axis of the operand must be named exactly once
#ifdef axis_twice
void refused(matrix x) { dl::permute<1, 1>(x); }
#endif

// error axis_missing: permute: every axis of the operand must be named exactly once
#ifdef axis_missing
void refused(matrix x) { dl::permute<0>(x); }
#endif

// error negative_axis: permute: every axis of the operand must be named exactly once
#ifdef negative_axis
void refused(matrix x) { dl::permute<-1, 0>(x); }
#endif

// error transposed_vector: transpose: the operand must have at least two dimensions
#ifdef transposed_vector
void refused(dl::expr<dl::shape<3>> x) { transpose(x); }
#endif
