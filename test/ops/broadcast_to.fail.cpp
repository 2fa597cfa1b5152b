#include <hello_dl/ops/broadcast_to.hpp>
#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
using column = dl::expr<dl::shape<2, 1>>;

void accepted(column x) { dl::broadcast_to<5, 2, 3>(x); }

// error other_extent: broadcast_to: counted from the last dimension, each extent of the operand must be 1 or equal to the new one
#ifdef other_extent
void refused(column x) { dl::broadcast_to<3, 3>(x); }
#endif

// error fewer_axes: broadcast_to: counted from the last dimension, each extent of the operand must be 1 or equal to the new one
#ifdef fewer_axes
void refused(column x) { dl::broadcast_to<2>(x); }
#endif
