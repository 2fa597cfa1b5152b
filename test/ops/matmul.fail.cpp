#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
using matrix = dl::expr<dl::shape<2, 3>>;
using vector = dl::expr<dl::shape<3>>;
using batch = dl::expr<dl::shape<5, 3, 2>>;

void accepted(matrix x, batch y) {
  matmul(x, transpose(x));
  matmul(x, y);
  matmul(dl::tensor<double, 1, 2>{1, 2}, x);
}

// error columns_and_rows: matmul: the columns of the left operand must equal the rows of the right operand
#ifdef columns_and_rows
void refused(matrix x) { matmul(x, x); }
#endif

// error matrix_and_vector: matmul: both operands must have at least two dimensions; reshape vectors to matrices
#ifdef matrix_and_vector
void refused(matrix x, vector y) { matmul(x, y); }
#endif

// error other_batches: matmul: the axes before the last two must broadcast
#ifdef other_batches
void refused(batch x, dl::expr<dl::shape<4, 2, 3>> y) { matmul(x, y); }
#endif

// error unknown_operand: matmul: both operands must be expressions or tensors
#ifdef unknown_operand
void refused(matrix x) { matmul(x, "text"); }
#endif

// error number_on_the_left: matmul: both operands must have at least two dimensions
#ifdef number_on_the_left
void refused(matrix x) { matmul(2, x); }
#endif
