// What sum, mean and max say about their axes.
#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
using matrix = dl::expr<dl::shape<2, 3>>;

void accepted(matrix x, dl::expr<dl::shape<>> scalar) {
  dl::sum<0>(x);
  dl::mean<-2, 1>(x);
  dl::max<1>(x, dl::keepdim);
  dl::sum(scalar);
}

// error axis_behind_the_last: reduction: every axis must be one of the operand's
#ifdef axis_behind_the_last
void refused(matrix x) { dl::sum<2>(x); }
#endif

// error axis_before_the_first: reduction: every axis must be one of the operand's
#ifdef axis_before_the_first
void refused(matrix x) { dl::max<0, -3>(x); }
#endif

// error axis_of_a_scalar: reduction: every axis must be one of the operand's
#ifdef axis_of_a_scalar
void refused(dl::expr<dl::shape<>> x) { dl::mean<0>(x); }
#endif
