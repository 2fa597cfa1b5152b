#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
using matrix = dl::expr<dl::shape<2, 3>>;

void accepted(matrix x) {
  dl::softmax<-2>(x);
  log_softmax(x);
}

// error no_such_axis: softmax: the axis must be one of the operand's
#ifdef no_such_axis
void refused(matrix x) { dl::softmax<2>(x); }
#endif

// error axis_of_a_scalar: softmax: the axis must be one of the operand's
#ifdef axis_of_a_scalar
void refused(dl::expr<dl::shape<>> x) { log_softmax(x); }
#endif
