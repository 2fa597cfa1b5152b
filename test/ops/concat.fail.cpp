#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
using matrix = dl::expr<dl::shape<2, 3>>;
using wide = dl::expr<dl::shape<2, 5>>;

void accepted(matrix x, wide y) {
  dl::concat<1>(x, y, x);
  dl::concat<1>(dl::tensor<double, 2, 1>{1, 2}, x);
}

// error other_extents: concat: the operands must have equal shapes except along the axis where they are joined
#ifdef other_extents
void refused(matrix x, wide y) { dl::concat<0>(x, y); }
#endif

// error other_ranks: concat: the operands must have equal shapes except along the axis where they are joined
#ifdef other_ranks
void refused(matrix x, dl::expr<dl::shape<3>> y) { dl::concat<0>(x, y); }
#endif

// error no_such_axis: concat: the operands must have equal shapes except along the axis where they are joined
#ifdef no_such_axis
void refused(matrix x) { dl::concat<2>(x, x); }
#endif

// error third_operand: concat: the operands must have equal shapes except along the axis where they are joined
#ifdef third_operand
void refused(matrix x, wide y) { dl::concat<0>(x, x, y); }
#endif

// error unknown_operand: concat: every operand must be an expression or a tensor
#ifdef unknown_operand
void refused(matrix x) { dl::concat<0>(x, "text"); }
#endif
