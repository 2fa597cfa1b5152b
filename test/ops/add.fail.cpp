// The sentences that all element-wise operations share.
#include <hello_dl/ops/ops.hpp>

#include <string>

namespace dl = hello_dl;
using matrix = dl::expr<dl::shape<2, 3>>;
using row = dl::expr<dl::shape<3>>;
using column = dl::expr<dl::shape<2>>;

void accepted(matrix x, row y) {
  x + y;
  x * 2 - 1.5f;
  pow(x, y);
  where(x > 0, y, dl::tensor<float, 2, 1>{1, 2});
}

// error text_on_the_right: element-wise operation: every operand must be an expression, a number or a tensor
#ifdef text_on_the_right
void refused(matrix x) { x + std::string("one"); }
#endif

// error text_on_the_left: element-wise operation: every operand must be an expression, a number or a tensor
#ifdef text_on_the_left
void refused(matrix x) { "one" * x; }
#endif

// error pointer_as_exponent: element-wise operation: every operand must be an expression, a number or a tensor
#ifdef pointer_as_exponent
void refused(matrix x, const double* y) { pow(x, y); }
#endif

// error text_as_choice: element-wise operation: every operand must be an expression, a number or a tensor
#ifdef text_as_choice
void refused(matrix x) { where(x > 0, x, "zero"); }
#endif

// error shapes_that_do_not_broadcast: element-wise operation: the shapes of the operands must broadcast: counted from the last dimension
#ifdef shapes_that_do_not_broadcast
void refused(matrix x, column y) { x + y; }
#endif

// error tensor_that_does_not_broadcast: element-wise operation: the shapes of the operands must broadcast
#ifdef tensor_that_does_not_broadcast
void refused(matrix x) { maximum(x, dl::tensor<float, 2>{1, 2}); }
#endif

// error third_shape: element-wise operation: the shapes of the operands must broadcast
#ifdef third_shape
void refused(matrix x, row y, column z) { where(x > 0, y, z); }
#endif
