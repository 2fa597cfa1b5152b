#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
using matrix = dl::expr<dl::shape<2, 3>>;

void accepted(matrix x) {
  dl::slice<1, 0, 3>(x);
  dl::slice<-2, 1, 2>(x);
}

// error no_such_axis: slice: the axis must be one of the operand's
#ifdef no_such_axis
void refused(matrix x) { dl::slice<2, 0, 1>(x); }
#endif

// error empty_range: slice: the range must not be empty and must lie within the axis
#ifdef empty_range
void refused(matrix x) { dl::slice<1, 2, 2>(x); }
#endif

// error end_outside: slice: the range must not be empty and must lie within the axis
#ifdef end_outside
void refused(matrix x) { dl::slice<1, 1, 4>(x); }
#endif

// error begin_outside: slice: the range must not be empty and must lie within the axis
#ifdef begin_outside
void refused(matrix x) { dl::slice<1, -1, 2>(x); }
#endif
